"""The parameters of an address: how each is read, and what of it is not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geo.ties.called import code_of, country_names, names_of, place_names, plain, region_names
from geo.ties.due import due, round_years
from geo.ties.groups import groups_of
from geo.ties.marks import marks, own_marks
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, Roster
from geo.ties.supposed import MOST_SUPPOSED, Supposed
from geo.ties.supposing import supposed_in
from geo.ties.values import BETWEEN, BETWEEN_YEARS, first_of, search_text, several, split, year_in
from geo.ties.view import (
    GROUPS,
    LANGUAGES,
    MOST_STARTS,
    MOST_WEIGHT,
    ORDERS,
    SPLITS,
    VERDICTS,
    WEIGHED,
)

LANGUAGE_NAMES = {"chinese": "zh", "中文": "zh", "cn": "zh", "english": "en", "英文": "en"}
YES, NO = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")

Reader = Callable[[Sequence[str], Roster, list[str]], Any]
"""From the values of a parameter to those of the view, or ``None`` if there are none; what is not
understood it appends to the list."""


def _lang(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    def read(text: str) -> str | None:
        tag = re.split("[-_]", text)[0]
        return tag if tag in LANGUAGES else LANGUAGE_NAMES.get(text)

    return first_of(values, read, missed)


def _years(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Two years in order, brought into the period if they meet it at all."""
    parts = split(values, BETWEEN_YEARS)
    if not parts:
        return None
    first, last = roster.period
    years = sorted(year for year in map(year_in, parts) if year is not None)
    if len(years) != len(parts) or len(years) != 2 or years[1] < first or years[0] > last:
        missed.extend(parts)
        return None
    return max(years[0], first), min(years[1], last)


def _countries(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    found = several(values, country_names(roster), missed)
    return tuple(sorted(found)) if found else None


def _regions(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    groups = {group: group for group in groups_of(roster)}
    found = several(values, groups | region_names(roster), missed)
    return tuple(sorted(found)) if found else None


def _homes(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    found = several(values, names_of(roster.homes.index, roster.homes), missed)
    return tuple(home for home in roster.homes.index if home in found) or None


def _several_of(known: Sequence[str]) -> Reader:
    """Some of a few words, in their own order."""

    def read(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
        found = several(values, {word: word for word in known}, missed)
        return tuple(word for word in known if word in found) or None

    return read


def _one_of(known: Sequence[str]) -> Reader:
    """One of a few words."""
    return lambda values, roster, missed: first_of(
        values, {word: word for word in known}.get, missed
    )


def _partner(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    return first_of(values, place_names(roster).get, missed)


def _area(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    known = {group: group for group in GROUPS}
    return first_of(
        values, lambda text: known.get(text) or code_of(text, region_names(roster)), missed
    )


def _flag(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    known = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)
    return first_of([value or "0" for value in values], known.get, missed)


def _search(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    texts = list(dict.fromkeys(filter(None, map(search_text, values))))
    missed.extend(texts[1:])
    return texts[0] if texts else None


def _turn(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    return first_of(values, year_in, missed)


def _periods(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Named periods, or the years in which the reader's own begin; ``own`` alone for none."""
    parts = split(values, BETWEEN_YEARS)
    words = [part for part in map(plain, parts) if part in ("eras", "decades", "own")]
    years = sorted({year for year in map(year_in, parts) if year is not None})
    missed.extend(part for part in parts if plain(part) not in words and year_in(part) is None)
    missed.extend(str(year) for year in years[MOST_STARTS:])
    if years:
        missed.extend(word for word in words if word != "own")
        return tuple(years[:MOST_STARTS])
    missed.extend(dict.fromkeys(words[1:]))
    return (() if words[0] == "own" else words[0]) if words else None


def _weights(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """What counts more or less, each once, in per cent of its own weight; 100 says nothing."""
    found: dict[str, int] = {}
    for part in split(values, BETWEEN):
        match = re.fullmatch(r"([a-z]+)-([0-9]{1,3})", plain(part))
        known = match and match[1] in WEIGHED and match[1] not in found
        if match and known and int(match[2]) <= MOST_WEIGHT:
            found[match[1]] = int(match[2])
        else:
            missed.append(part)
    return tuple((one, found[one]) for one in WEIGHED if found.get(one, 100) != 100) or None


def _city(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """The slug of a city that could be chosen; which there are its page knows."""
    slug = re.compile(r"[a-z]{2}-[a-z0-9-]{1,60}")
    return first_of(values, lambda text: text if slug.fullmatch(text) else None, missed)


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
    "split": _one_of(SPLITS),
    "marks": marks,
    "mark": own_marks,
    "events": _partner,
    "due": due,
    "round": round_years,
    "untied": _flag,
    "weight": _weights,
    "city": _city,
    "suppose": _suppose,
}
FIELD_OF = {
    "home": "homes",
    "level": "levels",
    "country": "countries",
    "region": "regions",
    "role": "roles",
    "mark": "own_marks",
    "round": "round_years",
    "weight": "weights",
}
"""Fields of the view that are called otherwise than their parameters."""
