"""How long the first reader of a fresh server waits, beside the second.

    python -m benchmarks.bench_start [--rounds 3]

Each round starts a server, waits until its health check says that it is ready, and lets two readers
come one after the other, in two languages, so that the second finds nothing of the first's view.
What is measured is from asking for the page until the server has drawn it. Goal: the first waits at
most twice as long as the second.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from statistics import median

from benchmarks.load.served import KINDS, served
from benchmarks.load.session import Session


async def waits(address: str) -> tuple[float, float]:
    """Seconds that the first reader and the second wait for their page."""
    found = []
    for lang in ("en", "zh"):
        session = Session(address, f"lang={lang}")
        found.append(await session.open())
        await session.close()
    return found[0], found[1]


def main() -> None:
    """Measure, and print medians in seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    starts, pairs = [], []
    for _ in range(parser.parse_args().rounds):
        began = time.monotonic()
        with served(KINDS[0]) as where:
            starts.append(time.monotonic() - began)
            pairs.append(asyncio.run(waits(where.address)))
    first, second = (median(pair[n] for pair in pairs) for n in (0, 1))
    ratio = median(pair[0] / pair[1] for pair in pairs)
    print(f"ready after {median(starts):.1f} s; first reader {first:.2f} s, second {second:.2f} s;")
    print(f"median of the ratios {ratio:.2f}")


if __name__ == "__main__":
    main()
