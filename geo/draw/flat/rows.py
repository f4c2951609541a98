"""What the flat map draws: a row a mark, a great circle, a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from shapely import box

from geo.draw.flat.frames import Frames, in_europe
from geo.draw.flat.placing import Name, Named, beside, box_of, place_names
from geo.draw.flat.symbols import ground_of, strip, target
from geo.draw.gathered import gathered, in_order, when
from geo.draw.palette import Ground, home_colours
from geo.draw.type import drawable, width_of
from geo.place.projection import Box, Projection
from geo.ties.roster import Roster
from geo.ties.time import Years
from geo.words import Words
from geo.words.phrases import ROLE, tie_line

TYPE = 11.5
"""Size of the names, in pixels."""
RADIUS, SMALL = 5.0, 3.0
"""Half the width of a mark, and of one whose name stands on the enlarged map, in pixels."""
FAR = 150.0
"""How far from its mark a name may be led out, in pixels."""

CLOCK = (190.0, 62.0)
"""Width and height of the room for the year and its counts, in pixels."""

MOST_WAYS = 1500
"""More great circles would be one blot, and are left out."""
MOST_NAMES = 600
"""For more marks than this there is no room anyway."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """What lies on the world, or on the enlarged Europe.

    Attributes:
        projection: how it is laid out.
        marks: one row for every piece of a mark, in the order of drawing. ``x``, ``y`` (pixels),
            ``shape`` (SVG path), ``size`` (square pixels), ``fill``, ``stroke``, ``wide`` (of the
            stroke), ``state`` (``full``, ``maybe``, ``ended``, or ``undated`` for one that ended
            and whose making has no bounds), ``a``, ``b``, ``e`` (years of
            :func:`geo.draw.gathered.when`), and words for the hover.
        names: one row a tie whose partner has its name on the map: ``text``, ``x``, ``y``,
            ``align``, ``a``, ``b``, ``e``.
        leads: one row a tie whose partner's name is led out: ``x``, ``y``, ``x2``, ``y2``, ``a``,
            ``b``, ``e``.
        unnamed: slugs of the places that found no room for their names.
    """

    projection: Projection
    marks: list[Row]
    names: list[Row]
    leads: list[Row]
    unnamed: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """What the flat map draws.

    Attributes:
        parts: the world and, where it is enlarged, Europe.
        ways: one GeoJSON feature a tie, with ``colour``, ``a``, ``b``, ``e`` as properties.
        homes: one row a home in the frame: ``x``, ``y``, ``shape``, ``colour``, ``text``, and
            where the text stands: ``tx``, ``ty``, ``align``.
    """

    parts: list[Part]
    ways: list[Row]
    homes: list[Row]


@dataclass(frozen=True)
class Spot:
    """One place on one of the two maps, in pixels; on the world not every one has its name."""

    x: float
    y: float
    radius: float
    named: bool


def rows(
    roster: Roster,
    ties: pd.DataFrame,
    homes: tuple[str, ...],
    words: Words,
    ground: Ground,
    frames: Frames,
    clock: bool = False,
) -> Rows:
    """The rows for some ties, in one language, in the colours of one ground.

    Args:
        clock: whether no name may stand where the year and its counts do.
    """
    drawn, whole = in_order(roster, ties), roster.period
    groups = [(some, _years(some, whole) | _hover(some, words)) for some in gathered(drawn)]
    here = _homes(roster, homes, words, ground, frames.world)
    parts = []
    for projection in filter(None, (frames.world, frames.europe)):
        spots = _spots(drawn, frames, projection)
        taken = _taken(spots)
        if projection is frames.world:
            taken += [_clock(frames)] if clock else []
            taken += _name_homes(here, frames, taken)
        named, leads, unnamed = _names(drawn, spots, projection, taken, words, whole)
        marks = _marks(groups, spots, home_colours(roster.homes, ground), ground)
        parts.append(Part(projection, marks, named, leads, unnamed))
    few = len(drawn) <= MOST_WAYS
    return Rows(parts, _ways(drawn, roster, ground) if few else [], here)


def _spots(ties: pd.DataFrame, frames: Frames, projection: Projection) -> dict[str, Spot]:
    """The places on one of the maps; those of the enlarged Europe are small on the world."""
    found = {}
    for tie in ties.drop_duplicates("place").itertuples():
        twice = frames.europe is not None and in_europe(tie.lon, tie.lat)
        on_world = projection is frames.world
        if (on_world or twice) and projection.shows(tie.lon, tie.lat, 1):
            x, y = projection.at(tie.lon, tie.lat)
            small = on_world and twice
            found[tie.place] = Spot(round(x, 1), round(y, 1), SMALL if small else RADIUS, not small)
    return found


def _years(some: list[Any], whole: Years) -> Row:
    first, last, end = when(some, whole)
    return {"a": first, "b": last, "e": end}


def _marks(
    groups: list[tuple[list[Any], Row]],
    spots: dict[str, Spot],
    colours: dict[str, str],
    ground: Ground,
) -> list[Row]:
    """Hollow marks below, full ones above, those of several homes on top."""
    hollow: list[Row] = []
    full: list[Row] = []
    paper = {"fill": ground.paper, "stroke": ground.paper, "wide": 2.0}
    for some, row in groups:
        tie = some[0]
        if tie.place not in spots:
            continue
        spot = spots[tie.place]
        at = row | {"x": spot.x, "y": spot.y, "size": round((2 * spot.radius) ** 2, 1)}
        whole, backing = {"shape": strip(tie.role)}, {"shape": ground_of(tie.role)}
        full.append(at | backing | paper | {"state": "full"})
        for place, one in enumerate(some):
            ink = {"fill": colours[one.home], "stroke": colours[one.home], "wide": 0.0}
            full.append(at | {"shape": strip(tie.role, place, len(some)), "state": "full"} | ink)
        if len(some) == 1:
            edge = {"fill": ground.paper, "stroke": colours[tie.home], "wide": 1.2}
            hollow += [at | whole | edge | {"state": state} for state in _hollow_states(tie)]
    return hollow + full


def _hollow_states(tie: Any) -> list[str]:
    """As what else than a full mark a tie may show: as one possibly made, as one that ended."""
    known = not pd.isna(tie.earliest)
    states = ["maybe"] if known and tie.earliest.year != tie.latest.year else []
    return states + (["ended" if known else "undated"] if tie.ended else [])


def _hover(some: list[Any], words: Words) -> Row:
    tie = some[0]
    return {
        "name": words.of(tie, "name"),
        "where": f"{words.of(tie, 'country')} · {words.say(ROLE[tie.role])}",
        "said": " / ".join(tie_line(words, one) for one in some),
    }


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
            "properties": {"colour": colours[tie.home], **_years([tie], whole)},
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
            row |= {"colour": colours[home.Index], "text": drawable(words.of(home, "name"))}
            here.append(row)
    return here


def _names(
    ties: pd.DataFrame,
    spots: dict[str, Spot],
    projection: Projection,
    taken: list[Box],
    words: Words,
    whole: Years,
) -> tuple[list[Row], list[Row], tuple[str, ...]]:
    """The names on one map, the lines that lead them out, and who goes without."""
    wanted = [
        tie
        for tie in _by_importance(ties).itertuples()
        if tie.place in spots and spots[tie.place].named
    ]
    texts = {tie.place: drawable(words.of(tie, "name")) for tie in wanted[:MOST_NAMES]}
    named = [
        Named(spots[place].x, spots[place].y, spots[place].radius, width_of(text, TYPE))
        for place, text in texts.items()
    ]
    found = place_names(named, TYPE, projection.box, taken, FAR)
    placed = {place: name for place, name in zip(texts, found, strict=True) if name}
    names, leads = [], []
    for tie in ties[ties["place"].isin(placed)].itertuples():
        name, row = placed[tie.place], _years([tie], whole)
        at = {"x": round(name.x, 1), "y": round(name.y, 1), "align": name.align}
        names.append(row | at | {"text": texts[tie.place]})
        if name.lead:
            ends = [round(end, 1) for end in name.lead]
            leads.append(row | dict(zip(("x", "y", "x2", "y2"), ends, strict=True)))
    return names, leads, tuple(tie.place for tie in wanted if tie.place not in placed)


def _by_importance(ties: pd.DataFrame) -> pd.DataFrame:
    """One tie a place: shared partners first, then capitals, then large cities, then old ties."""
    ranked = ties.assign(
        shared=-ties.groupby("place")["home"].transform("nunique"),
        capital_first=ties["capital"].map({"is": 0, "contains": 1}).fillna(2),
        large=ties["rank"].fillna(999),
    )
    order = ["shared", "capital_first", "large", "earliest"]
    return ranked.sort_values(order).drop_duplicates("place")


def _clock(frames: Frames) -> Box:
    """The room of the year and its counts."""
    x, y = frames.corner
    return x, y - CLOCK[1], x + CLOCK[0], y


def _taken(spots: dict[str, Spot]) -> list[Box]:
    """The boxes of the marks."""
    return [
        (spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius)
        for spot in spots.values()
    ]


def _name_homes(homes: list[Row], frames: Frames, taken: list[Box]) -> list[Box]:
    """Give the homes their names, in bold, before anybody else's.

    Where there is no room at all, they lie over as few partners as can be, and over no home.

    Returns:
        The room that the homes take, and the enlarged Europe.
    """
    size, frame = TYPE + 1.5, box(*frames.world.box)
    mine = [frames.europe.box] if frames.europe else []
    mine += [(x - 6.2, y - 6.2, x + 6.2, y + 6.2) for x, y in ((h["x"], h["y"]) for h in homes)]

    def worse(place: Name, width: float) -> tuple[float, int]:
        room = box(*box_of(place, width, size))
        over = sum(room.intersection(box(*some)).area for some in mine)
        return (
            over + room.difference(frame).area,
            sum(room.intersects(box(*some)) for some in taken),
        )

    for row in homes:
        one = Named(row["x"], row["y"], 7, width_of(row["text"], size, bold=True))
        name = min(beside(one, size), key=lambda place: worse(place, one.width))
        row |= {"tx": round(name.x, 1), "ty": round(name.y, 1), "align": name.align}
        mine.append(box_of(name, one.width, size))
    return mine
