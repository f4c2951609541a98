"""Small multiples: how the partners of one home spread over a few classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.figures.choice.profile import KM_A_BIN, UNKNOWN, Spread
from geo.i18n import Words
from geo.stats.text import percent
from geo.style.chart import FIT, Spec, category, chart, layer, quantity, scale
from geo.style.colours import Ground, home_colours
from geo.ties.names import home_name
from geo.ties.roster import Roster

BAR = 25
"""Height of a bar with its gap, in pixels."""


def bars(
    spread: Spread,
    home: str,
    names: Sequence[str],
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
) -> Spec:
    """One home's bars, lying, with count and share at their ends.

    Args:
        spread: of all homes: they share one scale.
        home: which of them is drawn.
        names: of the classes, in the reader's language.
        description: what the chart shows, for those who do not see it.
    """
    axis = {
        "labelColor": ground.ink,
        "labelLimit": 150,
        "minExtent": 84,
        "ticks": False,
        "domain": False,
    }
    where = {
        "x": quantity("share", scale=scale(0, (spread.largest or 1.0) * 1.35), axis=None),
        "y": category("name", sort=list(names), title=None, axis=axis),
    }
    rows = [
        row | {"name": name, "label": _label(row, words)}
        for row, name in zip(_rows(spread, home), names, strict=True)
    ]
    colour = home_colours(roster.homes, ground)[home]
    return chart(
        [
            layer("bar", where | _tip(), color=colour, height={"band": 0.72}),
            layer(
                "text",
                where | {"text": category("label")},
                align="left",
                dx=5,
                fontSize=12,
                color=ground.ink,
            ),
        ],
        ground,
        description,
        rows,
        height=BAR * len(rows),
        width="container",
        autosize=FIT,
        title=_title(home, roster, words, colour),
    )


def histogram(
    spread: Spread, home: str, roster: Roster, words: Words, ground: Ground, description: str
) -> Spec:
    """One home's distances as standing bars, each with its count.

    Args:
        spread: of all homes, by the nearer edge of each class in km
            (:func:`geo.figures.choice.profile.by_distance`).
        home: which of them is drawn.
        description: what the chart shows, for those who do not see it.
    """
    rows = [
        row
        | {
            "from": edge,
            "to": edge + KM_A_BIN,
            "middle": edge + KM_A_BIN / 2,
            "label": str(row["count"] or ""),
        }
        for row, edge in zip(_rows(spread, home), map(int, spread.classes), strict=True)
    ]
    last = rows[-1]["to"]
    x = quantity(
        "from",
        scale=scale(0, last),
        axis={"values": list(range(0, last, 4000)), "format": ",d", "grid": False},
        title=words.say("km from {home}", home=home_name(roster, home, words)),
    )
    y = quantity("share", scale=scale(0, (spread.largest or 1.0) * 1.15), axis=None)
    colour = home_colours(roster.homes, ground)[home]
    wide = {"x": x, "x2": {"field": "to"}, "y": y, "y2": {"datum": 0}}
    labels = {"x": quantity("middle"), "y": y, "text": category("label")}
    return chart(
        [
            layer("bar", wide | _tip(), color=colour, binSpacing=2),
            layer("text", labels, dy=-8, fontSize=12, color=ground.ink),
        ],
        ground,
        description,
        rows,
        height=150,
        title=_title(home, roster, words, colour),
    )


def _rows(spread: Spread, home: str) -> list[dict[str, Any]]:
    """Count, share and tooltip of each class of one home."""
    of = spread.of(home)
    return [
        {
            "count": count,
            "share": spread.share(home, at),
            "known": one != UNKNOWN,
            "tip": str(count) if one == UNKNOWN else f"{count}/{of}",
        }
        for at, (one, count) in enumerate(zip(spread.classes, spread.counts[home], strict=True))
    ]


def _label(row: dict[str, Any], words: Words) -> str:
    """A count and its share; the count alone of a class that no share counts."""
    if not row["count"] or not row["known"]:
        return str(row["count"])
    return f"{row['count']} · {percent(row['share'], words)}"


def _tip() -> Spec:
    return {"tooltip": [category("tip", title=" ")]}


def _title(home: str, roster: Roster, words: Words, colour: str) -> Spec:
    return {"text": home_name(roster, home, words), "color": colour, "anchor": "start"}
