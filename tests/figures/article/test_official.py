"""Official counts beside ours, counted a second time from the rows of the tables."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest

from geo.data import PACKAGE
from geo.figures.article.official import (
    FEWEST_FOR_A_PICTURE,
    agreement,
    band,
    drawn,
    official,
)
from geo.figures.article.ours import ours
from geo.figures.catalogue import figure_of
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View
from tests.plain import rows_of

COUNTS = rows_of(PACKAGE, "official_counts")
COUNTRY = {row["place"]: row["country"] for row in rows_of(PACKAGE, "places")}
LEVELS = ("sister", "exchange", "district")


def last_day(date: str) -> str:
    if len(date) == 10:
        return date
    year, month = map(int, date.split("-"))
    return f"{date}-{calendar.monthrange(year, month)[1]}"


def standing(home: str, levels: tuple[str, ...], day: str, sure: bool) -> list[dict[str, str]]:
    bound = "latest" if sure else "earliest"
    return [
        row
        for row in rows_of(PACKAGE, "ties")
        if row["home"] == home
        and row["level"] in levels
        and (row[bound] <= day if row[bound] else not sure)
        and not (row["ended"] and row["ended"] <= day)
    ]


def test_every_official_number_stands_beside_ours(roster: Roster) -> None:
    expected = {}
    for row in COUNTS:
        for what in ("total", *LEVELS, "countries"):
            if not row[what]:
                continue
            levels = (what,) if what in LEVELS else LEVELS
            if what == "countries" and not row["total"]:
                levels = ("sister",)
            found = [
                standing(row["home"], levels, last_day(row["as_of"]), sure)
                for sure in (True, False)
            ]
            if what == "countries":
                counted = [len({COUNTRY[tie["place"]] for tie in ties}) for ties in found]
            else:
                counted = [len(ties) for ties in found]
            expected[row["count"], what] = (int(row[what]), *counted)
    assert {
        (one.count, one.what): (one.number, one.own.certain, one.own.possible)
        for one in official(roster)
    } == expected


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_sentence_counts_the_numbers_that_agree(roster: Roster, lang: str) -> None:
    table = official(roster)
    inside = sum(one.own.certain <= one.number <= one.own.possible for one in table)
    sentence = agreement(roster, tuple(roster.homes.index), Words(lang))
    assert str(inside) in sentence
    assert str(len(table)) in sentence
    worst = max(max(one.own.certain - one.number, one.number - one.own.possible) for one in table)
    assert str(worst) in sentence
    assert agreement(roster, (), Words(lang))


def test_the_band_is_our_count_of_every_day(roster: Roster) -> None:
    """On each step, and on the day before the next, as counted one by one; less the last day."""
    ways = drawn(roster, tuple(roster.homes.index))
    assert ways
    for home, what in ways:
        steps = band(roster, home, what)
        assert len([row for row in COUNTS if row["home"] == home and row[what]]) >= (
            FEWEST_FOR_A_PICTURE
        )
        assert steps[-1].day == roster.as_of
        ends = [step.day for step in steps[1:]] + [roster.as_of]
        for step, end in zip(steps, ends, strict=True):
            for day in (step.day, end - dt.timedelta(days=1)):
                if step.day <= day < roster.as_of:
                    own = ours(roster, home, what, day)
                    assert (step.certain, step.possible) == (own.certain, own.possible)


def test_the_figure_draws_nothing_until_a_panel_is_asked_for(
    roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Title, remarks and numbers are wanted at every rerun of a page, and charts are not."""
    chart = "geo.figures.article.figures.official_chart"
    monkeypatch.setattr(chart, lambda *_: pytest.fail("a chart was drawn"))
    figure = figure_of(Scene(roster, View.default(roster, "zh"), GROUNDS["dark"]), "official")
    assert figure.title
    assert all(panel.numbers for panel in figure.panels)
    assert len(figure.tables[0].rows) == len(official(roster))
    other = figure_of(
        Scene(roster, View.default(roster, "zh").but(years=(1980, 1990)), GROUNDS["dark"]),
        "official",
    )
    assert other == figure, "composed once for all views"


def test_a_tie_without_any_date_is_possible_until_today(roster: Roster) -> None:
    eve, today = roster.as_of - dt.timedelta(days=1), roster.as_of
    undated = [
        row
        for row in rows_of(PACKAGE, "ties")
        if row["home"] == "shanghai" and not row["earliest"] and not row["ended"]
    ]
    before, after = (ours(roster, "shanghai", "total", day) for day in (eve, today))
    assert before.possible - before.certain == len(undated)
    assert after.certain == after.possible
