"""How many large cities of each country that are no capital are sea ports, by the atlas's own rule.

Writes ``data/base_rates.csv`` out of three public tables, which are not part of the project:

    python tools/build_base_rates.py F12.csv WORLD_PORT_INDEX.csv NE10M_PLACES.csv

Cities are the urban agglomerations of 300,000 and more in 2020 (World Urbanization Prospects 2018,
file F12); those within 30 km of a national capital (Natural Earth, 1:10m) are left out. A city is
a sea port as :func:`geo.ties.roles.port_by_rule` has it: the nearest port of the World Port Index
that makes it one, in its own country. Overrides have no part in it.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from geo.data import PACKAGE
from geo.place.distance import km_between
from geo.ties.roles import NAMED_KM, NEAR_KM, PortEvidence, port_by_rule

LEAST = 300.0
LARGE = 1000.0
"""Thousands of people in 2020."""
ALSO_CALLED = {
    "Turkey": "TR",
    "North Korea": "KP",
    "Burma": "MM",
    "Congo (Kinshasa)": "CD",
    "Cote D'Ivoire": "CI",
    "Hong Kong": "HK",
    "Macau": "MO",
    "The Bahamas": "BS",
    "The Gambia": "GM",
    "Cabo Verde": "CV",
}
"""Countries that the World Port Index calls otherwise."""

Row = dict[str, str]
Point = tuple[float, float]


def rows(path: str | Path) -> list[Row]:
    """A table as it stands."""
    with Path(path).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def plain(name: str) -> str:
    """A name without accents, blanks and case, as names are compared."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(c for c in bare if c.isalnum()).casefold()


def names_of(text: str) -> set[str]:
    """Every name in a cell: the whole, its parts between hyphens, what stands in brackets."""
    parts = [text, re.sub(r"\(.*?\)", "", text), *re.split(r"[-()]", text)]
    return {plain(part) for part in parts if len(plain(part)) > 2}


def is_port(city: Row, at: Point, ports: list[tuple[Row, Point]]) -> bool:
    """Whether any port of the city's country makes it a sea port."""
    near = ((port, km_between(at, there)) for port, there in ports if abs(at[1] - there[1]) < 1.0)
    return any(
        km <= NAMED_KM
        and port_by_rule(
            PortEvidence(
                port["size"],
                km,
                bool(names_of(port["name"]) & names_of(city["Urban Agglomeration"])),
            )
        )
        == "sea"
        for port, km in near
    )


def counted(f12: str, index: str, places: str) -> Iterator[Row]:
    """A row a country with at least one such city."""
    countries = rows(PACKAGE / "countries.csv")
    by_number = {int(one["m49"]): one["country"] for one in countries if one["m49"]}
    by_name = {one["name_en"]: one["country"] for one in countries} | ALSO_CALLED
    ports: dict[str, list[tuple[Row, Point]]] = {}
    for port in rows(index):
        place = (float(port["lon"]), float(port["lat"]))
        ports.setdefault(by_name.get(port["country"], ""), []).append((port, place))
    capitals: dict[str, list[Point]] = {}
    for one in rows(places):
        if one["FEATURECLA"] in ("Admin-0 capital", "Admin-0 capital alt"):
            point = (float(one["LONGITUDE"]), float(one["LATITUDE"]))
            capitals.setdefault(one["ISO_A2"], []).append(point)
    cities: dict[str, list[tuple[float, bool]]] = {}
    for city in rows(f12):
        country, people = by_number.get(int(city["Country Code"]), ""), float(city["2020"])
        at = (float(city["Longitude"]), float(city["Latitude"]))
        if people < LEAST or any(km_between(at, c) <= NEAR_KM for c in capitals.get(country, [])):
            continue
        by_sea = is_port(city, at, ports.get(country, []))
        cities.setdefault(country, []).append((people, by_sea))
    for country in sorted(filter(None, cities)):
        own = cities[country]
        large = [port for people, port in own if people >= LARGE]
        yield {
            "country": country,
            "cities": str(len(own)),
            "ports": str(sum(port for _, port in own)),
            "cities_million": str(len(large)),
            "ports_million": str(sum(large)),
            "sources": "WUP2018;WPI;NE10M",
        }


def main() -> None:
    """Write the table."""
    found = list(counted(*sys.argv[1:4]))
    with (PACKAGE / "base_rates.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


if __name__ == "__main__":
    main()
