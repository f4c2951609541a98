"""Long work: a run of many tasks in a thread, shared by all readers who want the same.

The readers of a job share its run, its progress and its file. A reader who stops it, or changes an
option, only leaves it: it is stopped when nobody waits for it any more. What the page shows of a
job stands in :mod:`pages.parts.job_panel`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import CancelledError, Future, as_completed
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Any, TypeVar

from geo.export import workers
from geo.export.cache import Cache
from geo.export.pool import SECONDS, TaskError
from geo.i18n import Words

T = TypeVar("T")

FILE_BYTES = 128_000_000
"""What the finished files of all jobs may take together."""


class Stopped(Exception):
    """Nobody wants the file any more."""


@dataclass(eq=False)
class Job:
    """A file in the making.

    Attributes:
        key: what it is made from: equal for equal files.
        total: how many steps there are.
        done: how many are done.
        size: of the file in bytes, once it is there.
        fault: why it could not be made, in a sentence.
        running: whether it is still being made.
        readers: who waits for it.
        stopped: set when none of them does any more.
    """

    key: Hashable
    total: int = 1
    done: int = 0
    size: int = 0
    fault: str = ""
    running: bool = True
    readers: set[str] = field(default_factory=set)
    stopped: Event = field(default_factory=Event)
    _tasks: list[Future[Any]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def step(self) -> None:
        """One more step is done.

        Raises:
            Stopped: nobody wants the file any more.
        """
        self.done += 1
        if self.stopped.is_set():
            raise Stopped

    def map(self, function: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> list[T]:
        """The results of many calls by the workers, in order; each is a step, one more remains.

        Raises:
            Stopped, CancelledError: nobody wants the file any more.
            TaskError: no worker finished a task.
        """
        self.total = len(calls) + 1
        tasks = [self._submit(function, *call) for call in calls]
        for task in as_completed(tasks):
            task.result()
            self.step()
        return [task.result() for task in tasks]

    def call(self, function: Callable[..., T], *args: Any, seconds: float = SECONDS) -> T:
        """The result of one call by a worker (raises what :meth:`map` does)."""
        return self._submit(function, *args, seconds=seconds).result()

    def _submit(
        self, function: Callable[..., T], *args: Any, seconds: float = SECONDS
    ) -> Future[T]:
        with self._lock:
            if self.stopped.is_set():
                raise Stopped
            task = workers.submit(function, *args, seconds=seconds)
            self._tasks.append(task)
        return task

    def stop(self) -> None:
        """Let no further task begin."""
        self.stopped.set()
        self.end()

    def end(self) -> None:
        """Nothing more is done for this job, and nothing is held for it."""
        with self._lock:
            tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        self.running = False


_running: dict[Hashable, Job] = {}
_files: Cache[bytes] = Cache(FILE_BYTES, len)
_lock = Lock()


def start(key: Hashable, work: Callable[[Job], bytes], reader: str, words: Words) -> Job:
    """Begin a piece of work, or join those who wait for the same; or find its file there already.

    Args:
        work: makes the file, by :meth:`Job.map` and :meth:`Job.call`.
        reader: who asks, so that one may leave and others go on waiting.
        words: in which a fault is told.
    """
    with _lock:
        job = _running.get(key)
        if job is None:
            job = Job(key)
            kept = _files.peek(key)
            if kept is not None:
                job.size, job.running = len(kept), False
                return job
            _running[key] = job
            Thread(target=_run, args=(job, work, words), daemon=True).start()
        job.readers.add(reader)
    return job


def leave(job: Job, reader: str) -> None:
    """A reader does not wait any more; the last one to leave stops the job."""
    with _lock:
        job.readers.discard(reader)
        if job.readers or _running.get(job.key) is not job:
            return
        del _running[job.key]
    job.stop()


def there(job: Job) -> bool:
    """Whether the file of a job is made and still kept."""
    return not job.running and _files.knows(job.key)


def file(job: Job, words: Words) -> bytes:
    """The file of a job.

    Raises:
        ValueError: it has made room for others since.
    """
    kept = _files.peek(job.key)
    if kept is None:
        raise ValueError(words.say("This file is not kept any more. Make it again."))
    return kept


def forget() -> None:
    """Forget the files made so far, as after new data."""
    _files.clear()


def forget_all() -> None:
    """Forget all files and pictures made so far, whoever they were made for."""
    workers.forget()
    forget()


def sorry(words: Words) -> str:
    """What a reader is told of a fault that the program did not foresee."""
    return words.say(
        "This file could not be made. Try again, or choose another format or fewer pictures."
    )


def _run(job: Job, work: Callable[[Job], bytes], words: Words) -> None:
    try:
        made = work(job)
        if not _files.put(job.key, made):
            raise MemoryError(f"a file of {len(made)} bytes is more than is ever kept")
        job.size = len(made)
    except (Stopped, CancelledError):
        pass
    except TaskError as fault:
        job.fault = fault.sentence(words)
    except ValueError as fault:
        job.fault = str(fault)
    except Exception:
        job.fault = sorry(words)
        raise
    finally:
        with _lock:
            if _running.get(job.key) is job:
                del _running[job.key]
        job.end()
