"""The basemap as the browser sees it: its addresses and its frame.

The files are Natural Earth 1:50m, thinned to 5 km and centred on the Pacific. How they were made,
and under which licences: static/basemap/ORIGIN.md and tools/build_basemap.py. What needs the shapes
themselves is in ``geo.place.borders``, so that the app starts without a library of geometry.
"""

from __future__ import annotations

LAND_URL = "app/static/basemap/land.json"
"""All land in one feature; a path below the app's own address (Streamlit's static serving)."""

LAND_FOR_VEGA_URL = "app/static/basemap/land-d3.json"
"""The same land with its rings turned the way d3 and Vega want them."""

COUNTRIES_URL = "app/static/basemap/countries.json"
"""One feature a country; its only property is ``country``, ISO 3166-1 alpha-2 or empty."""

WEST_EDGE, EAST_EDGE = -30.0, 330.0
"""The frame in degrees: cut down the Atlantic at 30°W, so that 150°E is the middle of the map."""


def shift(lon: float) -> float:
    """Put a longitude into the frame of the basemap, by whole turns of the globe.

    Args:
        lon: longitude in degrees, however many turns away.

    Returns:
        The same meridian in degrees, at least ``WEST_EDGE`` and less than ``EAST_EDGE``.
    """
    return (lon - WEST_EDGE) % 360.0 + WEST_EDGE
