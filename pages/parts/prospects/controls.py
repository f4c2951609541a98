"""The choices on the page on prospects: all belong to the view, and its address."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.figures.prospects.cities import Cities, cities_of
from geo.figures.prospects.city_figure import chosen_city
from geo.figures.prospects.composing import asked_of
from geo.figures.prospects.finding import called, cities_called, first_cities
from geo.figures.prospects.ranking import GROUP_CALLED
from geo.i18n import Words
from geo.ties.names import home_name
from geo.ties.roster import Roster
from geo.ties.view import MOST_WEIGHT, WEIGHED
from pages.parts import session
from pages.parts.html import quiet
from pages.parts.supposing import suppose_button

STEP = 25
TYPED = "what is typed to find a city"


def choose_candidates() -> None:
    """Year, countries without a tie, and the reader's own weights."""
    view, words = session.view(), session.words()
    first, last = session.roster().period
    years, more = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    years.slider(
        words.say("Years of establishment"),
        first,
        last,
        help=words.say("Cities are ranked as of the end of the last of these years"),
        **session.widget("years", view.years, "years", tuple),
    )
    with more:
        st.toggle(
            words.say("Only countries without an own tie"),
            **session.widget("untied", view.untied, "untied", bool),
        )
    with st.expander(words.say("Weights of your own"), expanded=bool(view.weights)):
        quiet(
            words.say(
                "How much each group of terms counts, in per cent of the weight that the past "
                "choices give it."
            )
        )
        _sliders()


def _sliders() -> None:
    words, mine = session.words(), dict(session.view().weights)
    columns = st.columns(2, gap="large")
    for number, group in enumerate(WEIGHED):
        with columns[number % 2]:
            st.slider(
                words.say(GROUP_CALLED[group]),
                0,
                MOST_WEIGHT,
                step=STEP,
                format="%d%%",
                **session.widget(
                    f"weight {group}",
                    mine.get(group, 100) // STEP * STEP,
                    "weights",
                    partial(_with_weight, group),
                ),
            )
    if mine:
        st.button(
            words.say("Back to the weights of the past"),
            on_click=session.change,
            kwargs={"weights": ()},
            key="usual weights",
        )


def _with_weight(group: str, share: int) -> tuple[tuple[str, int], ...]:
    """The reader's weights with one of them changed; 100 says nothing."""
    found = dict(session.view().weights) | {group: share}
    return tuple((one, found[one]) for one in WEIGHED if found.get(one, 100) != 100)


def choose_city() -> None:
    """A city by its name; without one those that stand first."""
    words, view = session.words(), session.view()
    cities = cities_of(session.roster())
    if cities is None:
        return
    name, chosen = st.columns(2, gap="medium", vertical_alignment="bottom")
    text = name.text_input(
        words.say("Look for a city"),
        max_chars=60,
        placeholder=words.say("name, or part of it"),
        key=TYPED,
    )
    found = cities_called(cities, text) if text else first_cities(session.scene())
    if view.city in cities.keys and view.city not in found:
        found = [view.city, *found]
    if not found:
        quiet(words.say("Nothing is called “{text}”.", text=text))
        return
    chosen.selectbox(
        words.say("City"),
        ["", *found],
        format_func=partial(_named, cities, session.roster(), words),
        **session.widget("city", view.city if view.city in found else "", "city", labels=text),
    )
    _what_if(cities)


def _what_if(cities: Cities) -> None:
    """A button for each home that supposes its tie with the city."""
    scene, words = session.scene(), session.words()
    asked = asked_of(scene)
    if asked is None:
        return
    city = chosen_city(scene, asked)
    name = cities.rows[city]["name"]
    with st.container(horizontal=True, gap="small"):
        for home in scene.view.homes:
            suppose_button(
                home,
                str(cities.country[city]),
                name,
                words.say("What if: {home}", home=home_name(scene.roster, home, words)),
            )


def _named(cities: Cities, roster: Roster, words: Words, key: str) -> str:
    """An option; the box shows it as it is, not as Markdown."""
    if key not in cities.keys:
        return words.say("the usual one")
    return called(cities, cities.keys.index(key), roster, words)
