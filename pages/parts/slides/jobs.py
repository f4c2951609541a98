"""Long work: done in a thread, watched by the page, stopped when the reader wants."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

MOST_KEPT = 12


@dataclass
class Job:
    """A file in the making.

    Attributes:
        key: what it is made from; equal work is done once for all readers.
        total: how many steps there are.
        done: how many are done.
        result: the file, when it is there.
        fault: why it could not be made, in a sentence.
        stopped: set when the reader does not want it any more.
    """

    key: Hashable
    total: int = 1
    done: int = 0
    result: bytes | None = None
    fault: str = ""
    stopped: Event = field(default_factory=Event)

    @property
    def running(self) -> bool:
        """Whether it is still being made."""
        return self.result is None and not self.fault and not self.stopped.is_set()

    def step(self) -> None:
        """One more step is done.

        Raises:
            Stopped: the reader does not want it any more.
        """
        self.done += 1
        if self.stopped.is_set():
            raise Stopped


class Stopped(Exception):
    """The reader does not want the file any more."""


_kept: OrderedDict[Hashable, bytes] = OrderedDict()
_lock = Lock()


def start(key: Hashable, work: Callable[[Job], bytes], sorry: str) -> Job:
    """Begin a piece of work, unless its file is there already.

    Args:
        work: makes the file; calls ``step`` on the job it is given whenever a step is done.
        sorry: what the reader is told if it fails for a reason that the program did not foresee.
    """
    job = Job(key)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            job.result = _kept[key]
            return job
    Thread(target=_run, args=(job, work, sorry), daemon=True).start()
    return job


def _run(job: Job, work: Callable[[Job], bytes], sorry: str) -> None:
    try:
        made = work(job)
    except Stopped:
        return
    except ValueError as fault:
        job.fault = str(fault)
    except Exception:
        job.fault = sorry
        raise
    else:
        with _lock:
            _kept[job.key] = made
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
        job.result = made
