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

from geo.draw.description import described
from geo.draw.flat.chart import YEAR, flat_map
from geo.draw.flat.laid import Laid, laid_out
from geo.draw.flat.names import TYPE, Row
from geo.draw.flat.placing import Name, box_of
from geo.draw.flat.rows import Part
from geo.draw.gathered import NEVER
from geo.draw.type import cut, drawable, width_of
from geo.export import press, svg
from geo.export.drawing import Drawing, Scene
from geo.export.film.stage import Pixels, Stage, embedded
from geo.export.formats import Wish
from geo.export.pictures import maps
from geo.export.sheet import LINE, REMARK, Box, Sheet, lay_out
from geo.measure.clock import clock
from geo.measure.counts import unsure
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View

SCALE = 1.5
"""How much larger than on a page the map is drawn on a sheet of 1920 by 1080, as the still is."""
CLOCK = 12.5
"""Size of the type under the year."""
MOST_TIES = 3000
"""More would take minutes to draw, and would be one blot; from 1,500 on there are no lines."""


@dataclass(frozen=True)
class Cels:
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

    stage: Stage
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
            layers.append(self.stage.moved(_in_year(spec, year)))
        picture = self.sheet.copy()
        picture.paste(self.stage.over(layers), self.stage.region)
        for box in {box for box, begins, ends in self.when if begins <= year < ends}:
            picture.alpha_composite(self.names, box[:2], box)
        return picture

    @cached_property
    def _below(self) -> str:
        """What the map moves on."""
        region = self.stage.region
        return embedded(self.sheet.crop(region), region[:2])

    @cached_property
    def _over(self) -> str:
        """The sheet of the enlarged Europe."""
        return embedded(self.sheet.crop(self.panel), self.panel[:2]) if self.panel else ""


def cels(scene: Scene, wish: Wish, size: tuple[int, int]) -> Cels:
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
    sheet = lay_out(_words_around(scene), scene, wish, charts=False)
    stage, room = _stage(sheet, size)
    laid = laid_out(scene.roster, ties, scene.view, scene.words, scene.ground, room, clock=True)
    still = [*sheet.head, *sheet.body, *sheet.foot, *_note(laid, sheet, scene)]
    land = stage.placed(_still(_only(laid), scene, land=True))
    names = stage.placed(_still(_only(laid, names=True), scene, land=False))
    return Cels(
        stage,
        stage.framed([land, *still], scene.ground.paper),
        _moving(laid, scene, room[0]),
        stage.pixels(_wider(laid.frames.europe.box)) if laid.frames.europe else None,
        stage.clear([names]),
        [seen for part in laid.rows.parts for seen in _seen(part, stage, scene.view.years[0])],
    )


def _words_around(scene: Scene) -> Drawing:
    """Title, subtitle and remarks of the still picture, and what holds of a film alone."""
    still, view = maps.world(scene), scene.view
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


def _stage(sheet: Sheet, size: tuple[int, int]) -> tuple[Stage, tuple[int, int]]:
    """Where the map stands, and its width and height in pixels of its own."""
    left, top, right, bottom = sheet.body_box
    scale = SCALE * sheet.type_scale
    bottom -= REMARK * sheet.type_scale * LINE
    room = (floor((right - left) / scale), floor((bottom - top) / scale))
    box = (left, top, left + room[0] * scale, top + room[1] * scale)
    return Stage((sheet.width, sheet.height), size, box, scale), room


def _note(laid: Laid, sheet: Sheet, scene: Scene) -> list[str]:
    """How many partners found no room for their names, below the map."""
    unnamed = sum(len(part.unnamed) for part in laid.rows.parts)
    if not unnamed:
        return []
    said = scene.words.count(
        "{n} partner is not named on the map, for want of room.",
        "{n} partners are not named on the map, for want of room.",
        unnamed,
    )
    left, _, _, bottom = sheet.body_box
    size = REMARK * sheet.type_scale
    return [svg.text(said, left, bottom - size * 0.3, size, scene.ground.faint)]


def _only(laid: Laid, names: bool = False) -> Laid:
    """A map with nothing on it but, if wanted, all its names, whatever the year."""
    always = {"a": NEVER - 1, "b": -NEVER, "e": NEVER}
    parts = [
        replace(
            part,
            marks=[],
            leads=[],
            names=[name | always for name in part.names] if names else [],
        )
        for part in laid.rows.parts
    ]
    return replace(laid, rows=replace(laid.rows, parts=parts, ways=[], homes=[]))


def _moving(laid: Laid, scene: Scene, width: int) -> list[dict[str, Any]]:
    """What moves on the world, and on the enlarged Europe, without the names."""
    lines = clock(scene.roster, scene.view, scene.words)
    lines = {year: cut(drawable(line), CLOCK, width) for year, line in lines.items()}
    parts = laid.rows.parts
    return [
        _compiled(
            replace(laid, rows=replace(laid.rows, parts=[replace(part, names=[])])),
            scene,
            lines if part is parts[-1] else None,
        )
        for part in parts
    ]


def _seen(part: Part, stage: Stage, first: int) -> list[tuple[Pixels, int, int]]:
    """Where the names of a map stand, and when each shows: as the marks that are certain do."""
    return [
        (stage.pixels(_wider(_box(name))), name["b"], name["e"])
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


def _still(laid: Laid, scene: Scene, land: bool) -> str:
    """A map without its years, as SVG exactly as large as its room."""
    return press.spec_svg(_spec(laid, scene, None, land))


def _compiled(laid: Laid, scene: Scene, lines: dict[int, str] | None) -> dict[str, Any]:
    """A map that is the same in every year but for its year, compiled once for all years."""
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(json.dumps(_spec(laid, scene, lines, False)))
    return spec


def _spec(laid: Laid, scene: Scene, lines: dict[int, str] | None, land: bool) -> dict[str, Any]:
    return described(flat_map(laid, scene.view, "", lines, land)) | {
        "autosize": "none",
        "background": None,
    }


def _in_year(spec: dict[str, Any], year: int) -> str:
    """A compiled map in one year, as SVG."""
    signals = [one | {"value": year} if one["name"] == YEAR else one for one in spec["signals"]]
    drawn: str = vl_convert.vega_to_svg(json.dumps(spec | {"signals": signals}))
    return drawn
