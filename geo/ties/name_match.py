"""How well a name answers what a reader has typed."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from typing import NamedTuple

from geo.i18n.folding import has_han, words_in
from geo.ties.name_index import ABBREVIATION, CODE, INITIALS, SOUND, Name

SHORTEST_MIDDLE, SHORTEST_SOUND = 3, 3
"""Latin letters that a text must have to be looked for inside words, and as the beginning of a
sound."""


class Rank(IntEnum):
    """How well a name answers a text; the best first."""

    WHOLE = 0
    WORD = 1
    BEGINNING = 2
    BEGINNING_OF_WORD = 3
    SOUND = 4
    MIDDLE = 5
    TYPO = 6
    RELATED = 7


class Asked(NamedTuple):
    """A text that is looked for: as typed, its folded words, these without blanks."""

    text: str
    words: tuple[str, ...]
    joined: str


def asked_for(text: str) -> Asked:
    """A text as it is looked for; without words if there is nothing in it to look for."""
    words = words_in(text)
    return Asked(unicodedata.normalize("NFKC", text).strip(), words, "".join(words))


def rank_of(name: Name, asked: Asked) -> Rank | None:
    """How well a name answers a text; ``None`` if it does not."""
    joined = asked.joined
    if name.how == CODE:
        return Rank.WHOLE if name.text == asked.text.upper() else None
    if name.how == ABBREVIATION:
        return Rank.WHOLE if name.joined == joined else None
    if name.how == INITIALS:
        alone = len(joined) > 1 and asked.words == (joined,)
        return Rank.SOUND if alone and name.joined == joined else None
    if name.how == SOUND:
        return Rank.SOUND if _sounds_so(name, joined) else None
    if joined not in name.joined:
        return None
    if name.joined == joined:
        return Rank.WHOLE
    size = len(asked.words)
    if any(name.words[at : at + size] == asked.words for at in range(len(name.words))):
        return Rank.WORD
    if name.joined.startswith(joined):
        return Rank.BEGINNING
    if any("".join(name.words[at:]).startswith(joined) for at in range(1, len(name.words))):
        return Rank.BEGINNING_OF_WORD
    return Rank.MIDDLE if has_han(joined) or len(joined) >= SHORTEST_MIDDLE else None


def _sounds_so(name: Name, joined: str) -> bool:
    long_enough = len(joined) >= SHORTEST_SOUND
    return name.joined == joined or (long_enough and name.joined.startswith(joined))
