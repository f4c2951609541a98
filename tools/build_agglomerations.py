"""The cities among which a next partner could be chosen: large agglomerations and capitals.

Writes ``data/agglomerations.csv`` and ``data/capitals.csv`` out of two public tables, which are not
part of the project, and of ours:

    python tools/build_agglomerations.py F12.csv NE10M_PLACES.csv

F12 is a file of the World Urbanization Prospects 2018 (CC BY 3.0 IGO): the urban agglomerations of
300,000 and more in 2018, with their population every five years from 1950 to 2035, in thousands.
Capitals are those of the gazetteer; Natural Earth (1:10m) gives the people of the small ones. Ports
are found for all of them by one rule (:func:`geo.ties.roles.port_by_rule`), without overrides.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from geo.data import PACKAGE
from geo.i18n.folding import folded, words_in
from geo.place.distance import Point, km_between
from geo.place.gazetteer_tables import lines_called
from geo.ties.roles import NAMED_KM, NEAR_KM, TOWN_KM, PortEvidence, port_by_rule

YEARS = tuple(range(1950, 2036, 5))
_INDIA = {"Chennai", "Guwahati", "Kochi", "Kolkata", "Kozhikode", "Mumbai", "Pune", "Varanasi"}
_AFRICA = {"Durban", "Pietermaritzburg", "East London", "Port Elizabeth", "Port Sudan"}
_EUROPE = {"Muenster", "Kyiv", "Kraków", "Birmingham", "Stoke-on-Trent", "Southampton/Portsmouth"}
_ELSEWHERE = {"Thoothukkudi", "Makassar", "Ürümqi", "Gaza", "Basilan City"}
NATIVE_FIRST = _INDIA | _AFRICA | _EUROPE | _ELSEWHERE
"""Names whose second one, in brackets, is not the English one of today."""
ENGLISH = {"Bruxelles-Brussel": "Brussels", "Bucuresti (Bucharest)": "Bucharest"}
TAIWAN = 158
"""The United Nations file it as “China, Taiwan Province of China”; M49 has no row of it."""
SAME_KM = 10.0
"""An agglomeration this near to a capital is its own, whatever it is called."""
CALLED_KM = 40.0
"""One of its name may lie so far from it."""
PARTS = ((TOWN_KM, 2.0), (NEAR_KM, 10.0))
"""An agglomeration that never was a capital is a part of another beside it that had twice its
people in 1970 and lies within 15 km, or ten times its people and lies within 30 km."""
SMALLEST = 300.0
"""Thousands of people; the UN ranks no smaller agglomeration, and a capital that it leaves out has
no more."""
SIZES = ("Large", "Medium", "Small", "Very Small", "")
EVIDENCE = ("port", "wpi", "wpi_name", "wpi_size", "wpi_km", "wpi_named")

Row = dict[str, str]


def rows(path: str | Path) -> list[Row]:
    """A table as it stands."""
    with Path(path).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def point(row: Mapping[str, str]) -> Point:
    """Where a row lies."""
    return float(row["lon"]), float(row["lat"])


def names_of(text: str) -> list[str]:
    """Every name in a cell of F12: that in brackets, the one before, and the parts of a pair."""
    whole = [part.strip() for part in re.split(r"[()]", text.split(",")[0]) if part.strip()]
    parts = [part for one in whole for part in re.split(r"[-/]", one) if len(part) > 3]
    return [*whole, *parts]


def english(text: str) -> str:
    """The English name in a cell of F12."""
    if text in ENGLISH:
        return ENGLISH[text]
    first, _, second = (part.strip() for part in text.split(",")[0].partition("("))
    second = second.rstrip(") ")
    return first if not second or first in NATIVE_FIRST else second


def evidence(names: Iterable[str], country: str, at: Point, core: bool) -> Row:
    """The port that speaks most for a city: of those that make it one, the largest, the nearest."""
    called = [set(words_in(name)) for name in names]
    best: tuple[int, float, Row] | None = None
    for port in PORTS.get(country, ()):
        if abs(float(port["lat"]) - at[1]) > 1.5 or (km := km_between(at, point(port))) > NAMED_KM:
            continue
        named = any(words and words <= set(words_in(port["name"])) for words in called)
        if port_by_rule(PortEvidence(port["size"], km, named, core=core)) != "sea":
            continue
        told = {
            "port": "sea",
            "wpi": port["number"],
            "wpi_name": port["name"],
            "wpi_size": port["size"],
            "wpi_km": f"{km:.1f}",
            "wpi_named": "yes" if named else "no",
        }
        best = min(filter(None, (best, (SIZES.index(port["size"]), km, told))), key=lambda b: b[:2])
    return best[2] if best else dict.fromkeys(EVIDENCE, "") | {"port": "no"}


def by_country(table: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each country."""
    found: dict[str, list[Row]] = {}
    for row in table:
        found.setdefault(row["country"], []).append(row)
    return found


PORTS = by_country(rows(PACKAGE / "gazetteer" / "ports.csv"))


def agglomerations(f12: str) -> list[Row]:
    """A row an agglomeration, its parts of larger ones not yet marked."""
    numbered = [one for one in rows(PACKAGE / "countries.csv") if one["m49"]]
    by_number = {int(one["m49"]): one["country"] for one in numbered} | {TAIWAN: "CN"}
    seats = {
        (place["country"], place["population_of"]): place
        for place in rows(PACKAGE / "places.csv")
        if place["population_source"] == "WUP2018" and place["rank"]
    }
    found: list[Row] = []
    for line in rows(f12):
        country, name = by_number[int(line["Country Code"])], line["Urban Agglomeration"].strip()
        seat = seats.get((country, name))
        row = {
            "wup": line["City Code"],
            "name": seat["seat_en"] if seat else english(name),
            "country": country,
            "lat": f"{float(line['Latitude']):.4f}",
            "lon": f"{float(line['Longitude']):.4f}",
            "name_wup": name,
        }
        row["chinese"] = seat["seat_zh"] if seat else chinese(name, country, point(row))
        found.append(
            row
            | evidence([*names_of(name), row["name"]], country, point(row), core=True)
            | {f"population_{year}": line[str(year)] for year in YEARS}
            | {"sources": "WUP2018;WPI"}
        )
    return found


