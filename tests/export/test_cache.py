"""A cache: what is asked for at once is made once, and what is kept takes no more than it may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from geo.export.cache import Cache

LONG = 20.0
"""Seconds after which a test gives up what should happen at once."""


def test_what_two_ask_for_at_once_is_made_once(somebody_waits: Event) -> None:
    cache: Cache[bytes] = Cache(100, len)
    calls = []

    def make() -> bytes:
        calls.append(1)
        assert somebody_waits.wait(LONG)
        return b"once"

    with ThreadPoolExecutor(2) as readers:
        got = list(readers.map(lambda _: cache.get("key", make), range(2)))
    assert got == [b"once", b"once"]
    assert len(calls) == 1


def test_a_failure_is_told_to_all_who_wait_and_never_kept(somebody_waits: Event) -> None:
    cache: Cache[bytes] = Cache(100, len)

    def fail() -> bytes:
        assert somebody_waits.wait(LONG)
        raise ValueError("not today")

    with ThreadPoolExecutor(2) as readers:
        asked = [readers.submit(cache.get, "key", fail) for _ in range(2)]
    assert [str(one.exception()) for one in asked] == ["not today", "not today"]
    assert not cache.knows("key")
    assert cache.get("key", lambda: b"tomorrow") == b"tomorrow"


def test_different_keys_do_not_wait_for_each_other() -> None:
    cache: Cache[bytes] = Cache(100, len)
    both = Barrier(2, timeout=LONG)

    def make() -> bytes:
        both.wait()
        return b"x"

    with ThreadPoolExecutor(2) as readers:
        assert list(readers.map(lambda key: cache.get(key, make), "ab")) == [b"x", b"x"]


def test_a_cache_holds_no_more_bytes_than_it_may_and_forgets_what_was_used_longest_ago() -> None:
    cache: Cache[bytes] = Cache(100, len)
    for key in "abc":
        cache.get(key, lambda: b"x" * 40)
        cache.get("a", lambda: b"made again")
    assert [cache.peek(key) is not None for key in "abc"] == [True, False, True]
    assert cache.bytes == 80
    assert cache.get("large", lambda: b"x" * 101) == b"x" * 101
    assert cache.peek("large") is None
    assert cache.bytes == 80
    assert cache.put("c", b"x" * 60)
    assert cache.bytes == 100


def test_a_value_that_grows_while_it_is_kept_makes_no_room_for_more() -> None:
    """A ``str`` does, once it has been pickled; its bytes were counted when it came."""
    cache: Cache[bytearray] = Cache(100, len)
    for key in range(10):
        kept = cache.get(key, lambda: bytearray(40))
        kept.extend(bytes(40))
    assert cache.bytes == 80
    assert sum(cache.peek(key) is not None for key in range(10)) == 2


def test_a_cache_that_is_cleared_keeps_nothing_that_was_begun_before() -> None:
    cache: Cache[bytes] = Cache(100, len)

    def make() -> bytes:
        cache.clear()
        return b"of old data"

    assert cache.get("key", make) == b"of old data"
    assert cache.peek("key") is None
    assert cache.bytes == 0
