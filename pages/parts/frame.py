"""The frame around every page: the browser's tab, the styles, the language, the navigation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from geo.draw.palette import GROUNDS, Ground
from geo.ties.view import LANGUAGES
from geo.words.escape import in_html
from pages.parts import session

HOUSE = Path(__file__).resolve().parents[2]
STYLES = Path(__file__).with_name("atlas.css")
NAMES = {"zh": "中文", "en": "English"}


def open_frame() -> StreamlitPage:
    """Set the page up and return the page that the reader asked for."""
    session.roster()
    st.session_state.setdefault("narrow", _phone())
    session.meet_address()
    words = session.words()
    st.set_page_config(
        page_title=words.say("Friendship-city atlas"),
        page_icon=str(HOUSE / "static" / "icon.png"),
        layout="wide",
        initial_sidebar_state=264,
    )
    page = st.navigation(
        [
            st.Page(
                HOUSE / "pages" / "map.py",
                title=words.say("Map"),
                icon=":material/public:",
                default=True,
            ),
            st.Page(
                HOUSE / "pages" / "strategy.py",
                title=words.say("Strategy"),
                icon=":material/balance:",
                url_path="strategy",
            ),
            st.Page(
                HOUSE / "pages" / "rivals.py",
                title=words.say("Rivals"),
                icon=":material/compare_arrows:",
                url_path="rivals",
            ),
            st.Page(
                HOUSE / "pages" / "article.py",
                title=words.say("Article"),
                icon=":material/fact_check:",
                url_path="article",
            ),
        ],
        position="top",
    )
    st.html(STYLES)
    _brand_and_language()
    session.tell_address_unless_playing()
    _measure_screen()
    return page


def inside_frame(main: Callable[[], None]) -> None:
    """Run a page, having opened the frame if nobody has.

    Until ``st.navigation`` has been called once, a fresh server takes the files in ``pages/`` for
    the pages of the app and runs the one a first visitor asks for without the entrance.
    """
    if session.VIEW in st.session_state:
        main()
    else:
        open_frame().run()


def ground() -> Ground:
    """Paper or night, as the reader's theme has it."""
    theme = st.context.theme.type
    return GROUNDS["dark" if theme == "dark" else "light"]


def narrow() -> bool:
    """Whether the screen is about as wide as a phone's."""
    return bool(st.session_state.get("narrow"))


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


def _phone() -> bool:
    """A first guess, from how the browser introduces itself."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


_SCREEN = st.components.v2.component(
    "atlas_screen",
    html="<span></span>",
    js="""
export default function ({ setStateValue }) {
  const told = window.__atlasNarrow;
  const narrow = window.innerWidth < 700;
  if (narrow === (told ?? false)) return;
  window.__atlasNarrow = narrow;
  setStateValue("narrow", narrow);
}
""",
)


def _measure_screen() -> None:
    """Learn whether the screen is narrow; says nothing on a wide one, so costs it no rerun."""

    def hear() -> None:
        st.session_state["narrow"] = bool(st.session_state["screen"].get("narrow"))

    with st.sidebar:
        _SCREEN(key="screen", on_narrow_change=hear)
