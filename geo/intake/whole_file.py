"""What holds for a file as a whole: home, country, order of dates, and ties told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geo.intake import remarks as why
from geo.intake.asked import Asked
from geo.intake.columns import Layout, country_of_head
from geo.intake.dates import day_comes_first
from geo.intake.grid import clean
from geo.intake.homes import home_country, home_of_file
from geo.intake.name_parts import stem
from geo.intake.places import Places
from geo.intake.remarks import Remark
from geo.intake.row import Defaults, Row
from geo.intake.vocabulary import kind_in
from geo.place.country_names import countries_in

HOMES_LOOKED_AT = 50
"""Homes of a table that are looked up to find the country of them all."""

Layouts = Sequence[tuple[str, Layout]]


def defaults_of(layouts: Layouts, file_name: str, asked: Asked, places: Places) -> Defaults:
    """What holds for all tables of a file."""
    home, only = clean(asked.home), False
    named = {
        stem(row.cell(layout.columns["home"]))
        for _, layout in layouts
        if "home" in layout.columns
        for row in layout.rows
    } - {""}
    if home and len(named) > 1:
        only = True
    if not home and not any("home" in layout.columns for _, layout in layouts):
        titles = [title for name, layout in layouts for title in (*layout.titles, name)]
        home = home_of_file(titles, file_name, places)
    cells = [
        row.cell(layout.columns["date"])
        for _, layout in layouts
        if "date" in layout.columns
        for row in layout.rows
    ]
    day_first = asked.day_first if asked.day_first is not None else day_comes_first(cells)
    country = asked.country.upper()
    of_home = asked.home_country or home_country(home, places)
    return Defaults(home, only, of_home, country, "", day_first, asked.today)


def of_table(base: Defaults, name: str, layout: Layout, file_name: str, places: Places) -> Defaults:
    """The same for one table, with what its heads, titles and name add."""
    home_country = base.home_country or country_of_head(layout, "home")
    home_country = home_country or _country_of_most(layout, places)
    country = base.country
    if not country and "country" not in layout.columns:
        country = country_of_head(layout, "partner") or _country_named(
            [*layout.titles, name], home_country
        )
        country = country or _country_named([file_name.rpartition("/")[2]], home_country)
    kind = kind_in(name) or kind_in(layout.name("partner"))
    for title in layout.titles:
        kind = kind or kind_in(title)
    return replace(base, home_country=home_country, country=country, kind=kind)


def _country_of_most(layout: Layout, places: Places) -> str:
    """The country in which most homes of a table lie, by their names; "" where none has most."""
    if "home" not in layout.columns:
        return ""
    cells = dict.fromkeys(row.cell(layout.columns["home"]) for row in layout.rows)
    names = list(filter(None, cells))[:HOMES_LOOKED_AT]
    found = [places.candidates(name, None) for name in names]
    countries = Counter(one[0].country for one in found if one)
    code, times = countries.most_common(1)[0] if countries else ("", 0)
    return code if times > len(names) / 2 else ""


def _country_named(texts: Sequence[str], home_country: str) -> str:
    """The one country that titles or a file's name speak of beside that of the homes; of two the
    second, for people write *Japan–Taiwan* when they mean partners of Japan in Taiwan."""
    found = [code for text in texts for code in countries_in(text)]
    others = list(dict.fromkeys(code for code in found if code != home_country))
    return others[-1] if others and len(others) < 3 else ""


def told_once(rows: Sequence[Row]) -> list[Row]:
    """The rows, with what is said of those that say the same tie again."""
    first: dict[tuple[str, str, str, str], Row] = {}
    found = []
    for row in rows:
        key = (stem(row.home), " ".join(row.partner.casefold().split()), row.country, row.kind)
        before = first.get(key)
        if row.verdict != "reject" and before:
            same = before.date == row.date
            remark = Remark(
                "reject" if same else "warn",
                why.TWICE if same else why.OTHER_DATE,
                row.date,
                row_name(before),
            )
            row = replace(row, remarks=(*row.remarks, remark))
        elif row.verdict != "reject":
            first[key] = row
        found.append(row)
    return found


def row_name(row: Row) -> str:
    """What a reader finds a row by: its number, after its sheet where there are several."""
    return f"{row.sheet}!{row.number}" if row.sheet else str(row.number)
