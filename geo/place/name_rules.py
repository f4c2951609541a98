"""How a name in a list of partner cities may stand for a place that has a shorter one.

"Kita (Tokyo)", "Pasadena, California", "City of Cape Town", 釜山市, 长崎县, 首尔江南区: by rules,
from the surest to the boldest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from geo.i18n.folding import has_han, simplified

SAME, SHORTER, INSIDE, AROUND = "same", "shorter", "inside", "around"
"""What a reading of a name is: the name as it stands, without a word for what kind of place it is,
what is named as lying in something else, and what that lies in."""

DIVISION_WORDS = (
    "prefecture province state region county governorate voivodeship oblast canton department "
    "krai republic territory district autonomous community metropolis division emirate"
)
CITY_WORDS = "city municipality town metropolitan special borough ward commune government"
ENGLISH = re.compile(
    rf"\s+(?:{'|'.join((DIVISION_WORDS + ' ' + CITY_WORDS).split())})\b\.?(?=\s|$)", re.IGNORECASE
)
KOREAN, JAPANESE = (
    re.compile(rf"[-\s](?:{words})$", re.IGNORECASE)
    for words in ("si|gu|gun|do|dong", "shi|ku|ken|fu|to|cho|machi|mura|gun")
)
BEFORE = re.compile(
    r"^(?:greater|metro|metropolitan|the|(?:the\s+)?(?:city|town|province|state|region|prefecture|"
    r"municipality|canton|county|district|community|government|oblast|commune)\s+of|"
    r"freistaat|land|stadt|landeshauptstadt|landkreis|hansestadt|ville\s+de|région|"
    r"(?:ciudad|estado|provincia|departamento|municipio|cidade|município)\s+de|comune\s+di|"
    r"miasto|województwo|gmina|obec|město)\s+",
    re.IGNORECASE,
)
CHINESE = re.compile(
    r"(?:特别自治道|特别自治市|广域市|特别市|首都大区|自治共和国|共和国|自治大区|自治区|自治州|都会区|联邦区|大都会|特区|大区|地区|"
    r"省|州|市|县|郡|府|道|都|区|镇|町|村|城|港|邦|专区|领地)$"
)
CHINESE_DIVISION = re.compile(r"..(?:省|州|大区|自治区|道|府|县|都|邦|地区)$")
"""Behind two characters at least: 光州 is a city, and called so."""
ENGLISH_DIVISION = re.compile(rf"\b(?:{'|'.join(DIVISION_WORDS.split())})\b", re.IGNORECASE)
HANGUL = re.compile(r"(?<=[가-힣]{2})(?:특별자치도|특별자치시|광역시|특별시|시|군|구|도|읍|면|동)$")
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
LATIN = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff\s.,'’()-]+"
)
BRACKETS = re.compile(r"^(.+?)\s*[(（\[](.+?)[)）\]]\s*(.*)$")


class Reading(NamedTuple):
    """One reading of a name: the text to look up, what it is, what it lies in ("" if untold)."""

    text: str
    how: str
    around: str = ""


def names_division(name: str) -> bool:
    """Whether a name says of itself that it is a province, a state, a region or the like."""
    found = CHINESE_DIVISION.search(simplified(name)) if has_han(name) else None
    return bool(found or ENGLISH_DIVISION.search(name))


def readings(name: str) -> Iterator[Reading]:
    """The readings of a name, the surest first, none twice."""
    told: set[Reading] = set()
    for reading in _readings(name):
        if reading not in told:
            told.add(reading)
            yield reading


def _readings(name: str) -> Iterator[Reading]:
    yield Reading(name, SAME)
    for script in (LATIN, EAST_ASIAN) if LATIN.search(name) and EAST_ASIAN.search(name) else ():
        for part in script.findall(name):  # 爱丁堡市 Edinburgh
            for text in _shorter(part.strip(" (),")):
                yield Reading(text, SHORTER)
    inner, outer = _parted(name)
    for text in _shorter(inner):
        yield Reading(text, INSIDE if outer else SHORTER, outer)
    if outer:
        for text in _shorter(outer):
            yield Reading(text, AROUND)
    first, joined, _ = name.partition("-")
    if joined and not outer and len(first) > 1:
        yield Reading(first, AROUND)  # two towns in one: Mänttä-Vilppula


def _parted(name: str) -> tuple[str, str]:
    """A name and what it is said to lie in: in brackets, behind a comma or a slash, or before it
    in hangul (부산광역시 중구)."""
    if found := BRACKETS.match(name):
        return f"{found[1]}{found[3]}", found[2]
    for sign in (",", "，", "、", "/"):
        inner, parted, outer = name.partition(sign)
        if parted and inner.strip() and outer.strip():
            return inner.strip(), outer.strip()
    front, parted, end = name.partition(" ")
    return (
        (end, front)
        if parted and HANGUL.search(front) and end[-1:] in "시군구읍면동"
        else (name, "")
    )


def _shorter(name: str) -> Iterator[str]:
    """A name, and it without the words that say what kind of place it is."""
    yield name
    if has_han(name):
        bare = simplified(name).strip()
        while (less := CHINESE.sub("", bare)) != bare and len(less) > 1:
            bare = less
            yield bare
        if bare.startswith("大") and len(bare) > 2:
            yield bare[1:]
        return
    yield HANGUL.sub("", name)
    bare = BEFORE.sub("", name)
    yield bare
    yield ENGLISH.sub("", bare)
    yield BEFORE.sub("", ENGLISH.sub("", bare))
    for ending in (KOREAN, JAPANESE):
        yield ending.sub("", bare)
