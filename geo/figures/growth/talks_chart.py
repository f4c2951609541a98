"""From the first dated step to the tie: a line a tie, with an open and a full end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.figures.growth.talks import Talk, years_told
from geo.figures.growth.time_axis import TimeAxis
from geo.figures.growth.turning import decimal
from geo.figures.panel import Size, Spec
from geo.figures.scene import Scene
from geo.style.chart import FIT, FONT, category, chart, layer, quantity
from geo.style.colours import home_colours
from geo.style.text import width_of
from geo.ties.names import home_name
from geo.ties.time import Years

ROW = 20.0
"""Height of a row in pixels."""
TYPE = 12.5
"""Size of the type, in pixels."""


def talks_chart(drawn: Sequence[Talk], scene: Scene, description: str, size: Size) -> Spec:
    """Draw the ways to some ties, from the top in the order given.

    Args:
        drawn: at least one.
        description: what the chart shows, for those who do not see it.
        size: of its room in pixels.
    """
    rows = [_row(one, scene, at) for at, one in enumerate(drawn)]
    first = min(one.begun[0].year for one in drawn)
    last = max(one.made[1].year for one in drawn)
    axis = _axis(rows, (first, last), size[0] - 8)
    height = ROW * len(drawn)
    span = {"domain": [0, len(drawn)], "range": [0, {"expr": "height"}], "nice": False}
    y = quantity("y", scale=span, axis=None)
    colour = category("colour", scale=None)
    tip = {"tooltip": [category("tip", title=" ")]}
    look: dict[str, Any] = {"font": FONT, "fontSize": TYPE, "baseline": "middle"}
    line = {"x": axis.channel("begun"), "x2": {"field": "made"}, "y": y, "color": colour}
    layers = [
        layer("rule", line | tip, rows, strokeWidth=2.2, opacity=0.7),
        layer(
            "point",
            {"x": axis.channel("begun"), "y": y, "stroke": colour} | tip,
            rows,
            size=52,
            filled=True,
            fill=scene.ground.paper,
            strokeWidth=2,
            opacity=1,
        ),
        layer(
            "point",
            {"x": axis.channel("made"), "y": y, "color": colour} | tip,
            rows,
            size=70,
            filled=True,
            opacity=1,
        ),
        layer(
            "text",
            {"x": axis.channel("made"), "y": y, "text": category("label")},
            rows,
            align="left",
            dx=9,
            color=scene.ground.ink,
            **look,
        ),
    ]
    return chart(layers, scene.ground, description, autosize=FIT, height=height, width="container")


def _axis(rows: Sequence[dict[str, Any]], years: Years, plot: float) -> TimeAxis:
    """The years as wide as they can be with room for the words behind every end."""
    first, last = years
    room = plot
    for row in rows:
        share = (row["made"] - first) / (last + 1 - first)
        room = min(room, (plot - width_of(row["label"], TYPE) - 16) / max(share, 0.01))
    return TimeAxis(years, plot, max(plot - room, 0.0))


def _row(one: Talk, scene: Scene, at: int) -> dict[str, Any]:
    words, roster = scene.words, scene.roster
    tie = roster.ties.loc[one.tie]
    partner, home = words.of(tie, "name"), home_name(roster, tie["home"], words)
    years = words.say("{years} years", years=years_told(one, words))
    event = roster.events.loc[one.event]
    return {
        "y": at + 0.5,
        "begun": round((decimal(one.begun[0]) + decimal(one.begun[1])) / 2, 3),
        "made": round((decimal(one.made[0]) + decimal(one.made[1])) / 2, 3),
        "years": round(one.middle, 1),
        "label": f"{partner} · {years}",
        "tip": f"{home}, {partner}{words.say(': ')}{words.date(event['date'])}, "
        f"{words.of(event, 'text')}",
        "colour": home_colours(roster.homes, scene.ground)[tie["home"]],
    }
