"""Shares among the ties made in each period, with their counts written below."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from geo.figures.choice.share_marks import SHARES, home_marks
from geo.i18n import Words
from geo.stats.proportions import Share
from geo.stats.text import percent
from geo.style.chart import (
    Spec,
    category,
    chart,
    home_scale,
    layer,
    quantity,
    scale,
    signed,
)
from geo.style.colours import Ground, home_colours
from geo.ties.names import home_names
from geo.ties.roster import Roster

HEIGHT = 250
ROW = 0.115
"""Height of a line of counts below the chart, in shares of 1."""


def periods_chart(
    shares: Mapping[str, Sequence[Share]],
    periods: Sequence[str],
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
) -> Spec:
    """Dots with Wilson bars, joined by a thin line; below them how many of how many.

    Args:
        shares: for each home a share a period (:func:`geo.figures.choice.periods.by_period`).
        periods: names of the periods.
        description: what the chart shows, for those who do not see it.
    """
    homes = tuple(shares)
    names = home_names(roster, homes, words)
    rows = _rows(shares, periods, names, words)
    drawn = [row for row in rows if row["share"] is not None]
    heights = scale(-ROW * (len(homes) + 0.35), 1.02)
    colour = category(
        "home", scale=home_scale(roster.homes, words.lang, ground, homes), legend=None
    )
    x = category("period", sort=list(periods), title=None, axis=_periods_axis(ground))
    y = quantity("share", scale=heights, title=None, axis=_axis(names, homes, roster, ground))
    shared = {"x": x, "xOffset": category("home", sort=names), "color": colour}
    bars = {"y": quantity("low", scale=heights), "y2": {"field": "high"}}
    dots = {"y": y} | home_marks(names, words)
    counts = {
        "x": x,
        "y": quantity("line", scale=heights),
        "text": category("label"),
        "color": colour,
    }
    layers = [
        layer("line", shared | {"y": y}, drawn, strokeWidth=1.3, opacity=0.45),
        layer("rule", shared | bars, drawn, strokeWidth=4, opacity=0.4),
        layer("point", shared | dots, drawn, size=85, filled=True, opacity=1),
        layer("text", counts, rows, fontSize=12),
    ]
    return chart(layers, ground, description, height=HEIGHT)


def _periods_axis(ground: Ground) -> Spec:
    return {
        "labelAngle": 0,
        "labelColor": ground.ink,
        "labelOverlap": True,
        "domain": False,
        "ticks": False,
        "grid": False,
    }


def _line(at: int) -> float:
    """Where the line of counts of one home lies, in shares of 1."""
    return -ROW * (at + 0.75)


def _axis(names: Sequence[str], homes: Sequence[str], roster: Roster, ground: Ground) -> Spec:
    """Shares above, and below them the homes' names as heads of the lines of counts."""
    colours = home_colours(roster.homes, ground)
    lines = [_line(at) for at in range(len(homes))]
    here = [f"abs(datum.value - {line}) < 0.001" for line in lines]
    text = "format(datum.value, '.0%')"
    for test, name in zip(here, signed(names), strict=True):
        text = f"{test} ? {json.dumps(name, ensure_ascii=False)} : {text}"
    by_line = [
        {"test": test, "value": colours[home]} for test, home in zip(here, homes, strict=True)
    ]
    return {
        "values": [*lines, *SHARES],
        "labelExpr": text,
        "labelColor": {"condition": by_line, "value": ground.faint},
        "gridOpacity": {"condition": {"test": "datum.value < 0", "value": 0}, "value": 1},
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "labelOverlap": False,
        "tickCount": 99,  # no fewer than the values given: Vega drops every second one otherwise
        "labelLimit": 120,
    }


def _rows(
    shares: Mapping[str, Sequence[Share]],
    periods: Sequence[str],
    names: Sequence[str],
    words: Words,
) -> list[dict[str, Any]]:
    """One row a period and home: names, counts, tooltips."""
    return [
        {
            "period": period,
            "home": name,
            "line": _line(at),
            "share": one.share if one.of else None,
            "low": one.low,
            "high": one.high,
            "label": f"{one.count}/{one.of}" if one.of else "–",
            "tip": _tip(name, period, one, words) if one.of else "",
        }
        for number, period in enumerate(periods)
        for at, (name, of_home) in enumerate(zip(names, shares.values(), strict=True))
        for one in [of_home[number]]
    ]


def _tip(home: str, period: str, one: Share, words: Words) -> str:
    ends = words.between(percent(one.low, words), percent(one.high, words))
    return f"{home} {period}: {one.count}/{one.of} · {percent(one.share, words)} ({ends})"
