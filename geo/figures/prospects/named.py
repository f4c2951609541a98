"""Where the cities that the article names stand in the ranking, then and now.

Penang is no agglomeration of the World Urbanization Prospects 2018, and its place hangs on which
Penang is meant: all readings are ranked, each with its source (``proposal_readings.csv``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from geo.data import read_table
from geo.figures.prospects.cities import SIZES
from geo.figures.prospects.matching import match
from geo.figures.prospects.model import Question
from geo.figures.prospects.ranking import Ranking, place_beside, ranking
from geo.figures.prospects.terms import LEAST_PEOPLE, MEDIUM, TERMS
from geo.place.distance import km_from

ARTICLE_YEAR = 2017
"""The article is of January 2018; at the end of this year lies what it could know."""


@dataclass(frozen=True)
class Named:
    """One reading of a city that the article names, and its place for a home.

    Attributes:
        proposal: slug of the city.
        reading: slug of the reading; the same as ``proposal`` where there is one only.
        names: by language.
        people: in thousands.
        standing: whether it is ``proposed`` as a partner, or only ``named``.
        places: by year the place among ``of`` cities; ``None`` where it could not be chosen.
        of: by year how many cities were ranked.
        sources: ids.
    """

    proposal: str
    reading: str
    names: Mapping[str, str]
    people: float
    standing: str
    places: Mapping[int, int | None]
    of: Mapping[int, int]
    sources: tuple[str, ...]


def named(asked: Question, home: str, years: tuple[int, ...]) -> list[Named]:
    """Every reading of the cities that the article names to a home, ranked as of some years.

    Years in which too few choices had been made for a ranking are left out.
    """
    rankings = {year: one for year in years if (one := ranking(asked, home, year)) is not None}
    found = []
    readings: list[tuple[tuple[str, ...], dict[int, int | None], str, dict[str, str], float]]
    rows = asked.roster.proposals
    for slug, row in rows[rows["home"] == home].to_dict("index").items():
        at = (float(row["lon"]), float(row["lat"]))
        city = match(asked.cities, row["country"], at, (row["seat_en"],))
        if city is not None and city.core:
            places = {year: one.place_of(city.city) for year, one in rankings.items()}
            names = {lang: row[f"name_{lang}"] for lang in ("en", "zh")}
            people = float(asked.cities.people_in(max(years))[city.city])
            readings = [(("WUP2018",), places, str(slug), names, people)]
        else:
            readings = [
                (
                    tuple(one["sources"].split(";")),
                    {year: _place(asked, home, of, row, one) for year, of in rankings.items()},
                    one["reading"],
                    {lang: one[f"name_{lang}"] for lang in ("en", "zh")},
                    float(one["population"]),
                )
                for one in _readings(asked)
                if one["proposal"] == slug
            ]
        for sources, places, reading, names, people in readings:
            of = {year: len(one.order) for year, one in rankings.items()}
            found.append(
                Named(str(slug), reading, names, people, row["standing"], places, of, sources)
            )
    return found


def _readings(asked: Question) -> list[dict[str, str]]:
    try:
        table = read_table("proposal_readings", Path(asked.roster.package))
    except FileNotFoundError:
        return []
    return [{str(key): str(cell) for key, cell in row.items()} for row in table.to_dict("records")]


def _place(
    asked: Question, home: str, of: Ranking, row: Mapping[str, str], reading: Mapping[str, str]
) -> int:
    """The place of a city that is not in the tables, by the terms of its country and its own."""
    cities, then = asked.cities, of.known
    there = np.flatnonzero(cities.country[then.free] == row["country"])
    people = float(reading["population"])
    larger = int((cities.people_in(then.year)[then.free][there] > people).sum())
    _, (lon, lat) = asked.place(home)
    km = km_from((lon, lat), np.array([float(row["lon"])]), np.array([float(row["lat"])]))
    own = {
        "port": float(reading["port"] == "sea"),
        "harbour": float(SIZES[reading["wpi_size"]] >= MEDIUM),
        "capital": 0.0,
        "rank": float(np.log(larger + 1)),
        "people": float(np.log(max(people, LEAST_PEOPLE))),
        "distance": float(np.log(km[0])),
        "rival_city": 0.0,
    }
    shared = then.terms[there[0]] if len(there) else np.zeros(len(TERMS))
    return place_beside(
        of, [own.get(term, float(shared[number])) for number, term in enumerate(TERMS)]
    )
