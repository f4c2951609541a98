"""A long piece of work as the reader sees it: begin, progress, stop, file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

import streamlit as st

from geo.i18n.escape import in_markdown
from pages.parts import jobs, session
from pages.parts.downloads import for_download
from pages.parts.jobs import Job

SECONDS_A_LOOK = 0.5


@dataclass(frozen=True)
class JobOffer:
    """What can be made at a place on the page.

    Attributes:
        name: of the place.
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


def offer(what: JobOffer, disabled: bool = False) -> None:
    """The button that begins the work, its progress, and the file when it is there."""
    job = _job(what)
    looking = SECONDS_A_LOOK if job and job.running else None
    st.fragment(_look, run_every=looking)(what, disabled, looking is not None)


def _job(what: JobOffer) -> Job | None:
    """The job that the reader waits for at this place.

    One that was begun with other options is left, so that it does not run on for nobody; and one
    whose file has made room for others can be begun again.
    """
    job: Job | None = st.session_state.get(_place(what))
    if job is None:
        return None
    if job.key != what.key:
        _leave(what, job)
        return None
    return job if job.running or job.fault or jobs.there(job) else None


def _look(what: JobOffer, disabled: bool, looking: bool) -> None:
    job = _job(what)
    if job and looking and not job.running:
        st.rerun()  # once more, without the clock
    if job is None:
        _begin_button(what, what.label, f"begin {what.name}", ":material/play_arrow:", disabled)
    elif job.running:
        _progress(what, job)
    elif job.fault:
        st.error(in_markdown(job.fault))
        _begin_button(what, session.words().say("Try again"), f"again {what.name}")
    else:
        _file(what, job)


def _begin_button(
    what: JobOffer, label: str, key: str, icon: str | None = None, disabled: bool = False
) -> None:
    if st.button(label, icon=icon, disabled=disabled, key=key):
        st.session_state[_place(what)] = jobs.start(what.key, what.make, _reader(), session.words())
        st.rerun()


def _progress(what: JobOffer, job: Job) -> None:
    words = session.words()
    text = words.say(
        "{done} of {total}", done=words.number(job.done), total=words.number(job.total)
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(min(job.done / max(job.total, 1), 1.0), text=text)
        if st.button(words.say("Stop"), icon=":material/stop:", key=f"stop {what.name}"):
            _leave(what, job)
            st.rerun()


def _file(what: JobOffer, job: Job) -> None:
    words = session.words()
    size = words.number(job.size / 1e6, 1)
    st.download_button(
        words.say("Download {name} ({size} MB)", name=what.file_name, size=size),
        for_download(partial(jobs.file, job, words), words),
        file_name=what.file_name,
        mime=what.media,
        icon=":material/download:",
        on_click="ignore",
        key=f"file of {what.name}",
    )


def _leave(what: JobOffer, job: Job) -> None:
    jobs.leave(job, _reader())
    del st.session_state[_place(what)]


def _place(what: JobOffer) -> str:
    return f"job {what.name}"


def _reader() -> str:
    """A name for the reader's session."""
    return str(st.session_state.setdefault("reader of jobs", uuid4().hex))
