"""Values of an address: how one, or several, are read, and what of them is not understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geo.ties.called import code_of, plain
from geo.ties.view import LONGEST_SEARCH

BETWEEN = re.compile(r"[,;、;|]")
BETWEEN_YEARS = re.compile(r"[,;、;|\s–—~〜至]|(?<=\d)-|\.\.")


def several(values: Sequence[str], known: Mapping[str, str], missed: list[str]) -> set[str]:
    """All that is known of several values.

    A value is taken whole before it is taken apart, for there are names with commas in them.
    """
    found = set()
    for value in values:
        whole = code_of(value, known)
        parts = [value] if whole else split([value], BETWEEN)
        for part in parts:
            code = whole or code_of(part, known)
            if code:
                found.add(code)
            else:
                missed.append(part)
    return found


def first_of(values: Sequence[str], read: Callable[[str], Any], missed: list[str]) -> Any:
    """The first value that is understood; another one that differs from it is not followed."""
    found = None
    for value in filter(None, values):
        one = read(plain(value))
        if one is None or found not in (None, one):
            missed.append(value)
        elif found is None:
            found = one
    return found


def year_in(text: str) -> int | None:
    """The year that a text is, of four digits in any width; ``None`` for anything else."""
    year = plain(text)
    return int(year) if re.fullmatch(r"[0-9]{4}", year) else None


def split(values: Sequence[str], between: re.Pattern[str]) -> list[str]:
    """Values taken apart at commas and the like, without empty ones."""
    parts = [
        part for value in values for part in between.split(unicodedata.normalize("NFKC", value))
    ]
    return [part.strip() for part in parts if part.strip()]


def search_text(text: str) -> str:
    """A text to be searched for, as one line without control characters, cut at its longest."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line[:LONGEST_SEARCH].rstrip()
