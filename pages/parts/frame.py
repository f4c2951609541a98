"""The frame around every page: the browser's tab, the styles, the language, the navigation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from geo.export.pages import FORMER_PAGES, HOME, PAGES
from geo.i18n import LANGUAGE_TAG
from geo.ties.view import LANGUAGES
from pages.parts import address_bar, screen, session
from pages.parts.component import component
from pages.parts.html import show_html
from pages.parts.own import lost
from pages.parts.presenting import present
from pages.parts.screen import ground
from pages.parts.shortcuts import shortcuts
from pages.parts.supposing import say_what_is_supposed

HOUSE = Path(__file__).resolve().parents[2]
STYLES = Path(__file__).with_name("atlas.css")
NAMES = {"zh": "中文", "en": "English"}
ICONS = {
    "": ":material/public:",
    "choice": ":material/balance:",
    "same_country": ":material/compare_arrows:",
    "timeline": ":material/timeline:",
    "prospects": ":material/travel_explore:",
    "article": ":material/fact_check:",
    "data": ":material/table_view:",
    "slides": ":material/co_present:",
}
"""What stands before the name of a page in the navigation."""


_BROWSER = component("atlas_frame", Path(__file__).with_name("frame.js"))


def open_frame() -> StreamlitPage:
    """Set the page up and return the page that the reader asked for."""
    session.roster()
    session.note_what_was_brought()
    screen.guess()
    address_bar.meet_address()
    st.set_page_config(
        page_icon=str(HOUSE / "static" / "icon.png"),
        layout="wide",
        initial_sidebar_state=264,
    )
    presenting = session.display().present
    address_bar.tell_address()  # as on the page that is left: the navigation takes it along
    st.session_state[session.PAGES] = pages = _pages()
    page = st.navigation(list(pages.values()), position="hidden" if presenting else "top")
    st.session_state[session.PAGE] = page.url_path
    address_bar.tell_address()
    name_tab(page.title)
    if page.url_path or presenting:
        address_bar.keep_address()
    st.html(STYLES)
    with st.sidebar if not presenting else st.container():
        lang, words = session.view().lang, session.words()
        told = {
            "lang": LANGUAGE_TAG[lang],
            "ground": screen.ground().name,
            "shortcuts": None if presenting else shortcuts(lang),
            "words": {  # of Streamlit's own widgets, which speak English (atlas.css)
                "choose-file": words.say("Choose a file"),
                "or-drop-file": words.say("or drop it here"),
                "more": words.say("More"),
            },
        }
        _BROWSER(key="frame", data=told, on_anew_change=lambda: None)
    if not presenting:
        _brand_and_language()
        screen.measure()
    return page


def name_tab(what: str) -> None:
    """Name the browser's tab after what it shows."""
    st.set_page_config(page_title=f"{what} · {session.words().say('Friendship-city atlas')}")


def _pages() -> dict[str, StreamlitPage]:
    """The pages by name, in the order in which the argument goes."""
    words = session.words()
    pages = {
        path or "map": st.Page(
            HOUSE / "pages" / f"{path or 'map'}.py",
            title=words.say(page.title),
            icon=ICONS[path],
            default=not path,
            url_path=path or HOME,
        )
        for path, page in PAGES.items()
    }
    moved = {
        f"moved {old}": st.Page(
            partial(_lead_to, new or "map"),
            url_path=old,
            title=pages[new or "map"].title,
            visibility="hidden",
        )
        for old, new in FORMER_PAGES.items()
    }
    return pages | moved


def _lead_to(page: str) -> None:
    """Lead a reader who came by an address of old to where its page is now."""
    st.switch_page(st.session_state[session.PAGES][page], query_params=address_bar.seen())


def inside_frame(main: Callable[[], None]) -> None:
    """Run a page, having opened the frame if nobody has.

    Until ``st.navigation`` has been called once, a fresh server takes the files in ``pages/`` for
    the pages of the app and runs the one a first visitor asks for without the entrance.
    """
    if session.VIEW not in st.session_state:
        open_frame().run()
        return
    if session.display().present:
        show_html("waiting", paper=ground().paper, ink=ground().ink, text=_drawing())
        present()
    else:
        address_bar.say_what_was_misread()
        say_what_is_supposed()
        lost.offer()
        main()
    session.end()


def _drawing() -> str:
    return session.words().say("Drawing …")


def _brand_and_language() -> None:
    words = session.words()
    homes = words.join(session.roster().homes[f"name_{words.lang}"])
    with st.sidebar:
        show_html(
            "brand",
            name=words.say("Friendship-city atlas"),
            homes=words.say("Partner cities of {homes}", homes=homes),
        )
        st.segmented_control(
            words.say("Language"),
            LANGUAGES,
            format_func=NAMES.__getitem__,
            label_visibility="collapsed",
            required=True,
            **session.widget("language", session.view().lang, "lang"),
        )
