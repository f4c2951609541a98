"""How the choice moved: by periods, before and after a turning year, and year by year."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st

from geo.figures.choice.compare import CAPITALS_OR_PORTS
from geo.figures.choice.in_force_chart import standing_picture
from geo.figures.choice.periods_chart import period_picture
from geo.figures.choice.trend import (
    ERAS,
    TURNING_YEAR,
    by_period,
    by_year,
    decades,
    in_no_period,
    periods,
    sharpest_break,
    starts_in,
    steady,
    turn,
)
from geo.figures.choice.trend_text import (
    FAINT,
    TOPIC,
    certainty,
    standing_sentence,
    turns_sentence,
    verdict,
)
from geo.i18n.escape import in_html
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.time import CERTAIN, Years, undated
from geo.ties.view import View
from pages.parts import session
from pages.parts.keeping import keeps, kept
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import ground, narrow
from pages.parts.strategy.keys import SET, SETS, STARTS, YEAR
from pages.parts.strategy.writing import heading, picture, quiet


def moved(chosen: pd.DataFrame) -> None:
    """The third part.

    Args:
        chosen: the selection of the view; ties that have ended count where the view shows them,
            for they too were chosen once.
    """
    made = chosen[chosen["made"] == CERTAIN]
    year = _turning_year()
    _turned(made, year)
    spans = _controls(year)
    for kind, column in zip(CAPITALS_OR_PORTS, st.columns(2, gap="medium"), strict=True):
        with column:
            _by_period(made, kind, spans, year)
    _periods_note(chosen, spans)
    picture_bar("periods")
    _in_force()
    picture_bar("in-force")


def _turning_year() -> int:
    """The year that the reader set, inside the years of the view."""
    first, last = session.view().years
    return int(min(max(kept(YEAR, TURNING_YEAR), first), last))


def _turned(made: pd.DataFrame, year: int) -> None:
    """The question and its answer, for capitals, then how sure it is."""
    words, roster, view = session.words(), session.roster(), session.view()
    turns = [turn(made, home, "capital", year) for home in view.homes]
    heading(words.say("Made before {year} and since", year=year), verdict(turns, roster, words))
    sentences = [
        certainty(one, steady(made, one), sharpest_break(made, one.home, "capital"), roster, words)
        for one in turns
    ]
    st.html("".join(f'<p class="quiet">{in_html(line)}</p>' for line in sentences))


def _controls(year: int) -> list[Years]:
    """What periods to show, and the turning year."""
    view, words = session.view(), session.words()
    names = {
        "eras": words.join(str(start) for start in ERAS),
        "decades": words.say("every decade"),
        "own": words.say("my own"),
    }
    first, last = view.years
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            words.say("Periods begin in"),
            SETS,
            format_func=names.__getitem__,
            required=True,
            **keeps(SET, SETS[0]),
        )
        if kept(SET, SETS[0]) == "own":
            st.text_input(
                words.say("First years of the periods"),
                max_chars=100,
                width=260,
                help=words.say("Years, in any order; the first period begins with the years shown"),
                **keeps(STARTS, " ".join(str(start) for start in ERAS)),
            )
        if first < last:
            _year_input(year, first, last)
    own = starts_in(kept(STARTS, " ".join(str(start) for start in ERAS)) or "")
    starts = {"eras": ERAS, "decades": decades(view.years), "own": own}
    return periods(starts[kept(SET, SETS[0])], view.years)


def _year_input(year: int, first: int, last: int) -> None:
    """The turning year; a year set in other years of the view is moved inside the present ones."""
    if st.session_state.get(YEAR) != year:
        st.session_state[YEAR] = year
    st.number_input(
        session.words().say("Turning year"), first, last, step=1, width=150, **keeps(YEAR, year)
    )


def _by_period(made: pd.DataFrame, kind: str, spans: list[Years], year: int) -> None:
    view, roster, words = session.view(), session.roster(), session.words()
    table = by_period(made, view.homes, spans, kind, roster.period)
    sentence = turns_sentence([turn(made, home, kind, year) for home in view.homes], roster, words)
    heading(words.say(TOPIC[kind]), sentence, level=3)
    picture(
        lambda: period_picture(table, roster, words, ground(), sentence),
        sentence,
        f"periods {kind}",
        tuple(spans),
    )


def _periods_note(chosen: pd.DataFrame, spans: list[Years]) -> None:
    """How to read the picture, and which ties are in none of the periods."""
    words, roster = session.words(), session.roster()
    sentences = [
        words.say(
            "Bars: 95% intervals (Wilson); below, how many of how many. As of {date}.",
            date=words.date(roster.as_of.isoformat()),
        )
    ]
    nowhere, dateless = in_no_period(chosen, spans, roster.period), int(undated(chosen).sum())
    if nowhere:
        sentences.append(
            words.count(
                "{n} tie whose period is not certain is left out, {dateless} without any date.",
                "{n} ties whose period is not certain are left out, {dateless} without any date.",
                nowhere,
                dateless=words.number(dateless),
            )
        )
    else:
        sentences.append(words.say("The period of every tie is certain."))
    sentences.append(
        words.say("Ties that have since ended are counted.")
        if session.view().ended
        else words.say("Ties that have since ended are not counted.")
    )
    quiet(" ".join(sentences))


def _in_force() -> None:
    """The shares among the ties in force, year by year."""
    words = session.words()
    for kind, column in zip(CAPITALS_OR_PORTS, st.columns(2, gap="medium"), strict=True):
        with column:
            _one_in_force(kind)
    quiet(words.say(FAINT))


def _one_in_force(kind: str) -> None:
    """The lines of one kind, under their sentence."""
    view, roster, words = session.view(), session.roster(), session.words()
    table = _by_year(roster, view.but(ended=True, roles=(), partner=None, lang="en"), kind)
    sentence = standing_sentence(table, kind, roster, words)
    heading(words.say("Share among the ties in force at the end of each year"), sentence, 3)
    if not table.empty:
        picture(
            lambda: standing_picture(
                table, view.years, roster, words, ground(), sentence, narrow()
            ),
            sentence,
            f"standing {kind}",
        )


@lru_cache(maxsize=128)
def _by_year(roster: Roster, view: View, kind: str) -> pd.DataFrame:
    """The shares of all years, counted once for all readers: some fifty counts of all ties."""
    return by_year(select(roster, view), view.homes, view.years, kind, roster.as_of)
