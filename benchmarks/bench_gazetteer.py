"""How many of our own places the gazetteer finds when they are left out of it, and how fast.

    python -m benchmarks.bench_gazetteer [--misses] [--json OUT]

Every place of the atlas is looked for by its English and by its Chinese name, its country known,
among the places of the gazetteer that are not the atlas's own. Right is what lies within 25 km of
our coordinates (a district may be found at its city), wrong what lies farther away, and the rest is
not found. Then the time of a look-up, with every name new, and the memory that the tables take.
"""

from __future__ import annotations

import argparse
import json
import time
import tracemalloc
from pathlib import Path
from statistics import median
from typing import Any

from geo.data import read_table
from geo.place.distance import km_between
from geo.place.gazetteer import candidates
from geo.place.gazetteer_tables import opened

RIGHT_KM = 25.0


def measured(lang: str) -> dict[str, Any]:
    """What is found of the names of one language: shares, kilometres, names that were missed."""
    away: dict[str, float | None] = {}
    for row in read_table("places").to_dict("records"):
        found = candidates(row[f"name_{lang}"], row["country"], own=False)
        away[row[f"name_{lang}"]] = (
            km_between((float(row["lon"]), float(row["lat"])), (found[0].lon, found[0].lat))
            if found
            else None
        )
    right = [km for km in away.values() if km is not None and km <= RIGHT_KM]
    return {
        "names": len(away),
        "right": len(right),
        "share": round(100 * len(right) / len(away), 1),
        "wrong": {name: round(km) for name, km in away.items() if km and km > RIGHT_KM},
        "not found": [name for name, km in away.items() if km is None],
        "median km of those found": round(median(km for km in away.values() if km is not None), 1),
    }


def costs() -> dict[str, float]:
    """Milliseconds to open the tables, megabytes that they take, microseconds a look-up."""
    candidates("Yokohama")  # our own places are there already
    opened.cache_clear()
    tracemalloc.start()
    began = time.perf_counter()
    opened()
    took = time.perf_counter() - began
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    names = [str(name) for name in read_table("places")["name_en"]]
    candidates("上海")  # opens what reads Chinese
    began = time.process_time()
    for name in names:
        candidates(name, own=False)
    spent = time.process_time() - began
    return {
        "ms to open": round(1000 * took),
        "MB held": round(held / 1e6, 1),
        "µs a look-up": round(1e6 * spent / len(names)),
    }


def main() -> None:
    """Measure, print, and keep the figures if asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="name what is wrong or not found")
    parser.add_argument("--json", type=Path, help="where to keep the figures")
    asked = parser.parse_args()
    figures: dict[str, Any] = {"costs": costs()}
    for lang in ("en", "zh"):
        figures[lang] = found = measured(lang)
        print(
            f"{lang}: {found['right']} of {found['names']} right ({found['share']} %), "
            f"{len(found['wrong'])} wrong, {len(found['not found'])} not found, "
            f"median {found['median km of those found']} km"
        )
        if asked.misses:
            print(f"  wrong: {found['wrong']}\n  not found: {found['not found']}")
    print(", ".join(f"{value} {name}" for name, value in figures["costs"].items()))
    if asked.json:
        asked.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
