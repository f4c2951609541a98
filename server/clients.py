"""Who asks, and how often one client may ask: a token bucket for each, kept in memory."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.types import Scope

from server.asked import headers

MOST_CLIENTS = 10_000
"""Buckets that are kept; of more, those that have not been asked from for longest are forgotten."""
NOBODY = "unknown"


def client_of(scope: Scope, trusted_proxies: int) -> str:
    """The network address of who asks; of IPv6 the network of 64 bits, which is one household.

    Every trusted proxy adds behind ``X-Forwarded-For`` whom it was asked by, so the client stands
    as far from the end as there are proxies; what stands before that anybody may have written.

    Args:
        trusted_proxies: as :class:`server.settings.Settings` has them.
    """
    peer = scope.get("client")
    told = ",".join(headers(scope, b"x-forwarded-for")).split(",") if trusted_proxies else []
    candidates = [told[-trusted_proxies]] if 0 < trusted_proxies <= len(told) else []
    for written in [*candidates, peer[0] if peer else ""]:
        try:
            found = ip_address(written.strip().strip("[]"))
        except ValueError:
            continue
        if isinstance(found, IPv6Address):
            mapped = found.ipv4_mapped
            return str(mapped or ip_network((int(found) >> 64 << 64, 64)))
        return str(found)
    return NOBODY


class TokenBuckets:
    """A bucket of tokens for every client, which fills again as time goes by.

    Args:
        a_minute: tokens that a bucket holds, and that flow into it in a minute; 0 for no limit.
        now: seconds on a clock that never goes back.
    """

    def __init__(self, a_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self.a_minute, self.now = a_minute, now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def seconds_to_wait(self, client: str, price: int = 1) -> float:
        """Take tokens out of the bucket of a client, if it has enough.

        Args:
            client: as :func:`client_of` gives it.
            price: how many; never more than a full bucket holds.

        Returns:
            0 if they were taken, else the seconds until there are enough.
        """
        if not self.a_minute:
            return 0.0
        price, now = min(price, self.a_minute), self.now()
        tokens, before = self._buckets.pop(client, (float(self.a_minute), now))
        tokens = min(self.a_minute, tokens + (now - before) * self.a_minute / 60)
        enough = tokens >= price
        self._buckets[client] = (tokens - price if enough else tokens, now)
        while len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0.0 if enough else (price - tokens) * 60 / self.a_minute
