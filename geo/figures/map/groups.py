"""Who is drawn as one mark, and when: ties alone, and ties of several homes with one partner.

Every form of the map draws the same marks: one for each tie, and over them one for every group of
ties of different homes that share a partner, in the colours of all of them. Which of them shows in
a year is decided where the map is looked at, by three years that each mark carries.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pandas as pd

from geo.ties.roster import Roster
from geo.ties.time import NEVER, Years
from geo.ties.view import LANGUAGES

When = tuple[int, int, int]
"""First and last year in which it may have been made, and the year of its end."""

ALWAYS: When = (NEVER, 0, NEVER)
"""The years of a hypothetical tie: after every first and before every last year, so that the rule
of :func:`when` shows it in all of them."""


NAMED = ("name", "country", "home", "home_district")
COLUMNS = (
    *("home", "place", "level", "role", "capital", "rank", "km", "supposed"),
    *("established", "earliest", "latest", "ended", "gone"),
    *("country", "lat", "lon", "home_lat", "home_lon"),
    *(f"{name}_{lang}" for name in NAMED for lang in LANGUAGES),
)
"""What the map asks of a tie; all else would only be carried along through every sorting."""


def asked_of(ties: pd.DataFrame) -> pd.DataFrame:
    """Ties with :data:`COLUMNS` only."""
    return ties[list(COLUMNS)]


def in_order(roster: Roster, ties: pd.DataFrame) -> pd.DataFrame:
    """Ties as the map lays them on: by home in the roster's order (``turn``), then by age."""
    order = {home: place for place, home in enumerate(roster.homes.index)}
    return ties.assign(turn=ties["home"].map(order)).sort_values(["turn", "earliest"])


def grouped(ties: pd.DataFrame) -> list[list[Any]]:
    """Groups of ties to be drawn as one mark: each tie alone, then those that share a partner.

    A hypothetical tie always stands alone.

    Args:
        ties: as :func:`in_order` gives them.
    """
    alone = [[tie] for tie in ties.itertuples()]
    made = ties[~ties["supposed"]]
    shared = made[made.duplicated("place", keep=False)]
    return alone + [
        some
        for _, of_place in shared.groupby("place", sort=False)
        for some in _combinations(list(of_place.itertuples()))
    ]


def when(some: list[Any], whole: Years) -> When:
    """The years of a mark: in them, all of its ties were made and none has ended.

    Args:
        some: the ties of the mark.
        whole: the period of the roster, in which a tie without bounds was made.
    """
    firsts, lasts, ends = zip(*(_of_tie(tie, whole) for tie in some), strict=True)
    return min(firsts), max(lasts), min(ends)


def _of_tie(tie: Any, whole: Years) -> When:
    if tie.supposed:
        return ALWAYS
    known = not pd.isna(tie.earliest)
    return (
        int(tie.earliest.year) if known else whole[0],
        int(tie.latest.year) if known else whole[1],
        NEVER if pd.isna(tie.gone) else int(tie.gone.year),
    )


def _combinations(ties: list[Any]) -> list[list[Any]]:
    """Groups of two or more ties of different homes with one partner, smaller groups first.

    A home may have several ties with one partner, at different levels or times; any of them may be
    the one that stands in the years shown.
    """
    of_home: dict[str, list[Any]] = {}
    for tie in sorted(ties, key=lambda tie: tie.turn):
        of_home.setdefault(tie.home, []).append(tie)
    return [
        list(some)
        for several in range(2, len(of_home) + 1)
        for homes in combinations(of_home.values(), several)
        for some in product(*homes)
    ]
