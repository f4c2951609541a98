"""What a figure is composed from: which data, what the reader has chosen, in which colours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from geo.i18n import Words
from geo.style.colours import Ground
from geo.ties.roster import Roster
from geo.ties.supposing import supposing
from geo.ties.view import View


@dataclass(frozen=True)
class Scene:
    """All that a figure is composed from; hashable, so that what is made of it can be kept.

    Attributes:
        roster: of which data; two rosters are never equal.
        view: what the reader has chosen, and in which language.
        ground: the colours it is drawn in.
    """

    roster: Roster
    view: View
    ground: Ground

    @property
    def words(self) -> Words:
        """The words of the view's language."""
        return Words(self.view.lang)

    def but(self, **changes: Any) -> Scene:
        """The same with some of the view's choices changed."""
        return Scene(self.roster, self.view.but(**changes), self.ground)

    @property
    def supposed(self) -> Scene:
        """The same with the hypothetical ties of the view among the others."""
        return replace(self, roster=supposing(self.roster, self.view))

    @property
    def actual(self) -> Scene:
        """The same without anything hypothetical."""
        return Scene(self.roster.without_supposed, self.view.but(suppose=()), self.ground)
