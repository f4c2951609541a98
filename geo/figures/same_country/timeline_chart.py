"""The strip of rivals: a country a row, its homes one under the other, all on one time axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from geo.figures.same_country.lanes import UNKNOWN_YEARS, Frames, Setting, lay_out, width_of
from geo.i18n import Words
from geo.i18n.phrases import ROLE
from geo.style.altair_theme import FIT, FONT, themed
from geo.style.colours import Ground, home_colours
from geo.style.symbols import SHAPES
from geo.ties.roles import ROLES
from geo.ties.roster import Roster
from geo.ties.view import View

LANE = 19
"""Height of a lane in pixels."""

WIDE, NARROW = 1080, 350
"""Width of the page the lanes are laid out for, in pixels; the server cannot know it."""
BOLD = 1.2
"""How much wider the countries' names are than the same in plain type of 12 pixels."""


def rivals_chart(
    countries: pd.DataFrame,
    ties: pd.DataFrame,
    roster: Roster,
    view: View,
    words: Words,
    ground: Ground,
    verdicts: dict[str, tuple[str, str]],
    narrow: bool,
    description: str,
    width: float | None = None,
) -> Any:
    """Draw some countries, in the order given.

    Args:
        countries: rows of ``geo.figures.same_country.order.rivals``; at least one.
        ties: the selection they were made from.
        roster, view, words, ground: of the page.
        verdicts: two short lines a country, by code: who came first, and the relation.
        narrow: whether it is for a phone.
        description: what the chart shows, for those who do not see it.
        width: in pixels, where it is known; else about that of a page.
    """
    width = width or (NARROW if narrow else WIDE)
    room = _room(countries, roster, words, verdicts, narrow, width)
    colours = home_colours(roster.homes, ground)
    setting = Setting(room.plot, narrow, colours, ground.paper)
    frames = lay_out(countries, ties, roster, view, words, setting)
    frames.rows["line1"] = [verdicts[code][0] for code in frames.rows["code"]]
    frames.rows["line2"] = [verdicts[code][1] for code in frames.rows["code"]]
    layers = [
        *_ground(frames, ground, room, words),
        *_names(frames, ground, room, narrow),
        *_marks(frames, ground, room, words),
    ]
    chart = alt.layer(*layers, autosize=FIT).properties(
        height=frames.height * LANE, width="container"
    )
    return themed(chart, ground, description)


@dataclass(frozen=True)
class Room:
    """Pixels left and right of the plot, and of the plot itself as it is laid out."""

    left: float
    right: float
    plot: float


def _room(
    countries: pd.DataFrame,
    roster: Roster,
    words: Words,
    verdicts: dict[str, tuple[str, str]],
    narrow: bool,
    width: float,
) -> Room:
    """As much room beside the plot as the names and verdicts take."""
    home = max(width_of(words.of(row, "name")) for row in roster.homes.itertuples())
    if narrow:
        return Room(home + 14, 6, width - home - 20)
    name = max(width_of(words.of(row, "name")) for row in countries.itertuples()) * BOLD
    sentence = max((width_of(line) for lines in verdicts.values() for line in lines), default=0.0)
    left, right = name + home + 28, sentence + 22
    return Room(left, right, width - left - right)


def _x(frames: Frames, room: Room, field: str = "x") -> alt.X:
    first, last = frames.domain
    start = first + (UNKNOWN_YEARS if frames.unknown else 0.0)
    years = [year for year in range(1900, 2200, 10) if start <= year <= last]
    return alt.X(
        f"{field}:Q",
        scale=alt.Scale(
            domain=[first, last],
            range=[room.left, alt.ExprRef(f"width - {room.right}")],
            nice=False,
            zero=False,
        ),
        axis=alt.Axis(
            orient="top", values=years, format="d", title=None, domain=False, ticks=False
        ),
    )


def _y(frames: Frames, field: str) -> alt.Y:
    scale = alt.Scale(domain=[0, frames.height], range=[0, frames.height * LANE], nice=False)
    return alt.Y(f"{field}:Q", scale=scale, axis=None)


def _text(data: pd.DataFrame, size: int = 12, **look: Any) -> alt.Chart:
    return alt.Chart(data).mark_text(baseline="middle", font=FONT, fontSize=size, **look)


