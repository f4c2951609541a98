"""The choices on the page on growth: all belong to the view, and its address."""

from __future__ import annotations

import re

import streamlit as st

from geo.figures.growth.events import places_with_events
from geo.figures.growth.turning import offered
from geo.i18n import mark
from geo.i18n.escape import in_markdown
from geo.ties.marks import own_marks
from geo.ties.view import LONGEST_MARK, MARK_YEARS, MOST_MARKS, SPLITS
from pages.parts import session
from pages.parts.misread import note_misread, say_misread
from pages.parts.screen import room
from pages.parts.timeline.brush import brush

SPLIT = {
    "none": mark("all together"),
    "level": mark("by level"),
    "region": mark("by continent"),
    "role": mark("by capital or port"),
}
OWN_MARKS = "own marks"
SIDE_BY_SIDE = 680
"""With less room than this in pixels the controls stand one under the other."""


def choose_years() -> None:
    """The years, by slider or brush; what the curves are parted by; what they are marked with."""
    view, words, (first, last) = session.view(), session.words(), session.roster().period
    with st.container(horizontal=room() >= SIDE_BY_SIDE, vertical_alignment="bottom", gap="medium"):
        st.slider(
            words.say("Years shown"),
            first,
            last,
            help=words.say(
                "Or drag across the small chart below; a double click on it shows all years"
            ),
            **session.widget("years", view.years, "years", tuple),
        )
        st.segmented_control(
            words.say("Curves"),
            SPLITS,
            required=True,
            format_func=lambda one: words.say(SPLIT[one]),
            **session.widget("split", view.split, "split"),
        )
        with st.popover(words.say("Marks"), icon=":material/flag:"):
            _marks()
    if first < last:
        brush()


def _marks() -> None:
    """Which turning points are marked, and the reader's own."""
    view, words, roster = session.view(), session.words(), session.roster()
    known = offered(roster, view)
    every = tuple(roster.turning_points.index)

    def chosen(some: list[str] | None) -> tuple[str, ...] | None:
        """Those that do not concern the view stay as they were."""
        before = every if view.marks is None else view.marks
        wanted = {*(some or ()), *(one for one in before if one not in known)}
        marks = tuple(one for one in every if one in wanted)
        return None if marks == every else marks

    names = roster.turning_points
    if known:
        st.pills(
            words.say("Turning points"),
            known,
            selection_mode="multi",
            format_func=lambda one: in_markdown(
                f"{names.loc[one, 'date'][:4]} {words.of(names.loc[one], 'name')}"
            ),
            **session.widget(
                "marks",
                [one for one in known if view.marks is None or one in view.marks],
                "marks",
                chosen,
                labels=tuple(known),
            ),
        )
    wanted = words.say(
        "A year from {first} to {last} and a short name, with a semicolon between two marks, up to "
        "{n} of them",
        first=MARK_YEARS[0],
        last=MARK_YEARS[1],
        n=words.number(MOST_MARKS),
    )
    st.text_input(
        words.say("Marks of your own"),
        max_chars=MOST_MARKS * (LONGEST_MARK + 7),
        placeholder=words.say("2008 Olympic Games; 2022 Winter Games"),
        help=wanted,
        **session.widget(OWN_MARKS, _written(view.own_marks), "own_marks", _read),
    )
    say_misread(OWN_MARKS, view.own_marks, wanted)


def choose_partner() -> None:
    """Whose events are shown: those of all partners, or of one."""
    view, words, places = session.view(), session.words(), session.roster().places
    known = places_with_events(session.roster(), view)
    options = ["", *known, *({view.events} - {"", *known})]

    def called(place: str) -> str:
        return words.of(places.loc[place], "name") if place else words.say("all partners")

    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.selectbox(
            words.say("Whose events"),
            options,
            format_func=called,
            width=320,
            **session.widget("whose events", view.events, "events", labels=tuple(options)),
        )
        if view.partner in known and view.partner != view.events:
            st.button(
                words.say("Only {partner}", partner=in_markdown(called(str(view.partner)))),
                on_click=session.change,
                kwargs={"events": view.partner},
                key="events of the open card",
            )


def _written(marks: tuple[tuple[int, str], ...]) -> str:
    return "; ".join(f"{year} {name}" for year, name in marks)


def _read(text: str | None) -> tuple[tuple[int, str], ...]:
    """The marks written in a text; what is passed over is noted."""
    missed: list[str] = []
    parts = [part.strip() for part in re.split("[;；]", text or "")]
    found: tuple[tuple[int, str], ...] = own_marks(parts, session.roster(), missed) or ()
    note_misread(OWN_MARKS, missed, found)
    return found
