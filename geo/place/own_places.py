"""The atlas's own places and homes, as the gazetteer has them."""

from __future__ import annotations

from functools import lru_cache

from geo.data import read_table
from geo.i18n.folding import folded
from geo.place.candidate import OWN, Candidate


@lru_cache(maxsize=1)
def own_places() -> dict[str, list[Candidate]]:
    """The atlas's own places and homes by their folded names, full names included."""
    found: dict[str, list[Candidate]] = {}
    for table, fields in (("places", ("name", "full")), ("homes", ("name",))):
        for row in read_table(table).to_dict("records"):
            thousands = row.get("population") or ""
            one = Candidate(
                row["name_en"],
                row["name_zh"],
                row["country"],
                "",
                float(row["lat"]),
                float(row["lon"]),
                round(float(thousands) * 1000) if thousands else None,
                row.get("kind", "city"),
                False,
                OWN,
            )
            for key in {
                folded(row[f"{field}_{lang}"]) for field in fields for lang in ("en", "zh")
            }:
                found.setdefault(key, []).append(one)
    return found