def _ground(frames: Frames, ground: Ground, room: Room, words: Words) -> list[Any]:
    """Lines between the countries, the lead as a band, the years again at the foot."""
    across = {"x": alt.value(0), "x2": alt.value("width")}
    lines = (
        alt.Chart(frames.rows)
        .mark_rule(color=ground.land, strokeWidth=1)
        .encode(y=_y(frames, "bottom"), **across)
    )
    band = (
        alt.Chart(frames.rows.dropna(subset=["first"]))
        .mark_rect(opacity=0.16)
        .encode(
            x=_x(frames, room, "first"),
            x2="next:Q",
            y=_y(frames, "under"),
            y2="bottom:Q",
            fill=alt.Fill("color:N", scale=None),
        )
    )
    first, last = frames.domain
    start = first + (UNKNOWN_YEARS if frames.unknown else 0.0)
    years = pd.DataFrame({"x": [y for y in range(1900, 2200, 10) if start <= y <= last]})
    foot = _text(years, color=ground.faint).encode(
        x=_x(frames, room), y=alt.value(frames.height * LANE + 12), text=alt.Text("x:Q", format="d")
    )
    layers = [lines, band, foot]
    if frames.unknown:
        note = pd.DataFrame({"x": [first], "text": [words.say("date unknown")]})
        layers.append(
            _text(note, align="left", color=ground.faint).encode(
                x=_x(frames, room), y=alt.value(-11), text="text:N"
            )
        )
    return layers


def _names(frames: Frames, ground: Ground, room: Room, narrow: bool) -> list[Any]:
    """Countries, homes, and the verdict of every country."""
    rows = frames.rows.assign(one=frames.rows["top"] + 0.5, two=frames.rows["top"] + 1.5)
    dots = rows["line2"].map(lambda text: f" · {text}" if text else "")
    both = rows.assign(line=rows["line1"] + dots)
    country = _text(rows, 13, align="left", color=ground.ink, fontWeight="bold").encode(
        x=alt.value(0), y=_y(frames, "one"), text="name:N"
    )
    homes = _text(frames.lanes, align="right").encode(
        x=alt.value(room.left - 12),
        y=_y(frames, "y"),
        text="home:N",
        color=alt.Color("color:N", scale=None),
    )
    if narrow:
        line = _text(both, align="right", color=ground.faint).encode(
            x=alt.value("width"), y=_y(frames, "one"), text="line:N"
        )
        return [country, homes, line]
    right = {"x": alt.value(alt.ExprRef(f"width - {room.right - 16}"))}
    first = _text(rows, align="left", color=ground.ink).encode(
        y=_y(frames, "one"), text="line1:N", **right
    )
    second = _text(rows, align="left", color=ground.faint).encode(
        y=_y(frames, "two"), text="line2:N", **right
    )
    return [country, homes, first, second]


def _marks(frames: Frames, ground: Ground, room: Room, words: Words) -> list[Any]:
    """The ties: their intervals where the day is not known, their marks, their names."""
    marks = frames.marks
    y = _y(frames, "y")
    inexact = marks[marks["x1"] - marks["x0"] > 0.02]
    interval = (
        alt.Chart(inexact)
        .mark_rule(strokeWidth=3, opacity=0.45, strokeCap="butt")
        .encode(
            x=_x(frames, room, "x0"),
            x2="x1:Q",
            y=y,
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    spoken = [words.say(ROLE[role]) for role in ROLES]
    point = (
        alt.Chart(marks)
        .mark_point(size=80, strokeWidth=1.4, opacity=1)
        .encode(
            x=_x(frames, room),
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            shape=alt.Shape(
                "role:N",
                scale=alt.Scale(domain=spoken, range=[SHAPES[role] for role in ROLES]),
                legend=alt.Legend(
                    orient="top",
                    direction="horizontal",
                    title=None,
                    symbolFillColor=ground.faint,
                    symbolStrokeColor=ground.faint,
                    offset=4,
                ),
            ),
            tooltip=[
                alt.Tooltip("partner:N", title=words.say("Partner")),
                alt.Tooltip("country:N", title=words.say("Country")),
                alt.Tooltip("home:N", title=words.say("Home")),
                alt.Tooltip("date:N", title=words.say("Since")),
                alt.Tooltip("role:N", title=words.say("Role")),
            ],
        )
    )
    names = [
        _text(marks[marks["side"] == side], align=align, dx=shift, **look).encode(
            x=_x(frames, room, "lx"), y=y, text="label:N"
        )
        for look in (
            {"stroke": ground.paper, "strokeWidth": 3, "strokeOpacity": 0.7, "color": ground.paper},
            {"color": ground.ink},
        )
        for side, align, shift in (("right", "left", 3), ("left", "right", -3))
    ]
    return [interval, *names, point]
