"""Official counts beside ours on the Article page: a small picture a home and level."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.draw.charts.official import official_chart
from geo.draw.palette import home_colours
from geo.measure.official import TOTAL, agreement, band, drawn, official, ours
from geo.words import mark
from geo.words.escape import in_html
from pages.parts import session
from pages.parts.frame import ground, narrow
from pages.parts.picture import show_chart

COUNTED = {
    TOTAL: mark("ties of all levels"),
    "sister": mark("sister-city ties"),
    "exchange": mark("friendly-exchange ties"),
    "district": mark("district-level ties"),
}
"""What the numbers of a picture count."""


def counts_section(tested: str) -> None:
    """The sentence and the pictures.

    Args:
        tested: id of the source whose numbers are filled.
    """
    words, roster = session.words(), session.roster()
    homes = tuple(roster.homes.index)
    said = agreement(roster, homes, words)
    st.html(f'<h2 class="said">{in_html(said)}</h2>')
    ways = drawn(roster, homes)
    if not ways:
        return
    places = [st.container() for _ in ways] if narrow() else st.columns(len(ways), gap="large")
    for place, (home, what) in zip(places, ways, strict=True):
        with place:
            _panel(home, what, tested)
    st.html(
        '<p class="quiet">'
        + in_html(
            words.say(
                "Line: our ties in force for certain; band: those that may be, by inexact dates. A "
                "tie of which no date is known counts for certain only today. Diamonds: official "
                "numbers, the article’s filled."
            )
        )
        + "</p>"
    )


def _panel(home: str, what: str, tested: str) -> None:
    """One home's numbers of one kind."""
    words, roster = session.words(), session.roster()
    found = official(roster)
    points = found[(found["home"] == home) & (found["what"] == what)]
    own = band(roster, home, what)
    today = ours(roster, home, what, roster.as_of)
    title = words.say(
        "{home}, {ties}",
        home=words.of(roster.homes.loc[home], "name"),
        ties=words.say(COUNTED[what]),
    )
    said = points.apply(_said, axis=1)
    st.html(f'<p class="panel">{in_html(title)}</p>')
    show_chart(
        official_chart(
            own,
            points.assign(filled=points["source"] == tested, said=said),
            pd.Timestamp(roster.as_of),
            home_colours(roster.homes, ground())[home],
            words.say("ours: {n}", n=words.range(today.certain, today.possible)),
            ground(),
            words.say("{title}: {numbers}", title=title, numbers=words.say("; ").join(said)),
        )
    )


def _said(point: pd.Series) -> str:
    """An official number beside ours, in words."""
    words, roster = session.words(), session.roster()
    return words.say(
        "{date}: {n} by official count, {m} by ours",
        date=words.date(str(roster.official_counts.loc[point["count"], "as_of"])),
        n=words.number(point["stated"]),
        m=words.range(point["certain"], point["possible"]),
    )
