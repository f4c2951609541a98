"""The strip of rivals: a country a row, its homes one under the other, all on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from geo.figures.figure import Scene, Spec
from geo.figures.same_country.lanes import (
    AIR,
    LABEL,
    UNKNOWN_YEARS,
    Frames,
    Mark,
    Setting,
    lay_out,
)
from geo.figures.same_country.order import Country
from geo.figures.same_country.text import verdict
from geo.i18n import Words
from geo.i18n.phrases import ROLE
from geo.style.chart import FIT, FONT, Rows, category, chart, layer, quantity
from geo.style.colours import Ground, home_colours
from geo.style.symbols import SHAPES
from geo.style.text import width_of
from geo.ties.names import home_names
from geo.ties.roles import ROLES

LANE = 19
"""Height of a lane in pixels."""
NAME = 13.0
"""Size of the type of the countries' names, in pixels; they are bold."""
NARROW = 560.0
"""Where there is less room, a country's name stands above its ties and not before them."""


@dataclass(frozen=True)
class Room:
    """Pixels left and right of the plot, and of the plot itself as it is laid out."""

    left: float
    right: float
    plot: float


@dataclass(frozen=True)
class Strip:
    """All that the layers of a strip are made from."""

    frames: Frames
    room: Room
    ground: Ground
    words: Words
    narrow: bool


def strip_chart(countries: Sequence[Country], scene: Scene, description: str, width: float) -> Spec:
    """Draw some countries, in the order given.

    Args:
        countries: at least one.
        description: what the chart shows, for those who do not see it.
        width: of its room in pixels, about: its labels are laid out for it.
    """
    verdicts = {one.code: verdict(one, scene.roster, scene.words) for one in countries}
    narrow = width < NARROW
    room = _room(countries, scene, [line for two in verdicts.values() for line in two], width)
    colours = home_colours(scene.roster.homes, scene.ground)
    setting = Setting(room.plot, narrow, colours, scene.ground.paper, scene.view.broad)
    frames = lay_out(countries, verdicts, scene.roster, scene.words, setting)
    strip = Strip(frames, room, scene.ground, scene.words, narrow)
    return chart(
        [*_ground(strip), *_names(strip), *_marks(strip)],
        scene.ground,
        description,
        autosize=FIT,
        height=frames.height * LANE,
        width="container",
    )


def _room(
    countries: Sequence[Country], scene: Scene, verdicts: Sequence[str], width: float
) -> Room:
    """As much room beside the plot as the names and verdicts take."""
    words, shown = scene.words, list(dict.fromkeys(h for one in countries for h in one.homes))
    home = max(width_of(name, LABEL) for name in home_names(scene.roster, shown, words))
    if width < NARROW:
        return Room(home + 14, 6, width - home - 20)
    name = max(width_of(words.of(one, "name"), NAME, bold=True) for one in countries)
    sentence = max(width_of(line, LABEL) for line in verdicts)
    left, right = name + home + 28, sentence + 22
    return Room(left, right, width - left - right)


def _years(strip: Strip) -> list[int]:
    """The years on the axis: every tenth."""
    first, last = strip.frames.domain
    start = first + (UNKNOWN_YEARS if strip.frames.unknown else 0.0)
    return [year for year in range(1900, 2200, 10) if start <= year <= last]


def _x(strip: Strip, field: str = "x") -> Spec:
    return quantity(
        field,
        scale={
            "domain": list(strip.frames.domain),
            "range": [strip.room.left, {"expr": f"width - {strip.room.right}"}],
            "nice": False,
            "zero": False,
        },
        axis={
            "orient": "top",
            "values": _years(strip),
            "format": "d",
            "title": None,
            "domain": False,
            "ticks": False,
        },
    )


def _y(strip: Strip, field: str) -> Spec:
    height = strip.frames.height
    scale = {"domain": [0, height], "range": [0, height * LANE], "nice": False}
    return quantity(field, scale=scale, axis=None)


def _own(field: str) -> Spec:
    """A channel whose colours are the colours in the data."""
    return category(field, scale=None)


def _text(rows: Rows | None, encoding: Spec, size: float = LABEL, **look: Any) -> Spec:
    return layer("text", encoding, rows, baseline="middle", font=FONT, fontSize=size, **look)


def _ground(strip: Strip) -> list[Spec]:
    """Lines between the countries, the lead as a band, the years again at the foot."""
    frames, ground = strip.frames, strip.ground
    across = {"x": {"value": 0}, "x2": {"value": "width"}}
    layers = [
        layer(
            "rule",
            across | {"y": _y(strip, "bottom")},
            [{"bottom": row.bottom} for row in frames.rows],
            color=ground.land,
            strokeWidth=1,
        ),
        layer(
            "rect",
            {
                "x": _x(strip, "first"),
                "x2": {"field": "next"},
                "y": _y(strip, "under"),
                "y2": {"field": "bottom"},
                "fill": _own("color"),
            },
            [
                {"first": r.first, "next": r.next, "under": r.under, "bottom": r.bottom}
                | {"color": r.color}
                for r in frames.rows
                if r.first is not None
            ],
            opacity=0.16,
        ),
        _text(
            [{"x": year} for year in _years(strip)],
            {
                "x": _x(strip),
                "y": {"value": frames.height * LANE + 12},
                "text": quantity("x", format="d"),
            },
            color=ground.faint,
        ),
    ]
    if frames.unknown:
        note = [{"x": frames.domain[0], "text": strip.words.say("date unknown")}]
        encoding = {"x": _x(strip), "y": {"value": -11}, "text": category("text")}
        layers.append(_text(note, encoding, align="left", color=ground.faint))
    return layers


