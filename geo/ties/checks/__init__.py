"""Checks of a data package: everything that must hold before its tables are believed.

``faults`` runs all rules over a folder and never raises on what it finds there: a file that cannot
be read is a fault like any other. The rules are in five rooms: ``schema`` (what datapackage.json
promises), ``dates``, ``cells`` (any cell of any table), ``facts`` (what ties and places mean) and
``cities`` (those that could be chosen).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geo.data import PACKAGE
from geo.ties.checks import cells, cities, dates, facts, schema
from geo.ties.checks.draft import Draft, Fault
from geo.ties.checks.reading import read_draft

__all__ = ["RULES", "Fault", "faults"]

RULES: list[Callable[[Draft], Iterator[Fault]]] = [
    schema.everything_is_readable,
    dates.dates_are_dates,
    dates.bounds_are_days,
    dates.spans_run_forwards,
    dates.bounds_come_in_pairs,
    dates.bounds_run_forwards,
    dates.bounds_agree_with_established,
    dates.nothing_ends_before_it_began,
    dates.nothing_lies_in_the_future,
    facts.everything_has_a_source,
    facts.sources_exist,
    facts.sources_are_named_once,
    facts.districts_belong_to_district_ties,
    facts.ends_are_explained,
    facts.no_tie_stands_twice,
    facts.no_place_stands_twice,
    facts.places_lie_in_their_countries,
    facts.proposals_are_no_partners,
    facts.roles_follow_from_their_evidence,
    cities.ports_follow_from_their_evidence,
    cities.parts_belong_to_whole_cities,
    cells.both_languages_are_filled,
    cells.addresses_are_web_addresses,
    cells.no_cell_holds_control_characters,
    cells.no_cell_begins_or_ends_blank,
    cells.no_cell_runs_as_a_formula,
    schema.tables_fit_their_schema,
]
"""Every rule, those that say it plainly before those that say it generally."""


def faults(package: Path = PACKAGE) -> list[Fault]:
    """Everything that is wrong with a data package; nothing if all is well.

    Of a cell only the first rule that objects is heard, and of a row with too few or too many
    cells only that: the rest would be echoes of it.

    Args:
        package: the folder of the data package.

    Returns:
        Faults in the order of the package: its tables as datapackage.json lists them, row by row.
    """
    draft = read_draft(package)
    heard = _first_of_each_cell(fault for rule in RULES for fault in rule(draft))
    torn = {(fault.table, fault.row) for fault in heard if fault.row and not fault.column}
    clear = [fault for fault in heard if not fault.column or (fault.table, fault.row) not in torn]
    return draft.in_order(clear)


def _first_of_each_cell(found: Iterable[Fault]) -> list[Fault]:
    first: dict[object, Fault] = {}
    for fault in found:
        cell = (fault.table, fault.row, fault.column)
        first.setdefault(cell if fault.column else fault, fault)
    return list(first.values())
