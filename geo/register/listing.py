"""The rows of the register's answer, read as pairs of cities, and what in them does not fit.

Of a row the fields :data:`FIELDS` are known; each may be missing or of another type.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geo.i18n import mark
from geo.i18n.dates import first_day
from geo.intake import remarks as why
from geo.intake.dates import read_date
from geo.intake.limits import Refused, check_span
from geo.intake.remarks import Remark
from geo.place.country_names import country_code
from geo.register.rows import rows_in, written
from geo.ties.cell_rules import quoted

FIELDS = ("prov", "city", "w_city", "w_country", "qzsj", "jhsj", "sn")
"""Province, Chinese city, foreign city, its country, day of signing, year of the tie, number."""
LONGEST = 120
"""Letters of a cell that are read; no name or date is longer."""
NO_DAY = "1970-01-01"
"""The day that programs write where they have none: the first that they can count."""

EMPTY = mark("The list of the answer is empty: nothing can be compared.")
NO_PAIRS = mark(
    "No row of the answer can be used: rows with the fields {expected} were expected, the first is "
    "{found}."
)
NO_ROW = mark("not a row with fields: {found}")
NO_TEXT = mark("{expected} is not a text: {found}")
UNSEEN = mark("{expected} has signs that cannot be seen, which are left out: {found}")
NO_CITY = mark("no Chinese city: neither prov nor city is filled")
NO_SUCH_DAY = mark("{found} is what programs write for no date: left out")
OTHER_YEAR = mark("qzsj has {found}, jhsj has {expected}: the first is used")


@dataclass(frozen=True, slots=True)
class Pair:
    """One tie as the register has it.

    Attributes:
        number: of its row, from 1.
        province, city: Chinese; one of them may be empty.
        partner, country_name: the foreign city and its country in Chinese, as written.
        country: its code; "" if nothing is called so.
        date: EDTF level 0; "" where none can be read.
        serial: the register's own number.
        remarks: on what was not plain.
    """

    number: int
    province: str
    city: str
    partner: str
    country_name: str
    country: str
    date: str
    serial: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """All that was read: pairs, how many rows there were, and which cannot be used, and why."""

    pairs: tuple[Pair, ...]
    rows: int
    unusable: tuple[tuple[int, Remark], ...]


def read_listing(content: bytes, today: dt.date) -> Listing:
    """The pairs in an answer.

    Args:
        today: after which no tie can have been made.

    Raises:
        Refused: there is no list in it, or no row of the list can be used.
    """
    rows = rows_in(content)
    check_span(len(rows), len(FIELDS))
    if not rows:
        raise Refused(EMPTY)
    pairs: list[Pair] = []
    unusable: list[tuple[int, Remark]] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, 1):
        read = _pair(number, row, today)
        if isinstance(read, Pair):
            same = (read.province, read.city, read.partner, read.country_name, read.date)
            first = seen.setdefault(same, number)
            if first == number:
                pairs.append(read)
                continue
            read = Remark("reject", why.TWICE, expected=str(first))
        unusable.append((number, read))
    if not pairs:
        raise Refused(NO_PAIRS, expected=", ".join(FIELDS), found=quoted(written(rows[0])))
    return Listing(tuple(pairs), len(rows), tuple(unusable))


def _pair(number: int, row: Any, today: dt.date) -> Pair | Remark:
    """One row, or why it cannot be used."""
    if not isinstance(row, dict):
        return Remark("reject", NO_ROW, written(row))
    cells, remarks = {}, list[Remark]()
    for field in FIELDS:
        cells[field] = _text(row.get(field))
        remarks += _about_cell(field, row.get(field), cells[field])
    if not cells["w_city"]:
        return Remark("reject", why.NO_PARTNER)
    if not cells["prov"] and not cells["city"]:
        return Remark("reject", NO_CITY)
    country = country_code(cells["w_country"]) or "" if cells["w_country"] else ""
    if not country:
        unknown = why.UNKNOWN_COUNTRY if cells["w_country"] else why.NO_COUNTRY
        remarks.append(Remark("warn", unknown, cells["w_country"], field="w_country"))
    date, about_date = _date(cells["qzsj"], cells["jhsj"], today)
    return Pair(
        number=number,
        province=cells["prov"],
        city=cells["city"],
        partner=cells["w_city"],
        country_name=cells["w_country"],
        country=country,
        date=date,
        serial=cells["sn"],
        remarks=(*remarks, *about_date),
    )


def _text(value: Any) -> str:
    """A cell as a text on one line, without signs that cannot be seen; "" for what is none."""
    plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    line = " ".join((str(value) if plain else "").split())
    return "".join(sign for sign in line if sign.isprintable())[:LONGEST]


def _about_cell(field: str, value: Any, text: str) -> Iterator[Remark]:
    if isinstance(value, bool | list | dict):
        yield Remark("warn", NO_TEXT, written(value), field, field)
    elif isinstance(value, str) and not all(sign.isprintable() for sign in "".join(value.split())):
        yield Remark("warn", UNSEEN, text, field, field)


def _date(day: str, year: str, today: dt.date) -> tuple[str, list[Remark]]:
    """The date of a tie, by its day or else by its year, and what is said of it."""
    by_day, remarks = _one_date(day, "qzsj", today)
    by_year, about_year = _one_date(year, "jhsj", today)
    if not by_day:
        return by_year, remarks + about_year
    if by_year and by_year[:4] != by_day[:4]:
        remarks.append(Remark("warn", OTHER_YEAR, by_day, quoted(year), "qzsj"))
    return by_day, remarks


def _one_date(cell: str, field: str, today: dt.date) -> tuple[str, list[Remark]]:
    if not cell.strip("0-:/. "):
        return "", []  # 0000-00-00 00:00:00
    found = read_date(cell)
    if found.date == NO_DAY:
        return "", [Remark("warn", NO_SUCH_DAY, cell, field=field)]
    first = first_day(found.date)
    if first and first > today:
        return "", [Remark("warn", why.DATE_FUTURE, cell, field=field)]
    if not found.problem:
        return found.date, []
    return found.date, [Remark("warn", why.date_message(found), cell, found.date, field)]
