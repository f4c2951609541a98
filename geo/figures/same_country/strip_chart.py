"""The strip of countries: a country a row, its homes one under the other, all on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geo.figures.panel import Spec
from geo.figures.same_country.frames import Setting
from geo.figures.same_country.lanes import LABEL, lay_out
from geo.figures.same_country.order import Country
from geo.figures.same_country.strip_axes import (
    LANE,
    Room,
    Strip,
    along,
    down,
    own,
    text,
    years,
)
from geo.figures.same_country.strip_marks import marks_of
from geo.figures.same_country.text import verdict
from geo.figures.scene import Scene
from geo.style.chart import FIT, Rows, category, chart, layer, quantity
from geo.style.colours import home_colours
from geo.style.text import width_of
from geo.ties.names import home_names

NAME = 13.0
"""Size of the type of the countries' names, in pixels; they are bold."""
NARROW = 560.0
"""Where there is less room, a country's name stands above its ties and not before them."""


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
    strip = Strip(frames, room, scene.ground, scene.words, narrow, scene.view.broad)
    return chart(
        [*_ground(strip), *_names(strip), *marks_of(strip)],
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


def _ground(strip: Strip) -> list[Spec]:
    """Lines between the countries, the lead as a band, the years again at the foot."""
    frames, ground = strip.frames, strip.ground
    across = {"x": {"value": 0}, "x2": {"value": "width"}}
    layers = [
        layer(
            "rule",
            across | {"y": down(strip, "bottom")},
            [{"bottom": row.bottom} for row in frames.rows],
            color=ground.land,
            strokeWidth=1,
        ),
        layer(
            "rect",
            {
                "x": along(strip, "first"),
                "x2": {"field": "next"},
                "y": down(strip, "under"),
                "y2": {"field": "bottom"},
                "fill": own("color"),
            },
            [
                {"first": r.first, "next": r.next, "under": r.under, "bottom": r.bottom}
                | {"color": r.color}
                for r in frames.rows
                if r.first is not None
            ],
            opacity=0.16,
        ),
        text(
            [{"x": year} for year in years(strip)],
            {
                "x": along(strip),
                "y": {"value": frames.height * LANE + 12},
                "text": quantity("x", format="d"),
            },
            color=ground.faint,
        ),
    ]
    if frames.unknown:
        note = [{"x": frames.domain[0], "text": strip.words.say("date unknown")}]
        encoding = {"x": along(strip), "y": {"value": -11}, "text": category("text")}
        layers.append(text(note, encoding, align="left", color=ground.faint))
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
    country = text(
        [{"name": row["name"], "one": row["one"]} for row in rows],
        {"x": {"value": 0}, "y": down(strip, "one"), "text": category("name")},
        NAME,
        align="left",
        color=ground.ink,
        fontWeight="bold",
    )
    homes = text(
        [asdict(lane) for lane in frames.lanes],
        {
            "x": {"value": room.left - 12},
            "y": down(strip, "y"),
            "text": category("home"),
            "color": own("color"),
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
    return text(
        [{field: row[field], place: row[place]} for row in rows if row[field]],
        {"x": {"value": right}, "y": down(strip, place), "text": category(field)},
        align="right" if strip.narrow else "left",
        color=colour,
    )
