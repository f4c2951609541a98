"""Shares among the ties in force, year by year, each line named at its end."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from geo.i18n import Words
from geo.stats.proportions import FEW
from geo.stats.text import percent
from geo.style.altair_theme import apart, home_scale, themed
from geo.style.colours import Ground
from geo.ties.roster import Roster
from geo.ties.time import Years

HEIGHT = 210
ROOM, NARROW_ROOM = 0.26, 0.48
"""For the names at the right, as a share of the years."""
LABEL_GAP = 0.1
"""Between two names at the ends of lines, in shares of 1."""
SHARES = [0, 0.25, 0.5, 0.75, 1]
"""Where lines lie behind the picture; they end with the years, and cross no name."""
DASHES = ([1, 0], [6, 2], [2, 2], [8, 3, 2, 3])


def standing_picture(
    table: pd.DataFrame,
    years: Years,
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
    narrow: bool = False,
) -> Any:
    """Lines of shares, faint while there are few ties, and what possible ties could change.

    Args:
        table: as :func:`geo.figures.choice.trend.by_year` gives it.
        years: first and last year of the axis.
        description: what the picture shows, for those who do not see it.
        narrow: whether it is drawn for a screen as wide as a phone's.
    """
    homes = tuple(dict.fromkeys(table["home"]))
    rows = table.assign(
        home_name=[words.of(roster.homes.loc[home], "name") for home in table["home"]],
        tip=[
            f"{row.year}: {row.hits}/{row.of} · {percent(row.share, words)}"
            for row in table.rename(columns={"count": "hits"}).itertuples()
        ],
    )
    scale = home_scale(roster.homes, words.lang, ground, homes)
    colour = alt.Color("home_name:N", scale=scale, legend=None)
    dash = alt.StrokeDash(
        "home_name:N",
        scale=alt.Scale(
            domain=scale.domain, range=[DASHES[at % len(DASHES)] for at in range(len(homes))]
        ),
        legend=None,
    )
    room = max(4.0, (years[1] - years[0]) * (NARROW_ROOM if narrow else ROOM))
    x_scale = alt.Scale(domain=[years[0], years[1] + room], nice=False)
    x = alt.X(
        "year:Q",
        scale=x_scale,
        axis=alt.Axis(values=_ticks(years), format="d", grid=False, tickSize=4),
        title=None,
    )
    y_scale = alt.Scale(domain=[0, 1.02], nice=False)
    y = alt.Y(
        "share:Q",
        scale=y_scale,
        title=None,
        axis=alt.Axis(values=SHARES, format="%", domain=False, ticks=False, grid=False),
    )
    grid = (
        alt.Chart(pd.DataFrame({"share": SHARES, "from": years[0], "to": years[1]}))
        .mark_rule(color=ground.land)
        .encode(x=alt.X("from:Q", scale=x_scale), x2="to:Q", y=y)
    )
    unsure = (
        alt.Chart(rows)
        .mark_area(opacity=0.22)
        .encode(x=x, y=alt.Y("low:Q", scale=y_scale), y2="high:Q", color=colour)
    )
    early = (
        alt.Chart(_while_few(rows))
        .mark_line(strokeWidth=1.2, opacity=0.4)
        .encode(x=x, y=y, color=colour)
    )
    line = (
        alt.Chart(rows[rows["of"] >= FEW])
        .mark_line(strokeWidth=2.4)
        .encode(x=x, y=y, color=colour, strokeDash=dash)
    )
    touch = (
        alt.Chart(rows)
        .mark_point(size=60, filled=True, opacity=0)
        .encode(x=x, y=y, color=colour, tooltip=["home_name:N", "tip:N"])
    )
    for channel in (touch.encoding.tooltip[0], touch.encoding.tooltip[1]):
        channel.title = " "
    names = (
        alt.Chart(_ends(rows, words))
        .mark_text(align="left", dx=7, fontSize=13, fontWeight="bold")
        .encode(x=x, y=alt.Y("label_at:Q", scale=y_scale), text="label:N", color=colour)
    )
    return themed(
        (grid + unsure + early + line + touch + names).properties(height=HEIGHT),
        ground,
        description,
    )


def _while_few(rows: pd.DataFrame) -> pd.DataFrame:
    """The years with few ties, and the first with enough, so that the lines meet."""
    enough = (rows["of"] >= FEW).groupby(rows["home"]).cumsum()
    return rows[enough <= 1]


def _ends(rows: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The last point of each line with its name, moved apart where names would meet."""
    last = rows.groupby("home", sort=False).tail(1)
    labels = [
        f"{name} {percent(share, words)}"
        for name, share in zip(last["home_name"], last["share"], strict=True)
    ]
    return last.assign(label=labels, label_at=apart(list(last["share"]), LABEL_GAP))


def _ticks(years: Years) -> list[int]:
    """Round years inside the axis; both ends where they are near each other."""
    step = 10 if years[1] - years[0] > 20 else 5 if years[1] - years[0] > 8 else 1
    return [year for year in range(years[0], years[1] + 1) if year % step == 0] or list(years)
