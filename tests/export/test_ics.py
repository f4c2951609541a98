"""The calendar of anniversaries, read by another program than the one that wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import vobject

from geo.export.ics import CalendarOptions, as_calendar, calendar_count
from geo.export.ics_address import calendar_query, read_options
from geo.figures.growth.anniversaries import anniversaries
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.address import read_address
from geo.ties.roster import Roster, roster_of
from geo.ties.view import LANGUAGES, View
from server.calendar_address import CalendarAddress
from server.settings import Settings
from tests.loops import awaited

HOSTILE = '北京\\, "Kobe"; \r\nBEGIN:VEVENT\n=1+1 <script>\x07' + "友" * 90


def scene_of(roster: Roster, lang: str = "en", due: str = "2027", **choices: Any) -> Scene:
    return Scene(roster, View.default(roster, lang).but(due=due, **choices), GROUNDS["light"])


def events(content: bytes) -> list[Any]:
    return list(getattr(vobject.readOne(content.decode()), "vevent_list", []))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("both", [False, True])
def test_another_reader_finds_every_anniversary_on_its_day(
    roster: Roster, lang: str, both: bool
) -> None:
    scene = scene_of(roster, lang)
    read = events(as_calendar(scene, CalendarOptions(7, both)))
    expected = {
        f"{one.tie.tie}-{one.years}@friendship-city-atlas": one.first
        for one in anniversaries(scene)
        if one.first >= dt.date(2027, 1, 1)
    }
    assert {event.uid.value: event.dtstart.value for event in read} == expected
    assert len(expected) == calendar_count(scene, CalendarOptions()) > 10
    for event in read:
        assert event.dtend.value - event.dtstart.value == dt.timedelta(days=1)
        assert event.valarm.trigger.value == dt.timedelta(hours=9) - dt.timedelta(days=7)
        assert (" / " in event.summary.value) == both
        assert event.transp.value == "TRANSPARENT"
    marseille = next(event for event in read if "marseille" in event.uid.value)
    name = {"en": "Shanghai – Marseille: 40 years (France)", "zh": "上海—马赛结好40周年（法国）"}
    assert marseille.summary.value.split(" / ")[0] == name[lang]


def test_an_unknown_day_is_said_or_left_out(roster: Roster) -> None:
    scene = scene_of(roster)
    read = {
        event.uid.value.split("@")[0]: event
        for event in events(as_calendar(scene, CalendarOptions()))
    }
    riga = read["beijing-riga-10"]
    assert riga.dtstart.value == dt.date(2027, 9, 1) and riga.status.value == "TENTATIVE"
    assert "day not known" in riga.summary.value and "September 2027" in riga.description.value
    assert read["shanghai-marseille-40"].status.value == "CONFIRMED"
    assert not any("sofia" in name for name in read)  # its first day possible is in another year
    exact = events(as_calendar(scene, CalendarOptions(inexact=False)))
    assert {event.status.value for event in exact} == {"CONFIRMED"} and len(exact) < len(read)


def lines_of(content: bytes) -> Iterator[bytes]:
    assert content.endswith(b"\r\n")
    yield from content[:-2].split(b"\r\n")


def test_it_keeps_to_the_rules_and_is_the_same_again_whatever_the_names(small: Roster) -> None:
    """RFC 5545: 3.1 (lines of 75 octets, no letter cut), 3.3.11 (texts), 3.6, 3.8.7.2."""
    places = small.tables["places"].assign(
        name_en=[HOSTILE] * len(small.places), name_zh=[HOSTILE] * len(small.places)
    )
    odd = roster_of({**small.tables, "places": places}, small.release, small.package, "odd")
    scene = scene_of(odd, due="2023")
    content = as_calendar(scene, CalendarOptions(0, True))
    assert content == as_calendar(scene, CalendarOptions(0, True))
    for line in lines_of(content):
        assert len(line) <= 75 and b"\n" not in line and b"\x07" not in line
        line.decode()
    plain = scene_of(small, due="2023")
    uids = [event.uid.value for event in events(content)]
    assert uids == [event.uid.value for event in events(as_calendar(plain, CalendarOptions()))]
    assert uids and all(event.dtstamp.value.date() == small.as_of for event in events(content))
    assert "BEGIN:VEVENT =1+1 <script>" in events(content)[0].summary.value


def test_an_empty_calendar_holds_a_note_and_no_event(small: Roster) -> None:
    content = as_calendar(scene_of(small, due="2022", round_years=(99,)), CalendarOptions())
    assert not events(content)
    assert vobject.readOne(content.decode()).vjournal.summary.value == (
        "No tie reaches a round year in 2022"
    )


def asked(query: str, *headers: tuple[bytes, bytes], method: str = "GET") -> tuple[int, Any, bytes]:
    """What the server answers at the calendar's address."""
    scope: Any = {"type": "http", "method": method, "path": "/calendar.ics", "scheme": "https"}
    scope |= {"query_string": query.encode(), "root_path": ""}
    scope["headers"] = [(b"host", b"atlas.example.org"), *headers]
    told: list[Any] = []

    async def send(message: Any) -> None:
        told.append(message)

    route = CalendarAddress(Settings())
    assert route.matches(scope)[0].value == 2
    awaited(route.handle(scope, None, send))  # type: ignore[arg-type]
    body = b"".join(message.get("body", b"") for message in told[1:])
    return told[0]["status"], dict(told[0]["headers"]), body


def test_the_address_gives_the_calendar_of_the_view(roster: Roster) -> None:
    options = CalendarOptions(3, True, False)
    view = View.default(roster, "zh").but(due="2027", homes=("shanghai",), partner="hamburg")
    query = calendar_query(view, options, roster)
    assert read_options(query) == (options, [])
    assert read_address(query, roster) == (view.but(partner=None), [])
    status, headers, body = asked("lang=zh&due=2027&home=shanghai&alarm=3&titles=both&inexact=0")
    scene = Scene(roster, view.pictured, GROUNDS["light"])
    assert status == 200 and body == as_calendar(scene, options, "https://atlas.example.org/")
    assert headers[b"content-type"] == b"text/calendar; charset=utf-8"
    assert headers[b"content-disposition"].endswith(b'.ics"')
    assert b"URL:https://atlas.example.org/?lang=zh&partner=marseille" in body.replace(
        b"\r\n ", b""
    )
    again = asked(
        "lang=zh&due=2027&home=shanghai&alarm=3&titles=both&inexact=0",
        (b"if-none-match", headers[b"etag"]),
    )
    assert again[0] == 304 and not again[2]


def test_a_subscription_goes_on_and_what_is_not_understood_is_told(roster: Roster) -> None:
    months = View.default(roster).but(due="2026-11-27")
    assert "due" not in calendar_query(months, CalendarOptions(), roster)
    today = dt.datetime.now(dt.UTC).date()
    for event in events(asked("lang=en")[2]):
        assert (
            today
            <= event.dtstart.value
            < dt.date(today.year + 1, today.month, 28) + dt.timedelta(5)
        )
    assert asked("alarm=soon&inexact=perhaps")[0] == 400
    assert b"alarm=soon; inexact=perhaps" in asked("alarm=soon&inexact=perhaps")[2]
    assert asked("home=my-city")[0] == 404 and asked("", method="POST")[0] == 405
