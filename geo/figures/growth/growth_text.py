"""How many ties are in force, said in sentences."""

from __future__ import annotations

import datetime as dt

from geo.figures.growth.in_force import Curve, Curves
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.ties.names import home_name
from geo.ties.select import last_day_shown


def growth_title(scene: Scene, found: Curves) -> str:
    """The ties of each home at the end of the years shown, and by when half of them stood."""
    words = scene.words
    homes = [
        _half(home_name(scene.roster, home, words), curve, words) for home, curve in found.items()
    ]
    return words.say(
        "Ties in force {moment}: {homes}",
        moment=moment_of(scene),
        homes=words.say("; ").join(homes),
    )


def ends_sentence(scene: Scene, found: Curves, part: str) -> str:
    """The ties of each home in one part at the end of the years shown."""
    words = scene.words
    homes = [
        words.say(
            "{home} {n}", home=home_name(scene.roster, home, words), n=words.range(*curve.last)
        )
        for home, curve in found.items()
    ]
    return words.say("{part}: {homes}", part=part, homes=words.row(homes))


def moment_of(scene: Scene) -> str:
    """The end of the last year shown, or the as-of day."""
    words, day = scene.words, last_day_shown(scene.roster, scene.view)
    if day < dt.date(scene.view.years[1], 12, 31):
        return words.say("on {day}", day=words.date(day.isoformat()))
    return words.say("at the end of {year}", year=day.year)


def _half(home: str, curve: Curve, words: Words) -> str:
    number = words.range(*curve.last)
    if curve.half is None:
        return words.say("{home} {n}", home=home, n=number)
    return words.say("{home} {n}, half by {year}", home=home, n=number, year=curve.half)
