"""What all figures of this question have in common: which ties they count, and what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.choice.compare import COUNTED_AS, counted, left_out
from geo.figures.figure import Figure, Remark, Table
from geo.figures.panel import Panel, Series
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.stats.proportions import Share
from geo.style.colours import home_colours
from geo.ties.names import home_name
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View

NARROW = 540.0
"""A chart less wide than this, in pixels of a page, leaves more of its width to its words."""

WILSON = mark("Bars: 95% confidence intervals (Wilson).")
WILSON_THIN = mark("Thin bars: 95% confidence intervals (Wilson).")
COUNTED = mark("Counted: ties still in force that were certainly made in these years.")
SET_ASIDE = mark(
    "The capital/port filter is ignored on this page, because it would fix the shares in advance."
)
ROLES = mark(
    "Capital: the city named by the constitution or a law; where none is named,"
    " or powers are divided, the seat of the executive. Sea ports: by the World"
    " Port Index; river and lake ports: by named sources (docs/roles.md)."
)


def bars_are_intervals(words: Words) -> Remark:
    """What the bars of our charts mean; an office draws thin ones inside its own bars."""
    return Remark(words.say(WILSON), native=words.say(WILSON_THIN))


def chosen_ties(scene: Scene) -> pd.DataFrame:
    """What the view shows, whatever the filter by role, which would decide the shares."""
    return select(scene.roster, scene.view.but(roles=()))


def counted_ties(scene: Scene) -> pd.DataFrame:
    """Those of them that shares count: certainly made in the years of the view, and standing."""
    return _counted(scene.roster, scene.view.but(roles=()).ties_only)


@lru_cache(maxsize=64)
def _counted(roster: Roster, view: View) -> pd.DataFrame:
    return counted(select(roster, view))


def left_out_remark(scene: Scene) -> list[str]:
    """How many ties are not counted because they are only possible; nothing if none is."""
    out = left_out(chosen_ties(scene))
    if not out:
        return []
    return [
        scene.words.count(
            "{n} tie is left out, because its inexact date may fall outside these years.",
            "{n} ties are left out, because their inexact dates may fall outside these years.",
            out,
        )
    ]


def composed(
    scene: Scene,
    title: str,
    panels: Sequence[Panel],
    *,
    topic: str = "",
    columns: int = 2,
    remarks: Sequence[str] = (),
    details: Sequence[str] = (),
    keys: Sequence[tuple[str, str]] = (),
    tables: Sequence[Table] = (),
    instead: str = "",
) -> Figure:
    """One figure of the question, with what all of them say.

    Args:
        scene: what it is composed from.
        title, panels, topic, remarks, details, keys, tables, instead: as :class:`Figure` has them.
        columns: how many charts stand side by side at the most.
    """
    words = scene.words
    set_aside = [words.say(SET_ASIDE)] if scene.view.roles else []
    return Figure(
        title=title,
        subtitle=view_line(scene.roster, scene.view.but(roles=(), ended=False), words),
        panels=panels,
        topic=topic,
        columns=columns,
        remarks=[*remarks, *set_aside],
        details=details,
        definitions=[words.say(text) for text in (*COUNTED_AS.values(), ROLES)],
        keys=keys,
        tables=tables if panels else (),
        instead=instead,
    )


def series_of_shares(scene: Scene, rows: Mapping[str, Sequence[Share]]) -> list[Series]:
    """The shares of each home with their intervals as the numbers of a chart.

    Args:
        rows: for each home a share a category; one of nothing has no value.
    """
    return [
        Series(
            home_name(scene.roster, home, scene.words),
            home_colours(scene.roster.homes, scene.ground)[home],
            [share.share if share.of else None for share in shares],
            low=[share.low for share in shares],
            high=[share.high for share in shares],
        )
        for home, shares in rows.items()
    ]
