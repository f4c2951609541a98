"""What is said of the anniversaries of a view: the finding, and what must be known to read them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.growth.anniversaries import PAIR, lines
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.dates import precision
from geo.ties.anniversaries import Anniversary
from geo.ties.tie import shown


def when_asked(scene: Scene) -> str:
    """The span of a view as it stands in a sentence: a year, or twelve months from a day."""
    words, due = scene.words, scene.view.due
    if precision(due) == "year":
        return words.say("in {year}", year=words.date(due))
    day = words.date(due or scene.roster.as_of.isoformat())
    return words.say("in the twelve months from {day}", day=day)


def title(scene: Scene, found: Sequence[Anniversary]) -> str:
    """How many ties reach a round year, and which is the first."""
    words, due = scene.words, scene.view.due
    year = precision(due) == "year"
    when = when_asked(scene) if year else words.say("within twelve months")
    if not found:
        return words.say("No tie reaches a round year {when}", when=when)
    certain = len({one.tie.tie for one in found if one.sure})
    possible = len({one.tie.tie for one in found})
    first = next((one for one in found if one.sure and one.exact), found[0])
    (line,) = lines(scene, [first])
    return words.count(
        "{n} tie reaches a round year {when}: {pair}, {years}",
        "{n} ties reach round years {when}; first {pair}, {years}",
        possible,
        n=words.range(certain, possible),
        when=when,
        pair=words.say(PAIR, home=line.home, partner=line.partner),
        years=line.years,
    )


def remarks(scene: Scene, found: Sequence[Anniversary]) -> list[str]:
    """What must be known to read the list, a sentence each."""
    words = scene.words
    inexact = len({one.tie.tie for one in found if one.sure and not one.exact})
    maybe = len({one.tie.tie for one in found if not one.sure})
    told: list[str] = []
    if inexact:
        told.append(
            words.count(
                "The exact day of {n} is not known; it follows the days of its month or year.",
                "The exact days of {n} are not known; they follow the days of their month or year.",
                inexact,
            )
        )
    if maybe:
        told.append(
            words.count(
                "{n} tie may reach one then, or at another time: it is listed last.",
                "{n} ties may reach one then, or at another time: they are listed last.",
                maybe,
            )
        )
    undated = sum(tie.earliest is None and not tie.ended for tie in shown(scene.roster, scene.view))
    if undated:
        told.append(
            words.count(
                "{n} tie without any date is not listed.",
                "{n} ties without any date are not listed.",
                undated,
            )
        )
    return told


def counted_as_round(scene: Scene) -> str:
    """Which years count as round, in a sentence."""
    words = scene.words
    numbers = words.row(words.number(number) for number in scene.view.round_years)
    return words.say("Round years: {numbers}.", numbers=numbers)


def rules(words: Words) -> list[str]:
    """How anniversaries are reckoned, a sentence each."""
    return [
        words.say("Ended ties have no anniversaries."),
        words.say("A tie made on 29 February has its anniversary on 28 February in other years."),
        words.say(
            "A tie whose date is a month, a year or an interval reaches a round year on an unknown"
            " day of that month, year or interval."
        ),
    ]
