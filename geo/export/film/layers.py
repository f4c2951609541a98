"""The layers of a film: what stands still, what moves, the names.

What does not change from year to year is drawn once: the words of the sheet, the land, the names,
each at its one place. For every year only great circles and marks are drawn, from one compiled
chart whose year is set; the names of that year are cut out of the picture of all names, because
setting type anew would take longer than all else together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import Any

from PIL import Image

from geo.export.film import moving
from geo.export.film.canvas import Canvas, Pixels, embedded
from geo.export.formats import Options
from geo.export.sheet import Sheet, lay_out
from geo.export.typography import LINE, REMARK, Box
from geo.figures.map import years
from geo.figures.map.figures import without_names
from geo.figures.map.static.layout import lay_out_map
from geo.figures.map.static.names import TYPE, Row
from geo.figures.map.static.rows import Part
from geo.figures.scene import Scene
from geo.style import svg
from geo.style.labels.around import Name, box_of
from geo.style.text import width_of
from geo.ties.select import select

SCALE = 1.5
"""How much larger than on a page the map is drawn on a sheet of 1920 by 1080, as the still is."""
MOST_TIES = 3000
"""More would take minutes to draw, and would be one blot; from 1,500 on there are no lines."""

NameInYears = tuple[Pixels, int, int]
"""Where a name stands in a frame, and the years in which it shows: from, up to."""


@dataclass(frozen=True)
class FilmLayers:
    """What the frames of a film are put together from.

    Attributes:
        canvas: where the map stands.
        paper: colour of the ground.
        land: as SVG, at its place on the sheet.
        while_running: the words around the map while the years run, as SVG.
        at_rest: those of the last year.
        last: the last year.
        charts: great circles and marks, compiled for Vega: of the world and, where it is
            enlarged, of Europe.
        panel: where the enlarged Europe lies over the great circles of the world.
        names: all names that the film has.
        named: of each name where and when it shows.
    """

    canvas: Canvas
    paper: str
    land: str
    while_running: Sequence[str]
    at_rest: Sequence[str]
    last: int
    charts: Sequence[dict[str, Any]]
    panel: Pixels | None
    names: Image.Image
    named: Sequence[NameInYears]

    def picture(self, year: int) -> Image.Image:
        """One year."""
        layers = [self._below]
        for number, chart in enumerate(self.charts):
            if number and self.panel:
                layers.append(self._over)
            layers.append(self.canvas.moved(moving.in_year(chart, year)))
        picture = self._last_sheet.copy() if year == self.last else self.sheet.copy()
        picture.paste(self.canvas.over(layers), self.canvas.region)
        for box in {box for box, begins, ends in self.named if begins <= year < ends}:
            picture.alpha_composite(self.names, box[:2], box)
        return picture

    @cached_property
    def sheet(self) -> Image.Image:
        """Ground, land, and the words of the running years."""
        return self.canvas.opaque([self.land, *self.while_running], self.paper)

    @cached_property
    def _last_sheet(self) -> Image.Image:
        """Ground, land, and the words of the last year."""
        return self.canvas.opaque([self.land, *self.at_rest], self.paper)

    @cached_property
    def _below(self) -> str:
        """What the map moves on."""
        region = self.canvas.region
        return embedded(self.sheet.crop(region), region[:2])

    @cached_property
    def _over(self) -> str:
        """The sheet of the enlarged Europe."""
        return embedded(self.sheet.crop(self.panel), self.panel[:2]) if self.panel else ""


def film_layers(scene: Scene, options: Options, size: tuple[int, int]) -> FilmLayers:
    """Draw what stands still, and compile what moves.

    Args:
        size: width and height of a frame, in pixels.

    Raises:
        ValueError: no tie shows in any year of the view, or too many do.
    """
    ties, words = years.appearing(scene.roster, scene.view), scene.words
    if ties.empty:
        raise ValueError(words.say("These filters and years leave no tie."))
    if len(ties) > MOST_TIES:
        raise ValueError(
            words.say(
                "A film shows up to {most} ties, and here are {n}; choose fewer of them.",
                most=words.number(MOST_TIES),
                n=words.number(len(ties)),
            )
        )
    sheets = [
        lay_out(figure, scene, options, charts=False)
        for figure in (years.running(scene), years.at_rest(scene))
    ]
    body = _common([sheet.body_box for sheet in sheets])
    canvas, room = _canvas(sheets[0], body, size)
    layout = lay_out_map(scene.roster, ties, scene.view, words, scene.ground, room, clock=True)
    standing = set(select(scene.roster, scene.view)["place"])
    at_rest = [place for place in layout.unnamed if place in standing]
    notes = (years.unnamed_while_running(layout, scene), without_names(at_rest, scene))
    running, rest = (
        _words_of(sheet, body, note, scene) for sheet, note in zip(sheets, notes, strict=True)
    )
    europe = layout.frames.europe
    return FilmLayers(
        canvas=canvas,
        paper=scene.ground.paper,
        land=canvas.placed(moving.land(layout, scene)),
        while_running=running,
        at_rest=rest,
        last=scene.view.years[1],
        charts=moving.charts(layout, scene, room[0]),
        panel=canvas.pixels(_wider(europe.box)) if europe else None,
        names=canvas.transparent([canvas.placed(moving.names(layout, scene))]),
        named=[
            one for part in layout.rows.parts for one in _named(part, canvas, scene.view.years[0])
        ],
    )


def _common(boxes: Sequence[Box]) -> Box:
    """The room that some sheets all have for their map."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return max(lefts), max(tops), min(rights), min(bottoms)


def _canvas(sheet: Sheet, body: Box, size: tuple[int, int]) -> tuple[Canvas, tuple[int, int]]:
    """Where the map stands, and its width and height in pixels of its own."""
    left, top, right, bottom = body
    scale = SCALE * sheet.type_scale
    bottom -= REMARK * sheet.type_scale * LINE
    room = (floor((right - left) / scale), floor((bottom - top) / scale))
    box = (left, top, left + room[0] * scale, top + room[1] * scale)
    return Canvas((sheet.width, sheet.height), size, box, scale), room


def _words_of(sheet: Sheet, body: Box, note: str, scene: Scene) -> list[str]:
    """The words around the map, with a note right below it."""
    size = REMARK * sheet.type_scale
    below = svg.text(note, body[0], body[3] - size * 0.3, size, scene.ground.faint)
    return [*sheet.head, *sheet.body, *sheet.foot, *([below] if note else [])]


def _named(part: Part, canvas: Canvas, first: int) -> list[NameInYears]:
    """Where the names of a map stand, and when each shows: as the marks that are certain do."""
    return [
        (canvas.pixels(_wider(_box(name))), name["b"], name["e"])
        for name in part.names
        if name["a"] >= first
    ]


def _box(name: Row) -> Box:
    """The room of a name on the map."""
    place = Name(name["x"], name["y"], name["align"])
    return box_of(place, width_of(name["text"], TYPE), TYPE)


def _wider(box: Box) -> Box:
    """A box and the pixel around it."""
    return box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1
