"""Where files are made while others read: worker processes, and a cache of what they made.

vl-convert holds Python's lock while it draws, so a picture drawn inside the server would stop
every reader's page for as long. The workers are started when first needed and end when idle; they
load the data themselves and are sent nothing but requests.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar

from loky import cpu_count

from geo.export.cache import Cache
from geo.export.pool import SECONDS, Pool, TaskError
from geo.export.request import Drawn, Request, check_kind, compose_svg, encode
from geo.figures.catalogue import figure_of
from geo.i18n import Words
from geo.ties import select
from geo.ties.roster import load_roster

T = TypeVar("T")

WORKERS = min(2, cpu_count())
"""How many processes work at once: not more than there are processors to work on."""
FILE_BYTES = 32_000_000
SHEET_BYTES = 16_000_000
"""What the caches of finished files, and of sheets that files are made from, may take."""


def _forget() -> None:
    """What comes of a view is kept by the server; a worker seldom draws the same again."""
    figure_of.cache_clear()
    select.forget()


_pool = Pool(WORKERS, after=_forget)
_files: Cache[bytes] = Cache(FILE_BYTES, len)
_sheets: Cache[Drawn] = Cache(SHEET_BYTES, lambda drawn: len(drawn.svg))


def open() -> None:
    """Start the workers before the first picture is asked for, and do not wait for them."""
    _pool.warm(_warm)


def close() -> None:
    """End the workers; the next task starts them again."""
    _pool.close()


def submit(
    function: Callable[..., T], *args: Any, seconds: float = SECONDS, urgent: bool = False
) -> Future[T]:
    """Have a function called by a worker (see :meth:`geo.export.pool.Pool.submit`).

    Args:
        seconds: how long the call may take.
        urgent: whether it goes before those that are not, as single pictures before films.
    """
    return _pool.submit(function, *args, seconds=seconds, urgent=urgent)


def finished(request: Request, kind: str) -> bytes:
    """The picture of a request as a file, made once for all who want the same.

    It is laid out once for all kinds of files.

    Raises:
        ValueError: there is no such picture or no such kind, or no worker finished it in time; in
            the request's language.
    """
    check_kind(kind)
    return once(request, kind, lambda: _encoded(request, kind))


def once(request: Request, kind: Hashable, make: Callable[[], bytes]) -> bytes:
    """A file made of a request, once for all who want the same at once or later.

    Args:
        kind: which file of this request it is.
        make: makes it, by way of :func:`submit`.

    Raises:
        ValueError: ``make`` raises it, or no worker finished it in time.
    """
    try:
        return _files.get((request, kind), make)
    except TaskError as fault:
        raise ValueError(fault.sentence(Words(request.view.lang))) from fault


def prepare(request: Request, kind: str) -> None:
    """Have a picture made that somebody will probably ask for, and do not wait for it."""
    if not _files.knows((request, kind)):
        Thread(target=_try, args=(request, kind), daemon=True).start()


def forget() -> None:
    """Forget the pictures made so far, as after new data."""
    _sheets.clear()
    _files.clear()


def _encoded(request: Request, kind: str) -> bytes:
    drawn = _sheets.get(request, lambda: submit(compose_svg, request, urgent=True).result())
    return submit(encode, drawn, request.options, kind, urgent=True).result()


def _try(request: Request, kind: str) -> None:
    with suppress(ValueError):  # whoever asks for it is told
        finished(request, kind)


def _warm() -> None:
    """What a worker does first: the imports of this file, by being sent, and the data."""
    load_roster()
