"""Looking up with Nominatim what the gazetteer does not know, if the reader switches it on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from geo.i18n.escape import in_markdown
from geo.place.geocoding import MOST_NAMES
from geo.place.geocoding_host import EXAMPLE, NO_HOST, Host, host_of, operators_host
from geo.ties.cell_rules import quoted
from pages.parts import session
from pages.parts.html import quiet
from pages.parts.own.choices import says
from pages.parts.own.draft import LOOK_UP, Draft, say
from pages.parts.own.lookup import Asking, LookUp, Name

SECONDS_A_LOOK = 0.5
WIDE = 420


def nominatim(now: Draft, names: Sequence[Name]) -> None:
    """The switch, the host, what is sent to it, the button, progress, and what came of it.

    Args:
        now: the list that is being added.
        names: its partners that no gazetteer knows, each with its country.
    """
    words = session.words()
    asking: Asking = st.session_state.setdefault(LOOK_UP, Asking(operators_host()))
    if found := asking.take():
        say(looked_up={**now.looked_up, **found})
        st.rerun()
    if not names and not asking.current:
        return
    st.toggle(
        words.say("Look up what was not found with Nominatim"),
        **says("nominatim", asking.on, asking.switch),
    )
    if not asking.on:
        return
    current, running = asking.current, asking.running
    st.text_input(
        words.say("Host of the Nominatim that is asked"),
        placeholder=EXAMPLE,
        max_chars=200,
        width=WIDE,
        disabled=running,
        **says("nominatim host", asking.host, asking.write),
    )
    if current and not running:
        _outcome(current)
    if current and running:
        st.fragment(_progress, run_every=SECONDS_A_LOOK)(now, current)
    else:
        _offer(now, asking, names)


def _offer(now: Draft, asking: Asking, names: Sequence[Name]) -> None:
    """What is sent to whom, and the button before which nothing is."""
    words, host = session.words(), host_of(asking.host)
    if asking.host and not host:
        st.error(in_markdown(words.say(NO_HOST, found=quoted(asking.host), example=EXAMPLE)))
    left = (asking.left(host, names) if host else names)[:MOST_NAMES]
    if not left:
        return
    quiet(
        words.say(
            "Nothing is sent before you press the button. Then the computer on which the atlas "
            "runs sends the names and countries of partners that were not found ({n}) to {host}, "
            "one a second, and nothing else of the list. Read that host’s terms of use first.",
            n=words.number(len(left)),
            host=host.domain if host else words.say("the host above"),
        )
    )
    st.button(
        words.say("Look up names: {n}", n=words.number(len(left))),
        icon=":material/travel_explore:",
        on_click=partial(_begin, asking, host, left),
        disabled=host is None,
        key=f"own {now.number} look up",
    )


def _begin(asking: Asking, host: Host | None, names: Sequence[Name]) -> None:
    if host:
        asking.begin(host, names)


def _progress(now: Draft, current: LookUp) -> None:
    words = session.words()
    current.seen()
    if not current.running:
        st.rerun()
    done, total = len(current.answers), len(current.names)
    with st.container(horizontal=True, vertical_alignment="center"):
        text = words.say("{done} of {total}", done=words.number(done), total=words.number(total))
        st.progress(done / total, text=text)
        if st.button(words.say("Stop"), icon=":material/stop:", key=f"own {now.number} stop"):
            current.stop()
            st.rerun()


def _outcome(current: LookUp) -> None:
    """How many names were asked and found, and why no more were."""
    words, host = session.words(), current.host.domain
    quiet(
        words.say(
            "Names answered by {host}: {answered} of {total}; places found: {found}. "
            "© OpenStreetMap contributors, ODbL 1.0",
            host=host,
            answered=words.number(len(current.answered())),
            total=words.number(len(current.names)),
            found=words.number(len(current.found())),
        )
    )
    if fault := current.fault():
        st.warning(in_markdown(words.say(fault, host=host)))
