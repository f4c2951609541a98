"""How long pictures take: one after another, a deck of all, a film.

    python -m benchmarks.bench_pictures [--runs 3] [--ties 20000] [--json OUT]

Everything is made as the app makes it: by worker processes (geo/export/workers.py), from requests.
What is measured, by the clock:

- First picture: the workers are started, load the data, and draw the map.
- Every picture of the default view as PNG, 1920 by 1080, each the first time it is asked for.
- The map again for another view, on another ground, with another title, in four times the pixels,
  as SVG and as PDF; and once more the very same.
- A deck of all pictures; the map through all years as GIF and as MP4.
- ``--ties N``: the map of a made-up roster of so many ties, in this process alone.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.big_roster import write_big_roster
from geo.export import workers
from geo.export.film.frames import Film, frame
from geo.export.formats import Options
from geo.export.request import ENCODERS, Request, deck_of, made, slide_of
from geo.figures.catalogue import catalogue
from geo.ties.roster import load_roster
from geo.ties.view import View

Seconds = dict[str, list[float]]


def timed(seconds: Seconds, name: str, work: Callable[[], Any]) -> Any:
    """Do a piece of work and write down how long it took."""
    start = time.perf_counter()
    result = work()
    seconds.setdefault(name, []).append(time.perf_counter() - start)
    return result


def one_run(seconds: Seconds, lang: str) -> None:
    """All pictures once, from a closed pool on."""
    workers.close()
    workers.forget()
    view = View.default(load_roster(), lang)
    first = Request(view, "map")
    timed(seconds, "first picture", lambda: workers.finished(first, "png"))
    known = catalogue(first.scene())
    for key in known:
        request = replace(first, picture=key, options=Options(sheet="dark"))
        timed(seconds, f"picture: {key}", lambda request=request: workers.finished(request, "png"))
    again = {
        "map, another view": Request(view.but(years=(1973, 2000)), "map"),
        "map, another title": replace(first, options=Options(title="Another title")),
        "map, 3840 × 2160": replace(first, options=Options(format="16x9-4k")),
        "map, the very same": first,
    }
    for name, request in again.items():
        timed(seconds, name, lambda request=request: workers.finished(request, "png"))
    for kind in ("svg", "pdf"):
        timed(seconds, f"map, as {kind.upper()}", lambda kind=kind: workers.finished(first, kind))
    requests = [replace(first, picture=key) for key in known]
    timed(seconds, "deck of all", lambda: _deck(requests))
    film = Film(view)
    frames = timed(seconds, "film: frames", lambda: _all(frame, [(film, y) for y in film.years]))
    for kind, bind in ENCODERS.items():
        bound = timed(seconds, f"film: {kind.upper()}", lambda bind=bind: bind(frames, film))
        seconds.setdefault(f"film: {kind.upper()}, MB", []).append(len(bound) / 1e6)


def _deck(requests: list[Request]) -> bytes:
    slides = _all(slide_of, [(request, "") for request in requests])
    return workers.submit(deck_of, slides, requests[0]).result()


def _all(work: Callable[..., Any], of: list[tuple[Any, ...]]) -> list[Any]:
    futures = [workers.submit(work, *one) for one in of]
    return [future.result() for future in futures]


def big(seconds: Seconds, ties: int) -> None:
    """The pictures of a made-up roster."""
    with tempfile.TemporaryDirectory() as folder:
        write_big_roster(Path(folder), ties)
        roster = load_roster(Path(folder))
        for key in ("map", "shares", "matrix", "same-country"):
            request = Request(View.default(roster), key)
            timed(
                seconds, f"{ties} ties: {key}", lambda request=request: made(request, "png", roster)
            )


def main() -> None:
    """Measure and print medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ties", type=int, default=0)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    seconds: Seconds = {}
    for run in range(args.runs):
        one_run(seconds, "en" if run % 2 == 0 else "zh")
    if args.ties:
        big(seconds, args.ties)
    workers.close()
    for name, values in seconds.items():
        print(f"{name:28} {median(values):7.2f}  ({min(values):.2f}–{max(values):.2f})")
    if args.json:
        args.json.write_text(json.dumps(seconds, indent=1), "utf-8")


if __name__ == "__main__":
    main()
