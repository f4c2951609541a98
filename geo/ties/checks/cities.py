"""What holds of the cities that could be chosen: ports by the rule, parts of what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.ties.checks.draft import Draft, Fault, quote
from geo.ties.roles import PortEvidence, port_by_rule

PORTS = {"agglomerations": True, "capitals": False, "proposal_readings": True}
"""The tables whose ports follow from the evidence in the row, and whether they are agglomerations;
a capital that is one has its evidence there, too."""


def ports_follow_from_their_evidence(draft: Draft) -> Iterator[Fault]:
    """A port that the rule does not give was chosen by somebody: none of these may be."""
    for table, core in PORTS.items():
        for row in draft.rows(table, "port", "wpi_size", "wpi_km", "wpi_named"):
            told = _by_rule(row.cells, core)
            if told is not None and told != row.cells["port"]:
                wrong = f"{quote(row.cells['port'])} is not what the rule says: {told}"
                yield Fault(table, row.name, "port", wrong)


def parts_belong_to_whole_cities(draft: Draft) -> Iterator[Fault]:
    """What is a part belongs to a city of the same country."""
    rows = {
        row.cells["agglomeration"]: row.cells
        for row in draft.rows("agglomerations", "agglomeration", "part_of", "country")
    }
    for row in draft.rows("agglomerations", "agglomeration", "part_of", "country"):
        whole = row.cells["part_of"]
        if whole and rows.get(whole, {}).get("country") != row.cells["country"]:
            wrong = f"{quote(whole)} is no agglomeration of the same country"
            yield Fault("agglomerations", row.name, "part_of", wrong)


def _by_rule(cells: Mapping[str, str], core: bool) -> str | None:
    """The port by the rule; ``None`` where the evidence cannot be read, which others say."""
    try:
        km = float(cells["wpi_km"]) if cells["wpi_km"] else None
    except ValueError:
        return None
    return port_by_rule(PortEvidence(cells["wpi_size"], km, cells["wpi_named"] == "yes", core=core))
