"""Countries by what people call them: names in several languages, codes, and slips of the pen.

Names come from our own table of countries and from the Unicode CLDR as Babel carries it; what
people write beside them (short and formal names, former names, adjectives in heads of columns)
stands in ``country_names.csv``.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.data import read_table
from geo.i18n.sorting import PLAIN_LETTERS

LANGUAGES = ("en", "zh_Hans", "zh_Hant", "ja", "ko", "de", "fr", "pl", "es", "it", "pt", "nl")
"""The languages of CLDR whose names of countries are known; the first one wins."""

OTHER_NAMES = Path(__file__).with_name("country_names.csv")
"""country, name, and what kind of name: ``name``, ``adjective`` (only in heads and titles) or
``ambiguous`` (a name that another country bears in part)."""

NO_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
"""Codes of CLDR for groups of countries, for the unknown and for tests."""

CONTINENTS = {"002", "003", "005", "009", "013", "019", "021", "142", "150", "419", "145", "035"}
"""Codes of UN M49: continents, the Americas by parts, Western and South-Eastern Asia."""

LONGEST_NAME = 6
"""Words in the longest name that is looked for inside a text."""

FORMAL = re.compile(
    r"(?:the\s+)?(?:[a-z]+\s+){0,2}(?:republic|kingdom|principality|duchy|sultanate"
    r"|commonwealth|union)\s+of\s+(?:the\s+)?(?P<after>.+)"
    r"|(?P<before>\w+?)(?:人民民主|社会主义|社會主義|伊斯兰|伊斯蘭|阿拉伯|多民族|玻利瓦尔|玻利瓦爾|合作|联邦|聯邦"
    r"|民主|人民|联合|聯合|东方|東方)*(?:共和[国國]|王[国國]|大?公[国國]|合众国|合眾國|苏丹国|蘇丹國|联邦|聯邦|国|國)",
    re.IGNORECASE,
)
"""Full names of states, as treaties write them: Republic of Croatia, 克罗地亚共和国."""

STROKES = PLAIN_LETTERS | str.maketrans("ß", "s")
"""Letters that Unicode does not take apart, and what they are without their strokes."""

LONGEST_CELL = 100
"""Letters beyond which a text is no name of a country."""

SHORTEST_NEAR = 5
"""Letters a misspelt name must have to be told from another name."""


@lru_cache(maxsize=2**14)
def plain(name: str) -> str:
    """A name without differences of case, width, accents, spaces and points: ``uae`` for U.A.E."""
    apart = unicodedata.normalize("NFKD", name.translate(STROKES))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) or ord(sign) > 0x2FFF)
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFC", bare).casefold()))
    return letters.removeprefix("the") if len(letters) > 6 else letters


def country_code(name: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country, by a name in one of many languages or a code.

    Args:
        name: such as 美国, U.S.A., Viet Nam, Wielka Brytania, NA (Namibia), DEU. What cannot be a
            code is none: ``N/A`` is not Namibia.

    Returns:
        The code, or ``None`` if nothing is called so.
    """
    if len(name) > LONGEST_CELL:
        return None
    text = unicodedata.normalize("NFKC", name).strip()
    if re.fullmatch(r"[A-Za-z]{2,3}", text) and (code := codes().get(text.upper())):
        return code
    if re.fullmatch(r"(?i)n\W*a\W*|n\W*/\W*a", text):
        return None
    found = names().get(plain(text))
    last, comma, first = text.partition(",")
    if found is None and comma:  # Korea, Republic of
        found = names().get(plain(f"{first} {last}"))
    if found is None and (inside := re.fullmatch(r"(.+?)\s*\((.+)\)", text)):
        found = names().get(plain(inside[1])) or names().get(plain(inside[2]))
    return found or _formally_named(text)


def _formally_named(text: str) -> str | None:
    """The country whose short name is left when the form of state is taken from a full one."""
    formal = FORMAL.fullmatch(text)
    if formal is None:
        return None
    short = formal["after"] or formal["before"]
    return None if is_ambiguous(short) else names().get(plain(short))


