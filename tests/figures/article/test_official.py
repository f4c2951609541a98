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
    ours,
)
from geo.i18n import Words
from geo.ties.roster import Roster
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
    table = official(roster)
    assert {
        (row.count_, row.what): (row.stated, row.certain, row.possible)
        for row in table.rename(columns={"count": "count_"}).itertuples()
    } == expected


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_sentence_counts_the_numbers_that_agree(roster: Roster, lang: str) -> None:
    table = official(roster)
    inside = sum(row.certain <= row.stated <= row.possible for row in table.itertuples())
    sentence = agreement(roster, tuple(roster.homes.index), Words(lang))
    assert str(inside) in sentence
    assert str(len(table)) in sentence
    worst = max(
        max(row.certain - row.stated, row.stated - row.possible) for row in table.itertuples()
    )
    assert str(worst) in sentence
    assert agreement(roster, (), Words(lang))


def test_the_band_never_holds_more_certain_than_possible(roster: Roster) -> None:
    ways = drawn(roster, tuple(roster.homes.index))
    assert ways
    for home, what in ways:
        steps = band(roster, home, what)
        assert (steps["certain"] <= steps["possible"]).all()
        assert steps["day"].is_monotonic_increasing
        assert steps["day"].iloc[-1].date() == roster.as_of
        stated = [row for row in COUNTS if row["home"] == home and row[what]]
        assert len(stated) >= FEWEST_FOR_A_PICTURE


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