def chinese(name: str, country: str, at: Point) -> str:
    """The Chinese name of a city by the gazetteer; empty if it has none."""
    for one in names_of(name):
        for line in lines_called(folded(one)):
            _, zh, there, _, lat, lon, _, kind = line.split("\t")
            near = there == country and km_between(at, (float(lon), float(lat))) <= CALLED_KM
            if zh and near and kind != "division":
                return zh
    return ""


def keyed(table: list[Row], key: str) -> list[Row]:
    """Every row with a slug: country and name, with a number where two would be one."""
    taken: set[str] = set()
    for row in table:
        plain = "-".join(re.sub(r"[^a-z0-9]", "", word) for word in words_in(row["name"]))
        slug = f"{row['country'].lower()}-{plain.strip('-')}"
        while slug in taken:
            slug += "-2"
        taken.add(slug)
        row[key] = slug
    return table


def capital_agglomeration(capital: Row, there: Iterable[Row]) -> str:
    """The agglomeration of a capital: that of its name, or the one that it lies in."""
    called = folded(capital["name"])
    near = [(km_between(point(capital), point(one)), one) for one in there]
    near = [one for one in near if one[0] <= CALLED_KM]
    for km, one in sorted(near, key=lambda pair: pair[0]):
        names = {folded(name) for name in [*names_of(one["name_wup"]), one["name"]]}
        if km <= SAME_KM or called in names:
            return one["agglomeration"]
    return ""


def capitals(table: list[Row], people: str) -> list[Row]:
    """A row a capital and the time in which it was one; first those of today."""
    there = by_country(table)
    small = {(one["ISO_A2"], folded(one["NAMEASCII"])): one["POP_MAX"] for one in rows(people)}
    years = {one["capital"]: one for one in rows(Path(__file__).with_name("capital_years.csv"))}
    today = [
        one | {"name": one["name_en"], "chinese": one["name_zh"]}
        for one in rows(PACKAGE / "gazetteer" / "capitals.csv")
    ]
    found = []
    for one in [*today, *(former for former in years.values() if former["lat"])]:
        city = capital_agglomeration(one, there.get(one["country"], ()))
        told = float(small.get((one["country"], folded(one["name"])), 0)) / 1000
        people_there = "" if city else f"{min(told or gazetteer_people(one), SMALLEST):.1f}"
        found.append(
            {column: one[column] for column in ("name", "chinese", "country", "lat", "lon")}
            | {"agglomeration": city, "population": people_there, "sources": one["sources"]}
            | evidence([one["name"]], one["country"], point(one), core=False)
        )
    for row in keyed(found, "capital"):
        change = years.get(row["capital"], {})
        row |= {name: change.get(name, "") for name in ("since", "until", "note_en", "note_zh")}
        cited = [*row["sources"].split(";"), *change.get("more", "").split(";"), "WPI"]
        row["sources"] = ";".join(dict.fromkeys(filter(None, cited)))
    return found


def gazetteer_people(capital: Row) -> float:
    """The people of a small capital by the gazetteer, in thousands."""
    lines = (line.split("\t") for line in lines_called(folded(capital["name"])))
    return max(
        (int(line[6]) / 1000 for line in lines if line[2] == capital["country"]), default=1.0
    )


def mark_parts(table: list[Row], capital: set[str]) -> None:
    """Which agglomerations are parts of a larger one beside them."""
    for some in by_country(table).values():
        for row in some:
            row["part_of"] = ""
            if row["agglomeration"] in capital:
                continue
            beside = [
                one
                for one in some
                if any(
                    float(one["population_1970"]) >= times * float(row["population_1970"])
                    and km_between(point(one), point(row)) <= km
                    for km, times in PARTS
                )
            ]
            if beside:
                lead = max(beside, key=lambda one: float(one["population_1970"]))
                row["part_of"] = lead["agglomeration"]


def call_capitals(table: list[Row], ruling: Iterable[Row]) -> None:
    """Capitals by the names of the gazetteer, where F12 writes them in its own way."""
    names = {one["agglomeration"]: one for one in reversed(list(ruling))}
    for row in table:
        one = names.get(row["agglomeration"])
        if one and folded(one["name"]) == folded(row["name"]):
            row |= {"name": one["name"], "chinese": row["chinese"] or one["chinese"]}


def write(name: str, columns: Iterable[str], table: Iterable[Row]) -> None:
    """A table of the package."""
    with (PACKAGE / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(columns), lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(table)


def main() -> None:
    """Write both tables."""
    table = keyed(agglomerations(sys.argv[1]), "agglomeration")
    ruling = capitals(table, sys.argv[2])
    mark_parts(table, {one["agglomeration"] for one in ruling})
    call_capitals(table, ruling)
    where = ("country", "lat", "lon")
    years = [f"population_{year}" for year in YEARS]
    named = ("name", "chinese", "name_wup")
    columns = ["agglomeration", "wup", *named, *where, "part_of", *EVIDENCE, *years, "sources"]
    write("agglomerations", columns, table)
    columns = ["capital", "name", "chinese", *where, "agglomeration", "population", *EVIDENCE]
    write("capitals", [*columns, "since", "until", "note_en", "note_zh", "sources"], ruling)


if __name__ == "__main__":
    main()
