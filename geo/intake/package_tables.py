"""The rows of a data package's tables, made of a reading row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from geo.data import read_table
from geo.i18n import Words, mark
from geo.i18n.dates import first_day, last_day
from geo.i18n.escape import runs_as_formula
from geo.intake.grid import clean
from geo.intake.names import Named, named, romanised, slug_of
from geo.intake.places import Places
from geo.intake.reading import Reading
from geo.intake.remarks import Remark
from geo.intake.row import Row
from geo.intake.whole_file import row_name
from geo.place.borders import country_shapes, km_outside
from geo.place.candidate import BY_NOMINATIM, CITY, OWN, PART, Candidate
from geo.place.distance import km_between
from geo.ties import joining
from geo.ties.roles import COUNTED_BY

SOURCE = "ROSTER"
"""The one source of every row: the file itself."""


KM_TOLERATED = 30.0
"""How far outside its country a place may lie, as in :mod:`geo.ties.checks.facts`."""


DISTRICT_OF = re.compile(r"^(.+?市)(.+[区區县縣])$")
"""A district written behind its city: 上海市嘉定區."""


NO_PLACE = mark("no place of this name was found: give its latitude and longitude")


NO_PLACE_OF_HOME = mark("{found}, whose tie it is, was not found on the map")


NOT_ON_MAP = mark("the map has no country {expected} to place {found} in")


FAR_OUT = mark("{found} would lie outside of {expected}")


SAME_TIE = mark("the same tie as row {expected}")


Cells = dict[str, str]


class TableMaker:
    """Collects the rows of the tables."""

    def __init__(
        self, reading: Reading, places: Places, home_place: Candidate | None = None
    ) -> None:
        self.reading, self.gazetteer, self.home_place = reading, places, home_place
        self.countries = read_table("countries").to_dict("records")
        self.codes = {str(row["country"]) for row in self.countries}
        self.homes: dict[str, Cells] = {}
        self.places: dict[tuple[str, str], Cells] = {}
        self.ties: dict[tuple[str, str, str, str], Cells] = {}
        self.first: dict[tuple[str, str, str, str], Row] = {}
        self.keys: set[tuple[str, str]] = set()
        self.left_out: list[tuple[Row, Remark]] = []

    def tables(self) -> dict[str, Sequence[Mapping[str, Any]]]:
        """All tables by name, their rows as cells by column."""
        name = bare(self.reading.file_name) or "Pasted text"
        source = {"source": SOURCE, "title": name, "publisher": "not stated", "kind": "other"}
        cited = {place.get("population_source", "") for place in self.places.values()}
        of_people = [
            row for row in read_table("sources").to_dict("records") if row["source"] in cited
        ]
        return {
            "ties": list(self.ties.values()),
            "places": list(self.places.values()),
            "homes": list(self.homes.values()),
            "countries": self.countries,
            "sources": [source, *of_people],
            "events": [],
            "official_counts": [],
        }

    def add(self, row: Row) -> None:
        """Add a row to the tables, or to what is left out."""
        city, district = self._whose(row)
        place = self._place(row)
        home = place and self._home(city, row)
        if not home or not place:
            return
        level = "district" if district else LEVEL_OF.get(row.kind, "sister")
        key = (home, place, level, district)
        if key in self.ties:
            remark = Remark("warn", SAME_TIE, expected=row_name(self.first[key]))
            self.left_out.append((row, remark))
            return
        self.first[key] = row
        self.ties[key] = self._tie(row, home, place, level, district)

    def _whose(self, row: Row) -> tuple[str, str]:
        """City and district of a row's home."""
        if row.district:
            return self.reading.home, row.district
        match = DISTRICT_OF.match(row.home)
        return (match[1], match[2]) if match else (row.home, "")

    def _tie(self, row: Row, home: str, place: str, level: str, district: str) -> Cells:
        first, last = first_day(row.date), last_day(row.date)
        notes = {
            lang: Words(lang).clauses(remark.sentence(Words(lang)) for remark in row.remarks)
            for lang in ("en", "zh")
        }
        of_district = slug_of(romanised(district))
        if district and not of_district:
            of_district = f"district-{len(self.ties) + 1}"
        return {
            "tie": self._free("-".join(filter(None, (home, of_district, place))), "tie"),
            "home": home,
            "place": place,
            "level": level,
            "home_district_en": romanised(district),
            "home_district_zh": district,
            "established": row.date,
            "earliest": first.isoformat() if first else "",
            "latest": last.isoformat() if last else "",
            "sources": SOURCE,
            "note_en": _sentence(notes["en"]),
            "note_zh": _sentence(notes["zh"]),
        }

    def _free(self, slug: str, table: str) -> str:
        """A key that no row of a table has yet."""
        free, number = slug, 2
        while (table, free) in self.keys:
            free, number = f"{slug}-{number}", number + 1
        self.keys.add((table, free))
        return free

    def _place(self, row: Row) -> str:
        """The key of a row's partner in the table of places; "" if it cannot stand there."""
        where = row.where
        if not where:
            return self._out(row, Remark("warn", NO_PLACE, field="partner"))
        names = named(row.partner, row.country, None if row.point else row.place)
        if wrong := self._wrong(names, row.country, where):
            return self._out(row, wrong)
        key = (names.en.casefold(), row.country)
        if key not in self.places:
            self.places[key] = {
                **self._cells(names, row.country, where, _known_by(row), "place", len(self.places)),
                "full_en": names.en,
                "full_zh": names.zh,
                "kind": names.kind,
                **_people(row),
                "seat_en": row.place.name_en if row.place else names.en,
                "seat_zh": (row.place.name_zh if row.place else "") or names.zh,
            }
        return self.places[key]["place"]

    def _home(self, city: str, row: Row) -> str:
        """The key of a home; "" if it cannot stand on the map."""
        if city in self.homes:
            return self.homes[city]["home"]
        found = self.gazetteer.candidates(city, row.home_country or None)
        if self.home_place and city == self.reading.home:
            found = [self.home_place]
        if not found:
            return self._out(row, Remark("warn", NO_PLACE_OF_HOME, city, field="home"))
        place = found[0]
        names = named(city, place.country, place)
        if wrong := self._wrong(names, place.country, (place.lat, place.lon)):
            return self._out(row, wrong)
        colours = _colours()
        light, dark = colours[len(self.homes) % len(colours)]
        at = (place.lat, place.lon)
        self.homes[city] = {
            **self._cells(names, place.country, at, BY_NAME, "home", len(self.homes)),
            "color_light": light,
            "color_dark": dark,
        }
        return self.homes[city]["home"]

    def _out(self, row: Row, remark: Remark) -> str:
        self.left_out.append((row, remark))
        return ""

    def _wrong(self, names: Named, country: str, at: tuple[float, float]) -> Remark | None:
        """Why a place cannot stand in its country on the map."""
        if country not in self.codes or country not in country_shapes():
            return Remark("warn", NOT_ON_MAP, names.en, country, "country")
        if km_outside(country, *at) > KM_TOLERATED:
            return Remark("warn", FAR_OUT, names.en, country, "partner")
        return None

    def _cells(
        self,
        names: Named,
        country: str,
        at: tuple[float, float],
        known_by: str,
        key: str,
        number: int,
    ) -> Cells:
        return {
            key: self._free(slug_of(names.en) or f"{key}-{number + 1}", key),
            "name_en": names.en,
            "name_zh": names.zh,
            "country": country,
            "lat": f"{at[0]:.4f}",
            "lon": f"{at[1]:.4f}",
            "coordinates_source": known_by,
        }


