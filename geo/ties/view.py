"""The view: the one object that says what the reader has chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from geo.ties.roster import LEVELS, Roster
from geo.ties.supposed import Supposed
from geo.ties.time import Years

LANGUAGES = ("zh", "en")
ORDERS = ("lead", "date", "name")
"""How countries may be put in order: by the lead of the first home, by date, by name."""
VERDICTS = ("holds", "partly", "fails", "untold", "changed")
"""Which statements may be listed: those of a verdict, or those whose verdict has changed since."""
WEIGHED = ("port", "capital", "size", "distance", "own", "other", "region")
"""What can be given more or less weight in proposing cities (:mod:`geo.figures.prospects`)."""
MOST_WEIGHT = 300
"""Per cent of its own weight that anything counts at the most."""
MOST_STARTS = 30
"""Years in which periods begin that are kept; more could not be drawn."""
SPLITS = ("none", "level", "region", "role")
"""By what the curves of growth may be parted."""
MOST_MARKS, LONGEST_MARK = 8, 24
"""Marks of a reader's own on a timeline, and characters of the name of one."""
MARK_YEARS = (1900, 2099)
"""Between which such a mark may lie."""
NO_MARKS = ("none",)
"""How an address says that no turning point is marked."""
GROUPS = ("asean", "eu", "brics", "belt-road", "un")
"""Groups of states that an area may be (:mod:`geo.ties.groups`)."""
TURNING_YEAR = 2013
"""Before and since which ties are compared until the reader chooses: the Belt and Road Initiative
was announced in it."""
ROUND_YEARS = tuple(range(5, 101, 5))
"""Years after which an anniversary is round until the reader chooses others."""
MOST_ROUND = 30
"""Of these years, so many are kept at the most."""
OF_PAGES = (
    "proposals",
    "area",
    "order",
    "periods",
    "turn",
    "verdict",
    "split",
    "marks",
    "own_marks",
    "events",
    "due",
    "round_years",
    "untied",
    "weights",
    "city",
    "suppose",
)
"""Choices of a page, which decide nothing about which ties are shown."""
LONGEST_SEARCH = 80
"""Characters of a search text that are kept; no name of a place is longer."""

Query = Mapping[str, Sequence[str]]
"""Parameters of an address: every name with all its values, as text."""


