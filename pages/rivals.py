"""Rivals: inside one country, who came first, and with which city?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.figures.captions import narrowing
from geo.figures.same_country.latecomers import entries, late
from geo.figures.same_country.order import SORTS, contested, rivals
from geo.figures.same_country.text import (
    HOW_TO_READ,
    THE_BAND,
    alone_sentence,
    headline,
    order_unknown,
    verdict_lines,
)
from geo.figures.same_country.timeline_chart import rivals_chart
from geo.i18n import mark
from geo.i18n.escape import in_html
from geo.ties.counts import tally, unsure
from geo.ties.select import select
from pages.parts import session
from pages.parts.area import area_section
from pages.parts.figures import show_caveats, show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.keeping import keeps, kept
from pages.parts.latecomers import latecomers_section
from pages.parts.picture import show_chart
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import ground, narrow

SORT = {"lead": mark("by lead"), "date": mark("by date"), "name": mark("by name")}


def main() -> None:
    """The page, from the top to the bottom."""
    st.session_state[session.PLAYING] = False
    filter_bar()
    roster, view, words = session.roster(), session.view(), session.words()
    found = entries(roster, view)
    countries = rivals(roster, view, _sort())
    sentence = headline(roster, view, countries, late(found), words)
    limits = narrowing(roster, view, words)
    st.html(
        f'<h1 class="finding">{in_html(sentence)}</h1>'
        + (f'<p class="quiet">{in_html(" · ".join(limits))}</p>' if limits else "")
    )
    _controls(empty=countries.empty)
    met = contested(countries)
    if not met.empty:
        _strip(met, sentence)
        picture_bar("rivals")
    chosen = select(roster, view)
    show_caveats(unsure(roster, view), tally(chosen, view))
    if not met.empty:
        latecomers_section(found)
    _alone(countries.drop(met.index))
    area_section()
    show_source()


def _sort() -> str:
    """The order that the reader has chosen."""
    asked = kept("rivals sort", SORTS[0])
    return asked if asked in SORTS else SORTS[0]


def _controls(empty: bool) -> None:
    """The years, the order of the countries, and a way out of an empty view."""
    words, (first, last) = session.words(), session.roster().period
    years, order = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    with years:
        st.slider(
            words.say("Years of establishment"),
            first,
            last,
            **session.widget("rivals years", session.view().years, "years", tuple),
        )
    with order:
        st.segmented_control(
            words.say("Order of the countries"),
            SORTS,
            required=True,
            format_func=lambda sort: words.say(SORT[sort]),
            **keeps("rivals sort", SORTS[0]),
        )
    if empty:
        st.info(
            words.say("These filters and years leave no tie."), icon=":material/filter_alt_off:"
        )
        st.button(words.say("Reset all filters"), on_click=session.reset, key="reset here")


def _strip(countries: pd.DataFrame, sentence: str) -> None:
    """Some countries on one time axis, with what the picture cannot say by itself under it."""
    roster, view, words = session.roster(), session.view(), session.words()
    verdicts = verdict_lines(countries, roster, words)
    ties = select(roster, view)
    show_chart(
        rivals_chart(countries, ties, roster, view, words, ground(), verdicts, narrow(), sentence)
    )
    remarks = [
        words.say(HOW_TO_READ),
    ]
    if not contested(countries).empty:
        remarks = [
            order_unknown(countries, words),
            words.say(THE_BAND),
            *remarks,
        ]
    st.html(f'<p class="quiet">{in_html(" ".join(filter(None, remarks)))}</p>')


def _alone(countries: pd.DataFrame) -> None:
    """The countries in which nobody has a rival."""
    if countries.empty:
        return
    sentence = alone_sentence(session.roster(), session.view(), countries, session.words())
    if sentence:
        st.html(f'<h2 class="sentence">{in_html(sentence)}</h2>')
    _strip(countries, sentence)
    picture_bar("alone")


inside_frame(main)
