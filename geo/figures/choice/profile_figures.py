"""The figures: rank in the country, distance, continent of the partners of each home."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from geo.figures.alternative import of_numbers
from geo.figures.choice.composing import composed, counted_ties, left_out_remark
from geo.figures.choice.profile import (
    KM_A_BIN,
    RANKS,
    Spread,
    by_continent,
    by_distance,
    by_rank,
)
from geo.figures.choice.profile_charts import bars, histogram
from geo.figures.choice.profile_text import (
    continent_sentence,
    distance_difference,
    distance_sentence,
    rank_difference,
    rank_sentence,
    unranked_remark,
)
from geo.figures.figure import Figure
from geo.figures.panel import Numbers, Panel, Series, Spec, filled, stretched
from geo.figures.scene import Scene
from geo.i18n.phrases import CONTINENTS
from geo.style.colours import home_colours
from geo.ties.names import home_name

Draw = Callable[[str], Spec]
"""Draws the chart of one home."""


def ranks(scene: Scene) -> Figure:
    """How large the partners are in their countries."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted_ties(scene)
    sentence, spread = rank_sentence(ties, view.homes, roster, words), by_rank(ties, view.homes)
    return composed(
        scene,
        sentence,
        _lying(scene, spread, [words.say(name) for name in RANKS.values()], sentence),
        topic=words.say("Rank among the cities of its country"),
        columns=3,
        remarks=[
            *rank_difference(ties, view.homes, roster, words),
            *unranked_remark(ties, words),
            *left_out_remark(scene),
        ],
    )


def distances(scene: Scene) -> Figure:
    """How far away the partners lie."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    ties = counted_ties(scene)
    sentence = distance_sentence(ties, view.homes, roster, words)
    spread = by_distance(ties, view.homes)
    edges = range(0, KM_A_BIN * len(spread.classes), KM_A_BIN)
    names = [words.between(words.number(edge), words.number(edge + KM_A_BIN)) for edge in edges]

    def draw(home: str) -> Spec:
        return histogram(spread, home, roster, words, ground, sentence)

    return composed(
        scene,
        sentence,
        _panels(scene, spread, names, draw, standing=True),
        topic=words.say("Distance to the partners"),
        columns=3,
        remarks=[*distance_difference(ties, view.homes, words), *left_out_remark(scene)],
    )


def continents(scene: Scene) -> Figure:
    """On which continents the partners lie."""
    view, words = scene.view, scene.words
    ties = counted_ties(scene)
    sentence = continent_sentence(ties, view.homes, scene.roster, words)
    spread = by_continent(ties, view.homes)
    known = [CONTINENTS.get(name, name) for name in spread.classes]
    return composed(
        scene,
        sentence,
        _lying(scene, spread, [words.say(name) for name in known], sentence),
        topic=words.say("Continents"),
        columns=3,
        remarks=left_out_remark(scene),
    )


def _lying(scene: Scene, spread: Spread, names: Sequence[str], sentence: str) -> list[Panel]:
    """Lying bars, a panel a home."""

    def draw(home: str) -> Spec:
        return bars(spread, home, names, scene.roster, scene.words, scene.ground, sentence)

    return _panels(scene, spread, names, draw)


def _panels(
    scene: Scene, spread: Spread, names: Sequence[str], draw: Draw, standing: bool = False
) -> list[Panel]:
    """One chart a home, side by side, over one scale; the numbers of all with the first.

    Args:
        names: of the classes.
        standing: whether the bars stand.
    """
    if spread.empty:
        return []
    numbers = Numbers("column" if standing else "bar", names, _series(scene, spread), percent=False)
    told = [of_numbers(replace(numbers, series=[one]), scene.words) for one in numbers.series]
    return [
        Panel(
            partial(_sized, draw, home),
            filled if standing else stretched,
            numbers=None if number else numbers,
            among_first=bool(number),
            scale=1.8 if standing else 2.4,
            least=290,
            tall=180,
            alt=told[number],
        )
        for number, home in enumerate(spread.counts)
    ]


def _sized(draw: Draw, home: str, size: tuple[float, float]) -> Spec:
    """The chart of one home, which is drawn alike in every size."""
    return draw(home)


def _series(scene: Scene, spread: Spread) -> list[Series]:
    colours = home_colours(scene.roster.homes, scene.ground)
    return [
        Series(home_name(scene.roster, home, scene.words), colours[home], list(map(float, counts)))
        for home, counts in spread.counts.items()
    ]
