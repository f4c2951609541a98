"""PowerPoint: one slide, or a deck of chosen pictures."""

from __future__ import annotations

from concurrent.futures import as_completed
from dataclasses import replace
from functools import partial

import streamlit as st

from geo.export import workshop
from geo.export.names import file_name
from geo.export.order import Order
from geo.export.pictures import pictures
from geo.export.works import MEDIA, deck_of, slide_of
from geo.words.escape import in_markdown
from pages.parts import session
from pages.parts.slides.jobs import Job
from pages.parts.slides.watching import Work, offer
from pages.parts.slides.wishes import address, name_of


def one_slide(order: Order, at: str) -> bytes:
    """One picture as a PowerPoint file.

    Args:
        at: where the view is found, for the speaker's notes.
    """
    slide = workshop.submit(slide_of, order, at).result()
    return workshop.submit(deck_of, [slide], order).result()


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
        Work(
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
    job.total = len(orders) + 1
    futures = [workshop.submit(slide_of, one, at) for one in orders]
    try:
        for _ in as_completed(futures):
            job.step()
        return workshop.submit(deck_of, [one.result() for one in futures], orders[0]).result()
    finally:
        for future in futures:
            future.cancel()
