"""What falls due on the page on growth, and the briefs of the card, without a browser."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import vobject
from streamlit.testing.v1 import AppTest

from geo.export.ics import CalendarOptions, as_calendar
from geo.figures.growth.anniversaries import anniversaries
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.view import View
from pages.parts import briefs
from tests.pages.app import opened, opened_on, read, sound


def view_of(at: AppTest) -> View:
    view: View = at.session_state["the view"]
    return view


def labels(at: AppTest) -> list[str]:
    return [str(one.proto.label) for one in at.get("download_button")]


def due_list(at: AppTest) -> pd.DataFrame:
    return next(table.value for table in at.dataframe if "Caution" in table.value)


def test_a_reader_chooses_years_takes_a_calendar_and_briefs(monkeypatch: Any) -> None:
    monkeypatch.setattr(briefs, "today", lambda: dt.date(2026, 11, 27))
    at = opened_on("timeline", lang="en", due="2027")
    roster = load_roster()
    found = anniversaries(Scene(roster, view_of(at), GROUNDS["light"]))
    assert len(due_list(at)) == len(found) > 10
    assert "2 anniversaries of the list are not in the file" in read(at)  # of Sofia
    box = at.selectbox(key="due")
    assert box.options[0] == "Twelve months from 26 November 2026"
    sound(box.select("2028").run())
    assert view_of(at).due == "2028"
    sound(at.button_group(key="round years").set_value([40, 50]).run())
    numbers = view_of(at).round_years  # those that no tie can reach stay as they were
    assert [one for one in numbers if one < 60] == [40, 50] and 100 in numbers
    some = anniversaries(Scene(roster, view_of(at), GROUNDS["light"]))
    assert len(due_list(at)) == len(some) and {one.years for one in some} <= {40, 50}
    before = at.code[0].value
    assert before.startswith("./calendar.ics?lang=en&") and "due=2028" in before
    sound(at.toggle(key="both languages").set_value(True).run())
    assert at.code[0].value == f"{before}&titles=both"
    scene = Scene(roster, view_of(at), GROUNDS["light"])
    days = vobject.readOne(as_calendar(scene, CalendarOptions(both=True)).decode()).vevent_list
    assert f"Calendar file, {len(days)} events" in labels(at)
    assert "not in the file" not in read(at)
    assert {"Word", "PDF"} <= set(labels(at))


def test_nothing_due_is_said_with_a_way_on() -> None:
    at = opened_on("timeline", lang="zh", due="2027", home="shanghai", country="JP")
    told = " ".join(str(one.value) for one in at.info)
    assert "请选择其他年份" in told and not any("简报" in label for label in labels(at))


def test_a_card_has_a_brief_on_its_partner() -> None:
    at = opened(lang="zh", partner="hamburg")
    assert {"Word", "PDF"} <= set(labels(at))
    assert at.button_group(key="language of briefs, card").value == "zh"
