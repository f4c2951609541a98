"""The map through the years as GIF or MP4."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.export.file_names import film_name
from geo.export.film.frames import HOLDS, SECONDS, Film, frame
from geo.export.request import ENCODERS, MEDIA, Request, film_of, lacking
from pages.parts import session
from pages.parts.html import quiet
from pages.parts.job_panel import JobOffer, offer
from pages.parts.jobs import Job
from pages.parts.keeping import keeps, kept
from pages.parts.slides.options import in_own_words

KIND, HEIGHT, PACE, HOLD = "film kind", "film height", "film pace", "film hold"
HEIGHTS = (480, 720, 1080)
ENCODING_SECONDS = 300.0
"""How long the frames of the largest film may take to become one file."""


def section(request: Request) -> None:
    """How the film is to be, and the button that makes it."""
    words = session.words()
    missing = {kind: why for kind in ENCODERS if (why := lacking(kind, words))}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            words.say("File format"),
            [kind for kind in ENCODERS if kind not in missing],
            format_func=str.upper,
            required=True,
            **keeps(KIND, next(iter(ENCODERS))),
        )
        st.selectbox(words.say("Height in pixels"), HEIGHTS, width=150, **keeps(HEIGHT, HEIGHTS[1]))
        st.number_input(
            words.say("Seconds per year"), *SECONDS, step=0.05, width=150, **keeps(PACE, 0.3)
        )
        st.number_input(
            words.say("Seconds held at the end"), *HOLDS, step=0.5, width=170, **keeps(HOLD, 3.0)
        )
    for why in missing.values():
        quiet(why)
    film = Film(
        request.view,
        in_own_words(request.options, "map"),
        height=kept(HEIGHT, HEIGHTS[1]),
        seconds=kept(PACE, 0.3),
        hold=kept(HOLD, 3.0),
        package=request.package,
        data=request.data,
        brought=request.brought,
    )
    if request.view.suppose:
        quiet(words.say("The film shows what has happened, without hypothetical ties."))
    kind = kept(KIND, next(iter(ENCODERS)))
    offer(
        JobOffer(
            "film",
            words.say("Make the film"),
            ("film", film, kind),
            partial(_film, film=film, kind=kind, site=request.site),
            film_name(film, kind),
            MEDIA[kind],
        )
    )


def _film(job: Job, film: Film, kind: str, site: str) -> bytes:
    """The frames, each a step, and the film."""
    frames = job.map(frame, [(film, year) for year in film.years])
    return job.call(film_of, frames, film, kind, None, site, seconds=ENCODING_SECONDS)
