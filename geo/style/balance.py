"""Titles in lines of about the same width, which do not leave one word over."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import inf

from geo.style.text import han, pieces_of, width_of, wrapped

PAUSES = "，。；：！？、,;:.!?"
"""After these a line ends well."""
ROUGH, TORN = 0.03, 0.08
"""What an end elsewhere costs: as much as two lines a quarter of the room apart; and what it costs
after a figure, which belongs to the word that follows, or where a Chinese word may be broken."""


def balanced(text: str, size: float, width: float, most: int, bold: bool = False) -> list[str]:
    """A text in as many lines as :func:`geo.style.text.wrapped` makes, of widths most even.

    Lines end after punctuation where that is nearly as even: so a Chinese word is seldom broken.

    Args:
        most: how many lines there may be; where there would be more, the last one is cut.
    """
    full = wrapped(text, size, width, most + 1, bold)
    if not 1 < len(full) <= most:
        return wrapped(text, size, width, most, bold)
    pieces = pieces_of(text.strip())
    ends = _ends(pieces, size, width, len(full), bold)
    lines = ["".join(pieces[one:other]).strip() for one, other in pairwise(ends)]
    # Pieces are measured one by one, which is a little off where letters are moved together; and a
    # word wider than a line is no matter of balance.
    fit = all(width_of(line, size, bold) <= width for line in lines)
    return lines if fit and len(lines) == len(full) else full


def _ends(pieces: list[str], size: float, width: float, lines: int, bold: bool) -> list[int]:
    """Where lines begin and the last one ends, as numbers of pieces; none if they cannot."""
    inked = [width_of(piece.rstrip(), size, bold) for piece in pieces]
    starts = [0.0, *accumulate(width_of(piece, size, bold) for piece in pieces)]
    mean = starts[-1] / lines
    # The best way to set the pieces before each one in so many lines: its cost, and its ends.
    best: list[tuple[float, list[int]]] = [(0.0, [0]), *[(inf, [])] * len(pieces)]
    for number in range(1, lines + 1):
        following: list[tuple[float, list[int]]] = [(inf, [])] * (len(pieces) + 1)
        for first, (cost, ends) in enumerate(best[:-1]):
            if cost == inf:
                continue
            for last in range(first, len(pieces)):
                wide = starts[last] - starts[first] + inked[last]
                if wide > width:
                    break
                rough = _rough(pieces[last]) if number < lines else 0.0
                whole = cost + ((wide - mean) / width) ** 2 + rough
                if whole < following[last + 1][0]:
                    following[last + 1] = (whole, [*ends, last + 1])
        best = following
    return best[-1][1]


def _rough(piece: str) -> float:
    """What it costs to end a line after a piece."""
    end = piece.rstrip()[-1:]
    if end in PAUSES:
        return 0.0
    return TORN if end.isdigit() or (han(end) and piece.endswith(end)) else ROUGH
