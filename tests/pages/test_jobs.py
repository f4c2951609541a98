"""Long work: shared by its readers, stopped when nobody waits for it; and what the page shows."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from geo.export import workers
from geo.export.cache import Cache
from geo.export.pool import TaskOverdue
from geo.i18n import Words
from geo.ties.view import LANGUAGES
from pages.parts import jobs, session
from pages.parts.downloads import for_download
from pages.parts.jobs import Job, leave, sorry, start
from tests.loops import awaited

EN = Words("en")
LONG = 10.0


def until(true: Callable[[], Any]) -> None:
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


class Run:
    """Work that counts its runs and is held by a gate."""

    def __init__(self, made: bytes = b"file") -> None:
        self.made, self.runs = made, 0
        self.gate, self.ended = threading.Event(), threading.Event()

    def __call__(self, job: Job) -> bytes:
        self.runs += 1
        job.total = 2
        job.step()
        try:
            assert self.gate.wait(LONG)
            job.step()
        finally:
            self.ended.set()
        return self.made


@pytest.fixture(autouse=True)
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache[bytes]]:
    """Room for a hundred bytes of files, empty at the beginning."""
    cache: Cache[bytes] = Cache(100, len)
    monkeypatch.setattr(jobs, "_files", cache)
    monkeypatch.setattr(jobs, "_running", {})
    yield cache


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> list[Future[Any]]:
    """The tasks that jobs give to the workers, to be ended by the test."""
    given: list[Future[Any]] = []

    def submit(*call: Any, **how: Any) -> Future[Any]:
        given.append(Future())
        return given[-1]

    monkeypatch.setattr(workers, "submit", submit)
    return given


def film(job: Job) -> bytes:
    """A film of three frames."""
    return job.call(b"".join, job.map(bytes, [(1,), (2,), (3,)]))


def finish(job: Job) -> Job:
    until(lambda: not job.running)
    return job


# Jobs


def test_tasks_are_steps_and_the_file_is_made_of_their_results(tasks: list[Future[Any]]) -> None:
    job = start("film", film, "ann", EN)
    until(lambda: len(tasks) == 3)
    assert (job.done, job.total, job.running) == (0, 4, True)
    for number in (2, 0, 1):
        tasks[number].set_result(b"abc"[number : number + 1])
    until(lambda: len(tasks) == 4)
    assert job.done == 3
    tasks[3].set_result(b"abc")
    assert jobs.there(finish(job))
    assert (jobs.file(job, EN), job.size, job.fault) == (b"abc", 3, "")


def test_readers_who_ask_at_once_share_one_run_its_progress_and_its_file() -> None:
    run = Run()
    first = start("equal", run, "ann", EN)
    second = start("equal", run, "bob", EN)
    until(lambda: first.done == 1)
    assert second.done == 1
    run.gate.set()
    assert jobs.file(finish(first), EN) == jobs.file(finish(second), EN) == b"file"
    assert jobs.file(start("equal", run, "eve", EN), EN) == b"file"
    assert run.runs == 1


def test_who_stops_does_not_take_the_file_from_another() -> None:
    run = Run()
    job = start("shared", run, "ann", EN)
    assert start("shared", run, "bob", EN) is job
    leave(job, "ann")
    leave(job, "ann")
    assert job.running
    run.gate.set()
    assert jobs.there(finish(job))


def test_the_last_who_leaves_stops_the_job_and_its_tasks(tasks: list[Future[Any]]) -> None:
    job = start("film", film, "ann", EN)
    until(lambda: len(tasks) == 3)
    tasks[0].set_running_or_notify_cancel()
    leave(job, "ann")
    assert not job.running
    assert [task.cancelled() for task in tasks] == [False, True, True]
    tasks[0].set_result(b"a")
    assert not jobs.there(job)
    assert job.fault == ""
    assert start("film", film, "ann", EN) is not job


def test_a_job_that_was_stopped_is_not_joined_while_it_comes_to_its_end() -> None:
    old, new = Run(b"old"), Run(b"new")
    stopped = start("again", old, "ann", EN)
    until(lambda: old.runs)
    leave(stopped, "ann")
    job = start("again", new, "ann", EN)
    assert job is not stopped
    old.gate.set()
    assert old.ended.wait(LONG)
    assert job.running
    new.gate.set()
    assert jobs.file(finish(job), EN) == b"new"


def test_a_task_that_fails_ends_the_others_and_nothing_of_it_is_kept(
    tasks: list[Future[Any]],
) -> None:
    job = start("film", film, "ann", EN)
    until(lambda: len(tasks) == 3)
    tasks[1].set_exception(ValueError("The view has no ties."))
    assert finish(job).fault == "The view has no ties."
    assert [task.cancelled() for task in tasks] == [True, False, True]
    assert not jobs.there(job)
    start("film", film, "ann", EN)
    until(lambda: len(tasks) == 6)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_task_that_no_worker_finished_is_told_in_the_readers_language(
    lang: str, tasks: list[Future[Any]]
) -> None:
    job = start("film", film, "ann", Words(lang))
    until(lambda: len(tasks) == 3)
    tasks[0].set_exception(TaskOverdue(60))
    assert finish(job).fault == TaskOverdue(60).sentence(Words(lang))


def test_a_fault_that_was_not_foreseen_is_told_kindly_and_goes_into_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work(job: Job) -> bytes:
        raise RuntimeError("worker 7 died at 0x00")

    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    job = start("unforeseen", work, "ann", EN)
    until(lambda: not job.running and told)
    assert job.fault == sorry(EN)


def test_files_take_no_more_bytes_than_there_is_room_for(
    files: Cache[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = [finish(start(("many", n), lambda _: b"x" * 40, "ann", EN)) for n in range(5)]
    assert [jobs.there(job) for job in done] == [False, False, False, True, True]
    assert files.bytes == 80
    with pytest.raises(ValueError, match="not kept any more"):
        jobs.file(done[0], EN)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    large = finish(start("large", lambda _: b"x" * 101, "ann", EN))
    assert large.fault == sorry(EN)
    assert files.bytes == 80


# What the page shows


def page(make: object) -> None:
    import streamlit as st

    from pages.parts.job_panel import JobOffer, offer

    option = st.selectbox("option", ["a", "b"], key="option")
    offer(JobOffer("film", "Make", ("film", option), make, "f.gif", "image/gif"))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Job], bytes]], AppTest]:
    """Opens the page for one more reader."""
    monkeypatch.setattr(session, "words", lambda: EN)
    return lambda make: AppTest.from_function(page, args=(make,), default_timeout=30).run()


def shown(at: AppTest) -> list[str]:
    assert not at.exception
    buttons = [str(button.key) for button in at.button]
    return buttons + [bar.proto.text for bar in at.get("progress")] + [e.value for e in at.error]


def click(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def job_of(at: AppTest) -> Job:
    job: Job = at.session_state["job film"]
    return job


def test_another_option_offers_another_film_and_stops_the_old_one(
    reader: Callable[..., AppTest], tasks: list[Future[Any]]
) -> None:
    at = click(reader(film), "begin film")
    until(lambda: len(tasks) == 3)
    assert shown(at.run()) == ["stop film", "0 of 4"]
    old = job_of(at)
    at.selectbox(key="option").select("b").run()
    assert shown(at) == ["begin film"]
    assert old.stopped.is_set()
    assert all(task.cancelled() for task in tasks)
    at.selectbox(key="option").select("a").run()
    assert shown(at) == ["begin film"]


def test_another_option_does_not_stop_a_film_that_another_reader_waits_for(
    reader: Callable[..., AppTest],
) -> None:
    run = Run()
    ann, bob = click(reader(run), "begin film"), click(reader(run), "begin film")
    assert job_of(ann) is job_of(bob)
    until(lambda: job_of(bob).done == 1)
    ann.selectbox(key="option").select("b").run()
    assert shown(ann) == ["begin film"]
    assert shown(bob.run()) == ["stop film", "1 of 2"]
    run.gate.set()
    finish(job_of(bob))
    assert shown(bob.run()) == []
    assert bob.get("download_button")[0].proto.label == "Download f.gif (0.0 MB)"
    assert run.runs == 1


def test_stop_by_one_reader_leaves_the_other_his_film_and_can_be_taken_back(
    reader: Callable[..., AppTest],
) -> None:
    run = Run()
    ann, bob = click(reader(run), "begin film"), click(reader(run), "begin film")
    assert shown(click(ann, "stop film")) == ["begin film"]
    assert job_of(bob).running
    click(ann, "begin film")
    assert job_of(ann) is job_of(bob)
    assert run.runs == 1
    click(ann, "stop film")
    click(bob, "stop film")
    run.gate.set()
    assert run.ended.wait(LONG)
    assert shown(bob) == ["begin film"]


def test_a_fault_is_shown_letter_by_letter_and_can_be_tried_again(
    reader: Callable[..., AppTest],
) -> None:
    def fails(job: Job) -> bytes:
        raise ValueError("There is no *map*.")

    at = click(reader(fails), "begin film")
    finish(job_of(at))
    assert shown(at.run()) == ["again film", r"There is no \*map\*\."]
    first = job_of(at)
    click(at, "again film")
    assert job_of(at) is not first


def test_a_film_that_made_room_for_others_is_offered_anew(
    reader: Callable[..., AppTest], files: Cache[bytes]
) -> None:
    at = click(reader(lambda job: b"file"), "begin film")
    finish(job_of(at))
    assert shown(at.run()) == []
    files.clear()
    assert shown(at.run()) == ["begin film"]


# Files made at a click


def answer(make: Callable[[], bytes], lang: str = "en") -> Any:
    """What Streamlit answers to a browser whose reader clicked on a download button."""
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    made = for_download(make, Words(lang))
    file_id = manager.add_deferred(made, "image/png", "place", file_name="map.png")
    request = SimpleNamespace(request_id="1", deferred_file=SimpleNamespace(file_id=file_id))
    asked = DeferredFileHandler(lambda: manager).handle(request, "ann")  # type: ignore[arg-type]
    return awaited(asked)


def fails(fault: Exception) -> bytes:
    raise fault


def test_a_file_that_can_be_made_is_given_by_address() -> None:
    given = answer(lambda: b"file")
    assert given.deferred_file.url.startswith("/media/")
    assert not given.error_msg


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_cannot_be_made_is_told_in_a_sentence_of_the_readers_language(
    lang: str,
) -> None:
    words = Words(lang)
    expected = {
        ValueError("There is no such picture."): "There is no such picture.",
        TaskOverdue(60): TaskOverdue(60).sentence(words),
        RuntimeError("died at 0x00"): sorry(words),
        CancelledError(): sorry(words),
    }
    for fault, sentence in expected.items():
        assert answer(partial(fails, fault), lang).error_msg == sentence


def test_what_one_reader_is_told_is_not_told_to_the_next() -> None:
    answer(partial(fails, ValueError("Only for ann.")))
    assert not answer(lambda: b"file").error_msg
