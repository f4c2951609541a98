"""Checks of the roles in ``places.csv``: what is shown must follow from the evidence beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from math import isfinite
from typing import NamedTuple

from geo.ties.roles import (
    BROADLY_PORT,
    CAPITALS,
    PORTS,
    RANKED_BY,
    evidence_of,
    port,
    port_by_rule,
)

PORT_FIELDS = ("wpi", "wpi_name", "wpi_size", "wpi_type", "wpi_km", "wpi_named")
CODE_FIELDS = ("locode", "locode_edition")
POPULATION_FIELDS = ("population", "population_of", "population_source")
SOURCE_FIELDS = ("capital_source", "port_source", "population_source")

Place = Mapping[str, str]


class RoleFault(NamedTuple):
    """One fault: where it stands and what is wrong."""

    table: str
    row: str
    column: str
    wrong: str


def role_faults(places: Iterable[Place], sources: Collection[str]) -> Iterator[RoleFault]:
    """Everything in the roles of the places that does not follow from their evidence.

    Args:
        places: the rows of ``places.csv``, every cell as text; cells may be missing.
        sources: ids of the rows of ``sources.csv``.
    """
    rows = list(places)
    for place in rows:
        for column, wrong in _faults_of(place, sources):
            yield RoleFault("places", place.get("place", ""), column, wrong)
    yield from _ranks_that_disagree(rows)


def _faults_of(place: Place, sources: Collection[str]) -> Iterator[tuple[str, str]]:
    yield from _numbers(place)
    yield from _capital(place)
    yield from _port(place)
    yield from _evidence(place)
    yield from _rank(place)
    yield from _sources(place, sources)


def _numbers(place: Place) -> Iterator[tuple[str, str]]:
    for column in ("wpi_km", "population", "population_year", "rank"):
        cell = place.get(column, "")
        if cell and _number(cell) is None:
            yield column, f"“{cell}” is not a number of at least 0"


def _capital(place: Place) -> Iterator[tuple[str, str]]:
    now, then = place.get("capital", ""), place.get("capital_at_signing", "")
    if now not in CAPITALS:
        yield "capital", f"“{now}” is none of {', '.join(CAPITALS)}"
    if then and then not in CAPITALS:
        yield "capital_at_signing", f"“{then}” is none of {', '.join(CAPITALS)}"
    if then and then == now:
        yield "capital_at_signing", "is the same as capital, so it stays empty"
    if then and then != now and not place.get("capital_note_en"):
        yield "capital_note_en", "is empty, though the capital at signing was another"
    if place.get("capital_since") and not then:
        yield "capital_since", "is filled, though the answer at signing is the same as today's"
    if now in CAPITALS[:2] and not place.get("capital_source"):
        yield "capital_source", "is empty, though the place is or contains a capital"


def _port(place: Place) -> Iterator[tuple[str, str]]:
    override = place.get("port_override", "")
    if override and override not in PORTS:
        yield "port_override", f"“{override}” is none of {', '.join(PORTS)}"
    elif not place.get("wpi_km") or _number(place["wpi_km"]) is not None:
        expected = port(place)
        if place.get("port", "") != expected:
            told = "the override says" if override else "the rule makes it"
            yield "port", f"is “{place.get('port', '')}”, but {told} “{expected}”"
        if override in BROADLY_PORT[1:] and port_by_rule(evidence_of(place)) == "sea":
            yield "port_override", "makes a sea port of the index an inland one"
    if override and not (place.get("port_why_en") and place.get("port_why_zh")):
        yield "port_why_en", "is empty, though the rule is overridden"
    if override and not place.get("port_source"):
        yield "port_source", "is empty, though the rule is overridden"
    if override in BROADLY_PORT[1:] and place.get("port_source") == "UNLOCODE":
        yield "port_source", "is UN/LOCODE alone, which is not enough for an inland port"


def _evidence(place: Place) -> Iterator[tuple[str, str]]:
    for fields in (PORT_FIELDS, CODE_FIELDS):
        if any(place.get(column) for column in fields):
            for column in fields:
                if not place.get(column):
                    yield column, "is empty, though other evidence of the same port is there"
    if place.get("locode_port", "") not in ("yes", "no"):
        yield "locode_port", "is neither yes nor no"
    if place.get("locode_port") == "yes" and not place.get("locode"):
        yield "locode", "is empty, though a port function is claimed"
    for column in POPULATION_FIELDS:
        if not place.get(column):
            yield column, "is empty"


def _rank(place: Place) -> Iterator[tuple[str, str]]:
    ranked = place.get("population_source") == RANKED_BY
    if ranked and not place.get("population_year"):
        yield "population_year", "is empty, though the source has years"
    if not place.get("rank") and not place.get("rank_note_en"):
        yield "rank_note_en", "is empty, though there is no rank"
    if place.get("rank") and not ranked and not place.get("rank_note_en"):
        yield "rank_note_en", "is empty, though the rank does not come from the source of ranks"


def _sources(place: Place, sources: Collection[str]) -> Iterator[tuple[str, str]]:
    for column in SOURCE_FIELDS:
        for source in filter(None, place.get(column, "").split(";")):
            if source not in sources:
                yield column, f"“{source}” is no row of sources"


def _ranks_that_disagree(places: Iterable[Place]) -> Iterator[RoleFault]:
    """Inside a country the larger agglomeration has the better rank, an equal one the same."""
    of_country: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for place in places:
        rank, people = _number(place.get("rank", "")), _number(place.get("population", ""))
        if place.get("population_source") == RANKED_BY and rank is not None and people is not None:
            name = (place.get("country", ""), place.get("population_year", ""))
            of_country["/".join(name)].append((int(rank), people, place.get("place", "")))
    for ranked in of_country.values():
        for before, after in pairwise(sorted(ranked, key=lambda one: (one[0], -one[1]))):
            same = before[0] == after[0]
            if (same and before[1] != after[1]) or (not same and before[1] < after[1]):
                wrong = f"{after[0]} does not fit its population beside {before[2]} ({before[0]})"
                yield RoleFault("places", after[2], "rank", wrong)


def _number(cell: str) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if isfinite(value) and value >= 0 else None
