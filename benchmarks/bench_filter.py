"""What a filter into a view that nobody has seen costs, and who else waits for it.

    python -m benchmarks.bench_filter [--views 40]

For so many views, each of other homes, levels and roles: laying out the map, and the run of the
page's script without it, by the processor's time and by the clock. Then another reader's work (10
ms of Python and ten waits, as a move of the years is some of both) is timed in a thread beside one
that lays out map after map: what it takes longer than alone, it waits for Python's lock.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations, islice
from statistics import median, quantiles
from threading import Event, Thread
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from benchmarks.bench_pages import HOUSE
from geo.figures.map.screen import screen_map
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, load_roster
from geo.ties.view import View

SIZE = (1128, 552)
STEP = 17
"""So many views further comes the next: views that follow one another differ in much."""
ROSTER = load_roster()
LAYOUT = "pages.parts.world_map.screen_map"

Costs = list[tuple[float, float]]
"""Seconds of the processor and of the clock."""


def some(of: tuple[str, ...], least: int) -> list[tuple[str, ...]]:
    """Every choice of at least so many."""
    return [one for many in range(least, len(of)) for one in combinations(of, many)]


def views(lang: str) -> Iterator[View]:
    """Views of different homes, levels and roles, each once."""
    default = View.default(ROSTER, lang)
    every = [
        default.but(homes=homes, levels=levels, roles=roles)
        for homes in [*some(default.homes, 1), default.homes]
        for levels in [*some(LEVELS, 1), LEVELS]
        for roles in some(ROLES, 0)
    ]
    return (every[number * STEP % len(every)] for number in range(len(every)))


def lay_out(view: View) -> bytes:
    """The map of a view, as the browser fetches it."""
    return screen_map(Scene(ROSTER, view, GROUNDS["light"]), SIZE)


def cost(act: Callable[[], object]) -> tuple[float, float]:
    """What an act takes."""
    spent, clock = time.process_time(), time.perf_counter()
    act()
    return time.process_time() - spent, time.perf_counter() - clock


def runs(number: int) -> Costs:
    """Runs of the page's script, each in a view that nobody has seen, without laying out a map."""
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=120)
    app.query_params["lang"] = ["en"]
    app.run().switch_page("pages/map.py").run()
    costs = []
    with patch(LAYOUT, return_value=lay_out(View.default(ROSTER, "en"))):
        for view in islice(views("en"), number):
            app.session_state["the view"] = view
            costs.append(cost(app.run))
            assert not app.exception, app.exception
    return costs


def step() -> None:
    """What another reader asks for."""
    for _ in range(10):
        until = time.thread_time() + 0.001
        while time.thread_time() < until:
            pass
        time.sleep(0.001)


def beside(number: int) -> tuple[Costs, Costs]:
    """Another reader's work alone, and beside one who filters into so many views."""
    alone = [cost(step) for _ in range(50)]
    done = Event()

    def filtering() -> None:
        for view in islice(views("zh"), number):
            lay_out(view)
        done.set()

    thread = Thread(target=filtering)
    thread.start()
    waited = []
    while not done.is_set():
        waited.append(cost(step))
    thread.join()
    return alone, waited


def line(name: str, costs: Costs) -> str:
    """Median, 95th percentile and longest of both clocks, in milliseconds."""
    cells = []
    for times in zip(*costs, strict=True):
        high = quantiles(times, n=20, method="inclusive")[-1]
        cells.append(" / ".join(f"{1000 * one:.0f}" for one in (median(times), high, max(times))))
    return f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--views", type=int, default=40)
    number = parser.parse_args().views
    lay_out(View.default(ROSTER, "en"))
    print("| median / 95 % / longest, ms | processor | clock |\n|---|--:|--:|")
    layouts = [cost(partial(lay_out, view)) for view in islice(views("en"), number)]
    print(line("layout of the map", layouts))
    print(line("run of the script", runs(number)))
    alone, waited = beside(number)
    print(line("another reader's step, alone", alone))
    print(line("… beside one who filters", waited))


if __name__ == "__main__":
    main()
