"""Names under which the Strategy page keeps its own choices in the session."""

from __future__ import annotations

SETS = ("eras", "decades", "own")
SET, STARTS, YEAR = "set of periods", "own periods", "turning year"
