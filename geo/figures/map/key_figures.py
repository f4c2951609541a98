"""The numbers under the map: how many ties, of whom, with how many partners where."""

from __future__ import annotations

from dataclasses import dataclass

from geo.figures.scene import Scene
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
        note: what a reader must know who has seen another number; mostly empty.
    """

    name: str
    number: str
    colour: str = ""
    note: str = ""


def key_figures(scene: Scene) -> list[KeyFigure]:
    """The numbers of what a view shows: ties, those of each home, partners, countries.

    Hypothetical ties count among them, as in the figure under which they stand.
    """
    words, roster = scene.words, scene.supposed.roster
    counts = tally(select(roster, scene.view), scene.view)
    colours = home_colours(roster.homes, scene.ground)
    found = [(words.say("Ties"), counts.ties, "", "")]
    found += [
        (words.of(roster.homes.loc[home], "name"), count, colours[home], _published(scene, home))
        for home, count in counts.by_home.items()
    ]
    found += [
        (words.say("Partners"), counts.partners, "", ""),
        (words.say("Shared partners"), Span(counts.shared, counts.shared), "", ""),
        (words.say("Countries and territories"), counts.countries, "", ""),
    ]
    if counts.ended:
        found.append((words.say("Ended, dashed"), Span(counts.ended, counts.ended), "", ""))
    return [
        KeyFigure(name, words.range(count.certain, count.possible), colour, note)
        for name, count, colour, note in found
    ]


def _published(scene: Scene, home: str) -> str:
    """What the number of a home's sister cities stands beside: the last that was published.

    Returns:
        Nothing where the view shows other levels, or where no number is known.
    """
    words, known = scene.words, scene.roster.official_counts
    own = known[(known["home"] == home) & (known["sister"] != "")]
    if scene.view.levels != ("sister",) or own.empty:
        return ""
    last = own.loc[own["as_of"].idxmax()]
    return words.say(
        "Ties that the atlas could document one by one. Published: {n} sister cities ({date}); why "
        "the two differ is on the page “Checking the article”.",
        n=words.number(int(last["sister"])),
        date=words.date(str(last["as_of"])),
    )
