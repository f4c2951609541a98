"""The shape of a partner's role in charts, the same as on the map, as Vega draws symbols."""

from __future__ import annotations

STAR = (
    "M0,-1.15L-0.259,-0.356L-1.094,-0.356L-0.418,0.136L-0.676,0.93L0,0.439"
    "L0.676,0.93L0.418,0.136L1.094,-0.356L0.259,-0.356Z"
)
DISC = "M1.2,0A1.2,1.2,0,1,1,-1.2,0A1.2,1.2,0,1,1,1.2,0Z"
SHAPES = {"capital": STAR, "port": "triangle-up", "both": DISC + STAR, "neither": "circle"}
"""The shape of every role, as on the map: a star, a triangle, a disc with a star in it (the star is
drawn against the turn of the disc, so it is a hole), a disc."""
