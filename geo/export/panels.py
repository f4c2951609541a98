"""The charts of a picture in their cells, with their headings above and their notes below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.export.render import spec_svg
from geo.export.typography import HEADING, HEADINGS, LINE, REMARK, TOPIC, Box, fitting_step
from geo.figures.figure import Figure
from geo.figures.panel import Panel
from geo.figures.scene import Scene
from geo.style import svg
from geo.style.balance import balanced
from geo.style.text import cut, drawable, wrapped

GAP = 36.0
BELOW = 8.0
"""Between a heading and its chart."""
WORTH = 1.1
"""Fewer charts stand side by side where that makes them so many times as large."""


@dataclass(frozen=True)
class Headings:
    """The lines over the charts, all in one size, so that the charts below stand level.

    Attributes:
        size: of their type, in pixels.
        lines: topic and heading of each chart.
    """

    size: float
    lines: Sequence[tuple[Sequence[str], Sequence[str]]]

    @property
    def tall(self) -> float:
        """How high the highest of them is, with the room below."""
        tallest = max(len(topic) * TOPIC + len(heading) for topic, heading in self.lines)
        return tallest * self.size * LINE


def cells(box: Box, how_many: int, columns: int, u: float) -> list[Box]:
    """The cells of the charts: columns of equal width, rows of equal height."""
    left, top, right, bottom = box
    columns = max(1, min(columns, how_many))
    rows = -(-how_many // columns)
    gap = GAP * u
    wide = (right - left - gap * (columns - 1)) / columns
    tall = (bottom - top - gap * 0.6 * (rows - 1)) / max(rows, 1)
    return [
        (x, y, x + wide, y + tall)
        for number in range(how_many)
        for row, place in [divmod(number, columns)]
        for x, y in [(left + place * (wide + gap), top + row * (tall + gap * 0.6))]
    ]


def draw_panels(figure: Figure, scene: Scene, box: Box, u: float) -> list[str]:
    """The charts, each in its cell; or a sentence where there is nothing to show."""
    if not figure.panels:
        instead = figure.shown_instead(scene.words)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [svg.text(instead, x, y, HEADING * u, scene.ground.faint, anchor="middle")]
    room, headings = _room(figure, box, u)
    parts = []
    for number, (panel, cell) in enumerate(zip(figure.panels, room, strict=True)):
        parts += _heading(headings, number, cell, scene)
        left, top, right, bottom = cell
        top += headings.tall + (BELOW * u if headings.tall else 0)
        parts += _panel(panel, scene, (left, top, right, bottom), f"p{number}", u)
    return parts


def _room(figure: Figure, box: Box, u: float) -> tuple[list[Box], Headings]:
    """Cells and headings, in as many columns as let the charts be large."""
    best, found = 0.0, None
    for columns in range(figure.across, 0, -1):
        room = cells(box, len(figure.panels), columns, u)
        wide, tall = room[0][2] - room[0][0], room[0][3] - room[0][1]
        headings = headings_of(figure.panels, wide, u)
        size = min(
            _scale(panel, wide, tall - headings.tall - BELOW * u, u) / panel.scale
            for panel in figure.panels
        )
        if found is None or size > best * WORTH:
            best, found = size, (room, headings)
    assert found is not None
    return found


def headings_of(panels: Sequence[Panel], wide: float, u: float) -> Headings:
    """Set the headings of some charts in the largest size that lets all of them be whole."""
    texts = [(drawable(panel.topic), drawable(panel.heading)) for panel in panels]
    size, most = fitting_step(HEADINGS, [heading for _, heading in texts], wide, u)
    return Headings(
        size,
        [
            (wrapped(topic, size * TOPIC, wide, 3), balanced(heading, size, wide, most))
            for topic, heading in texts
        ],
    )


def _heading(headings: Headings, number: int, cell: Box, scene: Scene) -> list[str]:
    """One heading at the top of its cell, its topic small and faint above it."""
    left, y, parts = cell[0], cell[1], []
    ground, size = scene.ground, headings.size
    topic, heading = headings.lines[number]
    for lines, type_size, colour in (
        (topic, size * TOPIC, ground.faint),
        (heading, size, ground.ink),
    ):
        for line in lines:
            y += type_size * LINE
            parts.append(svg.text(line, left, y - type_size * 0.3, type_size, colour))
    return parts


def _scale(panel: Panel, wide: float, tall: float, u: float) -> float:
    """How much larger than on a page a chart is drawn in its room."""
    return min(panel.scale * u, wide / panel.least, max(tall, 1.0) / panel.tall)


def _panel(panel: Panel, scene: Scene, box: Box, name: str, u: float) -> list[str]:
    """One chart with its note below."""
    left, top, right, bottom = box
    bottom -= REMARK * u * LINE if panel.note else 0
    wide, tall = right - left, bottom - top
    scale = _scale(panel, wide, tall, u)
    size = (wide / scale, tall / scale)
    drawn = panel.on_sheet(size)
    picture = drawn if isinstance(drawn, str) else spec_svg(drawn)
    parts = [svg.inside(picture, left, top, wide, tall, name)]
    if panel.note:
        note = cut(panel.note(size), REMARK * u, wide)
        y = bottom + REMARK * u * (LINE - 0.3)
        parts.append(svg.text(note, left, y, REMARK * u, scene.ground.faint))
    return parts
