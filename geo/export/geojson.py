"""The ties of a view as GeoJSON (RFC 7946): a point for each tie, at the seat of its partner."""

from __future__ import annotations

import json
from typing import Any

from geo.export.dataset import head
from geo.figures.data.records import plain_records
from geo.ties.roster import Roster
from geo.ties.view import View


def as_geojson(roster: Roster, view: View, address: str = "") -> bytes:
    """A feature collection; its members beside the features say what it is and how it is cited.

    Args:
        address: of the view, as it is to be cited.
    """
    whole = {"type": "FeatureCollection"} | head(roster, view, address)
    whole["features"] = [_feature(row) for row in plain_records(roster, view)]
    return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    properties = {name: value for name, value in row.items() if name not in ("lat", "lon")}
    return {
        "type": "Feature",
        "id": row["tie"],
        "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]},
        "properties": properties,
    }
