"""The map through the years as GIF or MP4."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from geo.export.film.frames import HOLDS, SECONDS, Film, frame
from geo.export.names import file_name
from geo.export.order import Order
from geo.export.tasks import BINDERS, MEDIA
from pages.parts import session
from pages.parts.job_panel import JobOffer, offer
from pages.parts.jobs import Job
from pages.parts.keeping import keeps, kept

KIND, HEIGHT, PACE, HOLD = "film kind", "film height", "film pace", "film hold"
HEIGHTS = (480, 720, 1080)
BINDING_SECONDS = 300.0
"""How long the frames of the largest film may take to become one file."""


def section(order: Order) -> None:
    """How the film is to be, and the button that makes it."""
    words = session.words()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            words.say("Kind of film"),
            list(BINDERS),
            format_func=str.upper,
            required=True,
            **keeps(KIND, next(iter(BINDERS))),
        )
        st.selectbox(words.say("Height in pixels"), HEIGHTS, width=150, **keeps(HEIGHT, HEIGHTS[1]))
        st.number_input(
            words.say("Seconds a year"), *SECONDS, step=0.05, width=150, **keeps(PACE, 0.3)
        )
        st.number_input(
            words.say("Seconds held at the end"), *HOLDS, step=0.5, width=170, **keeps(HOLD, 3.0)
        )
    own = order.picture == "map"
    film = Film(
        order.view,
        order.wish if own else replace(order.wish, title=None, subtitle=None),
        height=kept(HEIGHT, HEIGHTS[1]),
        seconds=kept(PACE, 0.3),
        hold=kept(HOLD, 3.0),
    )
    kind = kept(KIND, next(iter(BINDERS)))
    offer(
        JobOffer(
            "film",
            words.say("Make the film"),
            ("film", film, kind),
            partial(_film, film=film, kind=kind),
            file_name(order.view, "film", kind, order.wish),
            MEDIA[kind],
        )
    )


def _film(job: Job, film: Film, kind: str) -> bytes:
    """The frames, each a step, and the film."""
    frames = job.map(frame, [(film, year) for year in film.years])
    return job.call(BINDERS[kind], frames, film, seconds=BINDING_SECONDS)
