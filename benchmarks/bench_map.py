"""How fast the map page is, beside a bare Streamlit + pydeck page with the same points.

    python -m benchmarks.bench_map [--runs 10] [--ties 20000] [--json OUT]

Both apps run as servers of their own on this machine; one headless Chromium that draws by software
visits them in turn (A B A B ...), so whatever else the machine does falls on both alike. The bare
page (bare_app.py) has Streamlit's default configuration, except that it may serve the land from
its own address and reports nothing home.

What is measured:

- Server time of a slider step: wall and processor time of all script runs that the step causes,
  taken inside the server; timed_server.py says what belongs to a run.
- Bytes over the websocket of a slider step, to the server and from it: the payloads of all frames
  from the key press until the page is still again. Of those from the server, how many describe the
  map. Requests beside the websocket are counted too.
- Key press to picture: from the arrow key to the first frame of the map that differs from the one
  before. Steps that do not change the picture on both pages are left out.
- First picture: from navigation to the first frame of the map that is not wholly background, in a
  new browser context (nothing cached), with the server warm. Whole picture: to the last change.

watch.js says how a frame is seen. ``--ties N`` adds our page with a made-up roster of N ties, for
its bytes and server time alone: software cannot draw so many in reasonable time, so the rows that
the browser fetches by address are answered with none.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.request import ProxyHandler, build_opener

from playwright.sync_api import Browser, Page, Playwright, WebSocket, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.big_roster import write_big_roster
from geo.data import ENVIRONMENT

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parent
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60
"""Seconds until a thing that should happen counts as not happening."""
STILL = 400
"""Milliseconds without a new picture or message after which a page is still."""
SWEEP = 20
"""Steps of the slider to the left before as many to the right."""

FIGURES = {
    "wall": ("Server time of a slider step, ms", 1),
    "cpu": ("… of it processor time, ms", 1),
    "sent": ("Bytes to the server, a step", 0),
    "received": ("Bytes from the server, a step", 0),
    "map": ("… of them the map's own message", 0),
    "requests": ("Requests beside the websocket, a step", 0),
    "picture": ("Key press to changed picture, ms", 0),
    "first": ("First picture, ms", 0),
    "whole": ("Whole picture, ms", 0),
}
"""What each figure is called, and how many decimals it has."""

Samples = dict[str, list[float]]


@dataclass
class Server:
    """One app, served to this machine only by a process of its own."""

    name: str
    address: str
    log: Path
    samples: Samples = field(default_factory=lambda: {figure: [] for figure in FIGURES})

    def runs(self) -> list[dict[str, float]]:
        """All script runs so far."""
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]


@contextmanager
def serve(
    name: str, app: Path, folder: Path, *options: str, **environment: str
) -> Iterator[Server]:
    """Serve ``app`` from its own folder on a free port; stop it, and only it, at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(name, f"http://127.0.0.1:{port}", folder / "runs.jsonl")
    command = [sys.executable, str(HERE / "timed_server.py"), str(server.log)]
    command += ["streamlit", "run", app.name, "--server.address=127.0.0.1"]
    command += [f"--server.port={port}", "--server.headless=true", *options]
    with (folder / "server.txt").open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=app.parent,
            env=os.environ | {"PYTHONPATH": str(HOUSE)} | environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(server, process)
            yield server
        finally:
            _stop(process)


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    ask = build_opener(ProxyHandler({})).open
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), ask(f"{server.address}/_stcore/health", timeout=5):
            return
        time.sleep(0.1)
    sentence = server.log.with_name("server.txt").read_text("utf-8")
    raise RuntimeError(f"{server.name} did not start:\n{sentence}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


@contextmanager
def serve_atlas(name: str, ties: int | None = None) -> Iterator[Server]:
    """Our own app, as it is or with a made-up roster of so many ties."""
    with tempfile.TemporaryDirectory() as folder:
        if ties is None:
            environment = {}
        else:
            write_big_roster(Path(folder, "data"), ties)
            environment = {ENVIRONMENT: str(Path(folder, "data"))}
        with serve(name, HOUSE / "app.py", Path(folder), **environment) as server:
            yield server


@contextmanager
def serve_bare() -> Iterator[Server]:
    """The bare page, in a folder of its own, so that our configuration does not reach it."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(shutil.copy(HERE / "bare_app.py", folder))
        land = Path(folder, "static", "basemap")
        land.mkdir(parents=True)
        shutil.copy(HOUSE / "static" / "basemap" / "land.json", land)
        options = ("--server.enableStaticServing=true", "--browser.gatherUsageStats=false")
        with serve("bare page", app, Path(folder), *options) as server:
            yield server


class Visit:
    """One page of one server in a browser context of its own.

    Args:
        rows: whether the browser is given the rows that it fetches by address.
    """

    def __init__(self, browser: Browser, server: Server, *, rows: bool = True) -> None:
        self.server = server
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        context.add_init_script(path=HERE / "watch.js")
        if not rows:
            context.route("**/media/*.json", lambda route: route.fulfill(json=[]))
        self.page: Page = context.new_page()
        self.page.set_default_timeout(1000 * PATIENCE)
        self.traffic: Counter[str] = Counter()
        self.page.on("websocket", self._listen)
        self.page.on("request", lambda _: self.traffic.update(requests=1))
        self.page.goto(server.address)
        self.page.wait_for_function("__seen.first !== null", polling=50)
        self._wait_until_still(4 * STILL)

    def close(self) -> None:
        self.page.context.close()

    def seen(self) -> dict[str, float | None]:
        """What watch.js has noted, in milliseconds since navigation."""
        noted: dict[str, float | None] = self.page.evaluate("__seen")
        return noted

    def step(self, key: str) -> dict[str, float | None]:
        """Press an arrow key on the later year, wait until all is still, say what it cost."""
        self.page.bring_to_front()
        self.page.get_by_role("slider").nth(1).focus()
        runs = len(self.server.runs())
        self.traffic.clear()
        self.page.keyboard.press(key)
        end = time.monotonic() + PATIENCE
        while len(self.server.runs()) == runs and time.monotonic() < end:
            self.page.wait_for_timeout(20)
        self._wait_until_still(STILL)
        new, seen = self.server.runs()[runs:], self.seen()
        encoded, changed = seen["pressed"], seen["changed"]
        return {
            "wall": sum(run["wall"] for run in new),
            "cpu": sum(run["cpu"] for run in new),
            "sent": self.traffic["sent"],
            "received": self.traffic["received"],
            "map": self.traffic["map"],
            "requests": self.traffic["requests"],
            "picture": None if changed is None or encoded is None else changed - encoded,
        }

    def _wait_until_still(self, milliseconds: int) -> None:
        """Until the script rests and for a while neither picture nor message has come."""
        end = time.monotonic() + PATIENCE
        quiet_since, before = time.monotonic(), self._traces()
        while time.monotonic() < min(end, quiet_since + milliseconds / 1000):
            self.page.wait_for_timeout(50)
            now = self._traces()
            if now != before or now[0]:
                quiet_since, before = time.monotonic(), now

    def _traces(self) -> tuple[bool, Any, int]:
        """Whether the script runs, when the picture last changed, what has gone to and fro."""
        resting = '[data-testid="stApp"][data-test-script-state="notRunning"]'
        running = not self.page.locator(resting).count()
        return running, self.seen()["last"], self.traffic.total()

    def _listen(self, line: WebSocket) -> None:
        line.on("framesent", lambda payload: self.traffic.update(sent=_size(payload)))
        line.on("framereceived", self._receive)

    def _receive(self, payload: str | bytes) -> None:
        self.traffic["received"] += _size(payload)
        if isinstance(payload, bytes) and _is_map(payload):
            self.traffic["map"] += len(payload)


def _size(payload: str | bytes) -> int:
    return len(payload.encode() if isinstance(payload, str) else payload)


def _is_map(payload: bytes) -> bool:
    """Whether a message from the server holds the description of a map."""
    element = ForwardMsg.FromString(payload).delta.new_element
    return bool(element.HasField("deck_gl_json_chart"))


def measure_steps(
    browser: Browser, servers: list[Server], how_many: int, *, rows: bool = True
) -> None:
    """Step the slider of every page in turn; the first step of each warms up."""
    visits = [Visit(browser, server, rows=rows) for server in servers]
    for number in range(how_many + 1):
        key = "ArrowLeft" if number // SWEEP % 2 == 0 else "ArrowRight"
        costs = [visit.step(key) for visit in visits]
        if number == 0:
            continue
        everywhere = all(cost["picture"] is not None for cost in costs)
        for server, cost in zip(servers, costs, strict=True):
            for figure, value in cost.items():
                if value is not None and (figure != "picture" or everywhere):
                    server.samples[figure].append(value)
    for visit in visits:
        visit.close()


def measure_loads(browser: Browser, servers: list[Server], how_many: int) -> None:
    """Open every page in turn, each time as a browser that has never been there."""
    for _ in range(how_many):
        for server in servers:
            visit = Visit(browser, server)
            seen = visit.seen()
            visit.close()
            server.samples["first"].append(seen["first"] or 0)
            server.samples["whole"].append(seen["last"] or 0)


def spread(values: list[float], decimals: int) -> str:
    """Median and, in brackets, the quartiles."""
    if not values:
        return ""
    low, _, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    return "{:,.{d}f} ({:,.{d}f}–{:,.{d}f})".format(median(values), low, high, d=decimals)


def table(servers: list[Server]) -> str:
    """All figures as a table in Markdown."""
    lines = [
        "| median (quartiles) | " + " | ".join(server.name for server in servers) + " |",
        "|---|" + "--:|" * len(servers),
    ]
    for figure, (name, decimals) in FIGURES.items():
        cells = [spread(server.samples[figure], decimals) for server in servers]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def machine() -> str:
    """The day, the machine, and how busy it was, in one line."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{date.today().isoformat()}, {os.cpu_count()} cores, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}, software rendering{load}"
    )


