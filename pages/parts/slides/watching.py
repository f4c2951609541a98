"""A long piece of work as the reader sees it: begin, progress, stop, file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts import session
from pages.parts.slides import jobs
from pages.parts.slides.jobs import Job

SECONDS_A_LOOK = 0.5


@dataclass(frozen=True)
class Work:
    """What can be made here.

    Attributes:
        name: of the place on the page.
        label: on the button that begins it.
        key: what the file is made from.
        make: makes it.
        file_name, media: of the file.
    """

    name: str
    label: str
    key: object
    make: Callable[[Job], bytes]
    file_name: str
    media: str


def offer(work: Work, disabled: bool = False) -> None:
    """The button that begins the work, its progress, and the file when it is there."""
    job = _job(work)
    looking = SECONDS_A_LOOK if job and job.running else None
    st.fragment(_look, run_every=looking)(work, disabled, looking is not None)


def _job(work: Work) -> Job | None:
    """The reader's own job at this place, unless he has since wished for something else."""
    job: Job | None = st.session_state.get(f"job {work.name}")
    return job if job and job.key == work.key and not job.stopped.is_set() else None


def _look(work: Work, disabled: bool, looking: bool) -> None:
    words, job = session.words(), _job(work)
    if job and looking and not job.running:
        st.rerun()  # once more, without the clock
    if job is None:
        st.button(
            work.label,
            icon=":material/play_arrow:",
            on_click=_begin,
            args=(work,),
            disabled=disabled,
            key=f"begin {work.name}",
        )
    elif job.running:
        share = min(job.done / max(job.total, 1), 1.0)
        sentence = words.say(
            "{done} of {total}", done=words.number(job.done), total=words.number(job.total)
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.progress(share, text=sentence)
            st.button(
                words.say("Stop"),
                icon=":material/stop:",
                on_click=job.stopped.set,
                key=f"stop {work.name}",
            )
    elif job.fault:
        st.error(job.fault)
        st.button(words.say("Try again"), on_click=_begin, args=(work,), key=f"again {work.name}")
    elif job.result is not None:
        size = words.number(len(job.result) / 1e6, 1)
        st.download_button(
            words.say("Download {name} ({size} MB)", name=work.file_name, size=size),
            job.result,
            file_name=work.file_name,
            mime=work.media,
            icon=":material/download:",
            on_click="ignore",
            key=f"file of {work.name}",
        )


def _begin(work: Work) -> None:
    sorry = session.words().say(
        "This file could not be made. Try again, or choose another format or fewer pictures."
    )
    st.session_state[f"job {work.name}"] = jobs.start(work.key, work.make, sorry)
    st.rerun()
