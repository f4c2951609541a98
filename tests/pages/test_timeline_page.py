"""The page on growth: every choice on it belongs to the view, and brushing chooses the years."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from geo.figures.growth.overview import years_brushed
from tests.pages.app import opened_on, read, sent, sound, view_of, written

BRUSHED = "All years: drag across them to choose the years shown"


def overview(at: AppTest) -> Any:
    return next(one for one in at.get("vega_lite_chart") if one.proto.alt == BRUSHED).proto


def brushed(at: AppTest, *span: float) -> AppTest:
    """The page after a span was brushed on the small chart, as the browser tells it."""
    chart = overview(at)
    told = {"selection": {"years": {"when": list(span)} if span else {}}}
    states = [one for one in sent(at).widgets if one.id != chart.id]
    state = WidgetState(id=chart.id, string_value=json.dumps(told))
    return sound(at._run(WidgetStates(widgets=[*states, state])))


def choose(at: AppTest, label: str, value: Any) -> AppTest:
    group: Any = next(one for one in at.get("button_group") if one.proto.label == label)
    return sound(group.set_value(value).run())


def test_a_walk_through_all_choices() -> None:
    at = opened_on("timeline", lang="en")
    assert len(re.findall(r'<h1 class="finding"', written(at))) == 1
    figures = re.findall(r'<p class="quiet caption" data-figure="([^"]+)"', written(at))
    assert figures == ["growth", "made", "pace", "balance", "talks", "events", "anniversaries"]
    assert all(chart.proto.alt for chart in at.get("vega_lite_chart"))

    before = overview(at)
    at = brushed(at, 1985.3, 2001.8)
    assert view_of(at).years == (1985, 2001) and at.slider[0].value == (1985, 2001)
    assert (overview(at).id, overview(at).spec) == (before.id, before.spec), "the hand holds on"
    at = brushed(at, 1985.3, 2004.9)
    assert view_of(at).years == (1985, 2004)
    at = sound(at.slider[0].set_value((1990, 2010)).run())
    assert overview(at).id != before.id and '"x": [1990, 2011]' in overview(at).spec
    at = brushed(at)
    assert view_of(at).years == (1973, 2026), "a double click shows all years"

    at = choose(at, "Curves", "region")
    assert view_of(at).split == "region" and "Europe: Shanghai 27 and Beijing 23" in read(at)
    at = choose(at, "Turning points", ["wto-2001", "expo-2010"])
    assert view_of(at).marks == ("wto-2001", "expo-2010")
    box = next(one for one in at.text_input if one.label == "Marks of your own")
    at = sound(box.set_value("2008 <b>Games</b>； rubbish; 1995").run())
    assert view_of(at).own_marks == ((2008, "<b>Games</b>"),)
    assert "<b>Games" not in written(at) and "<b>Games</b> (2008)" in read(at)
    assert "Not understood: rubbish and 1995. A year from 1900 to 2099" in read(at)
    at = sound(next(one for one in at.text_input if one.label == box.label).set_value("").run())
    assert not view_of(at).own_marks and "Not understood" not in read(at)
    whose = next(one for one in at.selectbox if one.label == "Whose events")
    at = sound(whose.set_value("prague").run())
    assert view_of(at).events == "prague" and "Prague: 9 dated events" in read(at)


def test_an_open_card_offers_its_events_and_an_empty_view_a_way_out() -> None:
    at = opened_on("timeline", lang="zh", partner="hamburg", marks="none", split="role")
    button = next(one for one in at.button if one.label == "仅看汉堡")
    at = sound(button.click().run())
    assert view_of(at).events == "hamburg"
    at = opened_on("timeline", lang="en", q="<b>no such place</b>")
    assert [one.value for one in at.info] == ["These filters and years leave no tie."]


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ((1985.2, 2001.7), (1985, 2001)),
        ((2001.4, 1985.6), (1986, 2000)),
        ((1990.1, 1990.2), (1990, 1990)),
        ((1990.6, 1991.4), (1991, 1991)),
        ((1900.0, 3000.0), (1973, 2026)),
        ((2027.0, 2027.0), (2026, 2026)),
        ((), (1973, 2026)),
    ],
)
def test_a_span_covers_the_years_of_which_it_covers_more_than_half(
    span: tuple[float, ...], years: tuple[int, int]
) -> None:
    assert years_brushed(span, (1973, 2026)) == years
