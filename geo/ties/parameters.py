"""The parameters of an address: how each is read, and what of it is not understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geo.i18n.dates import first_day, precision
from geo.ties.called import code_of, country_names, names_of, place_names, plain, region_names
from geo.ties.groups import groups_of
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, Roster
from geo.ties.view import (
    GROUPS,
    LANGUAGES,
    LONGEST_MARK,
    LONGEST_SEARCH,
    MARK_YEARS,
    MOST_MARKS,
    MOST_ROUND,
    MOST_STARTS,
    NO_MARKS,
    ORDERS,
    SPLITS,
    VERDICTS,
)

LANGUAGE_NAMES = {"chinese": "zh", "中文": "zh", "cn": "zh", "english": "en", "英文": "en"}
YES, NO = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")
BETWEEN = re.compile(r"[,;、;|]")
YEARS_AHEAD = 200
"""Anniversaries are reckoned so many years from the first tie at the most."""
BETWEEN_YEARS = re.compile(r"[,;、;|\s–—~〜至]|(?<=\d)-|\.\.")

Reader = Callable[[Sequence[str], Roster, list[str]], Any]
"""From the values of a parameter to those of the view, or ``None`` if there are none; what is not
understood it appends to the list."""


def _lang(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    def read(text: str) -> str | None:
        tag = re.split("[-_]", text)[0]
        return tag if tag in LANGUAGES else LANGUAGE_NAMES.get(text)

    return _first(values, read, missed)


def _years(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Two years in order, brought into the period if they meet it at all."""
    parts = _split(values, BETWEEN_YEARS)
    if not parts:
        return None
    first, last = roster.period
    years = sorted(year for year in map(_year, parts) if year is not None)
    if len(years) != len(parts) or len(years) != 2 or years[1] < first or years[0] > last:
        missed.extend(parts)
        return None
    return max(years[0], first), min(years[1], last)