def _names(strip: Strip) -> list[Spec]:
    """Countries, homes, and the verdict of every country."""
    frames, ground, room = strip.frames, strip.ground, strip.room
    rows = [
        {
            "name": row.name,
            "one": row.top + 0.5,
            "two": row.top + 1.5,
            "line1": row.line1,
            "line2": row.line2,
            "line": " · ".join(filter(None, (row.line1, row.line2))),
        }
        for row in frames.rows
    ]
    country = _text(
        [{"name": row["name"], "one": row["one"]} for row in rows],
        {"x": {"value": 0}, "y": _y(strip, "one"), "text": category("name")},
        NAME,
        align="left",
        color=ground.ink,
        fontWeight="bold",
    )
    homes = _text(
        [asdict(lane) for lane in frames.lanes],
        {
            "x": {"value": room.left - 12},
            "y": _y(strip, "y"),
            "text": category("home"),
            "color": _own("color"),
        },
        align="right",
    )
    if strip.narrow:
        return [country, homes, _verdict(strip, rows, "line", "one", ground.faint)]
    first = _verdict(strip, rows, "line1", "one", ground.ink)
    return [country, homes, first, _verdict(strip, rows, "line2", "two", ground.faint)]


def _verdict(strip: Strip, rows: Rows, field: str, place: str, colour: str) -> Spec:
    """One line of every country's verdict, right of the plot or at its right end."""
    right: Any = "width" if strip.narrow else {"expr": f"width - {strip.room.right - 16}"}
    return _text(
        [{field: row[field], place: row[place]} for row in rows if row[field]],
        {"x": {"value": right}, "y": _y(strip, place), "text": category(field)},
        align="right" if strip.narrow else "left",
        color=colour,
    )


def _marks(strip: Strip) -> list[Spec]:
    """The ties: their intervals where the day is not known, their names, their marks."""
    marks = strip.frames.marks
    interval = layer(
        "rule",
        {
            "x": _x(strip, "x0"),
            "x2": {"field": "x1"},
            "y": _y(strip, "y"),
            "stroke": _own("stroke"),
        },
        [
            {"x0": mark.x0, "x1": mark.x1, "y": mark.y, "stroke": mark.stroke}
            for mark in marks
            if mark.x1 - mark.x0 > 0.02
        ],
        strokeWidth=3,
        opacity=0.45,
        strokeCap="butt",
    )
    names = [
        _labels(strip, [mark for mark in marks if mark.side == side], align, shift)
        for side, align, shift in (("right", "left", AIR), ("left", "right", -AIR))
    ]
    return [interval, *names, _points(strip)]


def _labels(strip: Strip, marks: Sequence[Mark], align: str, shift: float) -> Spec:
    """The names on one side of their marks, on a halo of the ground's colour."""
    paper, ink = strip.ground.paper, strip.ground.ink
    encoding = {"x": _x(strip, "lx"), "y": _y(strip, "y"), "text": category("label")}
    looks = (
        {"stroke": paper, "strokeWidth": 3, "strokeOpacity": 0.7, "color": paper},
        {"color": ink},
    )
    return {
        "data": {"values": [{"lx": one.lx, "y": one.y, "label": one.label} for one in marks]},
        "layer": [_text(None, encoding, align=align, dx=shift, **look) for look in looks],
    }


def _points(strip: Strip) -> Spec:
    """The marks, with what is known of each tie for the hover."""
    words, ground = strip.words, strip.ground
    hover = {
        "partner": words.say("Partner"),
        "country": words.say("Country"),
        "home": words.say("Home"),
        "date": words.say("Since"),
        "role": words.say("Role"),
    }
    shown = ("x", "y", "fill", "stroke", *hover)
    encoding = {
        "x": _x(strip),
        "y": _y(strip, "y"),
        "fill": _own("fill"),
        "stroke": _own("stroke"),
        "shape": category("role", scale=_shapes(words), legend=_legend(ground)),
        "tooltip": [category(field, title=title) for field, title in hover.items()],
    }
    rows = [{field: getattr(mark, field) for field in shown} for mark in strip.frames.marks]
    return layer("point", encoding, rows, size=80, strokeWidth=1.4, opacity=1)


def _shapes(words: Words) -> Spec:
    """The shape of every role, by the role's name."""
    return {
        "domain": [words.say(ROLE[role]) for role in ROLES],
        "range": [SHAPES[role] for role in ROLES],
    }


def _legend(ground: Ground) -> Spec:
    return {
        "orient": "top",
        "direction": "horizontal",
        "title": None,
        "symbolFillColor": ground.faint,
        "symbolStrokeColor": ground.faint,
        "offset": 4,
    }
