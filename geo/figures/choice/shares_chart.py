"""Shares with their intervals: one row a kind of partner and home."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from geo.figures.choice.compare import KIND_IN_SHORT
from geo.i18n import Words
from geo.stats.text import percent
from geo.style.altair_theme import home_scale, shape_scale, themed
from geo.style.colours import Ground
from geo.ties.roster import Roster

LABELS_END, NARROW_LABELS_END = 1.92, 2.3
"""Where the picture ends on the right, with room for the counts, in shares of 1."""


def share_picture(
    table: pd.DataFrame,
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
    narrow: bool = False,
) -> Any:
    """Dots with Wilson bars, and the counts in a column of their own at the right.

    Args:
        table: as :func:`geo.figures.choice.compare.share_table` gives it.
        description: what the picture shows, for those who do not see it.
        narrow: whether it is drawn for a screen as wide as a phone's.
    """
    homes = tuple(dict.fromkeys(table["home"]))
    names = [words.of(roster.homes.loc[home], "name") for home in homes]
    rows = _rows(table, roster, words)
    colour = alt.Color(
        "home_name:N", scale=home_scale(roster.homes, words.lang, ground, homes), legend=None
    )
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "kind_name:N",
            sort=list(dict.fromkeys(rows["kind_name"])),
            title=None,
            axis=alt.Axis(
                labelColor=ground.ink,
                labelFontSize=13,
                ticks=False,
                domain=False,
                labelPadding=8,
                labelLimit=140,
            ),
            scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1),
        ),
        yOffset=alt.YOffset("home_name:N", sort=names),
    )
    scale = alt.Scale(domain=[0, NARROW_LABELS_END if narrow else LABELS_END], nice=False)
    axis = alt.Axis(
        values=[0, 0.25, 0.5, 0.75, 1],
        format="%",
        domain=False,
        tickSize=0,
        labelOverlap=True,
        labelSeparation=6,
    )
    bars = base.mark_rule(strokeWidth=5, opacity=0.4).encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=None), x2="high:Q", color=colour
    )
    dots = base.mark_point(size=95, filled=True, opacity=1).encode(
        x=alt.X("share:Q", scale=scale),
        color=colour,
        shape=alt.Shape("home_name:N", scale=shape_scale(homes, names), legend=None),
        tooltip=[alt.Tooltip("tip:N", title=words.say("Share, 95% interval"))],
    )
    counts = base.mark_text(align="left", fontSize=13).encode(
        x=alt.datum(1.05), text="label:N", color=colour
    )
    height = rows["kind_name"].nunique() * (22 * len(homes) + 14)
    return themed((bars + dots + counts).properties(height=height), ground, description)


def _rows(table: pd.DataFrame, roster: Roster, words: Words) -> pd.DataFrame:
    """The table with names, labels and tooltips in the reader's language."""
    kept = table.assign(
        kind_name=[words.say(KIND_IN_SHORT[kind]) for kind in table["kind"]],
        home_name=[words.of(roster.homes.loc[home], "name") for home in table["home"]],
    )
    sentences = [
        (
            f"{row.home_name} {row.hits}/{row.of}"
            + (f" · {percent(row.share, words)}" if row.of else ""),
            f"{percent(row.low, words)}–{percent(row.high, words)}",
        )
        for row in kept.rename(columns={"count": "hits"}).itertuples()
    ]
    return kept.assign(
        label=[label for label, _ in sentences],
        tip=[f"{label} ({interval})" for label, interval in sentences],
    )
