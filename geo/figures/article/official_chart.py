"""One home's count over the years beside the official ones: a band with diamonds on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from geo.figures.article.official import TOTAL, band, official, ours
from geo.i18n import Words, mark
from geo.style.altair_theme import FIT, FONT, themed
from geo.style.colours import Ground, home_colours
from geo.ties.roster import Roster

HEIGHT = 230
NEAR_DAYS = 900
"""Numbers nearer than this share a place: the larger stands above its diamond, the other below."""
NEAR_SHARE = 0.1
"""Of the height: an official number nearer than this to our last one would lie over ours."""


def official_chart(
    band: pd.DataFrame,
    points: pd.DataFrame,
    until: pd.Timestamp,
    colour: str,
    own: str,
    ground: Ground,
    description: str,
) -> Any:
    """Draw our count, certain to possible, and official numbers as diamonds.

    Args:
        band: ``day``, ``certain``, ``possible``, a row a change.
        points: ``day``, ``stated``, ``filled`` (bool: the number that is tested), ``sentence``.
        until: the last day drawn.
        colour: of the home.
        own: what stands at the end of the band: our number.
        ground: paper or night.
        description: what the chart shows, for those who do not see it.
    """
    start = band["day"].min()
    time = alt.Scale(domain=[_day(start), _day(until)], nice=False)
    axis = alt.Axis(format="%Y", title=None, grid=False, tickCount=5, labelFlush=True)
    lowest = min(band["certain"].min(), points["stated"].min())
    highest = max(band["possible"].max(), points["stated"].max())
    room = max(3, round((highest - lowest) * 0.15))
    up = alt.Scale(domain=[max(0, lowest - room), highest + room], nice=False)
    x = alt.X("day:T", scale=time, axis=axis)
    y: dict[str, Any] = {
        "scale": up,
        "title": None,
        "axis": alt.Axis(tickCount=4, domain=False, ticks=False),
    }
    area = (
        alt.Chart(band)
        .mark_area(interpolate="step-after", color=colour, opacity=0.28)
        .encode(x=x, y=alt.Y("certain:Q", **y), y2="possible:Q")
    )
    line = (
        alt.Chart(band)
        .mark_line(interpolate="step-after", color=colour, strokeWidth=2)
        .encode(x=x, y=alt.Y("certain:Q", **y))
    )
    diamonds = (
        alt.Chart(points)
        .mark_point(shape="diamond", size=110, stroke=ground.ink, strokeWidth=1.6, opacity=1)
        .encode(
            x=x,
            y=alt.Y("stated:Q", **y),
            fill=alt.condition("datum.filled", alt.value(ground.ink), alt.value(ground.paper)),
            tooltip=[alt.Tooltip("sentence:N", title=" ")],
        )
    )
    labelled = points.assign(above=_above(points))
    layers = [area, line, diamonds]
    for above, offset in ((True, -14), (False, 15)):
        layers.append(_numbers(labelled[labelled["above"] == above], offset, x, y, ground))
    apart = abs(points["stated"].iloc[-1] - band["possible"].iloc[-1])
    below = apart < NEAR_SHARE * (highest - lowest + 2 * room)
    layers.append(_own(band, own, below, x, y, colour))
    chart = alt.layer(*layers, autosize=FIT).properties(height=HEIGHT, width="container")
    return themed(chart, ground, description)


def _numbers(points: pd.DataFrame, offset: int, x: Any, y: dict[str, Any], ground: Ground) -> Any:
    """The official numbers above or below their diamonds, on a halo of paper."""
    base = alt.Chart(points).encode(x=x, y=alt.Y("stated:Q", **y), text="stated:Q")
    text: dict[str, Any] = {"dy": offset, "fontSize": 12, "font": FONT, "baseline": "middle"}
    halo = base.mark_text(stroke=ground.paper, strokeWidth=4, strokeJoin="round", **text)
    return halo + base.mark_text(color=ground.ink, **text)


def _own(band: pd.DataFrame, own: str, below: bool, x: Any, y: dict[str, Any], colour: str) -> Any:
    """Our own number at the end of the band: over it, or under it where an official one is near."""
    field, offset = ("certain:Q", 16) if below else ("possible:Q", -12)
    return (
        alt.Chart(band.tail(1))
        .mark_text(align="right", dy=offset, color=colour, fontSize=13, font=FONT, text=own)
        .encode(x=x, y=alt.Y(field, **y))
    )


def _above(points: pd.DataFrame) -> list[bool]:
    """Whether each number stands above its diamond: unless a larger one stands nearest to it."""
    above = []
    for here in points.itertuples():
        apart = (points["day"] - here.day).abs().dt.days
        near = points[(points.index != here.Index) & (apart <= NEAR_DAYS)]
        nearest = near.loc[apart[near.index].idxmin(), "stated"] if len(near) else here.stated
        above.append(bool(here.stated >= nearest))
    return above


def _day(day: pd.Timestamp) -> alt.DateTime:
    """A day as Vega-Lite writes it; a bare number it would take for a year."""
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


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
HOW_TO_READ_LINES = mark(
    "Lines: our ties in force at the end of each year, for certain and at most, by inexact "
    "dates. A tie of which no date is known counts for certain only today. Diamonds: official "
    "numbers; where a year has several, the last."
)
"""The same of an office's chart, which has no band."""


@dataclass(frozen=True)
class OfficialPanel:
    """One home's numbers of one kind.

    Attributes:
        title: home and what is counted.
        chart: our band with the official numbers on it.
        band, points: what it draws (:mod:`geo.figures.article.official`).
    """

    title: str
    chart: Any
    band: pd.DataFrame
    points: pd.DataFrame


def official_panel(
    roster: Roster, home: str, what: str, tested: str, words: Words, ground: Ground
) -> OfficialPanel:
    """Draw one home's numbers of one kind.

    Args:
        what: a level of ties, or :data:`geo.figures.article.official.TOTAL`.
        tested: id of the source whose numbers are filled.
    """
    found = official(roster)
    points = found[(found["home"] == home) & (found["what"] == what)]
    own = band(roster, home, what)
    today = ours(roster, home, what, roster.as_of)
    title = words.say(
        "{home}, {ties}",
        home=words.of(roster.homes.loc[home], "name"),
        ties=words.say(COUNTED[what]),
    )
    sentences = [_sentence(point, roster, words) for _, point in points.iterrows()]
    chart = official_chart(
        own,
        points.assign(filled=points["source"] == tested, sentences=sentences),
        pd.Timestamp(roster.as_of),
        home_colours(roster.homes, ground)[home],
        words.say("ours: {n}", n=words.range(today.certain, today.possible)),
        ground,
        words.say("{title}: {numbers}", title=title, numbers=words.say("; ").join(sentences)),
    )
    return OfficialPanel(title, chart, own, points)


def _sentence(point: pd.Series, roster: Roster, words: Words) -> str:
    """An official number beside ours, in words."""
    return words.say(
        "{date}: {n} by official count, {m} by ours",
        date=words.date(str(roster.official_counts.loc[point["count"], "as_of"])),
        n=words.number(point["stated"]),
        m=words.range(point["certain"], point["possible"]),
    )
