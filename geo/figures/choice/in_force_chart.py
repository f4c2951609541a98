"""Shares among the ties in force, year by year, each line named at its end."""

from __future__ import annotations

from typing import Any

from geo.figures.choice.in_force import AtYear, ByYear
from geo.figures.choice.share_marks import SHARES
from geo.i18n import Words
from geo.stats.proportions import FEW
from geo.stats.text import percent
from geo.style.chart import (
    Spec,
    apart,
    category,
    chart,
    home_scale,
    layer,
    quantity,
    scale,
)
from geo.style.colours import Ground
from geo.ties.names import home_name
from geo.ties.roster import Roster
from geo.ties.time import Years

HEIGHT = 210
ROOM, NARROW_ROOM = 0.26, 0.48
"""For the names at the right, as a share of the years."""
LABEL_GAP = 0.1
"""Between two names at the ends of lines, in shares of 1."""
DASHES = ([1, 0], [6, 2], [2, 2], [8, 3, 2, 3])

Row = dict[str, Any]


def in_force_chart(
    table: ByYear,
    years: Years,
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
    narrow: bool = False,
) -> Spec:
    """Lines of shares, faint while there are few ties, and what possible ties could change.

    Args:
        table: as :func:`geo.figures.choice.in_force.by_year` gives it.
        years: first and last year of the axis.
        description: what the chart shows, for those who do not see it.
        narrow: whether it is drawn for a screen as wide as a phone's.
    """
    rows = {
        home: [_row(row, home_name(roster, home, words), words) for row in of_home]
        for home, of_home in table.items()
    }
    every = [row for of_home in rows.values() for row in of_home]
    colours = home_scale(roster.homes, words.lang, ground, tuple(table))
    across = _across(years, narrow)
    heights = scale(0, 1.02)
    x = quantity("year", scale=across, title=None, axis=_years_axis(years))
    y = quantity("share", scale=heights, title=None, axis=_shares_axis())
    shared = {"x": x, "color": category("home", scale=colours, legend=None)}
    unsure = {"y": quantity("low", scale=heights), "y2": {"field": "high"}}
    dashes = {"domain": colours["domain"], "range": _dashes(len(table))}
    line = {"y": y, "strokeDash": category("home", scale=dashes, legend=None)}
    tips = {"tooltip": [category(name, title=" ") for name in ("home", "tip")]}
    names = {"y": quantity("label_at", scale=heights), "text": category("label")}
    lasts = _lasts(table, rows, words)
    early = [row for of_home in rows.values() for row in _while_few(of_home)]
    enough = [row for row in every if row["of"] >= FEW]
    return chart(
        [
            _grid(years, across, y, ground),
            layer("area", shared | unsure, every, opacity=0.22),
            layer("line", shared | {"y": y}, early, strokeWidth=1.2, opacity=0.4),
            layer("line", shared | line, enough, strokeWidth=2.4),
            layer("point", shared | {"y": y} | tips, every, size=60, filled=True, opacity=0),
            layer(
                "text", shared | names, lasts, align="left", dx=7, fontSize=13, fontWeight="bold"
            ),
        ],
        ground,
        description,
        height=HEIGHT,
    )


def _across(years: Years, narrow: bool) -> Spec:
    """The scale of the years, with room for the names at its end."""
    room = max(4.0, (years[1] - years[0]) * (NARROW_ROOM if narrow else ROOM))
    return scale(years[0], years[1] + room)


def _years_axis(years: Years) -> Spec:
    """Round years inside the axis; both ends where they are near each other."""
    step = 10 if years[1] - years[0] > 20 else 5 if years[1] - years[0] > 8 else 1
    ticks = [year for year in range(years[0], years[1] + 1) if year % step == 0] or list(years)
    return {"values": ticks, "format": "d", "grid": False, "tickSize": 4}


def _shares_axis() -> Spec:
    return {"values": SHARES, "format": "%", "domain": False, "ticks": False, "grid": False}


def _grid(years: Years, across: Spec, y: Spec, ground: Ground) -> Spec:
    """Lines behind the chart; they end with the years, and cross no name."""
    rows = [{"share": share, "from": years[0], "to": years[1]} for share in SHARES]
    ends = {"x": quantity("from", scale=across), "x2": {"field": "to"}, "y": y}
    return layer("rule", ends, rows, color=ground.land)


def _dashes(homes: int) -> list[list[int]]:
    return [DASHES[at % len(DASHES)] for at in range(homes)]


def _row(row: AtYear, home: str, words: Words) -> Row:
    tip = f"{row.year}: {row.count}/{row.of} · {percent(row.share, words)}"
    return {
        "home": home,
        "year": row.year,
        "of": row.of,
        "share": row.share,
        "low": row.low,
        "high": row.high,
        "tip": tip,
    }


def _while_few(rows: list[Row]) -> list[Row]:
    """The years with few ties, and the first with enough, so that the lines meet."""
    early, enough = [], 0
    for row in rows:
        enough += row["of"] >= FEW
        if enough <= 1:
            early.append(row)
    return early


def _lasts(table: ByYear, rows: dict[str, list[Row]], words: Words) -> list[Row]:
    """The last point of each line with its name, moved apart where names would meet."""
    lasts = [rows[home][-1] for home in table]
    heights = apart([row["share"] for row in lasts], LABEL_GAP)
    return [
        row | {"label": f"{row['home']} {percent(row['share'], words)}", "label_at": height}
        for row, height in zip(lasts, heights, strict=True)
    ]
