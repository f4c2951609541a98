"""What a partner is in its own country: capital, port, both or neither, and how we know.

A port is decided by evidence in the row of ``places.csv``, by one rule (:func:`port_by_rule`), and
where the rule is wrong by an override with a reason and a source. docs/roles.md says what the
thresholds do and why each override stands.
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
"""A large or medium port this near belongs to the same built-up area (Athens and Piraeus 9 km,
Lima and Callao 13 km, Espoo and Helsinki 18 km); between 30 and 60 km lie gateways of another
name (Seoul and Incheon 34 km, São Paulo and Santos 56 km)."""
SMALL_KM = 15.0
"""A small port must lie in the city itself; very small ones count by name only."""

NEAR_SIZES = ("Large", "Medium")


@dataclass(frozen=True)
class PortEvidence:
    """The port of the World Port Index that speaks most for a place, in the same country.

    Attributes:
        size: harbour size in the index (Large, Medium, Small, Very Small); "" if there is no port.
        km: geodesic from the seat to the port; ``None`` if there is no port within 100 km.
        named: whether the port bears the name of the place or of its seat.
        part_of_a_city: whether the place is a district of a larger city; then only a port of its
            own name is its port, for that of the city is not.
    """

    size: str = ""
    km: float | None = None
    named: bool = False
    part_of_a_city: bool = False


def evidence_of(place: Mapping[str, str]) -> PortEvidence:
    """The evidence in a row of ``places.csv``.

    Raises:
        ValueError: the distance is not a number.
    """
    return PortEvidence(
        size=place.get("wpi_size", ""),
        km=float(place["wpi_km"]) if place.get("wpi_km") else None,
        named=place.get("wpi_named") == "yes",
        part_of_a_city=place.get("kind") == "district",
    )


def port_by_rule(evidence: PortEvidence) -> Port:
    """``sea`` if the evidence makes the place a sea port, otherwise ``no``.

    It is one if a port of its own name lies within 100 km, a large or medium port within 30 km, or
    a small one within 15 km, all in its own country and all distances included. River and lake
    ports come by override only: the index does not know the ones and does not tell the others
    apart, and the port function of UN/LOCODE alone is wrong for many inland cities.
    """
    if evidence.km is None:
        return "no"
    if evidence.named and evidence.km <= NAMED_KM:
        return "sea"
    if evidence.part_of_a_city:
        return "no"
    near = evidence.size in NEAR_SIZES and evidence.km <= NEAR_KM
    small = evidence.size == "Small" and evidence.km <= SMALL_KM
    return "sea" if near or small else "no"


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


def with_roles(
    ties: pd.DataFrame, places: pd.DataFrame, strict: bool = True, at_signing: bool = False
) -> pd.DataFrame:
    """The ties with the columns ``capital``, ``port`` and ``role`` of their partners.

    A table of places without these columns, such as a reader's own list, gives ``no`` and
    ``neither``.

    Args:
        ties: a frame with the column ``place``.
        places: the table of places, indexed by its slug.
        strict: see :func:`role`.
        at_signing: see :func:`capital`.
    """
    known = {str(slug): row for slug, row in places.to_dict("index").items()}
    partners = [known[slug] for slug in ties["place"]]
    capitals = [capital(partner, at_signing) for partner in partners]
    ports = [str(partner.get("port") or "no") for partner in partners]
    roles = [role(*pair, strict=strict) for pair in zip(capitals, ports, strict=True)]
    return ties.assign(capital=capitals, port=ports, role=roles)
