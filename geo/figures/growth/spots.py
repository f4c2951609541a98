"""Events, and the days on which ties were made and ended, as marks on a strip."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.growth.events import Happening
from geo.figures.growth.strip_chart import Spot
from geo.figures.growth.turning import decimal
from geo.figures.scene import Scene
from geo.i18n.phrases import home_of
from geo.style.colours import home_colours
from geo.ties.select import passing


def spot_of(scene: Scene, one: Happening, row: int) -> Spot:
    """An event as a mark on a strip, counted from 0."""
    words = scene.words
    text = one.text_zh if words.lang == "zh" else one.text_en
    return Spot(
        row,
        decimal(one.first),
        decimal(one.last),
        "event",
        home_colours(scene.roster.homes, scene.ground)[one.home],
        f"{words.date(one.date)}{words.say(': ')}{text}",
    )


def spots_of(scene: Scene, found: Sequence[Happening], place: str, row: int) -> list[Spot]:
    """The events of a partner, and the days on which its ties were made and ended."""
    words, (first, last) = scene.words, scene.view.years
    colours = home_colours(scene.roster.homes, scene.ground)
    ties = passing(scene.roster, scene.view)
    spots = []
    for tie in ties[ties["place"] == place].itertuples():
        dated = [
            ("made", tie.established, (tie.earliest, tie.latest), words.say("tie made")),
            ("ended", tie.ended, (tie.gone, tie.gone), words.say("tie ended")),
        ]
        spots += [
            Spot(
                row,
                decimal(low.date()),
                decimal(high.date()),
                kind,
                colours[tie.home],
                f"{words.date(date)}{words.say(': ')}{called}, {home_of(words, tie)}",
            )
            for kind, date, (low, high), called in dated
            if date and first <= low.year and high.year <= last
        ]
    return [*(spot_of(scene, one, row) for one in found if one.place == place), *spots]
