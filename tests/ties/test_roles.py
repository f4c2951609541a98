from __future__ import annotations

from collections import Counter

import pytest

from geo.data import read_table
from geo.ties.role_checks import role_faults
from geo.ties.roles import (
    BROADLY_PORT,
    CAPITALS,
    PORTS,
    PortEvidence,
    capital,
    evidence_of,
    port,
    port_by_rule,
    role,
)
from geo.ties.roster import load_roster, role_column

Row = dict[str, str]
TABLE: list[Row] = read_table("places").to_dict("records")
PLACES = {row["place"]: row for row in TABLE}
SOURCES = set(read_table("sources")["source"])


@pytest.mark.parametrize(
    ("size", "km", "named", "place", "expected"),
    [
        ("", None, False, "core", "no"),
        ("", None, True, "core", "no"),
        ("Very Small", 100.0, True, "town", "sea"),
        ("Large", 100.1, True, "core", "no"),
        ("Large", 30.0, False, "core", "sea"),
        ("Large", 30.1, False, "core", "no"),
        ("Medium", 30.0, False, "core", "sea"),
        ("Medium", 30.1, False, "core", "no"),
        ("Small", 15.0, False, "core", "sea"),
        ("Small", 15.1, False, "core", "no"),
        ("Very Small", 0.0, False, "core", "no"),
        ("Large", 15.0, False, "town", "sea"),
        ("Large", 15.1, False, "town", "no"),
        ("Small", 15.0, False, "town", "sea"),
        ("Small", 15.1, False, "town", "no"),
        ("Very Small", 0.0, False, "town", "no"),
        ("Large", 0.0, False, "part", "no"),
        ("Very Small", 6.0, True, "part", "sea"),
    ],
)
def test_thresholds_at_their_edges(
    size: str, km: float | None, named: bool, place: str, expected: str
) -> None:
    evidence = PortEvidence(size, km, named, part_of_a_city=place == "part", core=place == "core")
    assert port_by_rule(evidence) == expected


@pytest.mark.parametrize(
    ("row", "part", "core"),
    [
        ({"population_source": "WUP2018", "rank": "1"}, False, True),
        ({"population_source": "WUP2018", "rank": ""}, True, False),
        ({"population_source": "GEONAMES", "rank": ""}, False, False),
        ({"population_source": "GEONAMES", "rank": "1"}, False, False),
        ({"kind": "district", "population_source": "GEONAMES"}, True, False),
        ({}, False, False),
    ],
)
def test_what_a_place_is_in_its_agglomeration(row: Row, part: bool, core: bool) -> None:
    evidence = evidence_of(row)
    assert (evidence.part_of_a_city, evidence.core) == (part, core)


@pytest.mark.parametrize(
    ("capital_", "port_", "strict", "expected"),
    [
        ("is", "sea", True, "both"),
        ("is", "river", True, "capital"),
        ("is", "river", False, "both"),
        ("contains", "sea", True, "port"),
        ("contains", "sea", False, "both"),
        ("contains", "no", True, "neither"),
        ("no", "lake", True, "neither"),
        ("no", "lake", False, "port"),
        ("no", "no", False, "neither"),
    ],
)
def test_role(capital_: str, port_: str, strict: bool, expected: str) -> None:
    assert role(capital_, port_, strict) == expected


NAMED = [
    ("metro-manila", "contains", "sea"),
    ("manila", "is", "sea"),
    ("chiang-mai", "no", "no"),
    ("east-java", "no", "sea"),
    ("sao-paulo", "no", "no"),
    ("jalisco", "no", "no"),
    ("espoo", "no", "no"),
    ("milan", "no", "no"),
    ("basel-stadt", "no", "river"),
    ("salzburg", "no", "no"),
    ("cologne", "no", "river"),
    ("chicago", "no", "sea"),
    ("montreal", "no", "sea"),
    ("paris", "is", "river"),
    ("london", "is", "sea"),
    ("city-of-london", "no", "sea"),
    ("madrid-region", "contains", "no"),
    ("ile-de-france", "contains", "river"),
    ("gauteng", "contains", "no"),
    ("new-south-wales", "no", "sea"),
    ("tel-aviv", "no", "no"),
    ("amsterdam", "is", "sea"),
    ("aden", "no", "sea"),
    ("colombo", "is", "sea"),
    ("astana", "is", "no"),
    ("zagreb", "is", "no"),
    ("bratislava-region", "contains", "river"),
    ("athens", "is", "sea"),
    ("lima", "is", "sea"),
    ("seoul", "is", "no"),
    ("rome", "is", "no"),
    ("ottawa", "is", "no"),
    ("washington", "is", "no"),
    ("kwazulu-natal", "no", "sea"),
    ("valparaiso", "no", "sea"),
    ("songpa-seoul", "no", "no"),
    ("brussels-capital", "contains", "sea"),
    ("woluwe-saint-pierre", "no", "no"),
    ("phnom-penh", "is", "sea"),
    ("hirakata", "no", "no"),
    ("yokohama", "no", "sea"),
    ("piraeus", "no", "sea"),
    ("north-jeolla", "no", "sea"),
    ("south-chungcheong", "no", "sea"),
    ("boryeong", "no", "sea"),
    ("seogwipo", "no", "sea"),
    ("donaustadt-vienna", "no", "river"),
    ("alsergrund-vienna", "no", "no"),
    ("hanoi", "is", "no"),
    ("cairo", "is", "no"),
    ("sopot", "no", "no"),
]


