"""PowerPoint: one slide, or a deck of chosen pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from geo.export import workers
from geo.export.file_names import file_name
from geo.export.request import MEDIA, Request, deck_of, slide_of
from geo.figures.catalogue import catalogue
from geo.i18n.escape import in_markdown
from pages.parts import session
from pages.parts.job_panel import JobOffer, offer
from pages.parts.jobs import Job
from pages.parts.slides.options import address, name_of


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
    known = catalogue(request.scene())
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
    requests = tuple(
        request
        if one == request.picture
        else replace(
            request, picture=one, options=replace(request.options, title=None, subtitle=None)
        )
        for one in known
        if one in wanted
    )
    offer(
        JobOffer(
            "deck",
            words.say("Make the deck (PowerPoint)"),
            ("deck", requests, address()),
            partial(_deck, requests=requests, at=address()),
            file_name(request.view, "deck", "pptx", request.options),
            MEDIA["pptx"],
        ),
        disabled=not requests,
    )


def _deck(job: Job, requests: tuple[Request, ...], at: str) -> bytes:
    """The slides, each a step, and the file."""
    return job.call(deck_of, job.map(slide_of, [(one, at) for one in requests]), requests[0])
