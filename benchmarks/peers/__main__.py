"""How fast the map of the atlas is, beside the same map made in other ways.

    python -m benchmarks.peers [--rounds 6] [--steps 16] [--ties 200 2000 20000] [--only NAME ...]

Every peer is an app in a folder of its own here, with its own requirements, for which a virtual
environment is made beside the project where it is missing (registry.py). All are started on free
ports of this machine and visited in turn by one headless Chromium that draws by software; a round
is one cold visit of each, with so many steps of the year slider, so whatever else the machine does
falls on all alike. What is measured stands in visit.py, how a picture is seen in watch.js.
``--ties`` visits the atlas and the deck.gl sketch with made-up rosters of so many ties instead.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from benchmarks.big_roster import write_big_roster
from benchmarks.peers.data import write_data
from benchmarks.peers.registry import BARE, PEERS, Peer
from benchmarks.peers.servers import Server, install, serve
from benchmarks.peers.table import Samples, table
from benchmarks.peers.visit import Cost, Visit
from geo.ties.roster import load_roster

FLAGS = ["--no-sandbox", "--enable-unsafe-swiftshader"]
"""As on a machine without a graphics card: canvas, SVG and WebGL are all drawn by software."""
EMULATED = ["--use-angle=swiftshader", "--ignore-gpu-blocklist"]
"""As with a card, which software emulates: canvas and page are drawn through it too."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def serving(peers: list[Peer], ties: int | None) -> Iterator[tuple[list[Server], list[bool]]]:
    """All these peers, with the atlas's own ties or with so many made-up ones.

    Yields:
        The servers, and whether any tie goes with each step of the last year to the left.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        package = folder / "package" if ties else None
        if package and ties:
            write_big_roster(package, ties)
        write_data(folder, load_roster(package) if package else load_roster())
        known = json.loads((folder / "ties.json").read_text("utf-8"))
        made, (first, last) = {tie["year"] for tie in known["ties"]}, known["period"]
        going = [year in made for year in range(last, first, -1)]
        yield [stack.enter_context(serve(peer, folder, package)) for peer in peers], going


def visit(browser: Browser, server: Server, going: list[bool]) -> list[Cost]:
    """One cold visit with its steps; the first step warms up and is not counted."""
    there = Visit(browser, server)
    try:
        cold = there.load()
        there.steps("ArrowLeft", [False])
        costs = there.steps("ArrowLeft", going[1:])
    finally:
        there.close()
    return [cold, *costs]


def measured(
    browser: Browser, servers: list[Server], rounds: int, going: list[bool]
) -> dict[str, Samples]:
    """All rounds: a list of values for each figure of each peer.

    The very first visit of each, which finds a server that has just started, is not counted.
    """
    samples: dict[str, Samples] = {server.peer.name: {} for server in servers}
    for server in servers:
        visit(browser, server, going[:2])
    for number in range(rounds):
        for server in servers:
            for cost in visit(browser, server, going):
                for figure, value in cost.items():
                    if value is not None:
                        samples[server.peer.name].setdefault(figure, []).append(value)
        print(f"round {number + 1} of {rounds}, load {os.getloadavg()[0]:.1f}", flush=True)
    return samples


def machine() -> str:
    """The day, the machine, and how busy it was, in one line."""
    return (
        f"{date.today().isoformat()}, {os.cpu_count()} cores, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}, software rendering, "
        f"load {os.getloadavg()[0]:.1f}"
    )


def browser_of(playwright: Playwright, emulated: bool) -> Browser:
    """A Chromium without a window: Playwright's own, or the machine's."""
    flags = FLAGS + EMULATED if emulated else FLAGS
    path = executable(playwright.chromium.executable_path)
    return playwright.chromium.launch(executable_path=path, args=flags)


def executable(own: str) -> str | None:
    """Playwright's own Chromium if it is there, or the machine's."""
    return own if Path(own).exists() else next(filter(None, map(shutil.which, BROWSERS)), None)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--steps", type=int, default=16, help="of each visit")
    parser.add_argument("--ties", type=int, nargs="*", default=[], help="made-up rosters instead")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[p.name for p in PEERS])
    parser.add_argument("--emulated", action="store_true", help="draw by an emulated card")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write every sample to a file")
    return parser.parse_args()


def main() -> None:
    """Measure, and print the tables."""
    asked = arguments()
    peers = [peer for peer in PEERS if not asked.only or peer.name in asked.only]
    for peer in peers:
        install(peer)
    kept: dict[str, dict[str, Samples]] = {}
    with sync_playwright() as playwright:
        browser = browser_of(playwright, asked.emulated)
        for ties in asked.ties or [None]:
            some = [peer for peer in peers if peer.sizes or not ties]
            name = f"{ties:,} made-up ties" if ties else "the ties of the atlas"
            print(f"\n{name}; {machine()}", flush=True)
            with serving(some, ties) as (servers, going):
                steps = going[: asked.steps + 1]
                kept[name] = measured(browser, servers, asked.rounds, steps)
            print(table(kept[name], BARE.name), flush=True)
            if asked.json:
                asked.json.write_text(json.dumps(kept, indent=1), "utf-8")
        browser.close()


if __name__ == "__main__":
    main()
