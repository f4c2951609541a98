"""The anniversaries of a view as a calendar file (iCalendar, RFC 5545 and RFC 7986).

An anniversary is an event of one whole day. Its name (``UID``) is made of the tie and the number of
years, so a program that reads the file again knows it again, in whatever language; its time stamp
is the day of the data, so the same data give the same file. One without a known day stands on the
first day on which it can be, tentatively, and says so; where that day is before the span that was
asked about, it stands in the calendar of an earlier one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from icalendar import Alarm, Calendar, Event, Journal

from geo.export.ics_text import about_calendar, calendar_name, description, summary
from geo.export.pptx.fonts import cleaned
from geo.figures.growth.anniversaries import Line, anniversaries, lines, span
from geo.figures.growth.anniversaries_text import title
from geo.figures.scene import Scene
from geo.i18n import LANGUAGE_TAG
from geo.ties.anniversaries import Anniversary
from geo.ties.view import LANGUAGES, View

MEDIA = "text/calendar; charset=utf-8"
DOMAIN = "friendship-city-atlas"
"""Behind the @ of every UID: a name of the project, which is no host."""
HOUR = 9
"""At which an alarm rings."""
ALARMS = (0, 1, 3, 7, 14, 30, 60, 90)
"""Days before an anniversary on which an alarm is offered."""


@dataclass(frozen=True)
class CalendarOptions:
    """How a reader wants a calendar, apart from what stands in it; frozen and hashable.

    Attributes:
        alarm: how many days before each event an alarm rings; ``None`` for no alarm.
        both: whether titles and texts stand in both languages, the view's first.
        inexact: whether anniversaries without a known day are in it.
    """

    alarm: int | None = None
    both: bool = False
    inexact: bool = True


def as_calendar(scene: Scene, options: CalendarOptions, site: str = "") -> bytes:
    """The calendar file of a view.

    Args:
        scene: its view says which ties, which span and which round years.
        site: where others find the atlas, with a slash at the end, for the address of each
            partner; empty where that says nothing to others.
    """
    scenes = _scenes(scene, options)
    found = [one for one in anniversaries(scene) if _stands(one, scene, options)]
    calendar = _calendar(scenes)
    told = [lines(one, found) for one in scenes]
    for number, one in enumerate(found):
        texts = [of_language[number] for of_language in told]
        calendar.add_component(_event(one, texts, scenes, options, site))
    if not found:
        calendar.add_component(_nothing(scenes))
    return bytes(calendar.to_ical())


def calendar_count(scene: Scene, options: CalendarOptions) -> int:
    """How many events the calendar of a view has."""
    return sum(_stands(one, scene, options) for one in anniversaries(scene))


def _scenes(scene: Scene, options: CalendarOptions) -> list[Scene]:
    """The scene in every language of the calendar, the reader's first."""
    others = [lang for lang in LANGUAGES if lang != scene.view.lang] if options.both else []
    return [scene, *(scene.but(lang=lang) for lang in others)]


def _stands(one: Anniversary, scene: Scene, options: CalendarOptions) -> bool:
    asked = span(scene)
    return one.exact or (options.inexact and asked.first <= one.first <= asked.last)


def _calendar(scenes: Sequence[Scene]) -> Calendar:
    """The calendar without events: its name, and how often it is worth reading again."""
    release, names = scenes[0].roster.release, [calendar_name(scene) for scene in scenes]
    found = Calendar()
    found.add("version", "2.0")
    found.add("prodid", f"-//{DOMAIN}//{release.version}//EN")
    found.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        found.add(name, " / ".join(names))
    found.add("description", " / ".join(map(about_calendar, scenes)))
    found.add("last-modified", _stamp(release.as_of))
    found.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    return found


def _stamp(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _event(
    one: Anniversary,
    told: Sequence[Line],
    scenes: Sequence[Scene],
    options: CalendarOptions,
    site: str,
) -> Event:
    """One anniversary as an event; ``told`` has it in words, in the language of each scene."""
    scene = scenes[0]
    pairs = list(zip(told, scenes, strict=True))
    name = " / ".join(summary(one, line, each) for line, each in pairs)
    event = Event()
    event.add("uid", f"{one.tie.tie}-{one.years}@{DOMAIN}")
    event.add("dtstamp", _stamp(scene.roster.as_of))
    event.add("dtstart", one.first)
    event.add("dtend", one.first + dt.timedelta(days=1))
    event.add("summary", name, parameters={"LANGUAGE": LANGUAGE_TAG[scene.view.lang]})
    event.add("description", "\n\n".join(description(one, line, each) for line, each in pairs))
    event.add("status", "CONFIRMED" if one.exact else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("categories", [cleaned(line.home) for line in told])
    if site:
        card = View.default(scene.roster, scene.view.lang).but(partner=one.tie.place)
        event.add("url", f"{site}?{urlencode(card.to_query(scene.roster), doseq=True)}")
    if options.alarm is not None:
        event.add_component(_alarm(options.alarm, name))
    return event


def _alarm(days: int, text: str) -> Alarm:
    """An alarm in the morning, so many days before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", dt.timedelta(hours=HOUR) - dt.timedelta(days=days))
    return alarm


def _nothing(scenes: Sequence[Scene]) -> Journal:
    """What an empty calendar holds, which must hold something: a note that nothing is due."""
    scene = scenes[0]
    entry = Journal()
    entry.add("uid", f"none-{span(scene).first}@{DOMAIN}")
    entry.add("dtstamp", _stamp(scene.roster.as_of))
    entry.add("summary", cleaned(" / ".join(title(one, ()) for one in scenes)))
    return entry
