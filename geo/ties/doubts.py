"""What of a tie is open to doubt, and which ties are."""

from __future__ import annotations

import pandas as pd

from geo.i18n import mark
from geo.ties.time import year_not_exact

LEVEL, FORCE, EXISTENCE, YEAR = "level", "force", "existence", "year"
DOUBTS = (LEVEL, FORCE, EXISTENCE)
"""What the column ``doubt`` of the ties may say; the note of the tie says why."""
CALLED = {
    LEVEL: mark("level"),
    FORCE: mark("whether still in force"),
    EXISTENCE: mark("whether made at all"),
    YEAR: mark("year"),
}
"""What is doubted (messages); the year where its bounds lie in different years."""


def doubts(ties: pd.DataFrame) -> pd.Series:
    """What of each tie is open to doubt, one of :data:`CALLED`; "" for nothing.

    A package without the column ``doubt`` doubts years alone.
    """
    written = ties["doubt"] if "doubt" in ties else pd.Series("", index=ties.index)
    return written.mask((written == "") & year_not_exact(ties), YEAR)
