"""A city that the gazetteer has found, in a line for a reader to choose by."""

from __future__ import annotations

from geo.place.candidate import Candidate
from geo.ties.names import country_name
from pages.parts import session


def in_a_line(place: Candidate) -> str:
    """Name, region, country and people of a place; not escaped."""
    words = session.words()
    name = (place.name_zh if words.lang == "zh" else "") or place.name_en
    known = place.country in session.roster().countries.index
    country = country_name(session.roster(), place.country, words) if known else place.country
    region = place.region if place.region != place.name_en else ""
    people = words.people(place.population / 1000) if place.population else ""
    return " · ".join(filter(None, (name, region, country, people)))
