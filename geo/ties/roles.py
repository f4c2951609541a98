"""What a partner is in its own country: capital, port, both or neither, and how we know.

A sea port is what sea-going ships come up to. The World Port Index, which lists the ports of such
ships, decides it by one rule (:func:`port_by_rule`) from the evidence in the row of ``places.csv``;
the index's harbour types decide nothing. An override, with a reason and a source, may

- give a class inland (``river``, ``lake``) where the rule finds no sea port;
- add a sea port that the index leaves out or underrates, where the port's own authority or state
  has sea-going ships or their cargo there, or that lies in a region but not near its seat;
- take a port away where a source says that the place has none.

It never turns a port of the index into an inland one. docs/roles.md says what the thresholds do
and decides every disputed place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Capital = Literal["is", "contains", "no"]
Port = Literal["sea", "river", "lake", "no"]
Role = Literal["capital", "port", "both", "neither"]

CAPITALS: tuple[str, ...] = ("is", "contains", "no")
PORTS: tuple[str, ...] = ("sea", "river", "lake", "no")
ROLES: tuple[str, ...] = ("capital", "port", "both", "neither")

STRICTLY_CAPITAL = ("is",)
BROADLY_CAPITAL = ("is", "contains")
"""A province that holds the capital counts broadly, not strictly."""

STRICTLY_PORT = ("sea",)
BROADLY_PORT = ("sea", "river", "lake")
"""Sea ports count strictly (on a river too, where sea-going ships come up to them); ports of
inland navigation and of lakes broadly. When people speak of port cities they mean sea ports."""

NAMED_KM = 100.0
"""A port that bears the place's own name is its port, even if its basins lie at the river's mouth;
beyond this distance a shared name is chance."""
NEAR_KM = 30.0
"""A large or medium port this near to the core of an agglomeration belongs to it (Athens and
Piraeus 9 km, Lima and Callao 13 km); between 30 and 60 km lie gateways that the UN counts apart
(Seoul and Incheon 34 km, São Paulo and Santos 56 km)."""
TOWN_KM = 15.0
"""Of a small port, and of any port of a town that is not an agglomeration, it is asked that it lie
in the town itself; very small ones count by name only."""

NEAR_SIZES = ("Large", "Medium")
TOWN_SIZES = (*NEAR_SIZES, "Small")

RANKED_BY = "WUP2018"
"""The source whose agglomerations of 300,000 and more are ranked: the core has a rank, another
place counted in the agglomeration has none."""
COUNTED_BY = "GEONAMES"
"""The source of the inhabitants of cities that the former does not list, and of places that are not
in our tables."""


@dataclass(frozen=True)
class PortEvidence:
    """The port of the World Port Index that speaks most for a place, in the same country.

    Attributes:
        size: harbour size in the index (Large, Medium, Small, Very Small); "" if there is no port.
        km: geodesic from the seat to the port; ``None`` if there is no port within 100 km.
        named: whether the port bears the name of the place or of its seat.
        part_of_a_city: whether the place is a district of a larger city or is counted in another
            city's agglomeration; then only a port of its own name is its port, for that of the
            city is not.
        core: whether the place is the core of an agglomeration that the UN ranks.
    """

    size: str = ""
    km: float | None = None
    named: bool = False
    part_of_a_city: bool = False
    core: bool = True


def evidence_of(place: Mapping[str, str]) -> PortEvidence:
    """The evidence in a row of ``places.csv``.

    Raises:
        ValueError: the distance is not a number.
    """
    counted = place.get("population_source") == RANKED_BY
    ranked = bool(place.get("rank"))
    return PortEvidence(
        size=place.get("wpi_size", ""),
        km=float(place["wpi_km"]) if place.get("wpi_km") else None,
        named=place.get("wpi_named") == "yes",
        part_of_a_city=place.get("kind") == "district" or (counted and not ranked),
        core=counted and ranked,
    )


def port_by_rule(evidence: PortEvidence) -> Port:
    """``sea`` if the evidence makes the place a sea port, otherwise ``no``.

    It is one if a port of its own name lies within 100 km; if a large or medium port lies within
    30 km of the core of an agglomeration; or if one that is at least small lies within 15 km of a
    place that is not part of another city: all in its own country, all distances included. River
    and lake ports come by override only: the index does not know the ones and does not tell the
    others apart, and the port function of UN/LOCODE alone is wrong for many inland cities.
    """
    if evidence.km is None:
        return "no"
    if evidence.named and evidence.km <= NAMED_KM:
        return "sea"
    if evidence.part_of_a_city:
        return "no"
    near = evidence.core and evidence.size in NEAR_SIZES and evidence.km <= NEAR_KM
    in_town = evidence.size in TOWN_SIZES and evidence.km <= TOWN_KM
    return "sea" if near or in_town else "no"


def port(place: Mapping[str, str]) -> str:
    """The class of a row of ``places.csv``: its override, or what the rule says."""
    return place.get("port_override") or port_by_rule(evidence_of(place))


def capital(place: Mapping[str, str], at_signing: bool = False) -> str:
    """Whether a row of ``places.csv`` is the national capital, contains it, or neither.

    Args:
        place: the row.
        at_signing: as it was when the tie was made, where that differs from today.
    """
    then = place.get("capital_at_signing", "") if at_signing else ""
    return then or place.get("capital") or "no"


def role(capital: str, port: str, strict: bool = True) -> Role:
    """Capital, port, both or neither.

    Args:
        capital: one of :data:`CAPITALS`.
        port: one of :data:`PORTS`.
        strict: count capitals themselves and sea ports; otherwise also what contains a capital,
            and river and lake ports.
    """
    is_capital = capital in (STRICTLY_CAPITAL if strict else BROADLY_CAPITAL)
    is_port = port in (STRICTLY_PORT if strict else BROADLY_PORT)
    if is_capital and is_port:
        return "both"
    if is_capital:
        return "capital"
    return "port" if is_port else "neither"


def is_capital(roles: pd.Series) -> pd.Series:
    """Which of a column of roles are capitals, ports as well or not."""
    flags: pd.Series = roles.isin(("capital", "both"))
    return flags


def is_port(roles: pd.Series) -> pd.Series:
    """Which of a column of roles are ports, capitals as well or not."""
    flags: pd.Series = roles.isin(("port", "both"))
    return flags
