"""Firefox driven by WebDriver BiDi over its own websocket: no driver stands between."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

QUIET = (
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
    "app.normandy.enabled",
    "browser.safebrowsing.update.enabled",
    "datareporting.policy.dataSubmissionEnabled",
)
"""By which a Firefox asks other hosts of its own accord."""
PATIENCE = 60.0
"""Seconds until a thing that should happen counts as not happening, on a busy machine."""


class Firefox:
    """A Firefox of its own profile with one page.

    Args:
        program: its path.
        profile: an empty folder.
    """

    def __init__(self, program: str, profile: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        lines = [f'user_pref("{name}", false);' for name in QUIET]
        (profile / "user.js").write_text("\n".join(lines), "utf-8")
        flags = ["--headless", "--no-remote", "--profile", str(profile)]
        self.process = subprocess.Popen(
            [program, *flags, f"--remote-debugging-port={port}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._numbers, self._open = count(1), ExitStack()
        self._line = self._connected(f"ws://127.0.0.1:{port}/session")
        self.ask("session.new", capabilities={})
        self.page = self.ask("browsingContext.create", type="tab")["context"]

    def _connected(self, address: str) -> ClientConnection:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with suppress(OSError):
                return self._open.enter_context(connect(address, proxy=None, max_size=None))
            time.sleep(0.2)
        self.stop()
        raise AssertionError("Firefox does not answer")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        number = next(self._numbers)
        self._line.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._line.recv(PATIENCE))
            if told.get("id") == number:
                assert told["type"] == "success", told
                return dict(told["result"])

    def go(self, address: str) -> None:
        """Open a page."""
        self.ask("browsingContext.navigate", context=self.page, url=address, wait="interactive")

    def value(self, script: str) -> Any:
        """What a script gives on the page: a text, a number, a flag or nothing."""
        told = self.ask(
            "script.evaluate",
            expression=script,
            target={"context": self.page},
            awaitPromise=True,
        )
        return told.get("result", {}).get("value")

    def wait_for(self, script: str) -> Any:
        """Wait until a script gives something, and return it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := self.value(script):
                return found
            time.sleep(0.2)
        raise AssertionError(f"in vain: {script}")

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        acts = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self.ask(
            "input.performActions",
            context=self.page,
            actions=[{"type": "key", "id": "keys", "actions": acts}],
        )

    def stop(self) -> None:
        """End this Firefox, and only it."""
        self._open.close()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
