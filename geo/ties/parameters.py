"""The parameters of an address: how each is read, and what of it is not understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geo.ties.called import code_of, country_names, names_of, place_names, plain, region_names
from geo.ties.groups import groups_of
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, Roster
from geo.ties.supposed import MOST_SUPPOSED, Supposed
from geo.ties.supposing import supposed_in
from geo.ties.view import GROUPS, LANGUAGES, LONGEST_SEARCH, MOST_STARTS, ORDERS, VERDICTS

LANGUAGE_NAMES = {"chinese": "zh", "中文": "zh", "cn": "zh", "english": "en", "英文": "en"}
YES, NO = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")
BETWEEN = re.compile(r"[,;、;|]")
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


def _suppose(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Hypothetical ties with cities that there are, each once, and no more than can be read."""
    found: list[Supposed] = []
    for value in filter(None, values):
        one = supposed_in(value, roster)
        if one is None or (one not in found and len(found) == MOST_SUPPOSED):
            missed.append(value)
        elif one not in found:
            found.append(one)
    return tuple(found) or None


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
    "suppose": _suppose,
}
FIELD_OF = {
    "home": "homes",
    "level": "levels",
    "country": "countries",
    "region": "regions",
    "role": "roles",
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
