"""The frame around every page: the browser's tab, the styles, the language, the navigation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from geo.i18n.escape import in_html
from geo.ties.view import LANGUAGES
from pages.parts import screen, session
from pages.parts.presenting import present

HOUSE = Path(__file__).resolve().parents[2]
STYLES = Path(__file__).with_name("atlas.css")
NAMES = {"zh": "中文", "en": "English"}


def open_frame() -> StreamlitPage:
    """Set the page up and return the page that the reader asked for."""
    session.roster()
    screen.guess()
    session.meet_address()
    st.set_page_config(
        page_icon=str(HOUSE / "static" / "icon.png"),
        layout="wide",
        initial_sidebar_state=264,
    )
    presenting = session.display().present
    st.session_state[session.PAGES] = pages = _pages()
    page = st.navigation(list(pages.values()), position="hidden" if presenting else "top")
    st.session_state[session.PAGE] = page.url_path
    name_tab(page.title)
    st.html(STYLES)
    if not presenting:
        _brand_and_language()
    session.tell_address_unless_playing()
    if not presenting:
        screen.measure()
    return page


def name_tab(what: str) -> None:
    """Name the browser's tab after what it shows."""
    st.set_page_config(page_title=f"{what} · {session.words().say('Friendship-city atlas')}")


def _pages() -> dict[str, StreamlitPage]:
    """The pages by name, in the order in which the argument goes."""
    words = session.words()
    named = {
        "map": (words.say("Map"), "public"),
        "strategy": (words.say("Strategy"), "balance"),
        "rivals": (words.say("Rivals"), "compare_arrows"),
        "article": (words.say("Article"), "fact_check"),
        "slides": (words.say("Slides"), "co_present"),
    }
    return {
        page: st.Page(
            HOUSE / "pages" / f"{page}.py",
            title=title,
            icon=f":material/{icon}:",
            default=page == "map",
            url_path=None if page == "map" else page,
        )
        for page, (title, icon) in named.items()
    }


def inside_frame(main: Callable[[], None]) -> None:
    """Run a page, having opened the frame if nobody has.

    Until ``st.navigation`` has been called once, a fresh server takes the files in ``pages/`` for
    the pages of the app and runs the one a first visitor asks for without the entrance.
    """
    if session.VIEW not in st.session_state:
        open_frame().run()
    elif session.display().present:
        present()
    else:
        main()


def _brand_and_language() -> None:
    words = session.words()
    homes = words.join(session.roster().homes[f"name_{words.lang}"])
    with st.sidebar:
        st.html(
            f'<div class="brand"><b>{in_html(words.say("Friendship-city atlas"))}</b><span>'
            f"{in_html(words.say('Partner cities of {homes}', homes=homes))}</span></div>"
        )
        st.segmented_control(
            words.say("Language"),
            LANGUAGES,
            format_func=NAMES.__getitem__,
            label_visibility="collapsed",
            required=True,
            **session.widget("language", session.view().lang, "lang"),
        )
