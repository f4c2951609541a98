"""Small multiples: how the partners of one home spread over a few classes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from geo.i18n import Words
from geo.stats.text import percent
from geo.style.altair_theme import themed
from geo.style.colours import Ground, home_colours
from geo.ties.roster import Roster

BAR = 25
"""Height of a bar with its gap, in pixels."""


def bars(
    table: pd.DataFrame,
    home: str,
    names: dict[Any, str],
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
) -> Any:
    """One home's bars, lying, with count and share at their ends.

    Args:
        table: home, category, count, of, share (:mod:`geo.figures.choice.profile`), of all homes:
            they share one scale.
        names: of the categories, in the reader's language.
    """
    rows = _of_home(table, home, words).assign(name=lambda t: t["category"].map(names))
    y = alt.Y(
        "name:N",
        sort=list(rows["name"]),
        title=None,
        axis=alt.Axis(
            labelColor=ground.ink, ticks=False, domain=False, labelLimit=150, minExtent=84
        ),
    )
    most = float(table["share"].max()) or 1.0
    x = alt.X("share:Q", scale=alt.Scale(domain=[0, most * 1.35], nice=False), axis=None)
    drawn = alt.Chart(rows).mark_bar(color=_colour(home, roster, ground), height={"band": 0.72})
    text = alt.Chart(rows).mark_text(align="left", dx=5, fontSize=12, color=ground.ink)
    picture = drawn.encode(x=x, y=y, tooltip=_tip()) + text.encode(x=x, y=y, text="label:N")
    return themed(
        picture.properties(height=BAR * len(rows), title=_title(home, roster, words, ground)),
        ground,
        description,
    )


def histogram(
    table: pd.DataFrame,
    home: str,
    width: int,
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
) -> Any:
    """One home's distances as standing bars, each with its count.

    Args:
        table: of all homes, the category the nearer edge of each class in km.
        width: of a class, in km.
    """
    rows = _of_home(table, home, words).assign(
        end=lambda t: t["category"] + width, middle=lambda t: t["category"] + width / 2
    )
    rows["label"] = [f"{n}" if n else "" for n in rows["count"]]
    last = int(rows["end"].max())
    x = alt.X(
        "category:Q",
        scale=alt.Scale(domain=[0, last], nice=False),
        axis=alt.Axis(values=list(range(0, last, 4000)), format=",d", grid=False),
        title=words.say("km from {home}", home=words.of(roster.homes.loc[home], "name")),
    )
    most = float(table["share"].max()) or 1.0
    y = alt.Y("share:Q", scale=alt.Scale(domain=[0, most * 1.15], nice=False), axis=None)
    drawn = (
        alt.Chart(rows)
        .mark_bar(color=_colour(home, roster, ground), binSpacing=2)
        .encode(x=x, x2="end:Q", y=y, y2=alt.datum(0), tooltip=_tip())
    )
    text = (
        alt.Chart(rows)
        .mark_text(dy=-8, fontSize=12, color=ground.ink)
        .encode(x=alt.X("middle:Q"), y=y, text="label:N")
    )
    return themed(
        (drawn + text).properties(height=150, title=_title(home, roster, words, ground)),
        ground,
        description,
    )


def _of_home(table: pd.DataFrame, home: str, words: Words) -> pd.DataFrame:
    """The rows of one home with the texts of their labels."""
    rows = table[table["home"] == home]
    labels = [
        f"{n} · {percent(share, words)}" if n else "0"
        for n, share in zip(rows["count"], rows["share"], strict=True)
    ]
    tips = [f"{n}/{of}" for n, of in zip(rows["count"], rows["of"], strict=True)]
    return rows.assign(label=labels, tip=tips)


def _tip() -> list[alt.Tooltip]:
    return [alt.Tooltip("tip:N", title=" ")]


def _colour(home: str, roster: Roster, ground: Ground) -> str:
    return home_colours(roster.homes, ground)[home]


def _title(home: str, roster: Roster, words: Words, ground: Ground) -> alt.TitleParams:
    return alt.TitleParams(
        words.of(roster.homes.loc[home], "name"),
        color=_colour(home, roster, ground),
        anchor="start",
    )