def browser_of(playwright: Playwright) -> Browser:
    """A Chromium without a window: Playwright's own, or the machine's."""
    own = playwright.chromium.executable_path
    path = own if Path(own).exists() else next(filter(None, map(shutil.which, BROWSERS)), None)
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10, help="loads; four steps go with each")
    parser.add_argument("--ties", type=int, help="also measure a made-up roster of so many ties")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write every sample to a file")
    return parser.parse_args()


def main() -> None:
    """Measure, and print the table."""
    asked, began = arguments(), machine()
    with ExitStack() as stack:
        pair = [stack.enter_context(serve_atlas("atlas")), stack.enter_context(serve_bare())]
        browser = browser_of(stack.enter_context(sync_playwright()))
        measure_steps(browser, pair, 4 * asked.runs)
        measure_loads(browser, pair, asked.runs)
        servers = list(pair)
        if asked.ties:
            name = f"atlas, {asked.ties:,} ties"
            servers.append(stack.enter_context(serve_atlas(name, asked.ties)))
            measure_steps(browser, servers[2:], asked.runs, rows=False)
            servers[2].samples["picture"].clear()
        browser.close()
    print(f"{began}; {asked.runs} loads, {4 * asked.runs} steps of each page\n\n{table(servers)}")
    if asked.json:
        samples = {server.name: server.samples for server in servers}
        asked.json.write_text(json.dumps({"machine": began, "samples": samples}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
