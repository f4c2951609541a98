"""The app as a process of its own, for a browser to come to."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from server.warm import COLD

HOUSE = Path(__file__).resolve().parents[2]


class Server:
    """The app on a port of this machine; its log is read for errors no reader is shown.

    Args:
        log: where its messages go.
        base: the path under which it is served (``server.baseUrlPath``), without slashes.
    """

    def __init__(self, log: Path, base: str = "") -> None:
        self.log, self.read, self.base = log, 0, base
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.host = f"http://127.0.0.1:{self.port}"
        self.address = f"{self.host}/{base}".rstrip("/")
        self.process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        options = {"port": self.port, "headless": "true", "address": "127.0.0.1"}
        if self.base:
            options["baseUrlPath"] = self.base
        flags = [part for name, value in options.items() for part in _flag(name, value)]
        with self.log.open("ab") as out:
            return subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *flags],
                cwd=HOUSE,
                env=os.environ | {COLD: "1"},  # what a test needs is made when it asks for it
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def wait_until_healthy(self, seconds: float = 60) -> None:
        ask = build_opener(ProxyHandler({})).open
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            with suppress(OSError), ask(f"{self.address}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return
            time.sleep(0.1)
        pytest.fail(f"the app did not start:\n{self.log.read_text('utf-8')}")

    def new_errors(self) -> list[str]:
        """Faults and stack traces that have come into the log since last asked."""
        said = self.log.read_text("utf-8", errors="replace")
        new, self.read = said[self.read :], len(said)
        return [new[-4000:]] if "Traceback" in new or "Fault: " in new else []

    def start_again(self) -> None:
        """Start anew on the same port, once stopped: all sessions are forgotten."""
        self.process = self._started()
        self.wait_until_healthy()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def _flag(name: str, value: object) -> tuple[str, str]:
    return f"--server.{name}", str(value)