def _countries(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    found = _several(values, country_names(roster), missed)
    return tuple(sorted(found)) if found else None


def _regions(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    groups = {group: group for group in groups_of(roster)}
    found = _several(values, groups | region_names(roster), missed)
    return tuple(sorted(found)) if found else None


def _homes(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    found = _several(values, names_of(roster.homes.index, roster.homes), missed)
    return tuple(home for home in roster.homes.index if home in found) or None


def _several_of(known: Sequence[str]) -> Reader:
    """Some of a few words, in their own order."""

    def read(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
        found = _several(values, {word: word for word in known}, missed)
        return tuple(word for word in known if word in found) or None

    return read


def _one_of(known: Sequence[str]) -> Reader:
    """One of a few words."""
    return lambda values, roster, missed: _first(values, {word: word for word in known}.get, missed)


def _partner(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    return _first(values, place_names(roster).get, missed)


def _area(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    known = {group: group for group in GROUPS}
    return _first(
        values, lambda text: known.get(text) or code_of(text, region_names(roster)), missed
    )


def _flag(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    known = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)
    return _first([value or "0" for value in values], known.get, missed)


def _search(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    texts = list(dict.fromkeys(filter(None, map(search_text, values))))
    missed.extend(texts[1:])
    return texts[0] if texts else None


def _turn(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    return _first(values, _year, missed)


def _due(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """A year, or the day on which twelve months begin; not before the first tie of the roster."""

    def read(text: str) -> str | None:
        try:
            day = first_day(text)
        except ValueError:
            return None
        if day is None or precision(text) == "month":
            return None
        return text if 0 <= day.year - roster.period[0] <= YEARS_AHEAD else None

    return _first(values, read, missed)


def _round_years(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Numbers of years, each once, in order."""
    parts = _split(values, BETWEEN)
    read = {part: plain(part) for part in parts}
    good = {part: int(text) for part, text in read.items() if re.fullmatch("[0-9]{1,3}", text)}
    numbers = sorted({number for number in good.values() if 0 < number <= YEARS_AHEAD})
    missed.extend(part for part in parts if good.get(part) not in numbers)
    missed.extend(str(number) for number in numbers[MOST_ROUND:])
    return tuple(numbers[:MOST_ROUND]) or None


def _periods(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Named periods, or the years in which the reader's own begin; ``own`` alone for none."""
    parts = _split(values, BETWEEN_YEARS)
    words = [part for part in map(plain, parts) if part in ("eras", "decades", "own")]
    years = sorted({year for year in map(_year, parts) if year is not None})
    missed.extend(part for part in parts if plain(part) not in words and _year(part) is None)
    missed.extend(str(year) for year in years[MOST_STARTS:])
    if years:
        missed.extend(word for word in words if word != "own")
        return tuple(years[:MOST_STARTS])
    missed.extend(dict.fromkeys(words[1:]))
    return (() if words[0] == "own" else words[0]) if words else None


def _marks(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Slugs of turning points; ``none`` alone for none of them, all of them as if none were named.

    In the order of the table, whatever that of the address.
    """
    known = list(roster.turning_points.index)
    found = _several(values, {one: one for one in (*known, *NO_MARKS)}, missed)
    marks = tuple(one for one in known if one in found)
    if marks and NO_MARKS[0] in found:
        missed.append(NO_MARKS[0])
    return None if not found or len(marks) == len(known) else marks


def _own_marks(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Marks of the reader's own, each ``2008 Olympic Games``, by year and name, once each."""
    found: dict[tuple[int, str], None] = {}
    for value in filter(None, values):
        mark = own_mark(value)
        if mark is None or (mark not in found and len(found) == MOST_MARKS):
            missed.append(value)
        else:
            found[mark] = None
    return tuple(sorted(found)) or None


def own_mark(text: str) -> tuple[int, str] | None:
    """A year and a short name from one line, ``None`` where it is no such thing.

    Args:
        text: such as ``2008 Olympic Games``; the name is cut at its longest.
    """
    year, _, name = search_text(text).replace("：", " ").replace(":", " ").partition(" ")
    when = _year(year)
    if when is None or not MARK_YEARS[0] <= when <= MARK_YEARS[1]:
        return None
    name = name.strip()[:LONGEST_MARK].rstrip()
    return (when, name) if name else None


def _events(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    return _first(values, place_names(roster).get, missed)


READERS: Mapping[str, Reader] = {
    "lang": _lang,
    "years": _years,
    "home": _homes,
    "level": _several_of(LEVELS),
    "country": _countries,
    "region": _regions,
    "role": _several_of(ROLES),
    "broad": _flag,
    "q": _search,
    "ended": _flag,
    "proposals": _flag,
    "partner": _partner,
    "area": _area,
    "order": _one_of(ORDERS),
    "periods": _periods,
    "turn": _turn,
    "verdict": _one_of(VERDICTS),
    "split": _one_of(SPLITS),
    "marks": _marks,
    "mark": _own_marks,
    "events": _events,
    "due": _due,
    "round": _round_years,
}
FIELD_OF = {
    "home": "homes",
    "level": "levels",
    "country": "countries",
    "region": "regions",
    "role": "roles",
    "mark": "own_marks",
    "round": "round_years",
}
"""Fields of the view that are called otherwise than their parameters."""


def _several(values: Sequence[str], known: Mapping[str, str], missed: list[str]) -> set[str]:
    """All that is known of several values.

    A value is taken whole before it is taken apart, for there are names with commas in them.
    """
    found = set()
    for value in values:
        whole = code_of(value, known)
        parts = [value] if whole else _split([value], BETWEEN)
        for part in parts:
            code = whole or code_of(part, known)
            if code:
                found.add(code)
            else:
                missed.append(part)
    return found


def _first(values: Sequence[str], read: Callable[[str], Any], missed: list[str]) -> Any:
    """The first value that is understood; another one that differs from it is not followed."""
    found = None
    for value in filter(None, values):
        one = read(plain(value))
        if one is None or found not in (None, one):
            missed.append(value)
        elif found is None:
            found = one
    return found


def _year(text: str) -> int | None:
    year = plain(text)
    return int(year) if re.fullmatch(r"[0-9]{4}", year) else None


def _split(values: Sequence[str], between: re.Pattern[str]) -> list[str]:
    """Values taken apart at commas and the like, without empty ones."""
    parts = [
        part for value in values for part in between.split(unicodedata.normalize("NFKC", value))
    ]
    return [part.strip() for part in parts if part.strip()]


def search_text(text: str) -> str:
    """A text to be searched for, as one line without control characters, cut at its longest."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line[:LONGEST_SEARCH].rstrip()
