"""One home's official counts beside ours, ready to be drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.draw.charts.official import official_chart
from geo.draw.palette import Ground, home_colours
from geo.measure.official import TOTAL, band, official, ours
from geo.ties.roster import Roster
from geo.words import Words, mark

COUNTED = {
    TOTAL: mark("ties of all levels"),
    "sister": mark("sister-city ties"),
    "exchange": mark("friendly-exchange ties"),
    "district": mark("district-level ties"),
}
"""What the numbers of a picture count."""

HOW_TO_READ = mark(
    "Line: our ties in force for certain; band: those that may be, by inexact dates. A "
    "tie of which no date is known counts for certain only today. Diamonds: official "
    "numbers, the article’s filled."
)


@dataclass(frozen=True)
class OfficialPanel:
    """One home's numbers of one kind.

    Attributes:
        title: home and what is counted.
        band, points: what its chart draws (:mod:`geo.measure.official`).
        draw: makes the chart, which takes long and is not needed for the title.
    """

    title: str
    band: pd.DataFrame
    points: pd.DataFrame
    draw: Callable[[], Any]

    @property
    def chart(self) -> Any:
        """Our band with the official numbers on it."""
        return self.draw()


def official_panel(
    roster: Roster, home: str, what: str, tested: str, words: Words, ground: Ground
) -> OfficialPanel:
    """One home's numbers of one kind; their chart is not drawn yet.

    Args:
        what: a level of ties, or :data:`geo.measure.official.TOTAL`.
        tested: id of the source whose numbers are filled.
    """
    found = official(roster)
    points = found[(found["home"] == home) & (found["what"] == what)]
    own = band(roster, home, what)
    title = words.say(
        "{home}, {ties}",
        home=words.of(roster.homes.loc[home], "name"),
        ties=words.say(COUNTED[what]),
    )

    def draw() -> Any:
        today = ours(roster, home, what, roster.as_of)
        said = [_said(point, roster, words) for _, point in points.iterrows()]
        return official_chart(
            own,
            points.assign(filled=points["source"] == tested, said=said),
            pd.Timestamp(roster.as_of),
            home_colours(roster.homes, ground)[home],
            words.say("ours: {n}", n=words.range(today.certain, today.possible)),
            ground,
            words.say("{title}: {numbers}", title=title, numbers=words.say("; ").join(said)),
        )

    return OfficialPanel(title, own, points, draw)


def _said(point: pd.Series, roster: Roster, words: Words) -> str:
    """An official number beside ours, in words."""
    return words.say(
        "{date}: {n} by official count, {m} by ours",
        date=words.date(str(roster.official_counts.loc[point["count"], "as_of"])),
        n=words.number(point["stated"]),
        m=words.range(point["certain"], point["possible"]),
    )
