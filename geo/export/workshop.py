"""Where pictures are made while others read: processes of their own.

vl-convert holds Python's lock while it draws, so a picture drawn inside the server would stop
every reader's page for as long. The workshop has up to two processes, opened when first needed and
closed when idle; they load the data themselves and are sent nothing but orders.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextlib import suppress
from threading import Lock, RLock, Thread
from typing import Any, Generic, TypeVar

from loky import BrokenProcessPool, ProcessPoolExecutor, cpu_count
from loky.process_executor import ShutdownExecutorError, TerminatedWorkerError

from geo.export.request import Request
from geo.export.request import check_kind as check
from geo.export.request import compose_svg as composed
from geo.export.request import encode as encoded

T = TypeVar("T")

MOST_HANDS = 2
IDLE_SECONDS = 600


def hands() -> int:
    """How many processes work at once: not more than there are processors to work on."""
    return min(MOST_HANDS, cpu_count())


def submit(work: Callable[..., T], *of: Any) -> Future[T]:
    """Have a piece of work done; of work and result, whatever can be pickled may be sent."""
    with _door:
        try:
            done: Future[T] = _shop().submit(work, *of)
        except (BrokenProcessPool, ShutdownExecutorError):
            _shut()
            done = _shop().submit(work, *of)
    return done


def open_up() -> None:
    """Open the workshop before the first picture is asked for, and do not wait for it."""
    submit(_nothing)


def close() -> None:
    """Close the workshop; the next order opens it again."""
    with _door:
        _shut()


_door = RLock()
_open: list[ProcessPoolExecutor] = []
"""The one workshop of this process, if it is open: for all its threads, for every reader."""


def _shop() -> ProcessPoolExecutor:
    if not _open:
        _open.append(
            ProcessPoolExecutor(
                hands(),
                timeout=IDLE_SECONDS,
                # the land and the engine take memory that is no leak, whatever loky would think
                env={"LOKY_MAX_MEMORY_LEAK_SIZE": "2e9"},
            )
        )
    return _open[0]


def _shut() -> None:
    while _open:
        _open.pop().shutdown(wait=True, kill_workers=True)


def finished(request: Request, kind: str) -> bytes:
    """The picture of an order as a file, made once for all who want the same.

    It is laid out once for all kinds of files.

    Raises:
        ValueError: there is no such picture or no such kind.
    """
    check(kind)
    return _files.get((request, kind), lambda: _pressed(request, kind))


def prepare(request: Request, kind: str) -> None:
    """Have a picture made that somebody will probably ask for, and do not wait for it."""
    Thread(target=_try, args=(request, kind), daemon=True).start()


def _pressed(request: Request, kind: str) -> bytes:
    svg, title = _sheets.get(request, lambda: _done(composed, request))
    return _done(encoded, svg, title, request.options, kind)


def _done(work: Callable[..., T], *of: Any) -> T:
    """A piece of work, done; once more if its process was killed, for want of memory perhaps."""
    try:
        return submit(work, *of).result()
    except TerminatedWorkerError:
        return submit(work, *of).result()


def _try(request: Request, kind: str) -> None:
    with suppress(ValueError):  # whoever asks for it is told
        finished(request, kind)


def _nothing() -> None:
    """What is done to open the workshop: the imports of this file, by being sent."""


class Shelf(Generic[T]):
    """Things that were made, the latest of them; what two ask for at once is made once.

    Args:
        room: for how many things there is room.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._lock = Lock()
        self._things: OrderedDict[Hashable, tuple[Lock, list[T]]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing of this key; made now, if it is not there."""
        with self._lock:
            making, thing = self._things.setdefault(key, (Lock(), []))
            self._things.move_to_end(key)
            while len(self._things) > self._room:
                self._things.popitem(last=False)
        with making:
            if not thing:
                thing.append(make())
            return thing[0]

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._things.clear()


def forget() -> None:
    """Forget the pictures made so far, as after new data."""
    _sheets.clear()
    _files.clear()


_sheets: Shelf[tuple[str, str]] = Shelf(24)
_files: Shelf[bytes] = Shelf(48)
