"""The countries of the Belt and Road: who is meant, and which ties are older, counted again."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from geo.data import PACKAGE
from geo.figures.belt_road import definition, older_ties
from geo.i18n import Words, sentences
from geo.i18n.dates import first_day
from geo.ties.groups import BELT_ROAD
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from tests.plain import rows_of

ROSTER = load_roster()
NARROWED = View.default(ROSTER).but(levels=("sister",), regions=(BELT_ROAD,))
HAN_SPACE = re.compile(r"[\u4e00-\u9fff，。；（）] | [\u4e00-\u9fff]")


def signed() -> dict[str, dt.date]:
    """By country, the first day on which its document can have been signed, if still in force."""
    return {
        row["country"]: day
        for row in rows_of(PACKAGE, "groups")
        if row["group"] == BELT_ROAD and not row["until"] and (day := first_day(row["since"]))
    }


def test_ties_older_than_the_document_are_those_of_the_tables() -> None:
    """Only what is older for certain: the last possible day before the first possible one."""
    since = signed()
    country = {row["place"]: row["country"] for row in rows_of(PACKAGE, "places")}
    shown = [
        row
        for row in rows_of(PACKAGE, "ties")
        if row["level"] == "sister"
        and row["home"] in NARROWED.homes
        and not row["ended"]
        and country[row["place"]] in since
    ]
    older = [
        row
        for row in shown
        if row["latest"] and dt.date.fromisoformat(row["latest"]) < since[country[row["place"]]]
    ]
    sentence = older_ties(ROSTER, NARROWED, ROSTER.as_of, Words("en"))
    assert [int(number) for number in re.findall(r"\d+", sentence)] == [len(shown), len(older)]
    assert 0 < len(older) < len(shown)


def test_nothing_is_said_of_older_ties_where_none_is_shown(small: Roster) -> None:
    assert older_ties(ROSTER, NARROWED.but(countries=("US",)), ROSTER.as_of, Words("en")) == ""
    assert older_ties(small, View.default(small), small.as_of, Words("en")) == ""


def test_the_definition_tells_its_day_and_who_withdrew_by_then() -> None:
    early, late = (
        definition(ROSTER, day, Words("en")) for day in (dt.date(2020, 1, 1), ROSTER.as_of)
    )
    assert "56 on 1 January 2020" in early
    assert "Withdrawn" not in early
    assert late.endswith("Withdrawn by then: Italy and Panama.")
    assert "date was not found are left out" in late


@pytest.mark.parametrize("day", [dt.date(2020, 1, 1), ROSTER.as_of])
def test_chinese_sets_no_space_between_its_sentences(day: dt.date) -> None:
    words = Words("zh")
    told = sentences([definition(ROSTER, day, words), older_ties(ROSTER, NARROWED, day, words)])
    assert not HAN_SPACE.search(told), told
