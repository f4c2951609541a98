"""Shares with their intervals, one under another: a point, what chance allows, the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.panel import Numbers, Panel, Series, Spec, stretched
from geo.figures.same_country.coverage import Coverage
from geo.figures.same_country.latecomers import CapitalFirst
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.stats.proportions import Share
from geo.style.chart import FIT, FONT, category, chart, layer, quantity
from geo.style.colours import Ground, home_colours
from geo.style.text import width_of
from geo.ties.names import home_names

ROW = 34
"""Height of a row in pixels."""
TYPE = 13.0
"""Size of the type of names and counts, in pixels."""
OVER = 20
"""How far a name stands above its line where it does not stand before it, in pixels."""
NARROW = 660.0
"""Shares less wide than this in pixels have their names above them, not before them."""
BESIDE = 24.0
"""Between a name or counts and the plot, in pixels."""


@dataclass(frozen=True)
class Row:
    """One share: what it is called, its counts in words, its colour."""

    name: str
    share: Share
    sentence: str
    colour: str


def intervals_panel(
    scene: Scene, rows: Sequence[Row], description: str, census: bool = False
) -> Panel:
    """Shares with their intervals as a panel, with their numbers for an office's own charts.

    Args:
        census: whether all there are have been counted, so that there is no interval.
    """
    words = scene.words
    series = Series(
        words.say("Share") if census else words.say("Share, 95% confidence interval"),
        rows[0].colour,
        [row.share.share if row.share.of else None for row in rows],
        None if census else [row.share.low for row in rows],
        None if census else [row.share.high for row in rows],
        colours=[row.colour for row in rows],
    )
    return Panel(
        lambda size: intervals_chart(rows, scene.ground, description, size[0] < NARROW, census),
        stretched,
        numbers=Numbers("bar", [row.name for row in rows], [series], percent=True),
        scale=2.5,
        least=360,
        tall=46 + 60 * len(rows),
    )


def intervals_chart(
    rows: Sequence[Row], ground: Ground, description: str, narrow: bool, census: bool = False
) -> Spec:
    """Draw shares between 0 and 100 %, each with its 95 % interval and its counts.

    Args:
        rows: from top to bottom; at least one. A share of nothing is drawn without a point.
        ground: paper or night.
        description: what the chart shows, for those who do not see it.
        narrow: whether it is for a phone, where the name stands above its line.
        census: whether all there are have been counted: then a line leads from nothing to the
            share, in place of an interval.
    """
    table = [
        {
            "y": number + 0.5,
            "name": row.name,
            "sentence": row.sentence,
            "share": row.share.share if row.share.of else None,
            "low": 0.0 if census else row.share.low,
            "high": (row.share.share if row.share.of else 0.0) if census else row.share.high,
            "color": row.colour,
        }
        for number, row in enumerate(rows)
    ]
    left, right = _beside(rows, narrow)
    along = {
        "scale": {"domain": [0, 1], "range": [left, {"expr": f"width - {right}"}]},
        "axis": {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1], "title": None, "domain": False},
    }
    y = quantity("y", scale={"domain": [0, len(rows)], "reverse": True}, axis=None)
    colour = category("color", scale=None)
    text: dict[str, Any] = {
        "font": FONT,
        "fontSize": TYPE,
        "baseline": "middle",
        "color": ground.ink,
    }
    text["dy"] = -OVER if narrow else 0
    layers = [
        layer(
            "rule",
            {"x": quantity("low", **along), "x2": {"field": "high"}, "y": y, "color": colour},
            strokeWidth=3,
            opacity=0.5,
        ),
        layer(
            "point",
            {"x": quantity("share", **along), "y": y, "color": colour},
            [row for row in table if row["share"] is not None],
            filled=True,
            size=110,
            opacity=1,
        ),
        layer(
            "text",
            {"x": {"value": 0}, "y": y, "text": category("name")},
            align="left",
            **text,
        ),
        layer(
            "text",
            {"x": {"value": "width"}, "y": y, "text": category("sentence")},
            align="right",
            **text,
        ),
    ]
    height = len(rows) * ROW * (1.4 if narrow else 1.0)
    return chart(layers, ground, description, table, autosize=FIT, height=height, width="container")


def _beside(rows: Sequence[Row], narrow: bool) -> tuple[float, float]:
    """Pixels left and right of the plot: as much as names and counts take."""
    if narrow:
        return 4, 6
    names = max(width_of(row.name, TYPE) for row in rows)
    counts = max(width_of(row.sentence, TYPE) for row in rows)
    return names + BESIDE, counts + BESIDE


def capital_first_rows(tested: dict[str, CapitalFirst], scene: Scene) -> list[Row]:
    """How often each home entered by the capital where it was a partner already, and elsewhere."""
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    rows = []
    for home, name in zip(tested, home_names(scene.roster, list(tested), words), strict=True):
        result, colour = tested[home], colours[home]
        already = words.say("{home}, capital already a partner", home=name)
        free = words.say("{home}, elsewhere", home=name)
        rows += [
            Row(already, result.already, _of(result.already, words), colour),
            Row(free, result.free, _of(result.free, words), colour),
        ]
    return rows


def coverage_rows(covered: Sequence[Coverage], scene: Scene) -> list[Row]:
    """Which share of an area's states each home covers, and any of them."""
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    names = {
        home: home_names(scene.roster, (home,), words)[0] if home else words.say("at least one")
        for home in (one.home for one in covered)
    }
    return [
        Row(
            names[one.home],
            one.share,
            words.say(
                "{a} of {n}",
                a=words.range(one.share.count, one.possible),
                n=words.number(one.share.of),
            ),
            colours.get(one.home, scene.ground.faint),
        )
        for one in covered
    ]


def _of(share: Share, words: Words) -> str:
    return words.say("{a} of {n}", a=words.number(share.count), n=words.number(share.of))
