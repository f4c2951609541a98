"""The colours of homes and grounds."""

from __future__ import annotations

from geo.style.colours import GROUNDS, home_colours
from geo.ties.roster import Roster


def test_colours_of_homes_come_from_the_data_and_can_be_told_from_the_ground(
    roster: Roster, small: Roster
) -> None:
    for ground in GROUNDS.values():
        for some in (roster, small):
            colours = home_colours(some.homes, ground)
            assert list(colours) == list(some.homes.index)
            assert len({*colours.values(), ground.paper, ground.land}) == len(colours) + 2
