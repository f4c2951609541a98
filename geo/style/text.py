"""The atlas's own type: how wide a text is, which letters there are, and text as outlines.

Everything is read from the fonts in static/fonts (Youcheng Sans), so what is laid out here fits
wherever the same fonts draw it, on whatever machine.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

FAMILY = "Youcheng Sans"
FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
FILES = {False: "YouchengSans-Regular.ttf", True: "YouchengSans-Bold.ttf"}
ELLIPSIS = "…"


@lru_cache(maxsize=2)
def _face(bold: bool) -> Any:
    return hb.Face(hb.Blob.from_file_path(str(FONTS / FILES[bold])))


@lru_cache(maxsize=2)
def _font(bold: bool) -> Any:
    return hb.Font(_face(bold))


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """The code points that the fonts can draw."""
    return frozenset(_face(False).unicodes) & frozenset(_face(True).unicodes)


def drawable(text: str) -> str:
    """A text without the characters that the fonts cannot draw, on one line."""
    return " ".join("".join(c if _known(c) else " " if c.isspace() else "" for c in text).split())


def undrawable(text: str) -> str:
    """The characters of a text that the fonts cannot draw, once each; blanks do not count."""
    return "".join(dict.fromkeys(c for c in text if not _known(c) and not c.isspace()))


def _known(character: str) -> bool:
    return ord(character) in letters() and character.isprintable()


def _shaped(text: str, bold: bool) -> tuple[list[Any], list[Any]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(_font(bold), buffer)
    return buffer.glyph_infos, buffer.glyph_positions or []  # without letters there is no list


@lru_cache(maxsize=65536)
def _advance(text: str, bold: bool) -> float:
    """The width of a text as a share of the size of its type."""
    _, positions = _shaped(text, bold)
    return sum(place.x_advance for place in positions) / _face(bold).upem


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is, in the unit of ``size``, the size of its type."""
    return _advance(text, bold) * size


def outlines(text: str, bold: bool = False) -> list[tuple[int, float, float]]:
    """The glyphs of a text: number, and where each begins, in shares of the size of the type."""
    infos, positions = _shaped(text, bold)
    upem, x, y, placed = _face(bold).upem, 0, 0, []
    for info, place in zip(infos, positions, strict=True):
        placed.append((info.codepoint, (x + place.x_offset) / upem, (y + place.y_offset) / upem))
        x, y = x + place.x_advance, y + place.y_advance
    return placed


@lru_cache(maxsize=16384)
def glyph_path(glyph: int, bold: bool = False) -> str:
    """The outline of a glyph as an SVG path, in thousandths of the size of the type, y down."""
    font, scale = _font(bold), 1000 / _face(bold).upem
    parts: list[str] = []

    def at(*numbers: float) -> str:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return " ".join(f"{round(x * scale)} {round(-y * scale)}" for x, y in pairs)

    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: parts.append("M" + at(x, y)))
    pen.set_line_to_func(lambda x, y, _: parts.append("L" + at(x, y)))
    pen.set_quadratic_to_func(lambda *p: parts.append("Q" + at(*p[:4])))
    pen.set_cubic_to_func(lambda *p: parts.append("C" + at(*p[:6])))
    pen.set_close_path_func(lambda _: parts.append("Z"))
    font.draw_glyph(glyph, pen, None)
    return "".join(parts)


def wrapped(text: str, size: float, width: float, most: int, bold: bool = False) -> list[str]:
    """A text in lines no wider than ``width``, the last one cut with an ellipsis if need be.

    Lines break at blanks and between Chinese characters, never before closing punctuation; a word
    wider than a line is broken where it must be.

    Args:
        most: how many lines there may be.
    """
    lines = _broken(pieces_of(text), size, width, bold)
    if len(lines) > most:
        rest = cut("".join(lines[most - 1 :]).strip(), size, width, bold)
        return [*(line.strip() for line in lines[: most - 1]), rest]
    return [line.strip() for line in lines]


def _broken(pieces: list[str], size: float, width: float, bold: bool) -> list[str]:
    """Pieces in lines as full as they can be, with the blanks that stood at their ends."""
    lines: list[str] = [""]
    for piece in pieces:
        fits = width_of((lines[-1] + piece).rstrip(), size, bold) <= width
        if fits or not lines[-1]:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
        while width_of(lines[-1].rstrip(), size, bold) > width and len(lines[-1]) > 1:
            end = _before_closing(lines[-1], _longest(lines[-1], size, width, bold))
            rest = lines[-1][end:].lstrip()
            lines[-1:] = [lines[-1][: len(lines[-1]) - len(rest)], rest]
    return [line for line in lines if line.strip()]


def _before_closing(word: str, end: int) -> int:
    """Where to break a word that is too wide, at the latest: not before closing punctuation."""
    for place in range(end, 1, -1):
        if word[place] not in CLOSING + LATIN_CLOSING and word[place - 1] not in OPENING:
            return place
    return end


def cut(text: str, size: float, width: float, bold: bool = False) -> str:
    """A text on one line no wider than ``width``, cut with an ellipsis if need be."""
    if width_of(text, size, bold) <= width:
        return text
    end = _longest(text, size, width, bold, ELLIPSIS)
    return text[:end].rstrip() + ELLIPSIS


def _longest(text: str, size: float, width: float, bold: bool, ending: str = "") -> int:
    """How many characters fit into a width with an ending after them: one at the least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle] + ending, size, bold) <= width:
            low = middle
        else:
            high = middle - 1
    return low


CLOSING = "，。、；：！？）》”’」』】…—·％%"
"""Before these no line breaks, after them it may."""
LATIN_CLOSING = ")]},.;:!?"
"""Before these neither; after them only at a blank: 3.5 stays together."""
OPENING = "（《“‘「『【"


def pieces_of(text: str) -> list[str]:
    """A text in the pieces between which a line may break."""
    pieces: list[str] = []
    for character in text:
        last = pieces[-1][-1] if pieces else ""
        may_break = (
            last == " " or han(character) or han(last) or character in OPENING or last in CLOSING
        )
        together = pieces and (
            not may_break or character in CLOSING + LATIN_CLOSING + " " or last in OPENING
        )
        if together:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def han(character: str) -> bool:
    """Whether a character is Chinese: a letter or one of the wide marks."""
    return bool(character) and ord(character) > 0x2E7F
