"""The picture to the clipboard, where the browser allows it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.export import workers
from geo.export.request import Request
from pages.parts import session
from pages.parts.delivery import address_of

_COPY = st.components.v2.component(
    "atlas_copy",
    html='<button type="button"></button>',
    css=(Path(__file__).with_name("copy.css")).read_text("utf-8"),
    js=(Path(__file__).with_name("copy.js")).read_text("utf-8"),
)


def copy_button(request: Request) -> None:
    """A button that copies the picture shown, which has been drawn already."""
    words = session.words()
    try:
        picture = workers.finished(request, "png")
    except ValueError:
        return
    _COPY(
        key="copy",
        data={
            "picture": address_of(picture, "image/png", "picture to copy"),
            "words": {
                "copy": words.say("Copy the picture"),
                "copied": words.say("Copied"),
                "refused": words.say("This browser does not let a page copy pictures."),
            },
        },
        width="content",
    )
