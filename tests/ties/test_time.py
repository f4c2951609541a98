"""Ties in time: what is certain, what is possible, what is not known."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.roster import Roster
from geo.ties.time import (
    CERTAIN,
    NO,
    POSSIBLE,
    ended_by,
    in_force,
    made_between,
    undated,
    year_not_exact,
)

WHOLE = (1973, 2026)
FIRM = {NO: 0, POSSIBLE: 1, CERTAIN: 2}

days = st.dates(dt.date(1973, 1, 1), dt.date(2026, 12, 31))
years = st.tuples(st.integers(*WHOLE), st.integers(*WHOLE)).map(lambda two: (min(two), max(two)))
intervals = st.tuples(days, days).map(lambda two: (min(two), max(two)))
ends = st.one_of(st.none(), days)


def frame(*intervals: tuple[dt.date, dt.date] | None, gone: dt.date | None = None) -> pd.DataFrame:
    """Ties made between two days each, or at an unknown time."""
    return pd.DataFrame(
        {
            "earliest": pd.to_datetime([known[0] if known else None for known in intervals]),
            "latest": pd.to_datetime([known[1] if known else None for known in intervals]),
            "gone": pd.to_datetime([gone] * len(intervals)),
        }
    )


@given(intervals, years)
def test_made_in_a_period_is_certain_if_every_day_of_the_interval_lies_in_it(
    interval: tuple[dt.date, dt.date], period: tuple[int, int]
) -> None:
    inside = {interval[0].year, interval[1].year} <= set(range(period[0], period[1] + 1))
    touches = set(range(interval[0].year, interval[1].year + 1)) & set(
        range(period[0], period[1] + 1)
    )
    expected = CERTAIN if inside else POSSIBLE if touches else NO
    assert made_between(frame(interval), period, WHOLE).tolist() == [expected]


@given(st.one_of(st.none(), intervals), years, st.integers(0, 60), st.integers(0, 60))
def test_a_wider_period_never_loses_a_tie(
    interval: tuple[dt.date, dt.date] | None, period: tuple[int, int], before: int, after: int
) -> None:
    wider = (max(WHOLE[0], period[0] - before), min(WHOLE[1], period[1] + after))
    [narrow] = made_between(frame(interval), period, WHOLE)
    [wide] = made_between(frame(interval), wider, WHOLE)
    assert FIRM[wide] >= FIRM[narrow]


@given(years)
def test_a_tie_without_bounds_belongs_only_to_the_whole_period(period: tuple[int, int]) -> None:
    expected = CERTAIN if period == WHOLE else NO
    assert made_between(frame(None), period, WHOLE).tolist() == [expected]


@given(st.lists(days, max_size=30), years)
def test_ties_of_exact_date_made_year_by_year_add_up_to_the_period(
    exact: list[dt.date], period: tuple[int, int]
) -> None:
    ties = frame(*((day, day) for day in exact))
    by_year = [
        (made_between(ties, (year, year), WHOLE) == CERTAIN).sum()
        for year in range(period[0], period[1] + 1)
    ]
    assert sum(by_year) == (made_between(ties, period, WHOLE) == CERTAIN).sum()
    assert POSSIBLE not in set(made_between(ties, period, WHOLE))


@given(st.one_of(st.none(), intervals), ends, days)
def test_in_force_on_a_day(
    interval: tuple[dt.date, dt.date] | None, gone: dt.date | None, day: dt.date
) -> None:
    [answer] = in_force(frame(interval, gone=gone), day)
    if gone is not None and gone <= day:
        assert answer == NO
    elif interval is None:
        assert answer == POSSIBLE
    elif interval[1] <= day:
        assert answer == CERTAIN
    else:
        assert answer == (POSSIBLE if interval[0] <= day else NO)


def test_a_tie_is_in_force_from_the_end_of_its_day_to_the_day_before_its_end() -> None:
    made, gone = dt.date(1990, 5, 1), dt.date(2010, 6, 30)
    tie = frame((made, made), gone=gone)
    one = dt.timedelta(days=1)
    asked = [made - one, made, gone - one, gone, gone + one]
    assert [in_force(tie, day).iloc[0] for day in asked] == [NO, CERTAIN, CERTAIN, NO, NO]
    assert [bool(ended_by(tie, day).iloc[0]) for day in asked] == [False, False, False, True, True]


def test_a_month_is_possible_before_its_last_day_and_certain_on_it() -> None:
    tie = frame((dt.date(2017, 9, 1), dt.date(2017, 9, 30)))
    asked = [dt.date(2017, 8, 31), dt.date(2017, 9, 1), dt.date(2017, 9, 29), dt.date(2017, 9, 30)]
    assert [in_force(tie, day).iloc[0] for day in asked] == [NO, POSSIBLE, POSSIBLE, CERTAIN]


def test_the_index_of_the_ties_is_kept(small: Roster) -> None:
    ties = small.ties.iloc[::-1]
    assert list(made_between(ties, (1980, 1990), small.period).index) == list(ties.index)
    assert list(in_force(ties, small.as_of).index) == list(ties.index)


def test_unknown_dates_are_told_apart_from_inexact_years(small: Roster) -> None:
    assert set(small.ties.index[undated(small.ties)]) == {"wuhan-windhoek"}
    assert set(small.ties.index[year_not_exact(small.ties)]) == {
        "wuhan-windhoek",
        "guangzhou-sofia",
        "tianjin-sofia",
    }


@pytest.mark.parametrize(
    ("years", "answer"),
    [
        ((2001, 2004), CERTAIN),
        ((1973, 2003), POSSIBLE),
        ((2004, 2020), POSSIBLE),
        ((2002, 2003), POSSIBLE),
        ((1973, 2000), NO),
        ((2005, 2020), NO),
    ],
)
def test_a_tie_with_bounds_only(small: Roster, years: tuple[int, int], answer: str) -> None:
    sofia = small.ties.loc[["guangzhou-sofia"]]
    assert made_between(sofia, years, small.period).tolist() == [answer]
