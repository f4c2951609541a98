"""The numbers under the map: how many ties, of whom, with how many partners where."""

from __future__ import annotations

from dataclasses import dataclass

from geo.figures.figure import Scene
from geo.style.colours import home_colours
from geo.ties.counts import Span, tally
from geo.ties.select import select


@dataclass(frozen=True)
class KeyFigure:
    """One number.

    Attributes:
        name: what is counted.
        number: as the language writes it; the certain and, where it differs, the possible one.
        colour: ``#rrggbb`` of the home that it is of, if it is of one.
    """

    name: str
    number: str
    colour: str = ""


def key_figures(scene: Scene) -> list[KeyFigure]:
    """The numbers of what a view shows: ties, those of each home, partners, countries."""
    words, roster = scene.words, scene.roster
    counts = tally(select(roster, scene.view), scene.view)
    colours = home_colours(roster.homes, scene.ground)
    found = [(words.say("Ties"), counts.ties, "")]
    found += [
        (words.of(roster.homes.loc[home], "name"), count, colours[home])
        for home, count in counts.by_home.items()
    ]
    found += [
        (words.say("Partners"), counts.partners, ""),
        (words.say("Shared partners"), Span(counts.shared, counts.shared), ""),
        (words.say("Countries and territories"), counts.countries, ""),
    ]
    if counts.ended:
        found.append((words.say("Ended, dashed"), Span(counts.ended, counts.ended), ""))
    return [
        KeyFigure(name, words.range(count.certain, count.possible), colour)
        for name, count, colour in found
    ]
