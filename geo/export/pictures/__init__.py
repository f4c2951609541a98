"""Every map and chart of the app as a picture, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from geo.export.drawing import Drawing, Scene
from geo.export.pictures import article, choice, maps, matrix, rivals
from geo.words import mark


@dataclass(frozen=True)
class Picture:
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
    draw: Callable[[Scene], Drawing]
    part: int = 0


_FIRST = (
    Picture("map", "", mark("Map"), maps.world),
    Picture("shares", "strategy", mark("Shares of capitals and ports"), choice.shares),
    Picture("matrix", "strategy", mark("Who sits where"), matrix.who_sits_where),
    Picture("periods", "strategy", mark("The choice by periods"), choice.moved),
    Picture("in-force", "strategy", mark("Shares among the ties in force"), choice.standing),
    Picture("ranks", "strategy", mark("Rank among the cities of its country"), choice.ranks),
    Picture("distances", "strategy", mark("Distance from home"), choice.distances),
    Picture("continents", "strategy", mark("Continents"), choice.continents),
)
_LAST = (
    Picture("latecomers", "rivals", mark("Taken capitals"), rivals.kept_away),
    Picture("coverage", "rivals", mark("Coverage of an area"), rivals.covered),
    Picture("verdicts", "article", mark("The article’s statements"), article.verdicts),
    Picture("official", "article", mark("Official counts"), article.official),
)
STRIPS = {
    "rivals": (False, mark("Who came first")),
    "alone": (True, mark("One home alone")),
}
"""The strips of countries, each in as many pictures as it takes."""


def picture_of(scene: Scene, key: str) -> Picture | None:
    """One picture of a view; the strips, which take counting, are counted only if one is asked for.

    Returns:
        Nothing, if the view has no such picture.
    """
    plain = {one.key: one for one in (*_FIRST, *_LAST)}
    return plain.get(key) or pictures(scene).get(key)


def pictures(scene: Scene) -> dict[str, Picture]:
    """Every picture of a view, by key, in the order of the pages."""
    strips = [
        Picture(
            key if part == 0 else f"{key}-{part + 1}",
            "rivals",
            name,
            partial(rivals.strip, alone=alone, part=part),
            part + 1 if several > 1 else 0,
        )
        for key, (alone, name) in STRIPS.items()
        for several in [max(1, len(rivals.parts(scene, alone)))]
        for part in range(several)
        if part or several > 1 or key == "rivals" or rivals.parts(scene, alone)
    ]
    return {one.key: one for one in (*_FIRST, *strips, *_LAST)}
