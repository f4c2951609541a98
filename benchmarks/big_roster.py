"""A data package of any size, made up out of the atlas's own, to see what grows with it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pandas as pd

from geo.data import PACKAGE, read_table

FIRST_YEAR, LAST_YEAR = 1973, 2025


def write_big_roster(folder: Path, ties: int) -> None:
    """Write a package with so many sister ties, no two homes sharing a partner, into ``folder``."""
    shutil.copytree(PACKAGE, folder, dirs_exist_ok=True)
    chance = random.Random(2026)
    places = _places(ties, chance)
    homes = list(read_table("homes")["home"])
    days = [_day(chance) for _ in range(ties)]
    source = read_table("sources")["source"].iloc[0]
    made = pd.DataFrame({"place": places["place"], "home": chance.choices(homes, k=ties)})
    made = made.assign(
        tie=made["home"] + "-" + made["place"],
        level="sister",
        established=days,
        earliest=days,
        latest=days,
        sources=source,
    )
    columns = read_table("ties").columns
    made.reindex(columns=columns, fill_value="").to_csv(folder / "ties.csv", index=False)
    places.to_csv(folder / "places.csv", index=False)
    events = folder / "events.csv"
    read_table("events").iloc[:0].to_csv(events, index=False)


def _places(how_many: int, chance: random.Random) -> pd.DataFrame:
    """Places of the atlas again and again, each moved by up to two degrees and numbered."""
    known = read_table("places")
    again = known.iloc[[number % len(known) for number in range(how_many)]].reset_index(drop=True)
    number = "-" + again.index.astype(str)
    return again.assign(
        place=again["place"] + number,
        name_en=again["name_en"] + number,
        name_zh=again["name_zh"] + number,
        lat=[_moved(lat, chance) for lat in again["lat"]],
        lon=[_moved(lon, chance) for lon in again["lon"]],
    )


def _moved(degrees: str, chance: random.Random) -> str:
    return f"{float(degrees) + chance.uniform(-2, 2):.4f}"


def _day(chance: random.Random) -> str:
    year = chance.randint(FIRST_YEAR, LAST_YEAR)
    return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
