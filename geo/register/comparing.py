"""The register's pairs beside the ties of the atlas: what is new, missing or dated otherwise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from geo.i18n.dates import first_day, last_day, precision
from geo.i18n.folding import folded
from geo.place.distance import km_between
from geo.place.gazetteer import NEAR_KM, candidates
from geo.register.listing import Pair
from geo.register.matching import Key, Placed, placed_in
from geo.ties.roster import Roster

Verdict = Literal[
    "closes",
    "narrows",
    "otherwise",
    "new",
    "unmatched",
    "elsewhere",
    "missing",
    "ended",
    "other level",
    "still listed",
    "again",
    "agrees",
]
"""What a pair says of a tie: it gives the day that ours lacks; it leaves fewer days; its date is
one that ours excludes. Of a pair without a tie: ``new``; ``unmatched`` where it may be one of ours
under another name; ``elsewhere`` where ours is of another district, or of the city. Of a tie
without a pair: ``missing``; ``ended`` if it had ended; ``other level`` if it is no sister-city tie,
which the register may leave out. A tie that has ended is ``still listed``; a pair comes ``again``
with another date; or the two agree."""
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
BEST = ("agrees", "closes", "narrows", "otherwise")
"""Which of several pairs of one tie is held against it: the one that fits best."""


class Finding(NamedTuple):
    """One thing that was found.

    Attributes:
        verdict: which.
        tie: a row of the joined ties with names as attributes; ``None`` for a pair alone.
        pair: with its home and place; ``None`` for a tie alone.
        perhaps: ties of ours that an unmatched pair may be.
    """

    verdict: Verdict
    tie: Any = None
    pair: Placed | None = None
    perhaps: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All that was found.

    Attributes:
        homes: that were compared: those of which the register has a row.
        silent: homes of which it has none, and nothing is said.
        pairs: of the homes.
        ties: of ours that were compared, how many; ``inexact``: those without a day.
        findings: in the order of the ties and pairs.
    """

    homes: tuple[str, ...]
    silent: tuple[str, ...]
    pairs: tuple[Placed, ...]
    ties: int
    inexact: int
    findings: tuple[Finding, ...]

    def of(self, verdict: Verdict) -> list[Finding]:
        """The findings of one kind."""
        return [finding for finding in self.findings if finding.verdict == verdict]


def compare(roster: Roster, homes: Sequence[str], pairs: Iterable[Pair]) -> Comparison:
    """The pairs of some homes held against their ties.

    Args:
        homes: slugs.
        pairs: of the whole register; those of other cities are passed over.
    """
    placed = placed_in(roster, homes, pairs)
    told = {one.home for one in placed}
    compared = roster.ties[roster.ties["home"].isin(told)]
    ties = list(compared.itertuples())
    return Comparison(
        homes=tuple(home for home in homes if home in told),
        silent=tuple(home for home in homes if home not in told),
        pairs=tuple(placed),
        ties=len(ties),
        inexact=sum(precision(tie.established) != "day" for tie in ties),
        findings=tuple(_findings(ties, placed)),
    )


def _findings(ties: Sequence[Any], placed: Sequence[Placed]) -> Iterator[Finding]:
    pairs: defaultdict[Key, list[Placed]] = defaultdict(list)
    for one in placed:
        pairs[one.key].append(one)
    ours: dict[Key, Any] = {}
    for tie in ties:
        ours.setdefault(_key(tie), tie)
    alone = [one for one in placed if one.key not in ours]
    elsewhere = {one: tie for one in alone for tie in ties if _same_partner(one, tie)}
    taken = {tie.Index for tie in elsewhere.values()}
    for key in (key for key in ours if key in pairs):
        taken.add(ours[key].Index)
        yield from _both(ours[key], pairs[key])
    left = [tie for tie in ties if tie.Index not in taken]
    for one in alone:
        if one in elsewhere:
            yield Finding("elsewhere", elsewhere[one], one)
        else:
            yield _alone(one, [tie for tie in left if tie.home == one.home])
    yield from (Finding(_untold(tie), tie) for tie in left)


def _key(tie: Any) -> Key:
    return tie.home, folded(tie.home_district_zh), tie.place


def _same_partner(one: Placed, tie: Any) -> bool:
    return (one.home, one.place) == (tie.home, tie.place)


def _both(tie: Any, pairs: list[Placed]) -> Iterator[Finding]:
    """A tie beside the pair that fits it best, and the other pairs of the same cities."""
    best, *others = sorted(pairs, key=lambda one: BEST.index(verdict_on(tie, one.pair.date)))
    yield Finding("still listed" if tie.ended else verdict_on(tie, best.pair.date), tie, best)
    yield from (Finding("again", tie, one) for one in others)


def verdict_on(tie: Any, date: str) -> Verdict:
    """What a date of the register says of the days between which a tie was made.

    Args:
        tie: a row with ``earliest`` and ``latest``.
        date: EDTF level 0; "" says nothing, and agrees.
    """
    first, last = first_day(date), last_day(date)
    if first is None or last is None:
        return "agrees"
    known = tie.earliest == tie.earliest  # NaT is not equal to itself
    earliest = tie.earliest.date() if known else dt.date.min
    latest = tie.latest.date() if known else dt.date.max
    if last < earliest or first > latest:
        return "otherwise"
    if first <= earliest and latest <= last:
        return "agrees"
    return "closes" if first == last else "narrows"


def _alone(one: Placed, left: Sequence[Any]) -> Finding:
    """A pair without a tie: new, unless it may be a tie of its home that is left over."""
    perhaps = () if one.place else tuple(_perhaps(one.pair, left))
    known = one.place or (one.pair.country and not perhaps)
    return Finding("new" if known else "unmatched", None, one, perhaps)


def _perhaps(pair: Pair, left: Sequence[Any]) -> Iterator[Any]:
    """Ties whose partner lies where the gazetteer knows a place of the pair's name; of a name that
    it does not know, all ties in its country."""
    places = candidates(pair.partner, pair.country or None)
    for tie in left:
        near = any(km_between((one.lon, one.lat), (tie.lon, tie.lat)) <= NEAR_KM for one in places)
        if near or (not places and tie.country == pair.country):
            yield tie


def _untold(tie: Any) -> Verdict:
    """What a tie is of which the register has no row."""
    if tie.ended:
        return "ended"
    return "missing" if tie.level == "sister" else "other level"
