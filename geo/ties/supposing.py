"""What if: a roster of its own in which some ties stand that there are not.

A hypothetical tie is a sister tie without date and source. It counts as made on the last day that
the view shows, so that it stands in every view, whatever the years, and precedes no other tie. Its
city is ours where we have it; of others the roles are computed (:mod:`geo.ties.computed_roles`).
Its partner's name says what it is, wherever the name is written. The roster it is laid into is not
changed, and is what every file of data is made of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

import pandas as pd

from geo.i18n import Words, mark
from geo.place.candidate import Candidate
from geo.ties.called import code_of, country_names, names_of
from geo.ties.joining import known_places, with_rows
from geo.ties.names import home_name
from geo.ties.roster import Roster, roster_of
from geo.ties.select import last_day_shown, passing
from geo.ties.supposed import ONE_STATE, Supposed, city_of, parts_of, supposed_with
from geo.ties.tables import ASKED
from geo.ties.view import View

PREFIX = "if-"
"""Before every key of a hypothetical tie and its place; no key of ours begins so."""
NAMED_SO = mark("{name} (hypothetical)")
PAIR = mark("{home}–{name}")
LANGS = ("en", "zh")

Row = dict[str, str]


def supposing(roster: Roster, view: View) -> Roster:
    """The roster with the hypothetical ties of a view; the roster itself if it has none.

    Args:
        roster: with or without hypothetical ties, which are replaced.
    """
    return supposing_on(roster, view.suppose, last_day_shown(roster, view))


def supposing_on(roster: Roster, suppose: tuple[Supposed, ...], day: dt.date) -> Roster:
    """The same for a day on which the hypothetical ties count as made."""
    actual = roster.without_supposed
    return _made_on(actual, suppose, day) if suppose else actual


def supposed_in(text: str, roster: Roster) -> Supposed | None:
    """The hypothetical tie in an address, spelled as the gazetteer spells it.

    Returns:
        Nothing where home or city are not known, the city is in the home's own state, or there is
        such a tie.
    """
    parts = parts_of(text)
    if not parts:
        return None
    home = code_of(parts[0], names_of(roster.homes.index, roster.homes))
    country = code_of(parts[1], country_names(roster))
    if not home or not country or country in (*ONE_STATE, roster.homes.at[home, "country"]):
        return None
    city = city_of(country, *parts[2:])
    found = supposed_with(home, city) if city else None
    return None if found and stands_already(roster, found) else found


def stands_already(roster: Roster, supposed: Supposed) -> bool:
    """Whether the home has a sister tie with the city that has not ended."""
    own = roster.without_supposed.ties
    place = _place_of(roster.without_supposed, supposed)
    mine = (own["home"] == supposed.home) & (own["place"] == place) & (own["level"] == "sister")
    return bool((mine & own["gone"].isna()).any())


def seen_of(roster: Roster, view: View) -> tuple[Supposed, ...]:
    """Those of the hypothetical ties of a view that its filters leave in.

    Args:
        roster: with the hypothetical ties of the view.
    """
    slugs = set(passing(roster, view).index)
    numbered = enumerate(view.suppose, 1)
    return tuple(one for number, one in numbered if f"{PREFIX}{number}" in slugs)


def named_hypothetical(name: str, words: Words) -> str:
    """A name with the word that it stands for something hypothetical."""
    return words.say(NAMED_SO, name=name)


def pairs(roster: Roster, suppose: tuple[Supposed, ...], words: Words) -> str:
    """Hypothetical ties by name: "Shanghai–Yangon"."""
    return words.join(
        words.say(PAIR, home=home_name(roster, one.home, words), name=city_name(one, words))
        for one in suppose
    )


def city_name(one: Supposed, words: Words) -> str:
    """The name of the city of a hypothetical tie, in Chinese where it is known."""
    city = city_of(one.country, one.name, one.region)
    return (city.name_zh if city and words.lang == "zh" else "") or one.name


@lru_cache(maxsize=16)
def _made_on(roster: Roster, suppose: tuple[Supposed, ...], day: dt.date) -> Roster:
    extended = _with_ties(roster, suppose)
    made = pd.Timestamp(day)
    days = {
        column: extended.ties[column].mask(extended.ties["supposed"], made) for column in BOUNDS
    }
    return replace(extended, ties=extended.ties.assign(**days))


BOUNDS = ("earliest", "latest")


@lru_cache(maxsize=16)
def _with_ties(roster: Roster, suppose: tuple[Supposed, ...]) -> Roster:
    """The roster with hypothetical ties that have no day yet; the same for every last year."""
    tables = dict(roster.tables) | with_rows(roster.tables, _rows_of(suppose), PREFIX)
    tables["places"] = _marked(tables["places"], tables["places"]["place"].str.startswith(PREFIX))
    key = sha256(f"{roster.key} {[*map(str, suppose)]}".encode()).hexdigest()[:16]
    found = roster_of(tables, roster.release, roster.package, key, roster.own, roster.brought)
    ties = found.ties.assign(supposed=found.ties.index.str.startswith(PREFIX))
    ours = ties["supposed"] & ~ties["place"].str.startswith(PREFIX)
    return replace(found, ties=_marked(ties, ours), actual=roster)


def _marked(table: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    """A table with the names in some rows marked as those of hypothetical partners."""
    columns = [f"{field}_{lang}" for field in ("name", "full") for lang in LANGS]
    return table.assign(
        **{
            column: table[column].mask(
                rows, [named_hypothetical(name, Words(column[-2:])) for name in table[column]]
            )
            for column in columns
            if column in table
        }
    )


def _rows_of(suppose: tuple[Supposed, ...]) -> Mapping[str, pd.DataFrame]:
    """Hypothetical ties and their places as the tables of a list."""
    places: dict[Candidate, Row] = {}
    ties = []
    for number, one in enumerate(suppose, 1):
        city = city_of(one.country, one.name, one.region)
        if city is None:
            continue
        place = places.setdefault(city, _place(city, f"{number}"))
        ties.append({"tie": f"{number}", "home": one.home, "place": place["place"]})
    filled = [dict.fromkeys(ASKED["ties"].needed, "") | tie | {"level": "sister"} for tie in ties]
    rows = {"places": list(places.values()), "ties": filled, "homes": [], "sources": []}
    return {
        name: pd.DataFrame(some, columns=ASKED[name].needed, dtype=str)
        for name, some in rows.items()
    }


def _place(city: Candidate, slug: str) -> Row:
    """The row of a city in the table of places."""
    names = {"en": city.name_en, "zh": city.name_zh or city.name_en}
    return {
        "place": slug,
        "kind": "region" if city.kind == "division" else city.kind,
        "country": city.country,
        "lat": f"{city.lat:.4f}",
        "lon": f"{city.lon:.4f}",
    } | {f"{part}_{lang}": names[lang] for part in ("name", "full", "seat") for lang in LANGS}


@lru_cache(maxsize=256)
def _place_of(roster: Roster, supposed: Supposed) -> str:
    """The slug of a hypothetical tie's city among our places; "" if it is none of them."""
    theirs = _rows_of((supposed,))["places"]
    found = known_places(roster.tables["places"], theirs)
    return next(iter(found.values()), "")
