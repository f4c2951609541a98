"""PowerPoint: one slide, or a deck of chosen pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from geo.export import workers
from geo.export.names import file_name
from geo.export.order import Order
from geo.export.pictures import pictures
from geo.export.tasks import MEDIA, deck_of, slide_of
from geo.words.escape import in_markdown
from pages.parts import session
from pages.parts.job_panel import JobOffer, offer
from pages.parts.jobs import Job
from pages.parts.slides.wishes import address, name_of


def one_slide(order: Order, at: str) -> bytes:
    """One picture as a PowerPoint file.

    Args:
        at: where the view is found, for the speaker's notes.

    Raises:
        ValueError: there is no such picture, or no worker finished it in time.
    """

    def made() -> bytes:
        slide = workers.submit(slide_of, order, at, urgent=True).result()
        return workers.submit(deck_of, [slide], order, urgent=True).result()

    return workers.once(order, ("pptx", at), made)


def section(order: Order) -> None:
    """Choose pictures and have them put together."""
    words = session.words()
    known = pictures(order.scene())
    key = f"deck pictures {words.lang}"
    wanted = [one for one in st.session_state.get("deck, kept", list(known)) if one in known]
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted

    def keep() -> None:
        st.session_state["deck, kept"] = st.session_state[key]

    st.multiselect(
        words.say("Pictures of the deck"),
        list(known),
        format_func=lambda one: in_markdown(name_of(known[one], words)),
        placeholder=words.say("none"),
        key=key,
        on_change=keep,
    )
    orders = tuple(
        order
        if one == order.picture
        else replace(order, picture=one, wish=replace(order.wish, title=None, subtitle=None))
        for one in known
        if one in wanted
    )
    offer(
        JobOffer(
            "deck",
            words.say("Make the deck (PowerPoint)"),
            ("deck", orders, address()),
            partial(_deck, orders=orders, at=address()),
            file_name(order.view, "deck", "pptx", order.wish),
            MEDIA["pptx"],
        ),
        disabled=not orders,
    )


def _deck(job: Job, orders: tuple[Order, ...], at: str) -> bytes:
    """The slides, each a step, and the file."""
    return job.call(deck_of, job.map(slide_of, [(one, at) for one in orders]), orders[0])
