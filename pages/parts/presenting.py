"""Presenting: one picture fills the screen, arrow keys or buttons walk to the next."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.export import workers
from geo.export.order import Order
from geo.export.pictures import pictures
from pages.parts import session
from pages.parts.delivery import address_of
from pages.parts.orders import as_seen
from pages.parts.screen import ground

HERE = Path(__file__).parent
STEPS = {"next": 1, "previous": -1}

_STAGE = st.components.v2.component(
    "atlas_stage",
    html=(HERE / "stage.html").read_text("utf-8"),
    css=(HERE / "stage.css").read_text("utf-8"),
    js=(HERE / "stage.js").read_text("utf-8"),
)


def present() -> None:
    """Show the picture that the address names, or the first."""
    words = session.words()
    known = list(pictures(_order("").scene()))
    shown = session.stage().picture if session.stage().picture in known else known[0]
    try:
        picture = workers.finished(_order(shown), "svg")
    except ValueError as fault:
        picture, said = b"", str(fault)
    else:
        said = words.say("Picture {n} of {m}", n=known.index(shown) + 1, m=len(known))

    def hear() -> None:
        _walk(str(st.session_state["stage"].go or ""), shown, known)

    _STAGE(
        key="stage",
        data={
            "picture": address_of(picture, "image/svg+xml", "stage picture") if picture else "",
            "name": shown,
            "said": said,
            "paper": ground().paper,
            "ink": ground().ink,
            "words": {
                "previous": words.say("Previous picture"),
                "next": words.say("Next picture"),
                "copy": words.say("Copy the picture"),
                "copied": words.say("Copied"),
                "refused": words.say("This browser does not let a page copy pictures."),
                "leave": words.say("Leave the presentation"),
            },
        },
        on_go_change=hear,
    )
    workers.prepare(_order(known[(known.index(shown) + 1) % len(known)]), "svg")


def _order(picture: str) -> Order:
    return as_seen(picture, large=True)


def _walk(step: str, shown: str, known: list[str]) -> None:
    """To the next picture or the one before, to the first or the last, or back to the page."""
    if step == "leave":
        session.set_stage(present=False)
        return
    place = {"first": 0, "last": len(known) - 1}.get(step)
    if place is None:
        place = (known.index(shown) + STEPS.get(step, 0)) % len(known)
    session.set_stage(picture=known[place])
