"""How long the server works on every page after one filter has been changed.

    python -m benchmarks.bench_pages [--rounds 3] [--json OUT]

Every page is opened once, so that what all readers share is there, and then run again after one
change of the view at a time, each into a view that nobody has seen before. What is measured is one
run of the page's script without a browser, by the processor's time and by the clock; beside it a
bare page of Streamlit with a slider, a table and a chart of the same ties, in the same run.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from streamlit.testing.v1 import AppTest

HOUSE = Path(__file__).resolve().parents[1]
PAGES = ("map", "choice", "same_country", "article", "slides")
CHANGES: dict[str, list[dict[str, Any]]] = {
    "years": [{"years": (1975 + n, 2024 - n)} for n in range(6)],
    "home": [{"homes": ("shanghai",)}, {"homes": ("beijing",)}],
    "level": [{"levels": ("sister", "exchange")}, {"levels": ("exchange",)}],
    "country": [{"countries": (code,)} for code in ("JP", "DE", "KR")],
    "region": [{"regions": (code,)} for code in ("150", "142", "019")],
    "role": [{"roles": (role,)} for role in ("capital", "port")],
    "broad": [{"broad": True}],
    "name": [{"q": text} for text in ("san", "an", "上")],
    "ended": [{"ended": True}],
}


def changes(number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The changes of one round, each in years that no other round has."""
    for name, several in CHANGES.items():
        for one in several:
            yield name, {"years": (1974, 2026 - number), **one}


def measured(page: str, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds of the processor and of the clock for every change of a page, by what changed."""
    app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=120)
    app.query_params["lang"] = ["en"]
    app.run()
    app.switch_page(f"pages/{page}.py").run()
    start = app.session_state["the view"]
    found: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds):
        for name, change in changes(number):
            app.session_state["the view"] = start.but(**change)
            spent, clock = time.process_time(), time.perf_counter()
            app.run()
            took = time.process_time() - spent, time.perf_counter() - clock
            assert not app.exception, app.exception
            found.setdefault(name, []).append(took)
    return found


def bare(rounds: int) -> list[tuple[float, float]]:
    """The same for a bare page with the same ties."""
    app = AppTest.from_file(str(HOUSE / "benchmarks" / "bare_page.py"), default_timeout=60)
    app.run()
    found = []
    for year in range(2026 - 8 * rounds, 2026):
        app.session_state["years"] = (1973, year)
        spent, clock = time.process_time(), time.perf_counter()
        app.run()
        found.append((time.process_time() - spent, time.perf_counter() - clock))
    return found


def main() -> None:
    """Measure, and print medians in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", choices=PAGES, nargs="+", default=PAGES)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    beside = bare(asked.rounds)
    samples: dict[str, Any] = {"bare": beside}
    print(f"{'page':10}{'changed':10}{'processor ms':>14}{'clock ms':>10}{'to bare':>9}")
    own = median(spent for spent, _ in beside)
    clock = median(clock for _, clock in beside)
    print(f"{'bare':10}{'years':10}{own * 1e3:14.0f}{clock * 1e3:10.0f}{1:9.1f}")
    for page in asked.page:
        found = measured(page, asked.rounds)
        samples[page] = found
        together = [one for several in found.values() for one in several]
        for name, several in [*found.items(), ("any", together)]:
            spent, clock = (median(one[at] for one in several) for at in (0, 1))
            print(f"{page:10}{name:10}{spent * 1e3:14.0f}{clock * 1e3:10.0f}{spent / own:9.1f}")
    if asked.json:
        asked.json.write_text(json.dumps(samples))


if __name__ == "__main__":
    main()
