"""What falls due: the anniversaries as a list, as a calendar, with briefs on the partners."""

from __future__ import annotations

import datetime as dt
from functools import partial
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from geo.export.file_names import file_name
from geo.export.ics import ALARMS, MEDIA, CalendarOptions, as_calendar, calendar_count
from geo.export.ics_address import PAGE, calendar_query
from geo.figures.growth.anniversaries import anniversaries, lines, span
from geo.i18n import Words, sentences
from geo.i18n.dates import precision
from geo.ties.joining import PREFIX
from geo.ties.view import ROUND_YEARS
from pages.parts import session
from pages.parts.briefs import brief_box, today
from pages.parts.data.addresses import NOT_OF_LISTS
from pages.parts.delivery import app_address, on_this_machine, site
from pages.parts.downloads import for_download
from pages.parts.html import quiet
from pages.parts.keeping import keeps, kept
from pages.parts.show import show

YEARS_OFFERED = 12
"""Years from that of the data on that are offered."""
LONG = 14
"""A list of more rows than this scrolls in its own frame."""
NO_ALARM = "none"
ALARM, TITLES, INEXACT = "alarm of the calendar", "both languages", "inexact days in the calendar"


def show_due() -> None:
    """The figure with its choices; the list in place of the picture."""
    show("anniversaries", controls=_choose, body=_list)


def _choose() -> None:
    """When, and after how many years."""
    view, words, roster = session.view(), session.words(), session.roster()
    as_of = roster.as_of
    spans = ["", today().isoformat(), view.due]
    spans += [str(as_of.year + ahead) for ahead in range(YEARS_OFFERED)]
    st.selectbox(
        words.say("When"),
        list(dict.fromkeys(one for one in spans if one != as_of.isoformat())),
        format_func=partial(_span_called, words, as_of, today()),
        width=360,
        **session.widget("due", view.due, "due", labels=today()),
    )
    longest = span(session.scene()).last.year - roster.period[0]
    offered = sorted(one for one in {*ROUND_YEARS, *view.round_years} if one <= longest)
    beyond = [one for one in view.round_years if one > longest]
    st.pills(
        words.say("Round years"),
        offered,
        selection_mode="multi",
        format_func=words.number,
        **session.widget(
            "round years",
            [one for one in view.round_years if one in offered],
            "round_years",
            lambda some: tuple(sorted({*some, *beyond})) if some else None,
            labels=tuple(offered),
        ),
    )


def _span_called(words: Words, as_of: dt.date, now: dt.date, due: str) -> str:
    """An option; asked outside of a run of the page too."""
    if precision(due) == "year":
        return words.date(due)
    if due == now.isoformat():
        return words.say("Twelve months from today")
    day = words.date(due or as_of.isoformat())
    return words.say("Twelve months from {day}", day=day)


def _list() -> None:
    """Every anniversary in a row; those chosen go into the briefs, or all if none is."""
    scene, words = session.scene(), session.words()
    found = anniversaries(scene)
    rows = lines(scene, found)
    table = pd.DataFrame(
        {
            words.say("Date"): [line.date for line in rows],
            words.say("Partner"): [line.partner for line in rows],
            words.say("Years reached"): [one.years for one in found],
            words.say("City"): [line.home for line in rows],
            words.say("Country"): [line.country for line in rows],
            words.say("Caution"): [
                line.note if line.sure else words.say("possibly; {note}", note=line.note)
                for line in rows
            ],
        }
    )
    chosen = st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= LONG else 420,
        on_select="rerun",
        selection_mode="multi-row",
        alt=words.say("Anniversaries"),
        key=f"due {hash((scene.view.lang, *found))}",  # rows chosen in another list mean others
    ).selection.rows
    some = [rows[number].place for number in chosen if number < len(rows)]
    places = list(dict.fromkeys(some or [line.place for line in rows]))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="due files"):
        brief_box(places, "due")
        _calendar()
        if len(rows) > 1:
            quiet(words.say("Choose rows for briefs on their partners; without a choice, on all."))


def _calendar() -> None:
    """The button that opens the calendar: how it is wanted, its file, the address to subscribe."""
    words, scene = session.words(), session.scene()
    with st.popover(words.say("Calendar"), icon=":material/event:", key="calendar"):
        st.selectbox(
            words.say("Alarm"),
            [NO_ALARM, *map(str, ALARMS)],
            format_func=partial(_alarm_called, words),
            **keeps(ALARM, NO_ALARM),
        )
        st.toggle(words.say("Titles in Chinese and English"), **keeps(TITLES, False))
        st.toggle(
            words.say("With those whose day is not known"),
            help=words.say("They stand on the first day possible and say so"),
            **keeps(INEXACT, True),
        )
        days = kept(ALARM, NO_ALARM)
        alarm = None if days == NO_ALARM else int(days)
        options = CalendarOptions(alarm, kept(TITLES, False), kept(INEXACT, True))
        n = calendar_count(scene, options)
        st.download_button(
            words.count("Calendar file, {n} event", "Calendar file, {n} events", n),
            for_download(partial(as_calendar, scene, options, site()), words),
            file_name=file_name(scene.view, "anniversaries", "ics", besides=options),
            mime=MEDIA,
            icon=":material/download:",
            on_click="ignore",
            key="calendar file",
        )
        if left := len(anniversaries(scene)) - n:
            quiet(
                words.count(
                    "{n} anniversary of the list is not in the file: its day is not known.",
                    "{n} anniversaries of the list are not in the file: their days are not known.",
                    left,
                )
            )
        _subscription(options)


def _alarm_called(words: Words, days: str) -> str:
    if days == NO_ALARM:
        return words.say("none")
    if days == "0":
        return words.say("on the day")
    return words.count("{n} day before", "{n} days before", int(days))


def _subscription(options: CalendarOptions) -> None:
    """The address to which a calendar program subscribes."""
    words, view = session.words(), session.view()
    if any(home.startswith(PREFIX) for home in view.homes):
        quiet(words.say(NOT_OF_LISTS))
        return
    told = [words.say("Or give your calendar program this address: it keeps up with the data.")]
    if precision(view.due) != "year":
        told.append(words.say("Twelve months begin with the day on which the program asks."))
    quiet(sentences(told))
    query = urlencode(calendar_query(view, options, session.roster()), doseq=True)
    st.code(f"{app_address()}{PAGE}.ics?{query}", language=None, wrap_lines=True)
    if on_this_machine():
        quiet(words.say("This address works on this computer only."))
