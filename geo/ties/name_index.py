"""By what names everything in a roster may be found: its own, former, other and short ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
from babel import Locale

from geo.i18n import Words
from geo.i18n.folding import HAN, folded, has_han, syllables, words_in
from geo.ties.called import MORE_COUNTRIES
from geo.ties.groups import Area, area_name, groups_of
from geo.ties.regions import every_region
from geo.ties.roster import Roster

OWN, FULL, SEAT = "own", "full", "seat"
FORMER, OTHER, ABBREVIATION, CODE = "former", "other", "abbreviation", "code"
SOUND, INITIALS = "sound", "initials"
"""How something is called by a name: as the atlas calls it, by the full name, by its seat; by a
name of ``other_names.csv``, by a code; by the sound of its Chinese name, whole or in initials."""

PLACE, HOME, COUNTRY, REGION = "place", "home", "country", "region"

LANGUAGES = ("en", "zh_Hans", "zh_Hant", "zh_Hant_HK")
"""Languages whose names of countries are found besides, as the CLDR has them: 紐西蘭, 寮國."""


class Name(NamedTuple):
    """One name.

    Attributes:
        text: as it is written.
        how: one of the words above.
        words: its words, folded.
        joined: these without blanks.
    """

    text: str
    how: str
    words: tuple[str, ...]
    joined: str


class Entry(NamedTuple):
    """What may be found: its kind (place, home, country, region), its key, all its names.

    ``letters`` are those of all names, a line each: what is not in them is in no name.
    """

    kind: str
    key: str
    names: tuple[Name, ...]
    letters: str


def _entry(kind: str, key: str, written: Iterable[tuple[str, str]]) -> Entry:
    names = tuple(_names(written))
    return Entry(kind, key, names, "\n".join(name.joined for name in names))


@lru_cache(maxsize=4)
def entries(roster: Roster) -> tuple[Entry, ...]:
    """Everything in a roster that may be found, places first, each kind in the table's order."""
    return (
        *_of_table(roster, PLACE, roster.places, ("name", "full", "seat")),
        *_of_table(roster, HOME, roster.homes, ("name",)),
        *_countries(roster),
        *_areas(roster),
    )


def _of_table(
    roster: Roster, kind: str, table: pd.DataFrame, fields: tuple[str, ...]
) -> Iterator[Entry]:
    others = _other_names(roster, kind)
    for key, row in table.to_dict("index").items():
        own = [
            (str(row[f"{field}_{lang}"]), OWN if field == "name" else field)
            for field in fields
            for lang in ("en", "zh")
        ]
        yield _entry(kind, str(key), [*own, *others.get(str(key), ())])


def _countries(roster: Roster) -> Iterator[Entry]:
    others = _other_names(roster, COUNTRY)
    codes = {code: (name.upper(), ABBREVIATION) for name, code in MORE_COUNTRIES.items()}
    for key, row in roster.countries.to_dict("index").items():
        code = str(key)
        found = [(str(row["name_en"]), OWN), (str(row["name_zh"]), OWN)]
        found += [*others.get(code, ()), *((codes[code],) if code in codes else ()), (code, CODE)]
        found += [(str(row["alpha3"]), CODE), *((name, OTHER) for name in _in_languages(code))]
        yield _entry(COUNTRY, code, found)


def _areas(roster: Roster) -> Iterator[Entry]:
    """Groups of states and regions, as the reader may choose among them."""
    for code in (*groups_of(roster), *every_region(roster)):
        called = [area_name(Area(code), roster, Words(lang)) for lang in ("en", "zh")]
        yield _entry(REGION, code, [(name, OWN) for name in called])


def _in_languages(code: str) -> Iterator[str]:
    for language in LANGUAGES:
        if name := Locale.parse(language).territories.get(code):
            yield str(name)


def _other_names(roster: Roster, kind: str) -> dict[str, list[tuple[str, str]]]:
    """Names of ``other_names.csv``, each with its kind, by what they belong to."""
    found: dict[str, list[tuple[str, str]]] = {}
    table = roster.other_names
    for key, name, how in zip(table[kind], table["name"], table["kind"], strict=True):
        if key:
            found.setdefault(str(key), []).append((str(name), str(how)))
    return found


def _names(written: Iterable[tuple[str, str]]) -> Iterator[Name]:
    """Every name once, the nearest to the atlas's own first, and how the Chinese ones sound."""
    once: dict[str, tuple[str, str]] = {}
    for text, how in written:
        if joined := folded(text):
            once.setdefault(joined, (text, how))
    for joined, (text, how) in once.items():
        yield Name(text, how, words_in(text), joined)
    for text, how in once.values():
        if has_han(text) and how in (OWN, FORMER, OTHER):
            yield from _sounds(text)


def _sounds(text: str) -> Iterator[Name]:
    for word in words_in(text):
        read = syllables(word) if len(word) > 1 and HAN.match(word) else ()
        if read:
            yield Name(text, SOUND, read, "".join(read))
            initials = "".join(syllable[0] for syllable in read)
            yield Name(text, INITIALS, (initials,), initials)
