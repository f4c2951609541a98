"""Workers: what hangs or dies holds nobody else, and equal work asked for at once is done once.

Tasks are held by gates (pipes that a process reads until the test writes), never by waiting for a
time to pass; only the time limit itself has to pass.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import vl_convert

from geo.export import workers
from geo.export.origin import Origin
from geo.export.pool import Pool, TaskError, TaskOverdue, WorkerLost
from geo.export.pool.worker import GIVING_WAY
from geo.export.request import KINDS, Drawn, Request
from geo.figures.article import figures as article
from geo.figures.catalogue import catalogue
from geo.i18n import Words
from geo.ties.roster import Roster
from geo.ties.view import LANGUAGES, View

LONG = 20.0
"""Seconds after which a test gives up what should happen at once."""


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


class Gate:
    """A pipe: a task that reads it is held until the gate is opened."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path

    def entered(self) -> None:
        """Wait until a task stands at the gate."""
        until(self._somebody_reads)

    def _somebody_reads(self) -> bool:
        try:
            self._end = os.open(self.path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            return False
        return True

    def left(self) -> None:
        """The task that stood there is gone; the next one is waited for anew."""
        os.close(self._end)

    def open(self) -> None:
        os.write(self._end, b"through")
        os.close(self._end)


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    return Gate(tmp_path / "gate")


@pytest.fixture(scope="module")
def two() -> Iterator[Pool]:
    pool = Pool(2)
    yield pool
    pool.close()


@pytest.fixture(scope="module")
def one() -> Iterator[Pool]:
    pool = Pool(1)
    yield pool
    pool.close()


# A pool


def test_all_threads_share_the_same_few_processes(two: Pool) -> None:
    with ThreadPoolExecutor(6) as readers:
        found = set(readers.map(lambda _: two.submit(os.getpid).result(LONG), range(24)))
    assert 1 <= len(found) <= 2
    assert os.getpid() not in found


def test_a_worker_gives_way_to_the_process_that_readers_wait_for(one: Pool) -> None:
    its = one.submit(os.getpriority, os.PRIO_PROCESS, 0).result(LONG)
    assert its == min(os.getpriority(os.PRIO_PROCESS, 0) + GIVING_WAY, 19)


def test_what_a_task_raises_comes_back_as_it_is(one: Pool) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        one.submit(int, "x").result(LONG)


def test_a_task_that_hangs_is_ended_and_holds_nobody_else(two: Pool, gate: Gate) -> None:
    for warm in [two.submit(os.getpid) for _ in range(2)]:
        warm.result(LONG)
    hangs = two.submit(gate.path.read_bytes, seconds=2)
    gate.entered()
    others = [two.submit(os.getpid) for _ in range(5)]
    assert len({other.result(LONG) for other in others}) == 1
    assert not hangs.done(), "others were served while it hung"
    with pytest.raises(TaskOverdue, match="longer than 2 seconds"):
        hangs.result(LONG)
    assert two.submit(len, "abc").result(LONG) == 3


def test_what_waits_behind_a_task_that_hangs_is_served_after_it(one: Pool, gate: Gate) -> None:
    before = one.submit(os.getpid).result(LONG)
    hangs = one.submit(gate.path.read_bytes, seconds=0.5)
    behind = one.submit(os.getpid)
    assert behind.result(LONG) != before
    assert isinstance(hangs.exception(LONG), TaskOverdue)
    until(lambda: gone(before))


def test_the_time_that_a_task_waits_is_not_counted(one: Pool, gate: Gate) -> None:
    one.submit(os.getpid).result(LONG)
    first = one.submit(gate.path.read_bytes)
    gate.entered()
    waits = one.submit(len, "abc", seconds=1)
    with pytest.raises(TimeoutError):
        waits.result(1.2)
    gate.open()
    assert first.result(LONG) == b"through"
    assert waits.result(LONG) == 3


def test_a_task_whose_worker_is_killed_is_tried_once_more(one: Pool, gate: Gate) -> None:
    worker = one.submit(os.getpid).result(LONG)
    task = one.submit(gate.path.read_bytes)
    gate.entered()
    os.kill(worker, signal.SIGKILL)
    until(lambda: gone(worker))
    gate.left()
    gate.entered()
    gate.open()
    assert task.result(LONG) == b"through"


def test_a_task_that_kills_its_workers_is_given_up_and_the_pool_goes_on(
    one: Pool, tmp_path: Path
) -> None:
    tries = tmp_path / "tries"
    kill = ["sh", "-c", f"echo x >> '{tries}'; kill -9 $PPID; sleep 60"]
    task, other = one.submit(subprocess.check_call, kill), one.submit(len, "abc")
    with pytest.raises(WorkerLost, match="ended too soon"):
        task.result(LONG)
    assert tries.read_text() == "x\nx\n"
    assert other.result(LONG) == 3


def test_a_worker_that_dies_while_it_has_nothing_to_do_is_replaced(one: Pool) -> None:
    worker = one.submit(os.getpid).result(LONG)
    os.kill(worker, signal.SIGKILL)
    assert one.submit(os.getpid).result(LONG) != worker


def test_a_task_that_is_cancelled_while_it_waits_never_begins(
    one: Pool, gate: Gate, tmp_path: Path
) -> None:
    first = one.submit(gate.path.read_bytes)
    gate.entered()
    waits = [one.submit((tmp_path / f"made {n}").touch) for n in range(3)]
    assert all(task.cancel() for task in waits)
    assert len(list(as_completed(waits, LONG))) == 3, "who waits for them is told at once"
    assert not first.cancel(), "what has begun cannot be cancelled"
    gate.open()
    assert first.result(LONG) == b"through"
    assert one.submit(len, "abc").result(LONG) == 3
    assert not list(tmp_path.glob("made *"))


def test_what_is_urgent_overtakes_what_waits(one: Pool, gate: Gate) -> None:
    first = one.submit(gate.path.read_bytes)
    gate.entered()
    frames = [one.submit(time.monotonic) for _ in range(3)]
    picture = one.submit(time.monotonic, urgent=True)
    gate.open()
    first.result(LONG)
    assert picture.result(LONG) < min(frame.result(LONG) for frame in frames)


def test_who_waits_when_the_pool_is_closed_is_told_and_it_opens_again(gate: Gate) -> None:
    pool = Pool(1)
    tasks: list[Future[Any]] = [pool.submit(gate.path.read_bytes), pool.submit(len, "abc")]
    gate.entered()
    pool.close()
    assert [type(task.exception(LONG)) for task in tasks] == [WorkerLost, WorkerLost]
    assert pool.submit(len, "abc").result(LONG) == 3
    pool.close()


def test_a_worker_leaves_nothing_behind_whether_a_task_succeeds_or_fails(gate: Gate) -> None:
    left = gate.path.with_name("left")
    pool = Pool(1, after=partial(left.write_text, "called"))
    for call in (partial(len, "abc"), partial(int, "no number")):
        pool.submit(call).exception(LONG)
        assert left.read_text() == "called"
        left.unlink()
    pool.close()


def test_workers_are_warmed_once(tmp_path: Path) -> None:
    pool = Pool(2)
    warm = partial(subprocess.check_call, ["sh", "-c", f"mktemp -p '{tmp_path}' >/dev/null"])
    pool.warm(warm)
    pool.warm(warm)
    until(lambda: len(list(tmp_path.iterdir())) == 2)
    assert pool.submit(len, "abc").result(LONG) == 3
    pool.warm(warm)
    assert [pool.submit(len, "abc").result(LONG) for _ in range(2)] == [3, 3]
    pool.close()
    assert len(list(tmp_path.iterdir())) == 2


# Files of requests


class Workers:
    """What takes the place of the pool: it writes down what is asked, and answers on demand."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Future[Any]]] = []
        self.any = Event()

    def submit(self, function: Any, *args: Any, **how: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.asked.append((function.__name__, future))
        if function.__name__ == "encode":
            future.set_result(b"a file")
        self.any.set()
        return future


DRAWN = Drawn(b"<svg/>", Origin("title", "", "1.0.0", dt.date(2026, 1, 2), ""), "told", "en")


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    pool = Workers()
    monkeypatch.setattr(workers, "_pool", pool)
    workers.forget()
    yield pool
    workers.forget()


def test_a_picture_prepared_ahead_and_asked_for_meanwhile_is_drawn_once(
    roster: Roster, pool: Workers, somebody_waits: Event
) -> None:
    request = Request(View.default(roster), "map")
    workers.prepare(request, "png")
    assert pool.any.wait(LONG)
    with ThreadPoolExecutor(1) as reader:
        asked = reader.submit(workers.finished, request, "png")
        assert somebody_waits.wait(LONG)
        pool.asked[0][1].set_result(DRAWN)
        assert asked.result(LONG) == b"a file"
    assert [name for name, _ in pool.asked] == ["compose_svg", "encode"]


def test_kinds_of_one_picture_share_its_sheet(roster: Roster, pool: Workers) -> None:
    request = Request(View.default(roster), "map")
    with ThreadPoolExecutor(3) as readers:
        asked = [readers.submit(workers.finished, request, kind) for kind in KINDS]
        assert pool.any.wait(LONG)
        pool.asked[0][1].set_result(DRAWN)
        assert {one.result(LONG) for one in asked} == {b"a file"}
    assert sorted(name for name, _ in pool.asked) == ["compose_svg"] + ["encode"] * 3


@pytest.mark.parametrize("fault", [TaskOverdue(60), WorkerLost()])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_that_no_worker_finished_is_told_in_its_language_and_tried_anew(
    lang: str, fault: TaskError, roster: Roster, pool: Workers
) -> None:
    request = Request(View.default(roster, lang), "map")
    with ThreadPoolExecutor(1) as reader:
        asked = reader.submit(workers.finished, request, "png")
        assert pool.any.wait(LONG)
        pool.asked[0][1].set_exception(fault)
        told = asked.exception(LONG)
        assert isinstance(told, ValueError)
        assert str(told) == fault.sentence(Words(lang))
        assert (str(told) == str(fault)) == (lang == "en")
        pool.any.clear()
        again = reader.submit(workers.finished, request, "png")
        assert pool.any.wait(LONG)
        pool.asked[-1][1].set_result(DRAWN)
        assert again.result(LONG) == b"a file"


# The law: nothing but a worker draws


def test_titles_of_all_pictures_are_composed_without_drawing_a_chart(
    roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """vl-convert holds Python's lock, and charts take long: neither is for the server's thread."""

    def drawn(*args: object, **how: object) -> None:
        raise AssertionError("a chart is drawn where only its title is asked for")

    makers = [name for name in dir(vl_convert) if "_to_" in name]
    assert makers
    for name in makers:
        monkeypatch.setattr(vl_convert, name, drawn)
    monkeypatch.setattr(article, "official_chart", drawn)
    scene = Request(View.default(roster), "").scene()
    known = catalogue(scene)
    assert all(entry.compose(scene).title for entry in known.values())
    with pytest.raises(AssertionError, match="a chart is drawn"):
        known["official"].compose(scene).panels[0].draw((400, 300))
