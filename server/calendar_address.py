"""The address of a calendar of anniversaries, to which a calendar program subscribes.

``/calendar.ics?lang=zh&home=shanghai&alarm=7``: the filters of the view, the round years
(``round``), the span (``due``: a year, or the first day of twelve months) and how the calendar is
wanted (``alarm``, ``titles``, ``inexact``). Without a span it is the twelve months from the day of
the request, so that it goes on by itself.
"""

from __future__ import annotations

import datetime as dt

from anyio import to_thread
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

from geo.export.file_names import file_name
from geo.export.ics import MEDIA, CalendarOptions, as_calendar
from geo.export.ics_address import PAGE, read_options
from geo.export.view_file import tag_of
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View
from server.asked import path_in_app, site_for_others
from server.reading import data_of_the_atlas, refuse_what_is_missed, view_asked
from server.route import FileRoute, file_headers, known_to_reader, weak_tag

SECONDS_KEPT = 3600
"""Calendar programs ask every few hours at the most."""


class CalendarAddress(FileRoute):
    """The route of the calendar."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for the calendar."""
        found = scope["type"] == "http" and path_in_app(scope) == f"{PAGE}.ics"
        return (Match.FULL if found else Match.NONE), {}

    def called(self, scope: Scope) -> str:
        """The calendar."""
        return "calendar"

    async def answer(self, scope: Scope) -> Response:
        """The calendar that a request asks for, or that it is still the same."""
        roster = await to_thread.run_sync(data_of_the_atlas, scope)
        view, options = await to_thread.run_sync(calendar_asked, scope, roster, _today())
        site = site_for_others(scope)
        tag = weak_tag(tag_of((view, options, site), roster))
        name = file_name(view, "anniversaries", "ics", besides=options)
        headers = file_headers(scope, tag, name, view.lang, SECONDS_KEPT)
        if known_to_reader(scope, tag):
            return Response(status_code=304, headers=headers)
        scene = Scene(roster, view, GROUNDS["light"])
        content = await to_thread.run_sync(as_calendar, scene, options, site)
        return Response(content, 200, headers, MEDIA)


def calendar_asked(scope: Scope, roster: Roster, day: dt.date) -> tuple[View, CalendarOptions]:
    """The view and the options of the calendar that a request asks for.

    Args:
        day: on which the twelve months begin where the request names no span.

    Raises:
        Refusal: the request is not understood.
    """
    query, view, missed = view_asked(scope, roster)
    options, more = read_options(query)
    refuse_what_is_missed([*missed, *more], Words(view.lang))
    return view.but(due=view.due or day.isoformat()), options


def _today() -> dt.date:
    """The day of the request, by the clock of the server."""
    return dt.datetime.now(dt.UTC).date()
