"""Slides: how do I get this into my presentation?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from geo.export import workers
from geo.export.formats import Options
from geo.export.request import Request
from geo.figures.catalogue import catalogue, figure_of
from geo.i18n import Words
from geo.i18n.escape import in_html
from pages.parts import session
from pages.parts.delivery import address_of
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.requests import request_for
from pages.parts.slides import deck, files, film
from pages.parts.slides import options as picture_options


def main() -> None:
    """The page, from the top to the bottom."""
    st.session_state[session.PLAYING] = False
    filter_bar()
    words = session.words()
    workers.open()
    head = st.container()
    beside, options = st.columns([5, 2], gap="large")
    with options:
        request, drawing_title = _chosen()
    with head:
        st.html(f'<h1 class="finding">{in_html(drawing_title)}</h1>')
    with beside:
        _preview(request)
        files.buttons(request)
        st.html(f'<h2 class="sentence">{in_html(words.say("One file with several pictures"))}</h2>')
        deck.section(request)
        st.html(f'<h2 class="sentence">{in_html(words.say("The map through the years"))}</h2>')
        film.section(request)
    show_source()


def _chosen() -> tuple[Request, str]:
    """The order that the reader's wishes make, and the computed title of its picture."""
    options = Options()
    known = catalogue(picture_options.scene(options))
    picture = picture_options.picture_box(known)
    options = picture_options.look()
    scene = picture_options.scene(options)
    drawing = figure_of(scene, picture)
    own = picture_options.own_words(picture, drawing.title, drawing.subtitle)
    with st.expander(session.words().say("Footer")):
        below = picture_options.footer()
    changes: dict[str, Any] = {**own, **below}
    options = replace(options, **changes)
    return request_for(picture, scene.view, options), drawing.title


def _preview(request: Request) -> None:
    """The file itself, as it will be downloaded."""
    words = session.words()
    with st.spinner(words.say("Drawing …"), show_time=False):
        try:
            picture = workers.finished(request, "png")
        except ValueError as fault:
            st.error(str(fault))
            return
    sentence = request.options.title or Words(request.view.lang).say("Preview")
    address = address_of(picture, "image/png", "slide preview")
    look = "clear" if request.options.clear else ""
    dark = "night" if request.options.ground.name == "dark" else ""
    st.html(
        f'<img class="sheet {look} {dark}" src="{in_html(address)}" alt="{in_html(sentence)}" '
        f'width="{request.options.shape.width}" height="{request.options.shape.height}">'
    )


inside_frame(main)
