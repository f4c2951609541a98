"""Under every picture: take it along as a file, put it on a slide, or show it large."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.export import workers
from geo.export.file_names import file_name
from pages.parts import session
from pages.parts.downloads import for_download
from pages.parts.link import copy_link
from pages.parts.requests import as_seen


def picture_bar(picture: str) -> None:
    """One click for a PNG of the present view; to the Slides page; to present; for its address.

    Args:
        picture: key of the picture (:mod:`geo.figures.catalogue`).
    """
    words, view, roster = session.words(), session.view(), session.roster()
    request = as_seen(picture)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"bar {picture}"
    ):
        st.download_button(
            words.say("Download picture"),
            for_download(partial(workers.finished, request, "png"), words),
            file_name=file_name(view, picture, "png", request.options),
            mime="image/png",
            icon=":material/image:",
            help=words.say("This picture as PNG, 1920 × 1080, ready for a slide"),
            on_click="ignore",
            type="tertiary",
            key=f"png {picture}",
        )
        st.page_link(
            st.session_state[session.PAGES]["slides"],
            label=words.say("Pictures and slides"),
            icon=":material/co_present:",
            help=words.say("Choose format, language and title; PowerPoint, PDF, SVG, film"),
            query_params=view.to_query(roster) | {"picture": picture},
        )
        st.button(
            words.say("Full screen"),
            icon=":material/fullscreen:",
            help=words.say("Show this map full screen")
            if picture == "map"
            else words.say(
                "Show this picture full screen; use the arrow keys to move to the others"
            ),
            on_click=partial(session.set_display, present=True, picture=picture),
            type="tertiary",
            key=f"present {picture}",
        )
        copy_link(picture)
