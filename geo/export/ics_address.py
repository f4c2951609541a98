"""How a reader wants a calendar, in the parameters of its address: written and read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geo.export.ics import CalendarOptions
from geo.i18n.dates import precision
from geo.ties.address import normalised
from geo.ties.called import plain
from geo.ties.parameters import NO, YES
from geo.ties.roster import Roster
from geo.ties.view import View

PAGE = "calendar"
"""Its part of the address, before ``.ics``."""
MOST_DAYS = 365
"""Days before an event that an alarm may ring."""


def calendar_query(view: View, options: CalendarOptions, roster: Roster) -> dict[str, list[str]]:
    """The parameters of a calendar's address: of the view, and what differs from the usual.

    Twelve months are not tied to the day on which they begin, so that a subscription goes on.
    """
    chosen = {
        "alarm": ("" if options.alarm is None else str(options.alarm), ""),
        "titles": ("both" if options.both else "one", "one"),
        "inexact": (str(int(options.inexact)), "1"),
    }
    differing = {name: [value] for name, (value, usual) in chosen.items() if value != usual}
    year = view.due if precision(view.due) == "year" else ""
    asked = view.ties_only.but(lang=view.lang, due=year, round_years=view.round_years)
    return asked.to_query(roster) | differing


def read_options(query: Mapping[str, Sequence[str]]) -> tuple[CalendarOptions, list[str]]:
    """The options that an address asks for, and what of them is not understood."""
    asked = normalised(query)
    given = {
        name: plain(next(filter(None, asked.get(name, ())), ""))
        for name in ("alarm", "titles", "inexact")
    }
    missed = []
    days = given["alarm"]
    if days and not (re.fullmatch("[0-9]{1,3}", days) and int(days) <= MOST_DAYS):
        missed.append(f"alarm={days[:40]}")
        days = ""
    if given["titles"] not in ("", "one", "both"):
        missed.append(f"titles={given['titles'][:40]}")
    if given["inexact"] not in (*YES, *NO):
        missed.append(f"inexact={given['inexact'][:40]}")
    options = CalendarOptions(
        int(days) if days else None, given["titles"] == "both", given["inexact"] not in NO[1:]
    )
    return options, missed
