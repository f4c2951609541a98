"""A pool of worker processes that no single task can block.

Each worker is handed one task at a time. So it is known when a task begins, and it can be given a
time limit; a process that hangs is killed without touching the others; and whatever still waits
can be cancelled or overtaken.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from threading import RLock, Timer
from typing import Any, TypeVar

from geo.export.pool.task import SECONDS, Task, TaskOverdue, WorkerLost
from geo.export.pool.worker import BROKEN, Worker

T = TypeVar("T")

TRIES = 2
"""So many workers may die of a task, for want of memory perhaps, before it is given up."""


@dataclass(eq=False)
class _Run:
    """A task that a worker has, and the clock that it runs against."""

    task: Task
    worker: Worker
    clock: Timer


class Pool:
    """Workers that share the tasks of all threads of this process.

    Args:
        size: how many processes there are at the most.
        after: called by a worker when it has done a task, to leave nothing behind.
    """

    def __init__(self, size: int, after: Callable[[], object] | None = None) -> None:
        self.size = size
        self._after = after
        self._lock = RLock()
        self._workers = [Worker() for _ in range(size)]
        self._waiting: deque[Task] = deque()
        self._runs: dict[Worker, _Run] = {}

    def submit(
        self,
        function: Callable[..., T],
        *args: Any,
        seconds: float = SECONDS,
        urgent: bool = False,
    ) -> Future[T]:
        """Have a function called by a worker; it, its arguments and its result are pickled.

        Args:
            seconds: how long the call may take.
            urgent: whether it goes before those that are not.

        Returns:
            A future that can be cancelled until a worker begins. It raises what the function
            raises; :class:`TaskOverdue` if that takes too long; :class:`WorkerLost` if the worker
            dies, and the one that is tried after it too.
        """
        task = Task(partial(function, *args), seconds, urgent)
        task.future.add_done_callback(lambda _: self._drop(task))
        with self._lock:
            self._waiting.append(task)
        self._dispatch()
        return task.future

    def warm(self, function: Callable[[], object]) -> None:
        """Have every worker that may have no process call a function first, to be ready."""
        with self._lock:
            for worker in self._workers:
                if worker not in self._runs and worker.cold:
                    self._begin(worker, Task(function))

    def close(self) -> None:
        """End all processes; who waits is told. The next task starts them again."""
        with self._lock:
            left = [run.task for run in self._runs.values()]
            left += [task for task in self._waiting if task.begins()]
            for run in self._runs.values():
                run.clock.cancel()
            self._runs.clear()
            self._waiting.clear()
            ended, self._workers = self._workers, [Worker() for _ in range(self.size)]
        for worker in ended:
            worker.end(wait=True)
        for task in left:
            task.future.set_exception(WorkerLost())

    def _dispatch(self) -> None:
        """Hand waiting tasks to the workers that have none."""
        with self._lock:
            for worker in self._workers:
                while worker not in self._runs and (task := self._next()):
                    self._begin(worker, task)

    def _next(self) -> Task | None:
        """The task whose turn it is, if there is one that nobody has cancelled."""
        while self._waiting:
            task = next((one for one in self._waiting if one.urgent), self._waiting[0])
            self._waiting.remove(task)
            if task.begins():
                return task
        return None

    def _begin(self, worker: Worker, task: Task) -> None:
        task.begun += 1
        run = _Run(task, worker, Timer(task.seconds, lambda: self._overdue(run)))
        run.clock.daemon = True
        self._runs[worker] = run
        try:
            run.clock.start()
            result = worker.call(self._whole(task))
        except Exception as fault:  # no process can be started: better told than waited for
            self._free(run)
            task.future.set_exception(fault)
        else:
            result.add_done_callback(lambda done: self._ended(run, done))

    def _whole(self, task: Task) -> Callable[[], Any]:
        return task.call if self._after is None else partial(_and_then, task.call, self._after)

    def _free(self, run: _Run) -> bool:
        """Take a run from its worker; whether it was still the worker's."""
        run.clock.cancel()
        if self._runs.get(run.worker) is not run:
            return False
        del self._runs[run.worker]
        return True

    def _ended(self, run: _Run, result: Future[Any]) -> None:
        """The worker has done its task, or has died of it."""
        task, fault = run.task, result.exception()
        broken = isinstance(fault, BROKEN)
        again = broken and task.begun < TRIES
        with self._lock:
            if not self._free(run):
                return
            if broken:
                run.worker.end(wait=False)
            if again:
                self._waiting.appendleft(task)
        if not again:
            _settle(task.future, result, broken)
        self._dispatch()

    def _overdue(self, run: _Run) -> None:
        """Time is up: the process is killed, for nothing else ends a call into a library."""
        with self._lock:
            if not self._free(run):
                return
            run.worker.end(wait=False)
        run.task.future.set_exception(TaskOverdue(run.task.seconds))
        self._dispatch()

    def _drop(self, task: Task) -> None:
        """Take a task that was cancelled out of the row, and tell those who wait for it."""
        with self._lock:
            if task.future.cancelled() and task in self._waiting:
                self._waiting.remove(task)
                task.begins()


def _and_then(call: Callable[[], T], after: Callable[[], object]) -> T:
    try:
        return call()
    finally:
        after()


def _settle(future: Future[Any], result: Future[Any], broken: bool) -> None:
    """Hand an outcome on to who waits for it."""
    fault = result.exception()
    if broken:
        lost = WorkerLost()
        lost.__cause__ = fault
        future.set_exception(lost)
    elif fault is not None:
        future.set_exception(fault)
    else:
        future.set_result(result.result())
