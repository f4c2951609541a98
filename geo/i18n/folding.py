"""Texts as they are compared in a search: letters alone, in one way of writing.

Differences of case, width, accents, blanks, points and hyphens go, and so does that between
traditional and simplified characters, by the tables of OpenCC (Apache licence). Chinese is read
aloud by pypinyin (MIT licence).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from geo.i18n.sorting import PLAIN_LETTERS

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
DROPPED = re.compile(r"[.'’‘`´ʻʼ]")
"""Signs inside words that go without parting them: D.C., Xi'an."""
WORD = re.compile(r"[^\W_]+")
SHORT = {"st": "saint", "ste": "sainte"}
"""Words that names are written with in short."""
JAPANESE = str.maketrans(
    "浜沢辺広竜栄斉桜円塩駅県徳団図仏鉄関東淸尙", "滨泽边广龙荣齐樱圆盐站县德团图佛铁关东清尚"
)
"""Common characters that Japan has shortened, and Korea has written, in their own way."""


@lru_cache(maxsize=65536)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, folded; a run of Chinese characters is one word."""
    plain = DROPPED.sub("", simplified(unicodedata.normalize("NFKC", text)))
    bare = unicodedata.normalize("NFKD", plain.translate(PLAIN_LETTERS))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return tuple(
        SHORT.get(word, word) for word in WORD.findall(unicodedata.normalize("NFC", letters))
    )


def folded(text: str) -> str:
    """A text without blanks, as it is compared: "Sao Paulo" and São Paulo, 聖保羅 and 圣保罗."""
    return "".join(words_in(text))


def has_han(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return bool(HAN.search(text))


def simplified(text: str) -> str:
    """A text with simplified characters in place of traditional and of Japanese ones."""
    return _to_simplified().convert(text.translate(JAPANESE)) if has_han(text) else text


@lru_cache(maxsize=1)
def _to_simplified() -> Any:
    from opencc import OpenCC  # its tables are read when Chinese is searched for, not at the start

    return OpenCC("t2s")


@lru_cache(maxsize=65536)
def syllables(text: str) -> tuple[str, ...]:
    """How the Chinese characters of a text are read, a syllable each, without tones."""
    from pypinyin import lazy_pinyin

    han = "".join(HAN.findall(simplified(text)))
    return tuple(syllable.replace("ü", "v") for syllable in lazy_pinyin(han))
