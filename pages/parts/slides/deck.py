"""PowerPoint: one slide, or a deck of chosen pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from geo.export import workers
from geo.export.file_names import deck_name
from geo.export.request import MEDIA, Request, deck_of, slide_of
from geo.figures.catalogue import Entry, catalogue
from pages.parts import session
from pages.parts.job_panel import JobOffer, offer
from pages.parts.jobs import Job
from pages.parts.requests import request_for
from pages.parts.slides.options import (
    address,
    in_own_words,
    name_of,
    scene,
    view_of_slides,
)


def one_slide(request: Request, at: str) -> bytes:
    """One picture as a PowerPoint file.

    Args:
        at: where the view is found, for the speaker's notes.

    Raises:
        ValueError: there is no such picture, or no worker finished it in time.
    """

    def made() -> bytes:
        slide = workers.submit(slide_of, request, at, urgent=True).result()
        return workers.submit(deck_of, [slide], request, urgent=True).result()

    return workers.once(request, ("pptx", at), made)


def section(request: Request) -> None:
    """Choose pictures and have them put together."""
    words = session.words()
    known = catalogue(scene(request.options))
    key = f"deck pictures {words.lang}"
    wanted = [one for one in st.session_state.get("deck, kept", list(known)) if one in known]
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted

    def keep() -> None:
        st.session_state["deck, kept"] = st.session_state[key]

    st.multiselect(
        words.say("Pictures to include"),
        list(known),
        format_func=lambda one: name_of(known[one], words),
        placeholder=words.say("none"),
        key=key,
        on_change=keep,
    )
    requests = tuple(_beside(request, known[one]) for one in wanted)
    addresses = tuple(address(known[one.picture]) for one in requests)
    offer(
        JobOffer(
            "deck",
            words.say("Create presentation (PowerPoint)"),
            ("deck", requests, addresses),
            partial(_deck, requests=requests, addresses=addresses),
            deck_name(requests or (request,), list(known)),
            MEDIA["pptx"],
        ),
        disabled=not requests,
    )


def _beside(request: Request, entry: Entry) -> Request:
    """A picture made like the one shown: in the words written for it, at its own address."""
    if entry.key == request.picture:
        return request
    own = address(entry) if request.options.address else ""
    options = replace(in_own_words(request.options, entry.key), address=own)
    return request_for(entry.key, view_of_slides(), options)


def _deck(job: Job, requests: tuple[Request, ...], addresses: tuple[str, ...]) -> bytes:
    """The slides, each a step, and the file."""
    slides = job.map(slide_of, list(zip(requests, addresses, strict=True)))
    return job.call(deck_of, slides, requests[0])
