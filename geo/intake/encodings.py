"""Bytes to text: which encoding, and how sure that is.

Files in Big5, CP949 and Shift-JIS decode as GB18030 without an error, into rubbish. So evidence
decides: words that we know (heads of columns, countries), letters that occur in the names of
countries and cities in the languages an encoding is used for (from CLDR), and the disorder that
charset-normalizer sees.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from geo.i18n import mark
from geo.intake.encoding_evidence import (
    LANGUAGES,
    NEEDLES,
    ORDER,
    SAMPLE,
    disorder_of,
    known_letters,
    known_words,
    languages_of_heads,
)
from geo.intake.kinds import looks_like_utf16
from geo.intake.limits import Refused

NAMES: Mapping[str, str] = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32": "utf-32",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "cp950",
    "big5hkscs": "big5hkscs",
    "cp950": "cp950",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "euc_kr": "cp949",
    "cp949": "cp949",
    "cp1250": "cp1250",
    "iso8859-2": "iso8859_2",
    "cp1252": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-15": "iso8859_15",
    "cp1251": "cp1251",
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
}
"""The encodings that may be named, by Python's name for them, and the one that is used: the wider
one where one holds the other."""


SURE = 0.15
"""How far the best guess must be ahead of the next to be taken without a question."""


UNKNOWN_ENCODING = mark("“{name}” is no encoding that is read here: use one of {known}.")


class Guess(NamedTuple):
    """A plausible encoding.

    Attributes:
        encoding: Python's name of it.
        score: from 0 (rubbish) to about 2 (known words in known letters).
        sample: the first lines that are not plain ASCII, as it reads them.
    """

    encoding: str
    score: float
    sample: str


def encoding_named(name: str) -> str:
    """The encoding to use for a name that a reader gives.

    Raises:
        Refused: no encoding that is read here is called so.
    """
    try:
        known = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        known = ""
    if known not in NAMES:
        choice = ", ".join(dict.fromkeys(NAMES.values()))
        raise Refused(UNKNOWN_ENCODING, name=name[:40], known=choice)
    return NAMES[known]


def decode(content: bytes, encoding: str) -> str:
    """Text in an encoding; what is none in it becomes U+FFFD, which rows are then told about.

    A mark of Unicode at the beginning wins over the encoding named.
    """
    return content.decode(unicode_mark(content) or encoding, errors="replace").lstrip("\ufeff")


def unicode_mark(content: bytes) -> str:
    """The encoding that the first bytes name, "" if they name none."""
    for start, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(start):
            return encoding
    return ""


def guesses(content: bytes) -> list[Guess]:
    """Plausible encodings of some bytes, the best first; never none.

    A mark of Unicode, or bytes that are UTF-8 throughout, leave no other.
    """
    certain = unicode_mark(content) or looks_like_utf16(content) or _utf8(content)
    if certain:
        return [Guess(certain, 2.0, _sample(decode(content[:SAMPLE], certain)))]
    part = _telling(content)
    disorder = disorder_of(part)
    scored = sorted(_scored(content, part, disorder), key=lambda guess: -guess.score)
    return [guess for guess in scored if guess.score > 0] or scored[:1]


def is_sure(found: list[Guess]) -> bool:
    """Whether the best guess is far enough ahead, or the next reads the same."""
    rivals = [guess for guess in found[1:] if guess.sample != found[0].sample]
    return not rivals or found[0].score - rivals[0].score >= SURE


def _telling(content: bytes) -> bytes:
    """The first lines, and those with bytes beyond ASCII, as far as they are looked at."""
    lines = content.splitlines(keepends=True)
    strange = (line for line in lines[5:] if not line.isascii())
    part = b"".join(lines[:5])
    for line in strange:
        if len(part) > SAMPLE:
            break
        part += line
    return part[:SAMPLE]


def _utf8(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _scored(content: bytes, part: bytes, disorder: Mapping[str, float]) -> Iterator[Guess]:
    spoken = languages_of_heads(part)
    for encoding in (*ORDER, "utf-8"):
        text = codecs.getincrementaldecoder(encoding)("replace").decode(part, final=False)
        broken = text.count("\ufffd") / max(1, sum(not sign.isascii() for sign in text))
        if broken > (0.5 if encoding == "utf-8" else 0.2):
            continue
        languages = LANGUAGES.get(encoding, ("en",))
        # Letters of several bytes of UTF-8 are no chance: where most hold, it is a mixture with it.
        letters = 1.0 if encoding == "utf-8" else known_letters(text, encoding)
        score = letters + min(NEEDLES, known_words(text)) / NEEDLES
        score += 0.2 * bool(spoken & {language[:2] for language in languages})
        score -= broken if encoding == "utf-8" else 2 * broken
        score -= 0.2 * disorder.get(encoding, 0.0)
        score -= 0.02 * ORDER.index(encoding) if encoding in ORDER else 0
        score -= 0.5 * _decodes_not(content, encoding)
        yield Guess(encoding, round(score, 3), _sample(text))


def _decodes_not(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return True
    return False


def _sample(text: str) -> str:
    """The first three lines that are not plain ASCII."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    strange = [line for line in lines if not line.isascii()] or lines
    return "\n".join(line[:120] for line in strange[:3])
