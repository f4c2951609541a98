"""Who is drawn as one mark: ties alone, and every group of homes that share a partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from geo.figures.map.groups import grouped, in_order, when
from geo.ties.roster import Roster
from geo.ties.time import NEVER


def slugs(groups: Iterable[list[object]]) -> list[tuple[str, ...]]:
    return [tuple(tie.Index for tie in some) for some in groups]  # type: ignore[attr-defined]


def groups_of(roster: Roster, place: str) -> list[tuple[str, ...]]:
    ties = roster.ties[roster.ties["place"] == place]
    return slugs(grouped(in_order(roster, ties)))


def test_ties_come_alone_first_and_in_the_order_of_homes_and_age(small: Roster) -> None:
    ordered = in_order(small, small.ties)
    found = slugs(grouped(ordered))
    alone = [some[0] for some in found[: len(small.ties)]]
    assert alone == list(ordered.index)
    assert sorted(alone) == sorted(small.ties.index)
    assert all(len(some) > 1 for some in found[len(small.ties) :])
    homes = list(dict.fromkeys(ordered["home"]))
    assert homes == list(small.homes.index)
    for home in homes:
        dated = ordered[ordered["home"] == home]["earliest"].dropna()
        assert dated.is_monotonic_increasing


def test_three_homes_of_one_partner_are_gathered_in_pairs_and_then_all(small: Roster) -> None:
    assert groups_of(small, "lodz")[3:] == [
        ("tianjin-lodz", "guangzhou-lodz"),
        ("tianjin-lodz", "wuhan-lodz"),
        ("guangzhou-lodz", "wuhan-lodz"),
        ("tianjin-lodz", "guangzhou-lodz", "wuhan-lodz"),
    ]


def test_two_ties_of_one_home_are_never_one_mark_and_each_meets_the_other_home(
    small: Roster,
) -> None:
    assert groups_of(small, "oita")[3:] == [
        ("tianjin-heping-oita", "wuhan-oita"),
        ("tianjin-heping-oita", "wuhan-hongshan-oita"),
    ]


def test_a_group_is_of_one_partner_and_of_different_homes(roster: Roster, small: Roster) -> None:
    for some in (roster, small):
        for group in grouped(in_order(some, some.ties)):
            assert len({tie.place for tie in group}) == 1
            assert max(Counter(tie.home for tie in group).values()) == 1


def test_a_group_shows_from_the_last_making_to_the_first_end(small: Roster) -> None:
    def years(*ties: str) -> tuple[int, int, int]:
        frame: pd.DataFrame = in_order(small, small.ties.loc[list(ties)])
        return when(list(frame.itertuples()), small.period)

    assert years("tianjin-lodz") == (1994, 1994, NEVER)
    assert years("tianjin-lodz", "guangzhou-lodz", "wuhan-lodz") == (1994, 2005, NEVER)
    assert years("tianjin-kobe", "wuhan-kobe") == (1973, 1985, 2010)
    assert years("guangzhou-sofia", "tianjin-sofia") == (1995, 2004, 2012)
    assert years("wuhan-windhoek") == (*small.period, NEVER)
