"""A button that copies the address of what is seen: also while the years play."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from pages.parts import address_bar, session

HERE = Path(__file__).parent
CHAIN = (
    "M3.9 12a3.1 3.1 0 0 1 3.1-3.1h4V7H7a5 5 0 0 0 0 10h4v-1.9H7A3.1 3.1 0 0 1 3.9 12zM8 13h8v-2H8z"
    "M17 7h-4v1.9h4a3.1 3.1 0 0 1 0 6.2h-4V17h4a5 5 0 0 0 0-10z"
)
"""Two links of a chain, in a square of 24."""

_LINK = st.components.v2.component(
    "atlas_link",
    html=f'<button type="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="{CHAIN}"/>'
    '</svg><span aria-live="polite"></span></button>',
    css=(HERE / "link.css").read_text("utf-8"),
    js=(HERE / "link.js").read_text("utf-8"),
)


def copy_link(key: str) -> None:
    """The button.

    Args:
        key: of what it stands under.
    """
    words = session.words()
    _LINK(
        key=f"link {key}",
        data={
            "query": urlencode(address_bar.seen(), doseq=True),
            "words": {
                "copy": words.say("Copy link"),
                "copied": words.say("Copied"),
                "refused": words.say("Copy the address bar"),
                "help": words.say("The address of this page as it is seen now"),
            },
        },
        width="content",
    )
