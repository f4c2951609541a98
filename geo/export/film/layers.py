"""The sheets of a film that lie one on another: what stands still, what moves, the names.

What does not change from year to year is drawn once: the words of the sheet, the land, the names,
each at its one place. For every year only great circles and marks are drawn, from one compiled
chart whose year is set; the names of that year are cut out of the picture of all names, because
setting type anew would take longer than all else together.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from math import floor
from typing import Any

import pandas as pd
import vl_convert
from PIL import Image

from geo.export import render
from geo.export.film.canvas import Canvas, Pixels, embedded
from geo.export.formats import Options
from geo.export.sheet import LINE, REMARK, Box, Sheet, lay_out
from geo.figures.figure import Figure, Scene
from geo.figures.map import figures
from geo.figures.map.clock import clock
from geo.figures.map.static.chart import YEAR, flat_map
from geo.figures.map.static.layout import Layout, lay_out_map
from geo.figures.map.static.names import TYPE, Row
from geo.figures.map.static.placing import Name, box_of
from geo.figures.map.static.rows import Part
from geo.style import svg
from geo.style.altair_theme import described
from geo.style.text import cut, drawable, width_of
from geo.ties.counts import unsure
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.time import NEVER
from geo.ties.view import View

SCALE = 1.5
"""How much larger than on a page the map is drawn on a sheet of 1920 by 1080, as the still is."""
CLOCK = 12.5
"""Size of the type under the year."""
MOST_TIES = 3000
"""More would take minutes to draw, and would be one blot; from 1,500 on there are no lines."""


@dataclass(frozen=True)
class FilmLayers:
    """What the frames of a film are put together from.

    Attributes:
        stage: where everything stands.
        sheet: the ground, the words, the land.
        moving: the charts of great circles and marks, compiled for Vega: of the world and, where
            it is enlarged, of Europe.
        panel: where the enlarged Europe lies over the great circles of the world.
        names: all names that the film has.
        when: of each name where it stands, and the years in which it shows: from, up to.
    """

    canvas: Canvas
    sheet: Image.Image
    moving: list[dict[str, Any]]
    panel: Pixels | None
    names: Image.Image
    when: list[tuple[Pixels, int, int]]

    def picture(self, year: int) -> Image.Image:
        """One year."""
        layers = [self._below]
        for number, spec in enumerate(self.moving):
            if number and self.panel:
                layers.append(self._over)
            layers.append(self.canvas.moved(_in_year(spec, year)))
        picture = self.sheet.copy()
        picture.paste(self.canvas.over(layers), self.canvas.region)
        for box in {box for box, begins, ends in self.when if begins <= year < ends}:
            picture.alpha_composite(self.names, box[:2], box)
        return picture

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
    ties, words = appearing(scene.roster, scene.view), scene.words
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
    sheet = lay_out(_words_around(scene), scene, options, charts=False)
    canvas, room = _canvas(sheet, size)
    layout = lay_out_map(
        scene.roster, ties, scene.view, scene.words, scene.ground, room, clock=True
    )
    still = [*sheet.head, *sheet.body, *sheet.foot, *_note(layout, sheet, scene)]
    land = canvas.placed(_still(_only(layout), scene, land=True))
    names = canvas.placed(_still(_only(layout, names=True), scene, land=False))
    return FilmLayers(
        canvas,
        canvas.framed([land, *still], scene.ground.paper),
        _moving(layout, scene, room[0]),
        canvas.pixels(_wider(layout.frames.europe.box)) if layout.frames.europe else None,
        canvas.clear([names]),
        [seen for part in layout.rows.parts for seen in _seen(part, canvas, scene.view.years[0])],
    )


def _words_around(scene: Scene) -> Figure:
    """Title, subtitle and remarks of the still picture, and what holds of a film alone."""
    still, view = figures.world(scene), scene.view
    remarks = list(still.remarks)
    if view.shows_whole_period(scene.roster) and unsure(scene.roster, view).undated:
        remarks.append(scene.words.say("Ties without a known date appear only with the last year."))
    return replace(still, panels=[], remarks=remarks)


def appearing(roster: Roster, view: View) -> pd.DataFrame:
    """The ties that show in at least one of the years of a view.

    Where ties that have ended are hidden, one that ended within the years shows until then.
    """
    made = select(roster, view.but(ended=True))
    if view.ended:
        return made
    begins = made["earliest"].dt.year.clip(lower=view.years[0])
    return made[made["stands"] | (made["gone"].dt.year > begins)]


def _canvas(sheet: Sheet, size: tuple[int, int]) -> tuple[Canvas, tuple[int, int]]:
    """Where the map stands, and its width and height in pixels of its own."""
    left, top, right, bottom = sheet.body_box
    scale = SCALE * sheet.type_scale
    bottom -= REMARK * sheet.type_scale * LINE
    room = (floor((right - left) / scale), floor((bottom - top) / scale))
    box = (left, top, left + room[0] * scale, top + room[1] * scale)
    return Canvas((sheet.width, sheet.height), size, box, scale), room


def _note(layout: Layout, sheet: Sheet, scene: Scene) -> list[str]:
    """How many partners found no room for their names, below the map."""
    unnamed = sum(len(part.unnamed) for part in layout.rows.parts)
    if not unnamed:
        return []
    sentence = scene.words.count(
        "{n} partner is not named on the map, for want of room.",
        "{n} partners are not named on the map, for want of room.",
        unnamed,
    )
    left, _, _, bottom = sheet.body_box
    size = REMARK * sheet.type_scale
    return [svg.text(sentence, left, bottom - size * 0.3, size, scene.ground.faint)]


def _only(layout: Layout, names: bool = False) -> Layout:
    """A map with nothing on it but, if wanted, all its names, whatever the year."""
    always = {"a": NEVER - 1, "b": -NEVER, "e": NEVER}
    parts = [
        replace(
            part,
            marks=[],
            leads=[],
            names=[name | always for name in part.names] if names else [],
        )
        for part in layout.rows.parts
    ]
    return replace(layout, rows=replace(layout.rows, parts=parts, ways=[], homes=[]))


def _moving(layout: Layout, scene: Scene, width: int) -> list[dict[str, Any]]:
    """What moves on the world, and on the enlarged Europe, without the names."""
    lines = clock(scene.roster, scene.view, scene.words)
    lines = {year: cut(drawable(line), CLOCK, width) for year, line in lines.items()}
    parts = layout.rows.parts
    return [
        _compiled(
            replace(layout, rows=replace(layout.rows, parts=[replace(part, names=[])])),
            scene,
            lines if part is parts[-1] else None,
        )
        for part in parts
    ]


def _seen(part: Part, canvas: Canvas, first: int) -> list[tuple[Pixels, int, int]]:
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


def _still(layout: Layout, scene: Scene, land: bool) -> str:
    """A map without its years, as SVG exactly as large as its room."""
    return render.spec_svg(_spec(layout, scene, None, land))


def _compiled(layout: Layout, scene: Scene, lines: dict[int, str] | None) -> dict[str, Any]:
    """A map that is the same in every year but for its year, compiled once for all years."""
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(
        json.dumps(_spec(layout, scene, lines, False))
    )
    return spec


def _spec(layout: Layout, scene: Scene, lines: dict[int, str] | None, land: bool) -> dict[str, Any]:
    return described(flat_map(layout, scene.view, "", lines, land)) | {
        "autosize": "none",
        "background": None,
    }


def _in_year(spec: dict[str, Any], year: int) -> str:
    """A compiled map in one year, as SVG."""
    signals = [one | {"value": year} if one["name"] == YEAR else one for one in spec["signals"]]
    drawn: str = vl_convert.vega_to_svg(json.dumps(spec | {"signals": signals}))
    return drawn
