"""Roles of places that are not in our tables, computed from the same kind of evidence."""

from __future__ import annotations

import pytest

from geo.data import read_table
from geo.place.gazetteer import candidates
from geo.ties.computed_roles import NOT_KNOWN, computed_role
from geo.ties.roles import RANKED_BY


@pytest.mark.parametrize(
    ("name", "country", "capital", "port"),
    [
        ("Accra", "GH", "is", NOT_KNOWN),  # Tema, 26 km off, is a small port
        ("Kraków", "PL", "no", NOT_KNOWN),
        ("Gdańsk", "PL", "no", "sea"),
        ("Valparaíso", "CL", "no", "sea"),
        ("Naypyidaw", "MM", "is", NOT_KNOWN),
        ("Jerusalem", "IL", NOT_KNOWN, NOT_KNOWN),  # sources disagree
        ("臺北", "TW", NOT_KNOWN, "sea"),  # no capital of a state in the table
        ("Île-de-France", "FR", "contains", NOT_KNOWN),
        ("Bavaria", "DE", NOT_KNOWN, NOT_KNOWN),
        ("Moscow Oblast", "RU", NOT_KNOWN, NOT_KNOWN),  # the city does not lie in it
        ("Medan", "ID", "no", "sea"),  # Belawan, a port of medium size 22 km off
        ("Saitama", "JP", "no", NOT_KNOWN),  # counted in Tokyo's agglomeration, whose port is near
        ("Kita (Tokyo)", "JP", "no", NOT_KNOWN),  # a part of a city is not the city
    ],
)
def test_a_role_is_computed_or_not_known(name: str, country: str, capital: str, port: str) -> None:
    role = computed_role(candidates(name, country, own=False)[0])
    assert (role.capital, role.port) == (capital, port)
    assert role.computed


def test_a_port_names_its_evidence() -> None:
    role = computed_role(candidates("Gdańsk", "PL")[0])
    assert role.evidence is not None
    assert role.km is not None
    assert role.km < 30


def test_computed_roles_of_our_own_places_are_those_of_our_tables() -> None:
    """Where the rule alone decides: without an override, and not of a place counted in another
    city's agglomeration, which the gazetteer does not know."""
    differ = []
    rows = read_table("places").to_dict("records")
    for row in rows:
        role = computed_role(candidates(row["name_en"], row["country"])[0])
        alone = bool(row["rank"]) or row["population_source"] != RANKED_BY
        sea = "sea" if row["port"] == "sea" else ""
        if alone and not row["port_override"] and role.port != sea:
            differ.append((row["place"], "port", role))
        if row["kind"] in ("city", "district") and role.capital not in ("", row["capital"]):
            differ.append((row["place"], "capital", role))
    assert not differ
