"""The map as the browser draws it: laid out like the files, one row a place and one a tie.

The browser filters by year and draws; nothing is placed there that is placed here, until the
reader zooms in. What shows in a year, and as what, it decides by the rule of
:func:`geo.figures.map.groups.when`, as the files do.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.figures.map.groups import asked_of, in_order
from geo.figures.map.proposals import called
from geo.figures.map.static.chart import STRENGTH
from geo.figures.map.static.frames import EUROPE
from geo.figures.map.static.layout import Layout, lay_out_map
from geo.figures.map.static.names import TYPE, by_importance, years_of
from geo.figures.map.static.proposals import HALF
from geo.figures.map.static.rows import MOST_WAYS, Part
from geo.figures.map.text import finding_forms
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.phrases import LEVEL, roles_called, tie_line
from geo.place.projection import Projection
from geo.style.colours import GROUNDS, home_colours
from geo.style.symbols import AROUND, DIAMOND, FURTHER, ground_of, ring, strip, target
from geo.style.text import drawable
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, Roster
from geo.ties.select import passing
from geo.ties.supposing import supposing_on
from geo.ties.view import View

Row = dict[str, Any]

LEAST, MOST = (240, 160), (4096, 4096)
"""The smallest and the largest size that is laid out, in pixels."""


def screen_map(scene: Scene, size: tuple[int, int]) -> bytes:
    """The map of a view for a size, as JSON in UTF-8.

    Every tie that passes the filters is in it, whatever its years: these the browser filters.

    Args:
        scene: of its view count the filters and the homes.
        size: width and height in pixels, as the browser says.

    Raises:
        ValueError: the size is smaller or larger than can be drawn.
    """
    if not (LEAST[0] <= size[0] <= MOST[0] and LEAST[1] <= size[1] <= MOST[1]):
        raise ValueError(f"A map of {size[0]} by {size[1]} pixels cannot be drawn.")
    view = scene.view.filters_only
    roster = supposing_on(scene.roster, view.suppose, scene.roster.as_of)
    return _kept(roster, view, scene.ground.name, size)


@lru_cache(maxsize=64)
def _kept(roster: Roster, view: View, ground: str, size: tuple[int, int]) -> bytes:
    """Made once for all readers who see the same."""
    rows = screen_rows(Scene(roster, view, GROUNDS[ground]), size)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def screen_rows(scene: Scene, size: tuple[int, int]) -> Row:
    """What :func:`screen_map` writes.

    Returns:
        ``size``; ``period`` (first and last year of the roster); ``colours`` of the ground;
        ``faint`` (opacity of the great circles) and ``type`` (size of the names);
        ``narrowed`` (whether a part of the world is asked for);
        ``parts``: the world and, where it is enlarged, Europe, as :func:`_part` has them;
        ``outline`` of what is enlarged, in pixels; ``homes``, ``places`` and ``ties``, where ties
        name the other two by their number; ``shapes`` by role; ``legend``; ``finding``;
        ``proposals``: the cities that the article names, if they are asked for, as
        :func:`geo.figures.map.static.proposals.proposal_rows` has them, and half a mark's width.
    """
    roster, view, words = scene.roster, scene.view, scene.words
    ties = asked_of(passing(roster, view))
    layout = lay_out_map(roster, ties, view, words, scene.ground, size, clock=True, marks=False)
    drawn = in_order(roster, ties)
    if len(drawn) > MOST_WAYS:  # as the files have them, home over home would hide the first
        drawn = drawn.sort_values("earliest", kind="stable")
    each = list(drawn.itertuples())
    ranked = by_importance(each)
    numbers = {tie.place: number for number, tie in enumerate(ranked)}
    ground = scene.ground
    return {
        "size": list(size),
        "period": list(roster.period),
        "colours": {part: getattr(ground, part) for part in ("paper", "land", "ink", "faint")},
        "faint": STRENGTH[ground.name],
        "type": TYPE,
        "narrowed": bool(view.countries or view.regions),
        "parts": [_part(part, numbers) for part in layout.rows.parts],
        "outline": _outline(layout),
        "homes": _homes(scene, layout),
        "places": _places(ranked, roles_called(view.broad), words),
        "ties": _ties(each, numbers, scene),
        "shapes": {role: _shape(role, len(view.homes)) for role in ROLES}
        | {"home": target(), "proposal": DIAMOND, "ring": ring(), "around": [AROUND, FURTHER]},
        "legend": _legend(roles_called(view.broad), words)
        | {
            "proposals": called(words) if layout.rows.proposals else "",
            "supposed": words.say("hypothetical") if ties["supposed"].any() else "",
        },
        "proposals": {"half": HALF, "rows": layout.rows.proposals},
        "finding": finding_forms(roster, view, words),
    }


def _part(part: Part, numbers: dict[str, int]) -> Row:
    """One of the maps: how it is projected, where its marks are, and its names.

    ``spots``: number of the place, x, y, half width, whether it is to be named; ``names``: number
    of the place, x, y, align, and where a line to it begins and ends, or nothing.
    """
    leads = {row["place"]: [row[end] for end in ("x", "y", "x2", "y2")] for row in part.leads}
    names = {
        row["place"]: [
            numbers[row["place"]],
            row["x"],
            row["y"],
            row["align"],
            leads.get(row["place"]),
        ]
        for row in part.names
    }
    return {
        "projection": _projection(part.projection),
        "spots": [
            [numbers[place], spot.x, spot.y, spot.radius, int(spot.named)]
            for place, spot in part.spots.items()
        ],
        "names": list(names.values()),
    }


def _projection(projection: Projection) -> Row:
    return {
        "kind": projection.kind,
        "middle": list(projection.middle),
        "scale": projection.scale,
        "shift": list(projection.shift),
        "box": list(projection.box),
    }


def _outline(layout: Layout) -> list[list[float]]:
    """Where on the world the enlarged Europe lies; nothing where it is not enlarged."""
    if layout.frames.europe is None:
        return []
    west, south, east, north = EUROPE
    around = [
        *((west + (east - west) * at / 20, north) for at in range(21)),
        *((east - (east - west) * at / 20, south) for at in range(21)),
        (west, north),
    ]
    return [[round(part, 1) for part in layout.frames.world.at(*point)] for point in around]


def _homes(scene: Scene, layout: Layout) -> list[Row]:
    """Every home of the view; with ``x``, ``y`` and the place of its name if it is in the frame,
    ``lead`` if a line leads to it."""
    colours = home_colours(scene.roster.homes, scene.ground)
    there = {row["home"]: row for row in layout.rows.homes}
    return [
        {
            "home": str(home.Index),
            "name": drawable(scene.words.of(home, "name")),
            "colour": colours[home.Index],
            "lon": home.lon,
            "lat": home.lat,
        }
        | {
            key: there[home.Index][key]
            for key in ("x", "y", "tx", "ty", "align", "lead")
            if key in there.get(home.Index, ())
        }
        for home in scene.roster.homes.loc[list(scene.view.homes)].itertuples()
    ]


def _places(ties: list[Any], called: dict[str, str], words: Words) -> list[Row]:
    """The partners, the most important first."""
    return [
        {
            "place": tie.place,
            "name": drawable(words.of(tie, "name")),
            "where": f"{words.of(tie, 'country')} · {words.say(called[tie.role])}",
            "country": tie.country,
            "role": tie.role,
            "lon": tie.lon,
            "lat": tie.lat,
        }
        for tie in ties
    ]


def _ties(ties: list[Any], numbers: dict[str, int], scene: Scene) -> list[list[Any]]:
    """One row a tie, in the order of drawing.

    Numbers of its partner and its home; first and last year in which it may have been made, year
    of its end (:data:`geo.ties.time.NEVER` for none); whether it has no bounds; the tie in a line,
    where there are not too many; whether it is hypothetical.
    """
    homes = {home: number for number, home in enumerate(scene.view.homes)}
    few, words, whole = len(ties) <= MOST_WAYS, scene.words, scene.roster.period
    return [
        [
            numbers[tie.place],
            homes[tie.home],
            *years_of([tie], whole).values(),
            int(pd.isna(tie.earliest)),
            tie_line(words, tie) if few else "",
            int(tie.supposed),
        ]
        for tie in ties
    ]


def _shape(role: str, homes: int) -> Row:
    """A mark's shape: without its holes, and cut into as many strips as there may be homes."""
    strips = [[strip(role, place, of) for place in range(of)] for of in range(1, homes + 1)]
    return {"ground": ground_of(role), "strips": strips}


def _legend(called: dict[str, str], words: Words) -> Row:
    """What roles and levels are called."""
    return {
        "roles": [[role, words.say(called[role])] for role in ROLES],
        "levels": [[level, words.say(LEVEL[level])] for level in LEVELS],
    }