@pytest.mark.parametrize(("place", "capital_", "port_"), NAMED)
def test_named_cases(place: str, capital_: str, port_: str) -> None:
    assert (PLACES[place]["capital"], PLACES[place]["port"]) == (capital_, port_)


def test_only_zagreb_differs_at_signing() -> None:
    assert [row["place"] for row in TABLE if row["capital_at_signing"]] == ["zagreb"]
    assert capital(PLACES["zagreb"]) == "is"
    assert capital(PLACES["zagreb"], at_signing=True) == "no"
    assert capital(PLACES["belgrade"], at_signing=True) == "is"


def test_every_place_has_a_role_that_follows_from_its_evidence() -> None:
    for row in TABLE:
        assert row["capital"] in CAPITALS and row["port"] in PORTS
        assert row["port"] == port(row), row["place"]


def test_river_and_lake_ports_come_by_override_only() -> None:
    for row in TABLE:
        if row["port"] in BROADLY_PORT[1:]:
            assert row["port_override"] == row["port"], row["place"]


def test_no_port_of_the_index_is_made_an_inland_one() -> None:
    for row in TABLE:
        if row["port"] in BROADLY_PORT[1:]:
            assert port_by_rule(evidence_of(row)) == "no", row["place"]


def test_no_override_says_what_the_rule_says_anyway() -> None:
    for row in TABLE:
        if row["port_override"]:
            assert port_by_rule(evidence_of(row)) != row["port_override"], row["place"]


def test_the_shipped_table_has_no_fault() -> None:
    assert list(role_faults(TABLE, SOURCES)) == []


BREAKS = [
    ("hamburg", {"port": "no"}, "port"),
    ("hamburg", {"wpi_km": "near"}, "wpi_km"),
    ("hamburg", {"wpi_km": "nan"}, "wpi_km"),
    ("hamburg", {"wpi_size": ""}, "wpi_size"),
    ("hamburg", {"locode": ""}, "locode"),
    ("hamburg", {"locode_port": ""}, "locode_port"),
    ("hamburg", {"population": ""}, "population"),
    ("hamburg", {"population_year": ""}, "population_year"),
    ("hamburg", {"rank": ""}, "rank_note_en"),
    ("cologne", {"port_override": ""}, "port"),
    ("cologne", {"port_override": "canal"}, "port_override"),
    ("cologne", {"port_why_en": ""}, "port_why_en"),
    ("cologne", {"port_source": ""}, "port_source"),
    ("cologne", {"port_source": "UNLOCODE"}, "port_source"),
    ("cologne", {"port_source": "NOWHERE"}, "port_source"),
    ("cologne", {"rank": "1"}, "rank"),
    ("chicago", {"port": "lake", "port_override": "lake"}, "port_override"),
    ("paris", {"capital": "maybe"}, "capital"),
    ("paris", {"capital_source": ""}, "capital_source"),
    ("paris", {"capital_at_signing": "is"}, "capital_at_signing"),
    ("zagreb", {"capital_at_signing": "perhaps"}, "capital_at_signing"),
    ("zagreb", {"capital_note_en": ""}, "capital_note_en"),
    ("port-vila", {"rank_note_en": ""}, "rank_note_en"),
]


@pytest.mark.parametrize(("place", "change", "column"), BREAKS)
def test_faults_are_caught_on_a_broken_copy(place: str, change: Row, column: str) -> None:
    broken = [row | change if row["place"] == place else row for row in TABLE]
    found = {(fault.row, fault.column) for fault in role_faults(broken, SOURCES)}
    assert any(there == column for _, there in found), found


def test_checks_survive_a_table_without_roles() -> None:
    assert list(role_faults([{"place": "x"}], set()))


def _sister_counts(broad: bool, at_signing: bool) -> Counter[tuple[str, str]]:
    ties = load_roster().ties
    sister = ties[ties["level"] == "sister"]
    return Counter(zip(sister["home"], sister[role_column(broad, at_signing)], strict=True))


def test_beijing_has_more_capitals_and_shanghai_more_ports_however_counted() -> None:
    for broad in (True, False):
        for at_signing in (True, False):
            counts = _sister_counts(broad, at_signing)
            share: dict[tuple[str, str], float] = {}
            for home in ("shanghai", "beijing"):
                total = sum(n for (whose, _), n in counts.items() if whose == home)
                for what in ("capital", "port"):
                    some = counts[home, what] + counts[home, "both"]
                    share[home, what] = some / total
            assert share["beijing", "capital"] > share["shanghai", "capital"]
            assert share["shanghai", "port"] > share["beijing", "port"]
