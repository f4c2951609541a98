"""Long work: steps, the file, the reader who changes his mind, what goes wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from pages.parts.slides import jobs
from pages.parts.slides.jobs import Job, start


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true() and time.monotonic() < end:
        time.sleep(0.005)
    assert true()


def test_steps_are_counted_and_the_file_comes() -> None:
    def work(job: Job) -> bytes:
        job.total = 3
        for _ in range(3):
            job.step()
        return b"file"

    job = start("steps", work, "sorry")
    until(lambda: job.result is not None)
    assert (job.done, job.total, job.result, job.running) == (3, 3, b"file", False)


def test_equal_work_is_done_once() -> None:
    calls: list[int] = []

    def work(job: Job) -> bytes:
        calls.append(1)
        return b"once"

    first = start("equal", work, "sorry")
    until(lambda: first.result is not None)
    assert start("equal", work, "sorry").result == b"once"
    assert len(calls) == 1


def test_stopped_work_ends_at_its_next_step_and_leaves_no_file() -> None:
    ended, go = threading.Event(), threading.Event()

    def work(job: Job) -> bytes:
        go.wait(5)
        try:
            job.step()
        finally:
            ended.set()
        return b"never"

    job = start("stopped", work, "sorry")
    job.stopped.set()
    go.set()
    assert ended.wait(5)
    assert job.result is None
    assert not job.running
    assert start("stopped", lambda _: b"anew", "sorry") is not job


def test_a_fault_that_was_foreseen_is_told_in_its_own_words() -> None:
    def work(job: Job) -> bytes:
        raise ValueError("The view has no ties.")

    job = start("foreseen", work, "sorry")
    until(lambda: bool(job.fault))
    assert job.fault == "The view has no ties."


def test_a_fault_that_was_not_foreseen_is_told_kindly_and_goes_into_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work(job: Job) -> bytes:
        raise RuntimeError("worker 7 died at 0x00")

    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    job = start("unforeseen", work, "sorry")
    until(lambda: bool(job.fault and told))
    assert job.fault == "sorry"


def test_no_more_files_are_kept_than_there_is_room_for() -> None:
    for number in range(jobs.MOST_KEPT + 5):
        job = start(("many", number), lambda _: b"x", "sorry")
        until(lambda job=job: job.result is not None)  # type: ignore[misc]
    assert len(jobs._kept) <= jobs.MOST_KEPT
