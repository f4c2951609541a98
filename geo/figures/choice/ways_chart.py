"""The shares in every way of counting: a row a way, a dot and a bar a home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.figures.choice.share_marks import bars_across, dots_across, rows_axis
from geo.figures.choice.ways import Outcome, Way
from geo.figures.choice.ways_text import way_name
from geo.i18n import Words
from geo.stats.text import interval, percent, ratio
from geo.style.chart import (
    Spec,
    category,
    chart,
    home_scale,
    layer,
    scale,
)
from geo.style.colours import Ground
from geo.ties.names import home_names
from geo.ties.roster import Roster

ROW = 22
"""Height of a row, in pixels."""
OFFSET = 0.7
"""How near the homes of a row stand together: the room around them, in steps between them."""
ODDS_END, END = 1.62, 1.04
"""Where the chart ends on the right, with room for the odds ratios and without, in shares of 1."""


def ways_chart(
    outcomes: Sequence[Outcome],
    here: Way | None,
    homes: Sequence[str],
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
    narrow: bool = False,
) -> Spec:
    """Dots with Wilson bars, a row a way, and the odds ratio of two homes at its end.

    Args:
        outcomes: one a way.
        here: the way in which the view counts, which is shaded.
        homes: slugs, in the order of the view.
        description: what the chart shows, for those who do not see it.
        narrow: whether it is drawn for a screen as wide as a phone's; then without odds ratios.
    """
    names = home_names(roster, homes, words)
    ways = [way_name(one.way, words) for one in outcomes]
    told = [] if narrow else [one for one in outcomes if one.odds]
    across = scale(0, ODDS_END if told else END)
    row = {"y": category("way", sort=ways, title=None, axis=rows_axis(ground, 11, 220, 6))}
    colours = home_scale(roster.homes, words.lang, ground, homes)
    of_home = row | {
        "yOffset": category("home", sort=names, scale={"paddingOuter": OFFSET}),
        "color": category("home", scale=colours, legend=None),
    }
    bars, dots = bars_across(across), dots_across(across, names, words)
    odds = {"x": {"datum": 1.05}, "text": category("odds")}
    whole = {"x": {"datum": 0}, "x2": {"datum": 1}}
    rows = [row for one in outcomes for row in _rows(one, names, words)]
    shaded = [{"way": way_name(here, words)}] if here else []
    return chart(
        [
            layer("bar", row | whole, shaded, color=ground.land, opacity=0.7),
            layer("rule", of_home | bars, rows, strokeWidth=3.5, opacity=0.4),
            layer(
                "point",
                of_home | dots,
                rows,
                size=42,
                filled=True,
                opacity=1,
            ),
            layer(
                "text",
                row | odds,
                [_odds(one, words) for one in told],
                align="left",
                fontSize=11,
                color=ground.ink,
            ),
        ],
        ground,
        description,
        height=ROW * len(outcomes),
    )


def _rows(one: Outcome, names: Sequence[str], words: Words) -> list[dict[str, Any]]:
    """One way: the share of each home that has a tie, with its tooltip."""
    return [
        {
            "way": way_name(one.way, words),
            "home": name,
            "share": share.share,
            "low": share.low,
            "high": share.high,
            "tip": f"{name} {share.count}/{share.of} · {percent(share.share, words)} "
            f"({words.between(percent(share.low, words), percent(share.high, words))})",
        }
        for name, share in zip(names, one.shares.values(), strict=True)
        if share.of
    ]


def _odds(one: Outcome, words: Words) -> dict[str, str]:
    text = f"{ratio(one.odds.ratio, words)} ({interval(one.odds, words)})" if one.odds else ""
    return {"way": way_name(one.way, words), "odds": text}
