"""A task for a worker process, and what its reader is told if no worker finishes it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from geo.i18n import Words, mark

SECONDS = 60.0
"""How long a task may take unless it says otherwise: ten times the slowest picture."""


class TaskError(ValueError):
    """A task that its worker did not finish; as text in English, by :meth:`sentence` in both."""

    message = ""

    def __init__(self, seconds: float = 0) -> None:
        self.seconds = seconds
        super().__init__(self.sentence(Words("en")))

    def sentence(self, words: Words) -> str:
        """What the reader is told, in a sentence."""
        return words.say(self.message, seconds=words.number(self.seconds))


class TaskOverdue(TaskError):
    """A task took longer than it may, and its worker was ended."""

    message = mark(
        "This took longer than {seconds} seconds and was stopped. Try again, or choose fewer ties."
    )


class WorkerLost(TaskError):
    """The worker of a task ended before the task did, and so did the one that tried it again."""

    message = mark(
        "The process that was making this ended too soon, perhaps for want of memory. Try again, "
        "or choose a smaller format."
    )


@dataclass(eq=False)
class Task:
    """A call to be made by a worker.

    Attributes:
        call: what is called; it and its result must be picklable.
        seconds: how long it may take once it has begun.
        urgent: whether it goes before the others.
        future: what whoever asked for it waits for.
        begun: how many workers have been handed it.
    """

    call: Callable[[], Any]
    seconds: float = SECONDS
    urgent: bool = False
    future: Future[Any] = field(default_factory=Future)
    begun: int = 0

    def begins(self) -> bool:
        """Whether it can begin: not if it was cancelled while it waited."""
        return self.begun > 0 or self.future.set_running_or_notify_cancel()
