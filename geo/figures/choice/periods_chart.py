"""Shares among the ties made in each period, with their counts written below."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import pandas as pd

from geo.i18n import Words
from geo.i18n.dates import year_span
from geo.stats.text import percent
from geo.style.altair_theme import home_scale, shape_scale, signed, themed
from geo.style.colours import Ground, home_colours
from geo.ties.roster import Roster

HEIGHT = 250
ROW = 0.115
"""Height of a line of counts below the picture, in shares of 1."""


def period_picture(
    table: pd.DataFrame, roster: Roster, words: Words, ground: Ground, description: str
) -> Any:
    """Dots with Wilson bars, joined by a thin line; below them how many of how many.

    Args:
        table: as :func:`geo.figures.choice.trend.by_period` gives it.
        description: what the picture shows, for those who do not see it.
    """
    homes = tuple(dict.fromkeys(table["home"]))
    names = [words.of(roster.homes.loc[home], "name") for home in homes]
    rows = _rows(table, homes, roster, words)
    colour = alt.Color(
        "home_name:N", scale=home_scale(roster.homes, words.lang, ground, homes), legend=None
    )
    x = alt.X(
        "period:N",
        sort=list(dict.fromkeys(rows["period"])),
        title=None,
        axis=alt.Axis(
            labelAngle=0,
            labelColor=ground.ink,
            domain=False,
            ticks=False,
            grid=False,
            labelOverlap=True,
        ),
    )
    beside = alt.XOffset("home_name:N", sort=names)
    y_scale = alt.Scale(domain=[-ROW * (len(homes) + 0.35), 1.02], nice=False)
    y = alt.Y("share:Q", scale=y_scale, title=None, axis=_axis(names, homes, roster, ground))
    drawn = alt.Chart(rows[rows["of"] > 0])
    line = drawn.mark_line(strokeWidth=1.3, opacity=0.45).encode(
        x=x, xOffset=beside, y=y, color=colour
    )
    bars = drawn.mark_rule(strokeWidth=4, opacity=0.4).encode(
        x=x, xOffset=beside, y=alt.Y("low:Q", scale=y_scale), y2="high:Q", color=colour
    )
    dots = drawn.mark_point(size=85, filled=True, opacity=1).encode(
        x=x,
        xOffset=beside,
        y=y,
        color=colour,
        shape=alt.Shape("home_name:N", scale=shape_scale(homes, names), legend=None),
        tooltip=[alt.Tooltip("tip:N", title=words.say("Share, 95% interval"))],
    )
    counts = (
        alt.Chart(rows)
        .mark_text(fontSize=12)
        .encode(x=x, y=alt.Y("line:Q", scale=y_scale), text="label:N", color=colour)
    )
    return themed((line + bars + dots + counts).properties(height=HEIGHT), ground, description)


def _axis(names: list[str], homes: tuple[str, ...], roster: Roster, ground: Ground) -> alt.Axis:
    """Shares above, and below them the homes' names as heads of the lines of counts."""
    lines = [-ROW * (at + 0.75) for at in range(len(homes))]
    colours = home_colours(roster.homes, ground)
    text = "format(datum.value, '.0%')"
    for line, name in zip(lines, signed(names), strict=True):
        quoted = json.dumps(name, ensure_ascii=False)
        text = f"abs(datum.value - {line}) < 0.001 ? {quoted} : {text}"
    return alt.Axis(
        values=[*lines, 0, 0.25, 0.5, 0.75, 1],
        labelExpr=text,
        labelColor=_by_line(lines, homes, colours, ground),
        gridOpacity={"condition": {"test": "datum.value < 0", "value": 0}, "value": 1},
        domain=False,
        ticks=False,
        labelPadding=6,
        labelOverlap=False,
        tickCount=99,  # no fewer than the values given: Vega drops every second one otherwise
        labelLimit=120,
    )


def _by_line(
    lines: list[float], homes: tuple[str, ...], colours: dict[str, str], ground: Ground
) -> Any:
    """The colour of each label on the axis: a home's on its line, faint on the shares."""
    return {
        "condition": [
            {"test": f"abs(datum.value - {line}) < 0.001", "value": colours[home]}
            for line, home in zip(lines, homes, strict=True)
        ],
        "value": ground.faint,
    }


def _rows(
    table: pd.DataFrame, homes: tuple[str, ...], roster: Roster, words: Words
) -> pd.DataFrame:
    """The table with names of periods and homes, counts, and tooltips."""
    end = roster.period[1]
    named = table.assign(
        period=[year_span(span, end) for span in zip(table["first"], table["last"], strict=True)],
        home_name=[words.of(roster.homes.loc[home], "name") for home in table["home"]],
        line=[-ROW * (homes.index(home) + 0.75) for home in table["home"]],
        label=[
            f"{n}/{of}" if of else "–" for n, of in zip(table["count"], table["of"], strict=True)
        ],
    )
    return named.assign(
        tip=[
            f"{row.home_name} {row.period}: {row.label} · {percent(row.share, words)} "
            f"({percent(row.low, words)}–{percent(row.high, words)})"
            if row.of
            else ""
            for row in named.itertuples()
        ]
    )
