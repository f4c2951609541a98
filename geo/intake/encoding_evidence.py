"""What speaks for an encoding: known words, letters of a language, order among the letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from charset_normalizer import from_bytes

from geo.intake.vocabulary import column_name, kind_in
from geo.place.country_names import country_code, plain

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "gb18030": ("zh_Hans", "zh_Hant"),
    "cp950": ("zh_Hant",),
    "cp932": ("ja",),
    "cp949": ("ko",),
    "cp1250": ("pl", "cs", "hu", "sk", "sl", "hr", "ro"),
    "iso8859_2": ("pl", "cs", "hu", "sk", "sl", "hr", "ro"),
    "cp1252": ("de", "fr", "es", "it", "pt", "sv", "da", "fi", "nb", "nl", "is"),
}
"""The encodings beside Unicode that are guessed at, and the languages they are used for. What
several of them read alike goes to the first."""


ORDER = ("gb18030", "cp950", "cp932", "cp949", "cp1252", "cp1250", "iso8859_2")


SAMPLE = 64 * 1024
"""Bytes that are looked at."""


NEEDLES = 6
"""Known words after which more of them prove nothing more."""


def known_letters(text: str, encoding: str) -> float:
    """The share of letters beyond ASCII that names in the encoding's languages have."""
    strange = [sign for sign in text if not sign.isascii() and not sign.isspace()]
    if not strange:
        return 0.0
    known = letters_of(encoding)
    inside = len(LARGE_INSIDE.findall(text))
    found = sum(sign in known or sign in PUNCTUATION for sign in strange)
    return (found - inside) / len(strange)


LARGE_INSIDE = re.compile(r"(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŁĽŚŠŤŹŽŻŔĂĹĆČĘĚĎĐŃŇŐŘŮŰŢĄ]")
"""A capital inside a word, as Łódź has one in the wrong encoding: ŁódĽ."""


PUNCTUATION = set("，。、；：（）「」『』《》“”‘’·・・年月日년월일㎢〜～－—–々ー")


@lru_cache(maxsize=16)
def letters_of(encoding: str) -> frozenset[str]:
    """The letters in CLDR's names of countries, cities and languages in an encoding's languages,
    and in our own words for columns."""
    languages = LANGUAGES.get(encoding, tuple({one for all_ in LANGUAGES.values() for one in all_}))
    letters: set[str] = set()
    for language in languages:
        locale = Locale.parse(language)
        cities = (zone.get("city", "") for zone in locale.time_zones.values())
        for name in (*locale.territories.values(), *cities, *locale.languages.values()):
            letters.update(name)
            letters.update(name.upper())
    return frozenset(letters - set(map(chr, range(128))))


def known_words(text: str) -> int:
    """How many different cells beyond ASCII are words that we know."""
    cells = {cell.strip() for cell in re.split(r"[,;\t\r\n|\"<>]+", text) if not cell.isascii()}
    return sum(
        bool(country_code(cell) or column_name(cell) or kind_in(cell))
        for cell in sorted(cells)[:2000]
        if len(cell) < 40 and plain(cell)
    )


def languages_of_heads(part: bytes) -> set[str]:
    """The languages that known words of plain ASCII are of: of *Miasto* Polish."""
    text = part.decode("ascii", errors="replace")
    heads = [cell.strip() for line in text.splitlines()[:5] for cell in re.split(r"[,;\t|]", line)]
    found = {name.language for head in heads if head.isascii() and (name := column_name(head))}
    return found - {"en"}


def disorder_of(part: bytes) -> dict[str, float]:
    """What charset-normalizer makes of each encoding, from 0 to 1 (or 1 if it rules it out)."""
    matches = from_bytes(
        part[: SAMPLE // 4], cp_isolation=list(ORDER), threshold=1.0, preemptive_behaviour=False
    )
    found = {match.encoding: match.chaos for match in matches}
    for match in matches:
        found |= dict.fromkeys(match.could_be_from_charset, match.chaos)
    return {encoding: found.get(encoding, 1.0) for encoding in ORDER}