BY_NAME = "found by name"
"""How coordinates are known of which the list says nothing."""


@lru_cache(maxsize=1)
def _colours() -> list[tuple[str, str]]:
    """Of homes, on light and on dark ground, in their order: those of our own homes, then those
    that are told apart from them."""
    own = read_table("homes")
    return [*zip(own["color_light"], own["color_dark"], strict=True), *joining.COLOURS[:3]]


def _known_by(row: Row) -> str:
    """How the coordinates of a row's partner are known."""
    if row.point:
        return "the list itself"
    if row.place and row.place.why == BY_NOMINATIM:
        return "Nominatim, © OpenStreetMap contributors, ODbL 1.0"
    return BY_NAME


def _people(row: Row) -> Cells:
    """The inhabitants of a row's partner as the gazetteer counts them; nothing where the place that
    was found is one of ours (which has better), the city around it, or elsewhere than the list
    says."""
    found = row.place
    if not found or not found.population or found.why in (OWN, PART, CITY):
        return {}
    at = row.where or (found.lat, found.lon)
    if km_between((at[1], at[0]), (found.lon, found.lat)) > KM_TOLERATED:
        return {}
    return {
        "population": str(found.population / 1000),
        "population_of": found.name_en,
        "population_source": COUNTED_BY,
    }


LEVEL_OF = {"friendship": "exchange", "intent": "exchange"}
"""Levels of ties by their kinds; what is not named here is a sister city."""


def bare(text: str) -> str:
    """A text that no spreadsheet runs and no row breaks."""
    flat = " ".join(clean(text).split())
    return flat.lstrip("=+-@ ") if runs_as_formula(flat) else flat


def _sentence(text: str) -> str:
    """A remark as a sentence; what was lost in a wrong encoding is a question mark."""
    return text[:1].upper() + text[1:].replace("\ufffd", "?") if text else ""
