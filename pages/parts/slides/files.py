"""The picture as a file, in one click for each kind."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.export import workers
from geo.export.file_names import deck_name, file_name
from geo.export.request import KINDS, MEDIA, Request
from geo.figures.catalogue import Entry
from pages.parts import session
from pages.parts.downloads import for_download
from pages.parts.slides import deck
from pages.parts.slides.copy import copy_button
from pages.parts.slides.options import address

LABELS = {"png": "PNG", "svg": "SVG", "pdf": "PDF"}


def buttons(request: Request, entry: Entry) -> None:
    """A button for each kind of file, one for a slide, one for the clipboard, one to present.

    Args:
        entry: of the picture in the catalogue.
    """
    words = session.words()
    with st.container(horizontal=True, gap="small", key="files"):
        for kind, media in KINDS.items():
            st.download_button(
                LABELS[kind],
                for_download(partial(workers.finished, request, kind), words),
                file_name=file_name(request.view, request.picture, kind, request.options),
                mime=media,
                icon=":material/download:",
                on_click="ignore",
                key=f"file {kind}",
            )
        st.download_button(
            "PowerPoint",
            for_download(partial(deck.one_slide, request, address(entry)), words),
            file_name=deck_name([request], [request.picture]),
            mime=MEDIA["pptx"],
            icon=":material/slideshow:",
            on_click="ignore",
            key="file pptx",
        )
        copy_button(request)
        st.button(
            words.say("Full screen"),
            icon=":material/fullscreen:",
            on_click=partial(session.set_display, present=True, picture=request.picture),
            key="present slides",
        )
