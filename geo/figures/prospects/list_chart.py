"""A ranked list drawn as a table: place, city, country, what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from geo.figures.panel import Size, Spec
from geo.style.chart import chart, layer
from geo.style.colours import Ground
from geo.style.text import cut, drawable, width_of, wrapped

TYPE, SMALL = 13.0, 11.0
PLACE = 34.0
HEAD, LINE, GAP = 16.0, 14.5, 9.0
"""Height of a row's head, of a line of reasons, and of the space below a row, in pixels."""
SIZES = (1.2, 1.1, 1.0, 0.9, 0.8, 0.7)
"""Sizes of the type that are tried where the room is limited, the largest first."""
ENOUGH = 10
"""So many rows should find room there, before the type is made smaller."""
MOST_LINES = 6
"""Of reasons for a city, and of those against it."""


@dataclass(frozen=True)
class Line:
    """One row of the list."""

    place: str
    name: str
    country: str
    pros: str
    cons: str


def list_chart(
    lines: Sequence[Line],
    every: Sequence[Sequence[Line]],
    ground: Ground,
    colour: str,
    description: str,
    size: Size,
) -> Spec:
    """The rows with all their reasons, as many as the room holds, in type as large as it lets.

    Args:
        every: all lists that stand side by side: they have one size of type and as many rows.
        colour: of the places, ``#rrggbb``.
        size: of the room; a height of 0 takes what all rows want.
    """
    width, tall = max(size[0], 200.0), size[1]
    zoom, shown = (1.0, len(lines)) if not tall else _fitting(every, width, tall)
    texts: list[dict[str, Any]] = []
    top = 0.0
    for line in lines[:shown]:
        texts += _row(line, top, width, zoom)
        top += _height(line, width, zoom)
    looks = {
        "place": {"color": colour, "fontSize": TYPE * zoom, "fontWeight": "bold"},
        "name": {"color": ground.ink, "fontSize": TYPE * zoom, "fontWeight": "bold"},
        "country": {"color": ground.faint, "fontSize": SMALL * zoom},
        "why": {"color": ground.ink, "fontSize": SMALL * zoom},
    }
    where = {
        "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
        "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
        "text": {"field": "text", "type": "nominal"},
    }
    layers = [
        layer(
            "text",
            where,
            [text for text in texts if text["kind"] == kind],
            align="left",
            baseline="alphabetic",
            **look,
        )
        for kind, look in looks.items()
    ]
    high = max(top, 40.0)
    return chart(layers, ground, description, width=width, height=high, autosize="none")


def _fitting(every: Sequence[Sequence[Line]], width: float, tall: float) -> tuple[float, int]:
    """The largest type in which enough rows of each list find room, and how many do."""
    zoom, shown = SIZES[-1], 0
    longest = max(map(len, every))
    for zoom in SIZES:
        shown = min(_held(lines, longest, width, tall, zoom) for lines in every)
        if shown >= min(ENOUGH, longest):
            break
    return zoom, shown


def _held(lines: Sequence[Line], longest: int, width: float, tall: float, zoom: float) -> int:
    """How many rows of a list find room; as many as the longest has where all of its own do."""
    ends = list(accumulate(_height(line, width, zoom) for line in lines))
    held = sum(end <= tall + GAP * zoom for end in ends)
    return held if held < len(lines) else longest


def _reasons(line: Line, width: float, zoom: float) -> list[str]:
    """What speaks for a city and against it, each from a line of its own on."""
    signed = ((f"＋ {line.pros}", line.pros), (f"－ {line.cons}", line.cons))
    room = width - PLACE * zoom
    return [
        part
        for text, there in signed
        if there
        for part in wrapped(drawable(text), SMALL * zoom, room, MOST_LINES)
    ]


def _height(line: Line, width: float, zoom: float) -> float:
    return zoom * (HEAD + LINE * len(_reasons(line, width, zoom)) + GAP)


def _row(line: Line, top: float, width: float, zoom: float) -> list[dict[str, Any]]:
    """The texts of a row, each with its place and what it is."""
    left = PLACE * zoom
    name = cut(drawable(line.name), TYPE * zoom, width * 0.6)
    beside = left + width_of(name, TYPE * zoom, bold=True) + 8
    country = cut(drawable(line.country), SMALL * zoom, max(width - beside, 1.0))
    y = top + 12 * zoom
    return [
        {"x": 0.0, "y": y, "text": line.place, "kind": "place"},
        {"x": left, "y": y, "text": name, "kind": "name"},
        {"x": beside, "y": y, "text": country, "kind": "country"},
        *(
            {"x": left, "y": y + LINE * zoom * below, "text": text, "kind": "why"}
            for below, text in enumerate(_reasons(line, width, zoom), 1)
        ),
    ]
