"""Every map and chart of the app as a picture, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from geo.figures.article import figures as article
from geo.figures.choice import figures as choice
from geo.figures.choice import matrix
from geo.figures.figure import Figure, Scene
from geo.figures.map import figures as world_map
from geo.figures.same_country import figures as same_country
from geo.i18n import mark


@dataclass(frozen=True)
class Entry:
    """One picture that can be made.

    Attributes:
        key: its name in addresses, file names and on the command line.
        page: the page that it belongs to: the page's own part of the address.
        name: what it is called (a message).
        draw: makes it.
        part: which part of several it is, counted from 1; 0 for a whole one.
    """

    key: str
    page: str
    name: str
    draw: Callable[[Scene], Figure]
    part: int = 0


_FIRST = (
    Entry("map", "", mark("Map"), world_map.world),
    Entry("shares", "strategy", mark("Shares of capitals and ports"), choice.shares),
    Entry("matrix", "strategy", mark("Who sits where"), matrix.who_sits_where),
    Entry("periods", "strategy", mark("The choice by periods"), choice.moved),
    Entry("in-force", "strategy", mark("Shares among the ties in force"), choice.standing),
    Entry("ranks", "strategy", mark("Rank among the cities of its country"), choice.ranks),
    Entry("distances", "strategy", mark("Distance from home"), choice.distances),
    Entry("continents", "strategy", mark("Continents"), choice.continents),
)
_LAST = (
    Entry("latecomers", "rivals", mark("Taken capitals"), same_country.kept_away),
    Entry("coverage", "rivals", mark("Coverage of an area"), same_country.covered),
    Entry("verdicts", "article", mark("The article’s statements"), article.verdicts),
    Entry("official", "article", mark("Official counts"), article.official),
)
STRIPS = {
    "rivals": (False, mark("Who came first")),
    "alone": (True, mark("One home alone")),
}
"""The strips of countries, each in as many pictures as it takes."""


def entry_of(scene: Scene, key: str) -> Entry | None:
    """One picture of a view; the strips, which take counting, are counted only if one is asked for.

    Returns:
        Nothing, if the view has no such picture.
    """
    plain = {one.key: one for one in (*_FIRST, *_LAST)}
    return plain.get(key) or catalogue(scene).get(key)


def catalogue(scene: Scene) -> dict[str, Entry]:
    """Every picture of a view, by key, in the order of the pages."""
    strips = [
        Entry(
            key if part == 0 else f"{key}-{part + 1}",
            "rivals",
            name,
            partial(same_country.strip, alone=alone, part=part),
            part + 1 if several > 1 else 0,
        )
        for key, (alone, name) in STRIPS.items()
        for several in [max(1, len(same_country.parts(scene, alone)))]
        for part in range(several)
        if part or several > 1 or key == "rivals" or same_country.parts(scene, alone)
    ]
    return {one.key: one for one in (*_FIRST, *strips, *_LAST)}
