"""How many readers the atlas can serve: how long they wait, what fails, what memory it takes.

    python -m benchmarks.load [--readers 1 5 20 50] [--makers 2] [--seconds 60] [--json OUT]
    python -m benchmarks.load --soak 10
    python -m benchmarks.load --browsers 5

Readers come by websocket with Streamlit's own messages (session.py): they move the years, filter,
open cards, take pictures and think in between, some seconds on average. Picture-makers do nothing
but move the years and take the picture, without a pause. They come to one process, to two replicas
behind HAProxy, and to a bare page of Streamlit and pydeck, where they can only move the years.
What is measured is from the act until the page has been drawn by the server and the new layout of
the map fetched; what a browser adds is measured by benchmarks.peers. ``--soak`` has twenty readers
(or ``--readers``) stay so many minutes with one process and watches memory, files and processes.
``--browsers`` lets so many real browsers come to one process and nothing else, who change a filter
by a click: until the page's last line and the drawing of the map have changed.

The readers work on the same machine, and spend its time too: quiet machines, and only ratios.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections.abc import Coroutine, Sequence
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.load.browsers import windows
from benchmarks.load.reader import OFTEN, Reader, Seen
from benchmarks.load.served import KINDS, Served, served
from benchmarks.load.session import Session
from benchmarks.load.table import memory_table, risen, table

SETTLED, FLAT = 120, 0.05
"""Seconds after which memory should be flat, and by how much it may rise then."""


async def visited(
    where: Served, readers: int, makers: int, seconds: float, pause: float, visit: int = 0
) -> dict[str, Any]:
    """What so many readers and picture-makers saw in so many seconds, and what it took.

    Args:
        visit: which visit of this server it is: none asks for the same views as one before, which
            the server would still know.

    Returns:
        ``kind``, ``readers``, ``makers``, ``minutes``; ``seen`` by the readers and ``made`` by the
        makers, as :class:`Seen` has them; ``memory``: seconds, MB, open files and processes, from
        before they came until after they left.
    """
    seen, made = Seen(), Seen()
    acts = {"move": 1} if where.kind == KINDS[2] else OFTEN
    query, first = "lang=en", 10_000 * visit
    everyone = [
        Reader(Session(where.address, query), seen, acts, pause, random.Random(first + n))
        for n in range(readers)
    ] + [
        Reader(Session(where.address, query), made, {"take": 1}, 0, random.Random(first + 1000 + n))
        for n in range(makers)
    ]
    memory = await watched(where, [one.stay(seconds) for one in everyone], seconds)
    return _run(where.kind, readers, makers, seconds, seen, made, memory)


async def browsed(where: Served, browsers: int, seconds: float, pause: float) -> dict[str, Any]:
    """What so many real browsers saw: as :func:`visited` has it."""
    seen = Seen()
    async with windows(browsers, seen, pause) as readers:
        comings = [one.stay(f"{where.address}/?lang=en", seconds) for one in readers]
        memory = await watched(where, comings, seconds)
    return _run("real browsers", browsers, 0, seconds, seen, Seen(), memory)


def _run(
    kind: str,
    readers: int,
    makers: int,
    seconds: float,
    seen: Seen,
    made: Seen,
    memory: list[list[float]],
) -> dict[str, Any]:
    return {
        "kind": kind,
        "readers": readers,
        "makers": makers,
        "minutes": seconds / 60,
        "seen": asdict(seen),
        "made": asdict(made),
        "memory": memory,
    }


async def watched(
    where: Served, comings: Sequence[Coroutine[Any, Any, None]], seconds: float
) -> list[list[float]]:
    """Let readers come and go, and watch the server meanwhile.

    Returns:
        Seconds, MB, open files and processes, from before they came until after they left.
    """
    began = time.monotonic()
    memory: list[list[float]] = []

    def sample() -> None:
        spent = round(time.monotonic() - began, 1)
        memory.append([spent, round(where.memory(), 1), where.files(), where.count()])

    async def watch() -> None:
        while True:
            sample()
            await asyncio.sleep(max(2.0, seconds / 60))

    watching = asyncio.create_task(watch())
    await asyncio.gather(*comings)
    watching.cancel()
    await asyncio.sleep(1)
    sample()
    return memory


def main() -> int:
    """Measure, and print tables in Markdown.

    Returns:
        1 if something failed for somebody, or memory was not flat; how long anybody waited hangs on
        the machine, and is only told.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, nargs="+", default=[1, 5, 20, 50])
    parser.add_argument("--makers", type=int, default=2, help="picture-makers beside them")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=4, help="seconds between two acts")
    parser.add_argument("--kind", choices=KINDS, nargs="+", default=KINDS)
    parser.add_argument("--browsers", type=int, help="real ones, and nobody else")
    parser.add_argument("--soak", type=float, metavar="MINUTES")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    runs: list[dict[str, Any]] = []
    if asked.soak:
        readers = asked.readers[0] if len(asked.readers) == 1 else 20
        with served(KINDS[0]) as where:
            seconds = asked.soak * 60
            runs.append(asyncio.run(visited(where, readers, asked.makers, seconds, asked.pause)))
        print(memory_table(runs[0], SETTLED))
    elif asked.browsers:
        with served(KINDS[0]) as where:
            runs.append(asyncio.run(browsed(where, asked.browsers, asked.seconds, asked.pause)))
    else:
        for kind in asked.kind:
            with served(kind) as where:
                makers = [0] if kind == KINDS[2] else [0, asked.makers]
                for visit, (some, busy) in enumerate(product(asked.readers, makers)):
                    came = visited(where, some, busy, asked.seconds, asked.pause, visit)
                    runs.append(asyncio.run(came))
    print(table(runs))
    if asked.json:
        asked.json.write_text(json.dumps(runs), "utf-8")
    failed = any(run[who]["failures"] for run in runs for who in ("seen", "made"))
    return int(failed or (bool(asked.soak) and risen(runs[0], SETTLED) > FLAT))


if __name__ == "__main__":
    sys.exit(main())
