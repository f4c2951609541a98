"""Names of places taken apart: without their kind, by language, with their region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase

from geo.place.country_names import plain

SUFFIX = re.compile(
    r"(?<=..)(?:市|省|州|县|縣|府|郡|區|区|町|村|鎮|镇|도|시|군|구|특별시|광역시)$"
    r"|\s+(?:city|prefecture|province|state|county|country|town|district|municipality)$",
    re.IGNORECASE,
)


PREFIX = re.compile(r"^(?:city|state|province|county|municipality|prefecture) of\s+", re.IGNORECASE)


HANGUL = r"\uac00-\ud7af"
HAN = r"\u2e80-\u9fff\uf900-\ufaff\uac00-\ud7af\u3040-\u30ff"


@lru_cache(maxsize=2**14)
def stem(name: str) -> str:
    """A name made plain, without its kind of place: 横滨 for 横滨市, osaka for Osaka City."""
    bare = " ".join(re.sub(r"[(（].*?[)）]", " ", name).split()) or name
    return plain(SUFFIX.sub("", PREFIX.sub("", bare)))


def parts_of(name: str) -> list[str]:
    """The names in a cell, each for itself and without the region behind a comma or in brackets:
    横滨市⏎City of Yokohama are two, *Portland, Oregon* is one.
    """
    outside = " ".join(re.sub(r"[(（].*?[)）]", " ", name).split()) or " ".join(name.split())
    east_asian = re.search(rf"[{HAN}](?:[{HAN}·・\-]|\s(?=[{HANGUL}]))*", outside)
    latin = " ".join(re.sub(rf"[{HAN}]+", " ", outside).split())
    parts = [east_asian[0]] if east_asian else []
    if re.search(r"[^\W\d_]", latin):
        parts.append(latin.partition(",")[0].strip() if latin.isascii() or "," in latin else latin)
    return list(dict.fromkeys(filter(None, parts)))


def region_named(name: str) -> str:
    """The region that a name carries with it: Oregon for *Portland, Oregon*."""
    _, comma, after = " ".join(name.split()).rpartition(",")
    inside = re.search(r"[(（]([^)）]+)[)）]", name)
    return after.strip() if comma else inside[1] if inside else ""


def slips(name: str) -> Iterator[str]:
    """Every name that differs from one by two letters changed round, one too many, one wrong or
    one missing, the likeliest slips first (Damerau 1964)."""
    parts = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in parts if tail)
    yield from (head + one + tail[1:] for head, tail in parts if tail for one in ascii_lowercase)
    yield from (head + one + tail for head, tail in parts for one in ascii_lowercase)


AND = re.compile(r"\s*[/／;；、&＆+]\s*|\s+(?:and|und|et)\s+|(?<=市)[和与與及](?=.+市)")


def one_script(parts: Sequence[str]) -> bool:
    """Whether both halves are written in the same letters: otherwise they are one name twice."""
    return len({bool(re.search(rf"[{HAN}]", part)) for part in parts}) == 1


TAG = re.compile(r"<.+>")
