"""The matched comparison: in every country where both homes are, which has the capital, a port."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import pandas as pd

from geo.figures.choice.compare import are
from geo.figures.choice.composing import counted_ties
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.stats.exact import matched_p
from geo.stats.proportions import CONFIDENCE
from geo.ties.supposing import named_hypothetical

Pair = tuple[str, str]
"""Slugs of the two homes, in the view's order."""

BOTH, FIRST, SECOND, NEITHER = "both", "first", "second", "neither"
WHO = (BOTH, FIRST, SECOND, NEITHER)
"""Which of the two homes has a partner of the kind in a country."""


@dataclass(frozen=True)
class Shared:
    """One country in which both homes have a tie.

    Attributes:
        code: alpha-2.
        name: in the reader's language; it says where a tie there is hypothetical.
        partners: of each home of the pair, the oldest tie first, by name.
        who: one of :data:`WHO` for each kind of partner.
    """

    code: str
    name: str
    partners: tuple[tuple[str, ...], tuple[str, ...]]
    who: dict[str, str]


@dataclass(frozen=True)
class Matched:
    """How two homes differ in the countries that they share.

    Attributes:
        kind: a key of :data:`geo.figures.choice.compare.CAPITALS_OR_PORTS`.
        pair: the homes.
        counts: countries by who has a partner of the kind, all of :data:`WHO`.
    """

    kind: str
    pair: Pair
    counts: dict[str, int]

    @property
    def of(self) -> int:
        """How many countries they share."""
        return sum(self.counts.values())

    @property
    def differ(self) -> int:
        """In how many of them one alone has a partner of the kind."""
        return self.counts[FIRST] + self.counts[SECOND]

    @property
    def p(self) -> float:
        """Of the exact test of matched pairs."""
        return matched_p(self.counts[FIRST], self.counts[SECOND])

    @property
    def few(self) -> bool:
        """Whether even a split to one side alone could not be told from the toss of a coin."""
        return matched_p(0, self.differ) >= 1 - CONFIDENCE

    @property
    def ahead(self) -> tuple[tuple[str, int], tuple[str, int]]:
        """The homes with the countries that each alone has, the one with more first."""
        sides = ((self.pair[0], self.counts[FIRST]), (self.pair[1], self.counts[SECOND]))
        return sides if sides[0][1] >= sides[1][1] else (sides[1], sides[0])


def pair_of(ties: pd.DataFrame, homes: Sequence[str]) -> Pair | None:
    """The two homes that share the most countries; nothing where no two share one.

    Args:
        ties: the ties to count.
        homes: slugs, in the order of the view; of equal pairs the first is taken.
    """
    there = {home: set(ties.loc[ties["home"] == home, "country"]) for home in homes}
    pairs = list(combinations(homes, 2))
    best = max(pairs, key=lambda pair: len(there[pair[0]] & there[pair[1]]), default=None)
    return best if best and there[best[0]] & there[best[1]] else None


@lru_cache(maxsize=64)
def shared_countries(
    scene: Scene, kinds: tuple[str, ...]
) -> tuple[Pair | None, tuple[Shared, ...]]:
    """The two homes, and every country that they share, the earliest shared first.

    Args:
        kinds: of :data:`geo.figures.choice.compare.KINDS`.
    """
    ties = counted_ties(scene).sort_values("earliest", kind="stable")
    pair = pair_of(ties, scene.view.homes)
    if pair is None:
        return None, ()
    ties = ties.assign(**{f"is_{kind}": are(ties["role"], kind) for kind in kinds})
    found = [
        _country(str(code), own, pair, kinds, scene.view.lang)
        for code, own in ties[ties["home"].isin(pair)].groupby("country", sort=False)
        if own["home"].nunique() == len(pair)
    ]
    return pair, tuple(found)


def _country(code: str, ties: pd.DataFrame, pair: Pair, kinds: Sequence[str], lang: str) -> Shared:
    own = [ties[ties["home"] == home] for home in pair]
    first, second = (tuple(some[f"name_{lang}"]) for some in own)
    who = {kind: _who(*(bool(some[f"is_{kind}"].any()) for some in own)) for kind in kinds}
    name = str(ties[f"country_{lang}"].iloc[0])
    if ties["supposed"].any():
        name = named_hypothetical(name, Words(lang))
    return Shared(code, name, (first, second), who)


def _who(first: bool, second: bool) -> str:
    if first:
        return BOTH if second else FIRST
    return SECOND if second else NEITHER


def matched(countries: Sequence[Shared], pair: Pair, kind: str) -> Matched:
    """Countries counted by who has a partner of a kind there."""
    return Matched(kind, pair, {who: sum(one.who[kind] == who for one in countries) for who in WHO})
