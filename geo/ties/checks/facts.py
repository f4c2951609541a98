"""Rules about what the tables say: sources, levels, ends, doubles, and where places lie."""

from __future__ import annotations

from collections.abc import Iterator

from geo.place.borders import country_shapes, km_outside
from geo.ties.checks.draft import Draft, Fault, Row, quote
from geo.ties.role_checks import role_faults

SOURCED = (
    "ties",
    "events",
    "groups",
    "claims",
    "other_names",
    "proposals",
    "context",
    "turning_points",
    "agglomerations",
    "capitals",
    "no_relations",
    "proposal_readings",
)
"""The tables in which every row must name where it comes from."""

CITING = ("sources", "ended_sources")
"""Columns that hold ids of sources, a semicolon between."""

KM_TOLERATED = 30.0
"""How far outside its country a seat may lie: coasts are drawn coarsely (``geo.place.borders``)."""


def everything_has_a_source(draft: Draft) -> Iterator[Fault]:
    """What nobody has said, we do not say either."""
    for table in SOURCED:
        for row in draft.rows(table, "sources"):
            if not row.cells["sources"].strip("; "):
                yield Fault(table, row.name, "sources", "names no source")


def sources_exist(draft: Draft) -> Iterator[Fault]:
    """A source that is named and not described is none."""
    known = {row.cells["source"] for row in draft.rows("sources", "source")} - {""}
    if not known:
        return  # without the table every id would be unknown; the table itself is the fault
    for table, row, column, ids in _citations(draft):
        unknown = [source for source in ids if source not in known]
        if unknown:
            wrong = f"no such source: {', '.join(map(quote, unknown))} (ids with “;” between)"
            yield Fault(table, row, column, wrong)


def sources_are_named_once(draft: Draft) -> Iterator[Fault]:
    """One source named twice looks like two."""
    for table, row, column, ids in _citations(draft):
        twice = dict.fromkeys(source for source in ids if ids.count(source) > 1)
        if twice:
            yield Fault(table, row, column, f"{', '.join(map(quote, twice))} stands there twice")


def districts_belong_to_district_ties(draft: Draft) -> Iterator[Fault]:
    """A tie of a district says whose it is; a tie of the whole city must not name a part of it."""
    for row in draft.rows("ties", "level", "home_district_en", "home_district_zh"):
        level = row.cells["level"]
        named = bool(row.cells["home_district_en"] or row.cells["home_district_zh"])
        if level == "district" and not named:
            yield Fault("ties", row.name, "home_district_en", "is empty at level district")
        elif level != "district" and named:
            yield Fault("ties", row.name, "home_district_en", f"is filled at level {level}")


def ends_are_explained(draft: Draft) -> Iterator[Fault]:
    """That a tie ended is a grave statement: who ended it, why, and who says so stand beside it."""
    for row in draft.rows("ties", "ended", "ended_by", "ended_why_en", "ended_sources"):
        sentence = {
            "ended_by": row.cells["ended_by"],
            "ended_why_en": row.cells["ended_why_en"] or row.cells.get("ended_why_zh", ""),
            "ended_sources": row.cells["ended_sources"],
        }
        if not row.cells["ended"]:
            filled = ", ".join(column for column, cell in sentence.items() if cell)
            if filled:
                yield Fault("ties", row.name, "ended", f"is empty, though {filled} is filled")
            continue
        for column, cell in sentence.items():
            if not cell:
                yield Fault("ties", row.name, column, "is empty, though ended is filled")


def no_tie_stands_twice(draft: Draft) -> Iterator[Fault]:
    """The same relation under two keys would be counted twice."""
    columns = ("home", "place", "level", "home_district_en")
    yield from _doubles(draft, "ties", columns, at="place")


def no_place_stands_twice(draft: Draft) -> Iterator[Fault]:
    """Two rows for one place would part the ties of its two homes, and it would share none."""
    yield from _doubles(draft, "places", ("name_en", "country"), at="name_en")


def proposals_are_no_partners(draft: Draft) -> Iterator[Fault]:
    """A city that the article proposes is counted nowhere; once there is a tie, it is a partner."""
    places = {
        (row.cells["name_en"].casefold(), row.cells["country"]): row.cells["place"]
        for row in draft.rows("places", "place", "name_en", "country")
    }
    made = {(row.cells["home"], row.cells["place"]) for row in draft.rows("ties", "home", "place")}
    for row in draft.rows("proposals", "home", "name_en", "country"):
        place = places.get((row.cells["name_en"].casefold(), row.cells["country"]))
        if (row.cells["home"], place) in made:
            wrong = f"has a tie with {quote(row.cells['home'])} already: it is no proposal"
            yield Fault("proposals", row.name, "name_en", wrong)


def places_lie_in_their_countries(draft: Draft) -> Iterator[Fault]:
    """Swapped coordinates, a lost minus or a wrong code put a city into the sea or next door."""
    known = {row.cells["country"] for row in draft.rows("countries", "country")}
    for table in ("places", "homes", "proposals"):
        for row in draft.rows(table, "country", "lat", "lon"):
            country, seat = row.cells["country"], _coordinates(row)
            if country not in known or seat is None:
                continue  # the schema's types, bounds and foreign key say so
            if country not in country_shapes():
                wrong = f"the basemap has no shape for {country}: the seat cannot be checked"
                yield Fault(table, row.name, "country", wrong)
            elif (km := km_outside(country, *seat)) > KM_TOLERATED:
                wrong = f"{seat[0]}, {seat[1]} (lat, lon) is {km:,.0f} km outside of {country}"
                yield Fault(table, row.name, "lat", wrong)


def _citations(draft: Draft) -> Iterator[tuple[str, str, str, list[str]]]:
    """Table, row, column and ids of every cell that names sources."""
    for table in draft.tables:
        for row in draft.rows(table):
            for column in CITING:
                if cell := row.cells.get(column):
                    yield table, row.name, column, cell.split(";")


def _doubles(draft: Draft, table: str, columns: tuple[str, ...], at: str) -> Iterator[Fault]:
    """Rows that say the same in all these columns as a row before them."""
    first: dict[tuple[str, ...], str] = {}
    for row in draft.rows(table, *columns):
        sentence = tuple(row.cells[column].casefold() for column in columns)
        if sentence in first:
            yield Fault(table, row.name, at, f"the row says the same as {first[sentence]}")
        first.setdefault(sentence, row.name)


def _coordinates(row: Row) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; ``None`` if they are no point of the globe."""
    try:
        lat, lon = float(row.cells["lat"]), float(row.cells["lon"])
    except ValueError:
        return None
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None


def roles_follow_from_their_evidence(draft: Draft) -> Iterator[Fault]:
    """What a partner is shown as must be what the rule, or a reasoned override, makes of it."""
    places = [row.cells for row in draft.rows("places", "place", "capital")]
    known = {row.cells["source"] for row in draft.rows("sources", "source")}
    if not known:
        return
    for fault in role_faults(places, known):
        yield Fault(*fault)
