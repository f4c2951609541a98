"""In which language the passages of a text are, as far as their script tells it."""

from __future__ import annotations

import re

EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
WITH_IT = "\u3001-\u301f\u30fb\uff00-\uffef·—…“”‘’"
"""Marks that belong to a passage of East Asian letters when they stand beside them."""
PASSAGE = re.compile(
    f"(?P<asian>[《〈「『“‘（【]*[{EAST_ASIAN}](?:[0-9 ]*[{EAST_ASIAN}{WITH_IT}])*)"
    r"|(?P<ar>[\u0600-\u06ff](?:[\s،؛]*[\u0600-\u06ff])*)"
    r"|(?P<he>[\u0590-\u05ff](?:\s*[\u0590-\u05ff])*)"
    r"|(?P<el>[\u0370-\u03ff\u1f00-\u1fff](?:\s*[\u0370-\u03ff\u1f00-\u1fff])*)"
    r"|(?P<th>[\u0e00-\u0e7f](?:\s*[\u0e00-\u0e7f])*)"
    r"|(?P<cyrillic>[\u0400-\u04ff](?:[\s,.:–-]*[\u0400-\u04ff])*)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f](?:[\s0-9,.:;'’&/()–-]*[A-Za-z\u00c0-\u024f])*)"
)
ENGLISH = re.compile(
    r"\b(the|of|and|between|with|from|its|city|cities|sister|relations|ministry|government)\b", re.I
)
"""Words that no other language of our sources has."""

KANA, HANGUL = re.compile("[\u3040-\u30fa]"), re.compile("[\uac00-\ud7af]")

Passage = tuple[str, str]
"""Letters, and the tag of their language (BCP 47), or nothing where the script does not tell it."""


def passages(text: str) -> list[Passage]:
    """A text part by part, each in one language.

    Letters tell their language where one alone is written in them among what we cite: kana,
    Hangul, Arabic, Hebrew, Greek, Thai. Han letters are Chinese, unless kana stand in the text;
    Cyrillic says only that it is Cyrillic; Latin is English where one of a few English words is in
    it, and else not told.
    """
    found: list[Passage] = []
    han = "ja" if KANA.search(text) else "zh"
    end = 0
    for one in PASSAGE.finditer(text):
        if lang := _language(one, han):
            _add(found, text[end : one.start()], "")
            _add(found, one.group(), lang)
            end = one.end()
    _add(found, text[end:], "")
    return found


def _add(found: list[Passage], text: str, lang: str) -> None:
    if text:
        found.append((text, lang))


def _language(found: re.Match[str], han: str) -> str:
    match str(found.lastgroup):
        case "asian":
            return "ko" if HANGUL.search(found.group()) else han
        case "latin":
            return "en" if ENGLISH.search(found.group()) else ""
        case "cyrillic":
            return "und-Cyrl"
        case tag:
            return tag