@dataclass(frozen=True)
class View:
    """What the reader has chosen, frozen and hashable, to and from the address bar.

    Attributes:
        lang: language of the page, one of :data:`LANGUAGES`.
        years: first and last year of establishment, both included.
        homes: slugs of the homes that are compared, in the roster's order.
        levels: levels of ties, in the order of :data:`geo.ties.roster.LEVELS`.
        countries: alpha-2 codes; empty means all.
        regions: M49 codes and slugs of groups; empty means all.
        roles: roles of partners (:data:`geo.ties.roles.ROLES`); empty means all.
        broad: whether roles are counted broadly (:func:`geo.ties.roles.role`).
        q: a text to be found in a name; empty means all.
        ended: whether ties that have ended are shown.
        proposals: whether the map shows cities that the article names and that are no ties.
        partner: slug of the chosen place, or ``None``.
        area: slug of a group or M49 code of the area asked about on the page of countries; empty
            for the usual one.
        order: how countries are put in order there, one of :data:`ORDERS`.
        periods: ``eras``, ``decades``, or the first years of the reader's own periods.
        turn: the year before and since which ties are compared; ``None`` for the usual one.
        untied: whether only cities are proposed in whose country the home has no tie.
        weights: what counts more or less in proposing cities (:data:`WEIGHED`), with its per cent
            where that is not 100.
        city: slug of the city whose prospects are shown; empty for none.
        verdict: which statements of the article are listed; empty for all.
        split: by what the curves of growth are parted, one of :data:`SPLITS`.
        marks: slugs of the turning points that curves are marked with; ``None`` for all.
        own_marks: marks of the reader's own, each a year and a short name, by year.
        events: slug of the place whose events are shown; empty for all.
        due: when the anniversaries fall that are listed: a year (``2027``), or the first day of
            twelve months (``2026-11-27``); empty for the twelve months from the as-of day.
        round_years: after how many years an anniversary is round, in order.
        suppose: ties that there are not, laid into the figures (:mod:`geo.ties.supposing`).
    """

    lang: str
    years: Years
    homes: tuple[str, ...]
    levels: tuple[str, ...] = LEVELS[:1]
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    broad: bool = False
    q: str = ""
    ended: bool = False
    proposals: bool = False
    partner: str | None = None
    area: str = ""
    order: str = "lead"
    periods: tuple[int, ...] | str = "eras"
    turn: int | None = None
    verdict: str = ""
    split: str = SPLITS[0]
    marks: tuple[str, ...] | None = None
    own_marks: tuple[tuple[int, str], ...] = ()
    events: str = ""
    due: str = ""
    round_years: tuple[int, ...] = ROUND_YEARS
    untied: bool = False
    weights: tuple[tuple[str, int], ...] = ()
    city: str = ""
    suppose: tuple[Supposed, ...] = ()

    @classmethod
    def default(cls, roster: Roster, lang: str = "en") -> View:
        """Sister ties of all homes of the package over the whole period.

        Homes that a reader has added are looked at when they are chosen: an address that is sent
        to others must name them, for it leads to others' data.
        """
        homes = tuple(roster.without_brought.homes.index)
        return cls(lang=lang, years=roster.period, homes=homes)

    @classmethod
    def from_query(cls, query: Query, roster: Roster, lang: str = "en") -> View:
        """The view that an address asks for.

        Every address opens a valid view; :func:`geo.ties.address.read_address` says what of it is
        not understood.

        Args:
            query: parameters of the address.
            roster: what there is to choose from.
            lang: the language where the address names none.
        """
        from geo.ties.address import read_address  # which reads into views, so it imports this

        return read_address(query, roster, lang)[0]

    def to_query(self, roster: Roster) -> dict[str, list[str]]:
        """The address of this view: its language, and what differs from the default."""
        default = View.default(roster)
        chosen: dict[str, tuple[Any, Any]] = {
            "years": (self.years, default.years),
            "home": (self.homes, default.homes),
            "level": (self.levels, default.levels),
            "country": (self.countries, ()),
            "region": (self.regions, ()),
            "role": (self.roles, ()),
            "broad": ((int(self.broad),), (0,)),
            "q": ((self.q,), ("",)),
            "ended": ((int(self.ended),), (0,)),
            "proposals": ((int(self.proposals),), (0,)),
            "partner": ((self.partner,), (None,)),
            "area": ((self.area,), ("",)),
            "order": ((self.order,), (ORDERS[0],)),
            "periods": (_periods_written(self.periods), ("eras",)),
            "turn": ((self.turn,), (None,)),
            "verdict": ((self.verdict,), ("",)),
            "split": ((self.split,), (SPLITS[0],)),
            "marks": (_marks_written(self.marks), ()),
            "mark": (tuple(f"{year} {name}" for year, name in self.own_marks), ()),
            "events": ((self.events,), ("",)),
            "due": ((self.due,), ("",)),
            "round": (self.round_years, ROUND_YEARS),
            "untied": ((int(self.untied),), (0,)),
            "weight": (tuple(f"{one}-{share}" for one, share in self.weights), ()),
            "city": ((self.city,), ("",)),
            "suppose": (self.suppose, ()),
        }
        differing = {name: value for name, (value, usual) in chosen.items() if value != usual}
        return {"lang": [self.lang]} | {
            name: [str(part) for part in value] for name, value in differing.items()
        }

    def but(self, **changes: Any) -> View:
        """This view with some of its choices changed."""
        return replace(self, **changes)

    @property
    def turning_year(self) -> int:
        """The year before and since which ties are compared: inside the years of the view."""
        first, last = self.years
        return min(max(self.turn or TURNING_YEAR, first), last)

    @property
    def filters_only(self) -> View:
        """The choices that decide which ties can appear at all, whatever the years.

        Views that differ in nothing else share one set of map data.
        """
        return replace(
            self.ties_only,
            lang=self.lang,
            years=(0, 0),
            ended=True,
            proposals=self.proposals,
            suppose=self.suppose,
        )

    @property
    def ties_only(self) -> View:
        """The choices that decide which ties are shown: no language, no card, no page's own.

        Nor what is supposed: hypothetical ties are in a roster of their own or in none.
        """
        usual = {one.name: one.default for one in fields(self) if one.name in OF_PAGES}
        return replace(self.pictured, lang="").but(**usual)

    @property
    def pictured(self) -> View:
        """What a figure may depend on: everything but the open card."""
        return replace(self, partner=None)

    def shows_whole_period(self, roster: Roster) -> bool:
        """Whether the years take in the whole period of the roster."""
        first, last = roster.period
        return self.years[0] <= first and self.years[1] >= last


def _periods_written(periods: tuple[int, ...] | str) -> tuple[str, ...]:
    if isinstance(periods, str):
        return (periods,)
    return tuple(str(year) for year in periods) or ("own",)


def _marks_written(marks: tuple[str, ...] | None) -> tuple[str, ...]:
    return () if marks is None else marks or NO_MARKS
