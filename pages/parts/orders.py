"""Orders for pictures, made from what the reader sees: view, page choices, theme."""

from __future__ import annotations

from typing import Any

from geo.export.drawing import Choices
from geo.export.formats import Wish
from geo.export.order import Order
from geo.measure.turn import ERAS, decades, starts_in
from geo.ties.groups import Area
from pages.parts import session
from pages.parts.choice import keys
from pages.parts.keeping import kept
from pages.parts.screen import ground


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


def as_seen(picture: str, **wishes: Any) -> Order:
    """An order for a picture of the present view, on the ground of the reader's theme."""
    wish = Wish(**{"sheet": ground().name, **wishes})
    return Order(session.view().but(partner=None), picture, wish, choices())
