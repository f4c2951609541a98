"""Shares with their intervals: one row a kind of partner and home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.figures.choice.share_marks import bars_across, dots_across, rows_axis
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
)
from geo.style.colours import Ground
from geo.ties.names import home_name, home_names
from geo.ties.roster import Roster

LABELS_END, NARROW_LABELS_END = 1.92, 2.3
"""Where the chart ends on the right, with room for the counts, in shares of 1."""


def shares_chart(
    by_kind: Mapping[str, Mapping[str, Share]],
    called: Mapping[str, str],
    roster: Roster,
    words: Words,
    ground: Ground,
    description: str,
    narrow: bool = False,
    strokes: Mapping[str, Mapping[str, float]] | None = None,
) -> Spec:
    """Dots with Wilson bars, and the counts in a column of their own at the right.

    Args:
        by_kind: for each kind of partner the share of every home
            (:func:`geo.figures.choice.compare.shares_by_kind`).
        called: what the kinds are called (messages).
        description: what the chart shows, for those who do not see it.
        narrow: whether it is drawn for a screen as wide as a phone's.
        strokes: for some kinds a share of some homes that is marked by an upright stroke.
    """
    homes = tuple(next(iter(by_kind.values())))
    names = home_names(roster, homes, words)
    colours = home_scale(roster.homes, words.lang, ground, homes)
    across = scale(0, NARROW_LABELS_END if narrow else LABELS_END)
    shared = {
        "y": category(
            "kind",
            sort=[words.say(called[kind]) for kind in by_kind],
            title=None,
            axis=rows_axis(ground, 13, 140, 8),
            scale={"paddingInner": 0.25, "paddingOuter": 0.1},
        ),
        "yOffset": category("home", sort=names),
        "color": category("home", scale=colours, legend=None),
    }
    bars, dots = bars_across(across), dots_across(across, names, words)
    counts = {"x": {"datum": 1.05}, "text": category("label")}
    marked = [
        {"kind": words.say(called[kind]), "home": home_name(roster, home, words), "share": share}
        for kind, by_home in (strokes or {}).items()
        for home, share in by_home.items()
    ]
    stroke = shared | {"x": quantity("share", scale=across)}
    return chart(
        [
            *([layer("tick", stroke, marked, thickness=2.5, size=17, opacity=1)] if marked else []),
            layer("rule", shared | bars, strokeWidth=5, opacity=0.4),
            layer("point", shared | dots, size=95, filled=True, opacity=1),
            layer("text", shared | counts, align="left", fontSize=13),
        ],
        ground,
        description,
        [
            _row(words.say(called[kind]), home_name(roster, home, words), share, words)
            for kind, by_home in by_kind.items()
            for home, share in by_home.items()
        ],
        height=len(by_kind) * (22 * len(homes) + 14),
    )


def _row(kind: str, home: str, share: Share, words: Words) -> dict[str, Any]:
    """One share of a kind (its name) with its label and tooltip in the reader's language."""
    label = f"{home} {share.count}/{share.of}"
    if share.of:
        label += f" · {percent(share.share, words)}"
    return {
        "kind": kind,
        "home": home,
        "share": share.share if share.of else None,
        "low": share.low,
        "high": share.high,
        "label": label,
        "tip": f"{label} ({words.between(percent(share.low, words), percent(share.high, words))})",
    }
