"""Cities by their names, for who looks for one."""

from __future__ import annotations

from functools import lru_cache

from geo.figures.prospects.cities import Cities
from geo.figures.prospects.composing import able, asked_of, year_of
from geo.figures.prospects.ranking import ranking
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.folding import folded
from geo.ties.names import country_name
from geo.ties.roster import Roster

MOST = 40
"""Cities that are offered at the most."""
FIRST = 20


def called(cities: Cities, city: int, roster: Roster, words: Words) -> str:
    """A city with its country, in the reader's language."""
    row = cities.rows[city]
    name = (row["chinese"] if words.lang == "zh" else "") or row["name"]
    return words.say(
        "{city} ({country})",
        city=name,
        country=country_name(roster, str(cities.country[city]), words),
    )


def cities_called(cities: Cities, text: str) -> list[str]:
    """The slugs of the whole cities whose name has a text in it, the largest first."""
    wanted = folded(text)
    if not wanted:
        return []
    found = [
        city
        for city, names in enumerate(_names(cities))
        if cities.part_of[city] < 0 and any(wanted in name for name in names)
    ]
    people = cities.people[:, -1]
    starts = {city: any(name.startswith(wanted) for name in _names(cities)[city]) for city in found}
    found.sort(key=lambda city: (not starts[city], -people[city]))
    return [cities.keys[city] for city in found[:MOST]]


def first_cities(scene: Scene) -> list[str]:
    """The slugs of the first cities of each home, without repetition."""
    asked = asked_of(scene)
    if asked is None:
        return []
    found: dict[str, None] = {}
    for home in able(asked, year_of(scene)):
        of = ranking(asked, home, year_of(scene))
        if of is not None:
            found |= dict.fromkeys(
                asked.cities.keys[of.known.free[row]] for row in of.order[:FIRST]
            )
    return list(found)


@lru_cache(maxsize=4)
def _names(cities: Cities) -> list[tuple[str, ...]]:
    """The folded names of every city."""
    fields = ("name", "chinese", "name_wup")
    return [
        tuple(filter(None, (folded(row.get(field, "")) for field in fields))) for row in cities.rows
    ]