def near_country(name: str) -> tuple[str, str] | None:
    """Code and right name of the one country that a misspelt name nearly is.

    Returns:
        ``("AU", "Australia")`` for ``Austrailia``: one slip, two from nine letters on; ``None``
        where none or several countries are that near.
    """
    wrong = plain(name) if len(name) <= LONGEST_CELL else ""
    if len(wrong) < SHORTEST_NEAR or not wrong.isascii():
        return None
    slips = 2 if len(wrong) > 8 else 1
    found = process.extract(wrong, _latin_names(), scorer=OSA.distance, score_cutoff=slips, limit=8)
    nearest = {names()[right] for right, far, _ in found if far == found[0][1]}
    if len(nearest) != 1:
        return None
    code = nearest.pop()
    return code, str(Locale.parse("en").territories[code])


def is_ambiguous(name: str) -> bool:
    """Whether a name is borne in part by another country, as *Republic of China* is."""
    return plain(name) in _ambiguous()


def is_continent(name: str) -> bool:
    """Whether a name is that of a continent or a part of one, as lists are divided by."""
    return plain(name) in _continents()


def countries_in(text: str) -> list[str]:
    """Codes of the countries that a head, a title or a file's name speaks of, as they come.

    Adjectives count (``U.S. Counterparts``, 日方城市); codes of two letters do not, for ``de``
    and ``no`` are words.
    """
    found: dict[str, int] = {}
    words = re.findall(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?", text)
    known = names() | _adjectives()
    skip = 0
    for at in range(len(words)):
        if at < skip:
            continue
        for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            name = "".join(words[at : at + length])
            if name.isascii() or not _is_cjk(name):
                code = known.get(plain(name))
                if code:
                    found.setdefault(code, text.find(words[at]))
                    skip = at + length
                    break
    found |= {code: at for code, at in _cjk_in(text).items() if code not in found}
    return sorted(found, key=lambda code: found[code])


def _cjk_in(text: str) -> dict[str, int]:
    """Countries named in Chinese, Japanese or Korean letters, longest names first."""
    found: dict[str, int] = {}
    left = unicodedata.normalize("NFKC", text).casefold()
    if left.isascii():
        return found
    for name, code in _cjk_names():
        if name in left:
            found.setdefault(code, left.find(name))
            left = left.replace(name, "　" * len(name))
    return found


def _is_cjk(name: str) -> bool:
    return any(ord(sign) > 0x2E7F for sign in name)


@lru_cache(maxsize=1)
def codes() -> dict[str, str]:
    """Alpha-2 codes by alpha-2 and alpha-3 codes, from CLDR."""
    known = {str(code) for code in Locale.parse("en").territories}
    found = {code: code for code in known - NO_COUNTRIES if re.fullmatch("[A-Z]{2}", code)}
    for alias, meant in get_global("territory_aliases").items():
        if re.fullmatch("[A-Z]{3}", alias) and meant[0] in found:
            found[alias] = str(meant[0])
    return found | {"UK": "GB", "EL": "GR"}


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Alpha-2 codes by every name of a country, made plain (:func:`plain`)."""
    found = {plain(name): code for code, name, kind in _other_names() if kind != "adjective"}
    for row in read_table("countries").to_dict("records"):
        for column in ("name_en", "name_zh"):
            found.setdefault(plain(str(row[column])), str(row["country"]))
    valid = set(codes().values())
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in valid:
                found.setdefault(plain(name), code)
    return found


@lru_cache(maxsize=1)
def _other_names() -> tuple[tuple[str, str, str], ...]:
    with OTHER_NAMES.open(encoding="utf-8", newline="") as lines:
        return tuple((row["country"], row["name"], row["kind"]) for row in csv.DictReader(lines))


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return {plain(name): code for code, name, kind in _other_names() if kind == "adjective"}


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(plain(name) for _, name, kind in _other_names() if kind == "ambiguous")


@lru_cache(maxsize=1)
def _continents() -> frozenset[str]:
    return frozenset(
        plain(str(name))
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if code in CONTINENTS
    )


@lru_cache(maxsize=1)
def _latin_names() -> tuple[str, ...]:
    return tuple(name for name in names() if name.isascii() and len(name) >= SHORTEST_NEAR)


@lru_cache(maxsize=1)
def _cjk_names() -> tuple[tuple[str, str], ...]:
    both = names() | _adjectives()
    cjk = [(name, code) for name, code in both.items() if len(name) > 1 and _is_cjk(name)]
    return tuple(sorted(cjk, key=lambda pair: -len(pair[0])))
