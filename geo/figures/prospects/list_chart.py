"""A ranked list drawn as a table: place, city, country, what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.style.chart import Spec, chart, layer
from geo.style.colours import Ground
from geo.style.text import cut, drawable, width_of, wrapped

TYPE, SMALL = 13.0, 11.0
HIGH, TWO_LINES = 50.0, 46.0
"""Of a row with its reasons below, in pixels; and how high it must be for these to stand in two
lines, those for the city and those against it."""
PLACE = 34.0
BELOW = 14.0
"""Between two lines of reasons, in pixels."""
MOST = 8
"""Lines of reasons at the most."""


@dataclass(frozen=True)
class Line:
    """One row of the list."""

    place: str
    name: str
    country: str
    pros: str
    cons: str


def list_chart(
    lines: Sequence[Line], ground: Ground, colour: str, description: str, size: tuple[float, float]
) -> Spec:
    """The rows as large as their room lets them be read; reasons are cut where it ends.

    Where the height is free, reasons go on in further lines instead.

    Args:
        colour: of the places, ``#rrggbb``.
        size: of the room; a height of 0 takes what it wants.
    """
    width, tall = max(size[0], 200.0), size[1]
    high = min(HIGH, tall / max(len(lines), 1)) if tall else HIGH
    shrink = min(1.0, high / 34.0)
    rows, y = [], 0.0
    for line in lines:
        name = cut(drawable(line.name), TYPE * shrink, width * 0.6)
        beside = PLACE + width_of(name, TYPE * shrink, bold=True) + 8
        country = cut(drawable(line.country), SMALL * shrink, max(width - beside, 1.0))
        rows += [
            {"x": 0.0, "y": y + 12 * shrink, "text": line.place, "kind": "place"},
            {"x": PLACE, "y": y + 12 * shrink, "text": name, "kind": "name"},
            {"x": beside, "y": y + 12 * shrink, "text": country, "kind": "country"},
        ]
        reasons = [
            text
            for told in _told(line, high >= TWO_LINES)
            for text in wrapped(told, SMALL * shrink, width - PLACE, 1 if tall else MOST)
        ]
        for below, text in enumerate(reasons):
            at = y + (26 + BELOW * below) * shrink
            rows.append({"x": PLACE, "y": at, "text": text, "kind": "why"})
        y += high + (0.0 if tall else BELOW * max(len(reasons) - 2, 0))
    looks = {
        "place": {"color": colour, "fontSize": TYPE * shrink, "fontWeight": "bold"},
        "name": {"color": ground.ink, "fontSize": TYPE * shrink, "fontWeight": "bold"},
        "country": {"color": ground.faint, "fontSize": SMALL * shrink},
        "why": {"color": ground.ink, "fontSize": SMALL * shrink},
    }
    layers = [
        layer(
            "text",
            {
                "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
                "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
                "text": {"field": "text", "type": "nominal"},
            },
            [row for row in rows if row["kind"] == kind],
            align="left",
            baseline="alphabetic",
            limit=width,
            **look,
        )
        for kind, look in looks.items()
    ]
    return chart(
        layers,
        ground,
        description,
        width=width,
        height=max(y, 40.0),
        autosize="none",
    )


def _told(line: Line, two: bool) -> list[str]:
    """What speaks for a city and against it, in two lines or in one."""
    signed = ((f"＋ {line.pros}", line.pros), (f"－ {line.cons}", line.cons))
    told = [text for text, there in signed if there]
    return told if two else [" ".join(told)]
