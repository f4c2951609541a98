"""Presenting: one picture fills the screen, arrow keys or buttons walk to the next."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from geo.export import workers
from geo.export.request import Request
from geo.figures.alternative import of_figure
from geo.figures.catalogue import catalogue, figure_of
from pages.parts import session
from pages.parts.component import component, value_of
from pages.parts.delivery import address_of
from pages.parts.requests import as_seen
from pages.parts.screen import ground

STEPS = {"next": 1, "previous": -1}

_PRESENTATION = component("atlas_presentation", Path(__file__).with_name("presentation.js"))


def present() -> None:
    """Show the picture that the address names, or the first."""
    words = session.words()
    known = list(catalogue(session.scene()))
    shown = session.display().picture if session.display().picture in known else known[0]
    try:
        picture = workers.finished(_request(shown), "svg")
    except ValueError as fault:
        picture, status = b"", str(fault)
    else:
        status = words.say("Picture {n} of {m}", n=known.index(shown) + 1, m=len(known))
    figure = figure_of(session.scene(), shown)
    st.set_page_config(page_title=figure.title)
    _PRESENTATION(
        key="presentation",
        data={
            "picture": address_of(picture, "image/svg+xml", "presented picture") if picture else "",
            "alt": of_figure(figure, words),
            "figure": shown,
            "status": status,
            "paper": ground().paper,
            "ink": ground().ink,
            "words": {
                "previous": words.say("Previous picture"),
                "next": words.say("Next picture"),
                "copy": words.say("Copy the picture"),
                "copied": words.say("Copied"),
                "refused": words.say("This browser does not let a page copy pictures."),
                "leave": words.say("Exit full screen"),
            },
        },
        on_go_change=partial(_walk, shown, known),
    )
    workers.prepare(_request(known[(known.index(shown) + 1) % len(known)]), "svg")


def _request(picture: str) -> Request:
    """The picture at large type, on the ground of the reader's theme."""
    return as_seen(picture, large=True)


def _walk(shown: str, known: list[str]) -> None:
    """To the next picture or the one before, to the first or the last, or back to the page."""
    step = str(value_of("presentation", "go") or "")
    if step == "leave":
        session.set_display(present=False)
        return
    place = {"first": 0, "last": len(known) - 1}.get(step)
    if place is None:
        place = (known.index(shown) + STEPS.get(step, 0)) % len(known)
    session.set_display(picture=known[place])
