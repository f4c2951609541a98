"""Two replicas of the app behind HAProxy, as compose.yaml has them, for a browser to come to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import BrowserContext

from benchmarks.load.served import proxied
from tests.browser.server import Server

COOKIE = "atlas-replica"
NAMES = ("one", "two")


class Replicas(Server):
    """What a reader takes for one server.

    Args:
        address: of HAProxy.
        servers: behind it, by the names that HAProxy gives them.
    """

    def __init__(self, address: str, servers: dict[str, Server]) -> None:
        self.host = self.address = address
        self.base, self.servers = "", servers

    def serving(self, context: BrowserContext) -> str:
        """The name of the replica to which a reader's browser is sent."""
        cookies = {one.get("name"): one.get("value") for one in context.cookies()}
        return str(cookies[COOKIE])

    def new_errors(self) -> list[str]:
        """Stack traces that have come into any log since last asked."""
        return [fault for server in self.servers.values() for fault in server.new_errors()]


@contextmanager
def replicas(folder: Path) -> Iterator[Replicas]:
    """Two replicas and HAProxy, gone afterwards.

    Without HAProxy the test is skipped; where CI is set it fails, because there it must run.
    """
    if which("haproxy", path=f"{os.environ.get('PATH', '')}:/usr/sbin") is None:
        reason = "no HAProxy: replicas are not tried"
        if os.environ.get("CI", "").lower() not in ("", "0", "false"):
            pytest.fail(reason)
        pytest.skip(reason)
    servers = {name: Server(folder / f"{name}.txt") for name in NAMES}
    try:
        for server in servers.values():
            server.wait_until_healthy()
        hosts = [f"127.0.0.1:{server.port}" for server in servers.values()]
        with proxied(hosts, folder / "haproxy.txt") as address:
            yield Replicas(address, servers)
    finally:
        for server in servers.values():
            server.stop()
