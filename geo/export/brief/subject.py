"""What a brief is about: a partner, its ties, and how they are written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from geo.export.brief.citing import Citing
from geo.i18n import Words
from geo.ties.partner import KnownTie, known_tie
from geo.ties.roster import Roster
from geo.ties.tie import Tie, ties_of


@dataclass(frozen=True)
class Subject:
    """What a brief is about, and how it is written.

    Attributes:
        roster: whose data.
        slug: of the partner.
        words: of the language.
        citing: numbers the sources.
        day: from which anniversaries are reckoned.
    """

    roster: Roster
    slug: str
    words: Words
    citing: Citing
    day: dt.date

    @cached_property
    def place(self) -> pd.Series:
        """The partner's row of the table of places."""
        return self.roster.places.loc[self.slug]

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Its ties, oldest first, those without a date last."""
        ties = self.roster.ties
        return ties[ties["place"] == self.slug].sort_values("earliest", kind="stable")

    @cached_property
    def known(self) -> list[KnownTie]:
        """What is known of each of these ties, in words."""
        return [known_tie(row, self.roster, None, self.words) for row in self.rows.itertuples()]

    @cached_property
    def ties(self) -> list[Tie]:
        """The same ties as records."""
        records = ties_of(self.roster)
        return [records[slug] for slug in self.rows.index]
