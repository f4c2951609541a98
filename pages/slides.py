"""Slides: how do I get this into my presentation?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from geo.export import workers
from geo.export.formats import Options
from geo.export.request import Request
from geo.export.sheet import subtitle_of, title_of
from geo.figures.alternative import of_figure
from geo.figures.catalogue import Entry, catalogue, figure_of
from geo.figures.figure import Figure
from geo.i18n.escape import in_markdown
from pages.parts import session
from pages.parts.delivery import address_of
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.html import heading, show_html
from pages.parts.requests import request_for
from pages.parts.screen import room
from pages.parts.slides import deck, files, film
from pages.parts.slides import options as picture_options
from pages.parts.tables import show_tables

SIDE_BY_SIDE = 900
"""With less room than this in pixels the options stand below the picture: beside it their words
would be cut off."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    words = session.words()
    workers.open()
    head = st.container()
    wide = room() >= SIDE_BY_SIDE
    beside, options = st.columns([5, 2], gap="large") if wide else (st.container(), st.container())
    with options:
        request, entry, figure = _chosen()
    with head:
        heading(figure.title, figure.topic, 1, figure.key)
    with beside:
        _preview(request, figure)
        files.buttons(request, entry)
        show_tables(figure)
        heading(words.say("One file with several pictures"))
        deck.section(request)
        heading(words.say("The map through the years"))
        film.section(request)
    show_source()


def _chosen() -> tuple[Request, Entry, Figure]:
    """The picture that the reader asks for by the widgets, its entry and its figure."""
    known = catalogue(picture_options.scene(Options()))
    picture = picture_options.picture_box(known)
    options = picture_options.look()
    scene = picture_options.scene(options)
    figure = figure_of(scene, picture)
    own = picture_options.own_words(picture, figure.title, figure.subtitle)
    with st.expander(session.words().say("Footer (organisation, map approval number)")):
        footer = picture_options.footer(known[picture])
    changes: dict[str, Any] = {**own, **footer}
    return request_for(picture, scene.view, replace(options, **changes)), known[picture], figure


def _preview(request: Request, figure: Figure) -> None:
    """The file itself, as it will be downloaded, with a sentence of what it shows."""
    words = session.words()
    with st.spinner(words.say("Drawing …"), show_time=False):
        try:
            picture = workers.finished(request, "png")
        except ValueError as fault:
            st.error(in_markdown(str(fault)))
            return
    options = request.options
    show_html(
        "preview",
        address=address_of(picture, "image/png", "slide preview"),
        alt=of_figure(figure, words, title_of(figure, options), subtitle_of(figure, options)),
        lang=request.view.lang,
        clear=options.clear,
        night=options.ground.name == "dark",
        width=options.shape.width,
        height=options.shape.height,
    )


inside_frame(main)
