"""Orders for pictures, made from what the reader sees: view, page choices, theme."""

from __future__ import annotations

from typing import Any

from geo.export.formats import Options
from geo.export.request import Request
from geo.figures.choice.trend import ERAS, decades, starts_in
from geo.figures.figure import Choices
from geo.ties.groups import Area
from pages.parts import session
from pages.parts.keeping import kept
from pages.parts.screen import ground
from pages.parts.strategy import keys


def choices() -> Choices:
    """What the reader has chosen on the pages beside the view."""
    area: Any = kept("rivals area", None)
    return Choices(
        turning_year=int(year) if (year := kept(keys.YEAR, 0)) else None,
        starts=_starts(),
        sort=kept("rivals sort", None) or Choices().sort,
        area=area.code if isinstance(area, Area) else Choices().area,
    )


def _starts() -> tuple[int, ...] | None:
    chosen = kept(keys.SET, keys.SETS[0])
    if chosen == "decades":
        return decades(session.view().years)
    if chosen == "own":
        return starts_in(kept(keys.STARTS, " ".join(str(start) for start in ERAS)) or "")
    return None


def as_seen(picture: str, **choices_made: Any) -> Request:
    """A request for a picture of the present view, on the ground of the reader's theme."""
    options = Options(**{"sheet": ground().name, **choices_made})
    return Request(session.view().but(partner=None), picture, options, choices())
