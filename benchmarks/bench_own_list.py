"""What a large list costs the page of the data, and what it costs everybody else meanwhile.

    python -m benchmarks.bench_own_list [--rows N] [--homes N]

A made-up list (as in ``bench_intake``) is read twice, in this process and by the processes that the
page uses, while another thread does a short piece of work over and over, as the page of another
reader would: a hundredth of a second of Python and ten waits. Told are the seconds it takes, and
what reading takes of this process's own processor time. Then the page itself runs without a
browser: the run that reads the list, and one more after it, with the bytes of all that a run sends.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from streamlit.testing.v1 import AppTest

from benchmarks.bench_intake import rows
from geo.export import own_list
from geo.export.own_list.outcome import outcome_of
from geo.intake.asked import Asked
from pages.parts.own import draft as drafts
from tests.pages.app import opened_on, sound

Read = Callable[[bytes, str, str, Asked], own_list.Outcome]


def short_work() -> float:
    """The seconds that a piece of another reader's work takes."""
    start = time.perf_counter()
    sum(number * number for number in range(150_000))
    for _ in range(10):
        time.sleep(0.0002)
    return time.perf_counter() - start


def told(samples: list[float]) -> str:
    """Median, 95th percentile and maximum in ms."""
    marks = [*statistics.quantiles(samples, n=20, method="inclusive")[9::9], max(samples)]
    return " / ".join(f"{1000 * mark:.0f}" for mark in marks)


def beside(name: str, read: Read | None, content: bytes) -> None:
    """Print what the short work takes while a list is read; with nothing read, alone."""
    over, samples, theirs = Event(), [short_work()], [0.0]

    def others() -> None:
        while not over.is_set():
            samples.append(short_work())
        theirs[0] = time.thread_time()

    reader = Thread(target=others)
    reader.start()
    start, used = time.perf_counter(), time.process_time()
    if read:
        read(content, "", "list.csv", Asked(seconds=300))
    else:
        time.sleep(5)
    seconds = time.perf_counter() - start
    over.set()
    reader.join()
    used = time.process_time() - used - theirs[0]
    print(f"{name:24}{seconds:8.1f} s{used:8.1f} s of this process  {told(samples)} ms")


def page(content: bytes) -> None:
    """Print what the page takes with the list on it."""
    at = opened_on("data", lang="zh")
    run("page without a list", at)
    at.session_state[drafts.DRAFT] = drafts.Draft(1, "list.csv", content)
    run("page that reads it", at)
    run("page once more", at)


def run(name: str, at: AppTest) -> None:
    """Run the page, and print seconds, bytes and memory."""
    start, used = time.perf_counter(), time.process_time()
    sound(at.run(timeout=300))
    assert not at.error, at.error[0].value
    seconds, used = time.perf_counter() - start, time.process_time() - used
    sent = sum(len(one.proto.SerializeToString()) for one in everything(at))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:24}{seconds:8.1f} s{used:8.1f} s of this process  {sent / 1024:,.0f} KB sent  "
        f"{memory:.0f} MB peak"
    )


def everything(at: AppTest) -> list[Any]:
    """All elements of a page that a run sends."""
    return [node for part in (at.main, at.sidebar) for node in part if getattr(node, "proto", None)]


def main() -> None:
    """Measure both."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.bench_own_list", description=__doc__)
    asked.add_argument("--rows", type=int, default=25_000)
    asked.add_argument("--homes", type=int, default=6_000)
    given = asked.parse_args()
    content = "\n".join(map(",".join, rows(given.rows, given.homes))).encode()
    for read in (own_list.read, outcome_of):  # tables are opened and a process started
        read("友好城市,国家\n横滨市,日本\n".encode(), "", "list.csv", Asked(home="天津"))
    beside("alone", None, content)
    beside("read in this process", outcome_of, content)
    beside("read by a process apart", own_list.read, content)
    page(content)
    own_list.close()


if __name__ == "__main__":
    main()
