"""What the flat map draws: a row a mark, a great circle, a name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from geo.figures.map.groups import grouped, in_order
from geo.figures.map.static.frames import Frames
from geo.figures.map.static.names import (
    Row,
    by_importance,
    clock_box,
    name_homes,
    names_on_map,
    years_of,
)
from geo.figures.map.static.proposals import proposal_rows
from geo.figures.map.static.rings import hypothetical_marks, ringed_places
from geo.figures.map.static.spots import RADIUS, Spot, spots
from geo.i18n import Words
from geo.place.projection import Projection
from geo.style.colours import Ground, home_colours
from geo.style.symbols import ground_of, strip, target
from geo.style.text import drawable
from geo.ties.roster import Roster

MOST_WAYS = 1500
"""More great circles would be one blot, and are left out."""
ENDED = [2, 1.6]
"""The dashes of the edge of a mark whose tie has ended, in pixels."""


@dataclass(frozen=True)
class Part:
    """What lies on the world, or on the enlarged Europe.

    Attributes:
        projection: how it is laid out.
        spots: where each place is drawn, by slug.
        marks: one row for every piece of a mark, in the order of drawing. ``x``, ``y`` (pixels),
            ``shape`` (SVG path), ``size`` (square pixels), ``fill``, ``stroke``, ``wide`` (of the
            stroke), ``dash`` (of the stroke), ``state`` (``full``, ``maybe``, ``ended``, or
            ``undated`` for one that ended and whose making has no bounds), ``a``, ``b``, ``e``
            (years of :func:`geo.figures.map.groups.when`).
        names: one row a tie whose partner has its name on the map: ``place``, ``text``, ``x``,
            ``y``, ``align``, ``a``, ``b``, ``e``.
        leads: one row a tie whose partner's name is led out: ``place``, ``x``, ``y``, ``x2``,
            ``y2``, ``a``, ``b``, ``e``.
        unnamed: slugs of the places that found no room for their names.
    """

    projection: Projection
    spots: dict[str, Spot]
    marks: list[Row]
    names: list[Row]
    leads: list[Row]
    unnamed: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """What the flat map draws.

    Attributes:
        parts: the world and, where it is enlarged, Europe.
        ways: one GeoJSON feature a tie, with ``colour``, ``a``, ``b``, ``e`` as properties, and
            ``supposed`` where it is hypothetical.
        homes: one row a home in the frame: ``home``, ``x``, ``y``, ``shape``, ``colour``,
            ``text``, and where the text stands: ``tx``, ``ty``, ``align``.
        proposals: one row a city that the article names
            (:func:`geo.figures.map.static.proposals.proposal_rows`).
    """

    parts: list[Part]
    ways: list[Row]
    homes: list[Row]
    proposals: list[Row] = field(default_factory=list)


def rows(
    roster: Roster,
    ties: pd.DataFrame,
    homes: tuple[str, ...],
    words: Words,
    ground: Ground,
    frames: Frames,
    clock: bool = False,
    marks: bool = True,
    named: pd.DataFrame | None = None,
) -> Rows:
    """The rows for some ties, in one language, in the colours of one ground.

    Args:
        clock: whether no name may stand where the year and its counts do.
        marks: whether marks and great circles are wanted, or only where all else stands.
        named: cities that the article names, rows of ``proposals``; none if not given.
    """
    drawn, whole = in_order(roster, ties), roster.period
    few = len(drawn) <= MOST_WAYS
    # of very many, those of the first home must not all lie under those of the last
    in_drawing_order = drawn if few else drawn.sort_values("earliest", kind="stable")
    groups = [
        (some, years_of(some, whole)) for some in (grouped(in_drawing_order) if marks else ())
    ]
    each = list(drawn.itertuples())
    ranked = by_importance(each)
    here = _homes(roster, homes, words, ground, frames.world)
    parts = []
    named_only: list[Row] = []
    for projection in filter(None, (frames.world, frames.europe)):
        fixed = [(row["x"], row["y"]) for row in here] if projection is frames.world else []
        on_it = spots(each, frames, projection, fixed)
        taken = [spot.box for spot in on_it.values()]
        taken += [on_it[place].around for place in ringed_places(each) if place in on_it]
        if projection is frames.world:
            taken += [clock_box(frames)] if clock else []
            taken += name_homes(here, frames, taken)
            if named is not None:
                named_only, room = proposal_rows(named, projection, words, taken, on_it.values())
                taken += room
        names, leads, unnamed = names_on_map(each, ranked, on_it, projection, taken, words, whole)
        drawn_marks = _marks(groups, on_it, home_colours(roster.homes, ground), ground)
        parts.append(Part(projection, on_it, drawn_marks, names, leads, unnamed))
    ways = _ways(drawn, roster, ground) if few and marks else []
    return Rows(parts, ways, here, named_only)


def _marks(
    groups: list[tuple[list[Any], Row]],
    on_it: dict[str, Spot],
    colours: dict[str, str],
    ground: Ground,
) -> list[Row]:
    """Hollow marks below, full ones above, those of several homes on top."""
    hollow: list[Row] = []
    rings: Counter[str] = Counter()
    full: list[Row] = []
    paper = {"fill": ground.paper, "stroke": ground.paper, "wide": 2.0}
    for some, row in groups:
        tie = some[0]
        if tie.place not in on_it:
            continue
        spot = on_it[tie.place]
        at = row | {"x": spot.x, "y": spot.y, "size": round((2 * spot.radius) ** 2, 1)}
        if tie.supposed:
            hollow += hypothetical_marks(at, tie.role, colours[tie.home], ground, rings[tie.place])
            rings[tie.place] += 1
            continue
        whole, backing = {"shape": strip(tie.role)}, {"shape": ground_of(tie.role)}
        full.append(at | backing | paper | {"state": "full"})
        for place, one in enumerate(some):
            ink = {"fill": colours[one.home], "stroke": colours[one.home], "wide": 0.0}
            full.append(at | {"shape": strip(tie.role, place, len(some)), "state": "full"} | ink)
        if len(some) == 1:
            edge = {"fill": ground.paper, "stroke": colours[tie.home], "wide": 1.2}
            hollow += [
                at | whole | edge | {"state": state, "dash": [0, 0] if state == "maybe" else ENDED}
                for state in _hollow_states(tie)
            ]
    return hollow + [row | {"dash": [0, 0]} for row in full]


def _hollow_states(tie: Any) -> list[str]:
    """As what else than a full mark a tie may show: as one possibly made, as one that ended."""
    known = not pd.isna(tie.earliest)
    states = ["maybe"] if known and tie.earliest.year != tie.latest.year else []
    return states + (["ended" if known else "undated"] if tie.ended else [])


def _ways(ties: pd.DataFrame, roster: Roster, ground: Ground) -> list[Row]:
    """From home to partner; what lies between, the projection draws as a great circle."""
    colours, whole = home_colours(roster.homes, ground), roster.period
    return [
        {
            "type": "Feature",
            "geometry": {
                "type": "LineString",
                "coordinates": [
                    [round(tie.home_lon, 3), round(tie.home_lat, 3)],
                    [round(tie.lon, 3), round(tie.lat, 3)],
                ],
            },
            "properties": {"colour": colours[tie.home], **years_of([tie], whole)}
            | ({"supposed": True} if tie.supposed else {}),
        }
        for tie in ties.itertuples()
    ]


def _homes(
    roster: Roster, homes: tuple[str, ...], words: Words, ground: Ground, world: Projection
) -> list[Row]:
    colours = home_colours(roster.homes, ground)
    here = []
    for home in roster.homes.loc[list(homes)].itertuples():
        if world.shows(home.lon, home.lat, RADIUS):
            x, y = world.at(home.lon, home.lat)
            row = {"x": round(x, 1), "y": round(y, 1), "shape": target()}
            row |= {
                "home": home.Index,
                "colour": colours[home.Index],
                "text": drawable(words.of(home, "name")),
            }
            here.append(row)
    return here
