"""Two replicas of the app behind HAProxy, as compose.yaml has them, for a browser to come to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext

from benchmarks.load.served import proxied
from tests.browser.server import Server
from tests.programs import program

COOKIE = "atlas-replica"
NAMES = ("one", "two")


class Replicas(Server):
    """What a reader takes for one server.

    Args:
        address: of HAProxy.
        servers: behind it, by the names that HAProxy gives them.
        base: the path under which they serve, without slashes.
    """

    def __init__(self, address: str, servers: dict[str, Server], base: str = "") -> None:
        self.host, self.address = address, f"{address}/{base}".rstrip("/")
        self.base, self.servers = base, servers

    def serving(self, context: BrowserContext) -> str:
        """The name of the replica to which a reader's browser is sent."""
        cookies = {one.get("name"): one.get("value") for one in context.cookies()}
        return str(cookies[COOKIE])

    def new_errors(self) -> list[str]:
        """Stack traces that have come into any log since last asked."""
        return [fault for server in self.servers.values() for fault in server.new_errors()]


@contextmanager
def replicas(folder: Path, base: str = "") -> Iterator[Replicas]:
    """Two replicas and HAProxy, gone afterwards.

    Args:
        folder: where their logs go.
        base: the path under which they serve, without slashes.
    """
    program("haproxy")
    servers = {name: Server(folder / f"{name}.txt", base) for name in NAMES}
    try:
        for server in servers.values():
            server.wait_until_healthy()
        hosts = [f"127.0.0.1:{server.port}" for server in servers.values()]
        with proxied(hosts, folder / "haproxy.txt", base) as address:
            yield Replicas(address, servers, base)
    finally:
        for server in servers.values():
            server.stop()
