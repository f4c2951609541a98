"""One row of a roster as it was understood, and what holds where it says nothing of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from geo.intake.remarks import Remark, Verdict, verdict_of
from geo.place.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a row says nothing of its own.

    Attributes:
        home: the one home of the list; "" where a column names it, or nobody knows.
        only: whether rows of other homes are left out.
        home_country: of that home.
        country: of the partners.
        kind: of the ties.
        day_first: see :func:`geo.intake.dates.read_date`.
        today: after which no tie can have been made.
    """

    home: str = ""
    only: bool = False
    home_country: str = ""
    country: str = ""
    kind: str = ""
    day_first: bool | None = None
    today: dt.date = field(default_factory=dt.date.today)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was understood.

    Attributes:
        sheet: of a workbook with several, "" otherwise.
        number: as its reader counts.
        home, partner: names as they stand in the file.
        country: ISO 3166-1 alpha-2; "" if not known.
        date: EDTF level 0; "" if not known.
        kind: sister, friendship, partner, intent, or "".
        district: of the home, where the tie is one of a district.
        remarks: why it is not simply good.
        candidates: places that the partner may be, the best first.
        point: latitude and longitude in degrees that the file itself gives.
        home_country: of the home, as far as its table tells; "" if not.
    """

    sheet: str
    number: int
    home: str
    partner: str
    country: str = ""
    date: str = ""
    kind: str = ""
    district: str = ""
    remarks: tuple[Remark, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    point: tuple[float, float] | None = None
    home_country: str = ""

    @property
    def verdict(self) -> Verdict:
        """Whether the row is used."""
        return verdict_of(self.remarks)

    @property
    def place(self) -> Candidate | None:
        """The place it is taken for."""
        return self.candidates[0] if self.candidates else None

    @property
    def where(self) -> tuple[float, float] | None:
        """Latitude and longitude: what the file gives, else of the place."""
        return self.point or ((self.place.lat, self.place.lon) if self.place else None)
