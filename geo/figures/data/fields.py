"""The fields of a tie as they are given away: their names, their headings, what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from geo.i18n import Words, mark

FIELDS: Mapping[str, str] = {
    "tie": mark("name of the tie in these data; it does not change"),
    "home": mark("the Chinese city"),
    "home_en": mark("its name in English"),
    "home_zh": mark("its name in Chinese"),
    "home_district_en": mark("its district, where the tie is one of a district, in English"),
    "home_district_zh": mark("its district, where the tie is one of a district, in Chinese"),
    "place": mark("the partner"),
    "name_en": mark("name of the partner in English"),
    "name_zh": mark("name of the partner in Chinese"),
    "kind": mark(
        "what the partner is: city, prefecture, province, state, region, county, district"
    ),
    "country": mark("country by its code (ISO 3166-1 alpha-2)"),
    "country_en": mark("country in English"),
    "country_zh": mark("country in Chinese"),
    "seat_en": mark("the city where the partner’s government sits, in English"),
    "seat_zh": mark("the city where the partner’s government sits, in Chinese"),
    "lat": mark("latitude of that city in degrees (WGS 84)"),
    "lon": mark("longitude of that city in degrees (WGS 84)"),
    "level": mark("sister (city), exchange (friendly exchange) or district"),
    "established": mark("date of the tie, as exact as its source (ISO 8601); empty if not known"),
    "earliest": mark("first day on which the tie can have been made; empty if not known"),
    "latest": mark("last day on which the tie can have been made; empty if not known"),
    "made": mark("whether it was made in the years chosen: certain or possible"),
    "ended": mark("date on which the tie ended; empty if no ending is on record"),
    "ended_by": mark("the side that ended it"),
    "capital": mark("whether the partner is its country’s capital: is, contains, no"),
    "port": mark("sea, river, lake or no port"),
    "role": mark("capital, port, both or neither, as counted in the address"),
    "rank": mark("rank of the city in its country by population; empty if not known"),
    "km": mark("distance from the Chinese city in kilometres (geodesic)"),
    "sources": mark("the sources, by their names in sources.csv"),
    "note_en": mark("what sources disagree on or leave open, in English"),
    "note_zh": mark("what sources disagree on or leave open, in Chinese"),
}
"""The fields of a tie (:attr:`geo.ties.roster.Roster.ties`) in their order, and what each means."""


def definitions(words: Words) -> dict[str, str]:
    """What every field means, in words."""
    return {name: words.say(meaning) for name, meaning in FIELDS.items()}
