"""What a calendar of anniversaries says: its name, the titles and the texts of its events."""

from __future__ import annotations

from geo.export.pptx.fonts import cleaned
from geo.figures.growth.anniversaries import PAIR, Line, why_inexact
from geo.figures.growth.anniversaries_text import when_asked
from geo.figures.scene import Scene
from geo.i18n import sentences
from geo.i18n.phrases import since
from geo.ties.anniversaries import Anniversary
from geo.ties.names import home_names


def calendar_name(scene: Scene) -> str:
    """What the calendar is called in a program."""
    words = scene.words
    homes = words.join(home_names(scene.roster, scene.view.homes, words))
    return cleaned(words.say("Anniversaries of friendship cities: {homes}", homes=homes))


def about_calendar(scene: Scene) -> str:
    """What the calendar holds, and from which data."""
    words = scene.words
    held = words.say("Ties that reach a round year {when}.", when=when_asked(scene))
    return cleaned(sentences([held, _data(scene)]))


def summary(one: Anniversary, line: Line, scene: Scene) -> str:
    """The title of an event: who, how many years, and whether the day is known."""
    words = scene.words
    name = words.say(
        "{pair}: {years} ({country})",
        pair=words.say(PAIR, home=line.home, partner=line.partner),
        years=line.years,
        country=line.country,
    )
    if not one.exact:
        name = words.say("{name} – day not known, {when}", name=name, when=line.rough)
    return cleaned(name)


def description(one: Anniversary, line: Line, scene: Scene) -> str:
    """The text of an event: since when, how sure, why not more exactly, from which data."""
    words, row = scene.words, scene.roster.ties.loc[one.tie.tie]
    level = line.level[:1].upper() + line.level[1:]
    told = [words.say("{level} since {date}.", level=level, date=since(words, row))]
    if not one.exact:
        told.append(
            words.say(
                "The day of the anniversary is not known: {when}. This event stands on the first "
                "day possible.",
                when=line.date,
            )
        )
    told.append(why_inexact(one, scene.roster, words))
    return cleaned(sentences([*filter(None, told), _data(scene)]))


def _data(scene: Scene) -> str:
    words, release = scene.words, scene.roster.release
    return words.say(
        "Friendship-city atlas, data {version}, as of {date}.",
        version=release.version,
        date=words.date(release.as_of.isoformat()),
    )
