"""What only the reader knows of a list: asked where it does not say so, and open to change."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.export.own_list import Outcome
from geo.i18n import mark
from geo.i18n.escape import in_markdown
from geo.i18n.sorting import order_of
from geo.intake.encodings import NAMES
from geo.intake.reading import Reading
from geo.place.candidate import Candidate
from geo.place.gazetteer import candidates
from geo.ties.names import country_name
from pages.parts import session
from pages.parts.found_city import in_a_line
from pages.parts.html import quiet
from pages.parts.own.choices import says
from pages.parts.own.draft import Draft, say

NO_HOME_NAMED = mark("The file does not say whose list it is: name the city.")
SUGGESTED = 5
WIDE = 320


def encoding_and_sheets(now: Draft, read: Outcome) -> None:
    """The encoding of a text, of which another can be chosen; the sheets of a workbook."""
    words, tables = session.words(), read.tables
    if tables is None:
        return
    if tables.encodings:
        likely = [guess.encoding for guess in tables.encodings]
        known = list(dict.fromkeys([*likely, tables.encoding, *NAMES.values()]))
        st.selectbox(
            words.say("Encoding"),
            known,
            format_func=str.upper,
            width=WIDE,
            help=words.say("If names look wrong, choose another one."),
            **says("encoding", tables.encoding, lambda chosen: say(encoding=chosen or "")),
        )
    if len(tables.sheets) > 1:
        st.multiselect(
            words.say("Sheets"),
            tables.sheets,
            placeholder=words.say("all"),
            **says("sheets", list(now.sheets), lambda some: say(sheets=tuple(some))),
        )


def questions(now: Draft, reading: Reading) -> None:
    """Home, country of the partners, and the order of day and month."""
    words = session.words()
    if "encoding" in reading.questions:
        quiet(words.say("The encoding is a guess: look whether the names are right."))
    if now.home or reading.home or "home" in reading.questions:
        _home(now, reading)
    if now.country or "country" in reading.questions:
        _country(now)
    if now.day_first is not None or "day_first" in reading.questions:
        orders = {True: words.say("day first"), False: words.say("month first")}
        st.segmented_control(
            words.say("Which comes first in dates such as 03/04/1999?"),
            list(orders),
            format_func=orders.__getitem__,
            **says("day_first", now.day_first, lambda first: say(day_first=first)),
        )


def _home(now: Draft, reading: Reading) -> None:
    words = session.words()
    st.text_input(
        words.say("City whose list this is"),
        placeholder=words.say("such as Tianjin"),
        max_chars=80,
        width=WIDE,
        **says(
            "home",
            now.home or reading.home,
            lambda name: say(home=(name or "").strip(), home_country="", home_place=None),
        ),
    )
    name = now.home or reading.home
    if "home" in reading.questions and not name:
        st.warning(words.say(NO_HOME_NAMED))
    found = candidates(name, None, SUGGESTED) if name else []
    if name and not found:
        quiet(words.say("No city of this name was found: write it otherwise."))
    if len(found) > 1:
        _suggested(now, reading, found)


def _suggested(now: Draft, reading: Reading, found: list[Candidate]) -> None:
    words = session.words()
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for number, one in enumerate(found):
            taken = one == (now.home_place or found[0])
            st.button(
                in_markdown(in_a_line(one)),
                on_click=partial(
                    say,
                    home=now.home or reading.home,
                    home_country=one.country,
                    home_place=one,
                ),
                disabled=taken,
                type="tertiary",
                key=f"own {now.number} home {number} {words.lang}",
            )


def _country(now: Draft) -> None:
    words, roster = session.words(), session.roster()
    names = {code: country_name(roster, code, words) for code in roster.countries.index}
    st.selectbox(
        words.say("Country of partners without one"),
        sorted(names, key=lambda code: order_of(names[code], words.lang)),
        index=None,
        format_func=names.__getitem__,
        placeholder=words.say("choose"),
        width=WIDE,
        **says("country", now.country or None, lambda code: say(country=code or "")),
    )
