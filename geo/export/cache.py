"""A cache for what takes long to make: made once for all who ask, and bounded in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Cache(Generic[T]):
    """The values that were made last, as many as there is room for.

    What is asked for while it is being made is waited for, not made a second time. A failure is
    never kept: all who wait for it are told, and whoever asks next has it tried anew.

    Args:
        most: bytes that all values together may take; a value larger than that is not kept.
        size: how many bytes a value takes; asked once, for a value may grow while it is kept.
    """

    def __init__(self, most: int, size: Callable[[T], int]) -> None:
        self.most = most
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._in_flight: dict[Hashable, Future[T]] = {}
        self._bytes = 0

    @property
    def bytes(self) -> int:
        """How many bytes all values take together."""
        return self._bytes

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key: kept, being made for somebody else, or made now by this thread.

        Raises:
            Exception: whatever ``make`` raises, to all who wait for it.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][0]
            shared = self._in_flight.get(key)
            if shared is None:
                own = self._in_flight[key] = Future()
        if shared is not None:
            return shared.result()
        return self._made(key, make, own)

    def _made(self, key: Hashable, make: Callable[[], T], own: Future[T]) -> T:
        try:
            value = make()
        except BaseException as fault:
            with self._lock:
                self._landed(key, own)
            own.set_exception(fault)
            raise
        with self._lock:
            if self._landed(key, own):
                self._keep(key, value)
        own.set_result(value)
        return value

    def _landed(self, key: Hashable, own: Future[T]) -> bool:
        """Whether the cache still waits for this value: not if it was cleared meanwhile."""
        if self._in_flight.get(key) is not own:
            return False
        del self._in_flight[key]
        return True

    def put(self, key: Hashable, value: T) -> bool:
        """Keep a value that was made elsewhere; whether there is room for one so large."""
        with self._lock:
            return self._keep(key, value)

    def peek(self, key: Hashable) -> T | None:
        """The value of a key if it is kept; nothing is made."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def knows(self, key: Hashable) -> bool:
        """Whether the value of a key is kept or being made."""
        with self._lock:
            return key in self._kept or key in self._in_flight

    def clear(self) -> None:
        """Forget all values; what is being made now goes to those who wait and is not kept."""
        with self._lock:
            self._kept.clear()
            self._in_flight.clear()
            self._bytes = 0

    def _keep(self, key: Hashable, value: T) -> bool:
        if key in self._kept:
            self._bytes -= self._kept.pop(key)[1]
        room = self._size(value)
        if room > self.most:
            return False
        self._kept[key] = value, room
        self._bytes += room
        while self._bytes > self.most:
            _, (_, freed) = self._kept.popitem(last=False)
            self._bytes -= freed
        return True
