"""Dates at their own precision, never widened and never invented."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.i18n import Words
from geo.i18n.dates import first_day, last_day, parts, precision

EN, ZH = Words("en"), Words("zh")
ONE = dt.timedelta(days=1)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("date", "en", "zh"),
    [
        ("1986-05-29", "29 May 1986", "1986年5月29日"),
        ("2012-08", "August 2012", "2012年8月"),
        ("2015", "2015", "2015年"),
        ("", "date unknown", "日期不详"),
        ("2006-11-22/2006-11-25", "22 November 2006 – 25 November 2006",
         "2006年11月22日至25日"),
        ("1993-07/1994", "July 1993 – 1994", "1993年7月至1994年"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_the_language_writes_it(date: str, en: str, zh: str) -> None:
    assert EN.date(date) == en
    assert ZH.date(date) == zh


@given(days)
def test_a_full_date_is_one_day(day: dt.date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
    assert precision(day.isoformat()) == "day"
    assert parts(day.isoformat()) == (day.year, day.month, day.day)


@given(days)
def test_a_month_runs_from_its_first_day_to_the_day_before_the_next(day: dt.date) -> None:
    month = day.isoformat()[:7]
    first, last = first_day(month), last_day(month)
    assert first is not None
    assert last is not None
    assert precision(month) == "month"
    assert first <= day <= last
    assert first.day == (last + ONE).day == 1
    assert 28 <= (last - first).days + 1 <= 31


@given(days)
def test_a_year_runs_from_new_year_to_the_last_of_december(day: dt.date) -> None:
    year = day.isoformat()[:4]
    assert first_day(year) == dt.date(day.year, 1, 1)
    assert last_day(year) == dt.date(day.year, 12, 31)
    assert precision(year) == "year"


def test_no_date_is_no_day() -> None:
    assert first_day("") is last_day("") is None
    assert precision("") == "unknown"
    assert parts("") == ()


@pytest.mark.parametrize("date", ["2015-13", "2015-02-29", "1900-02-29", "2015-00", "0000"])
def test_a_day_that_no_calendar_has_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match=r"must be in|out of range|must be between"):
        parts(date)


@pytest.mark.parametrize("date", ["15", "2015-2", "2015/02", "2015-02-3", "May 2015", " 2015", "?"])
def test_a_date_of_another_form_is_refused_with_the_right_forms(date: str) -> None:
    with pytest.raises(ValueError, match="is not a date: write 1986-05-29"):
        parts(date)


@given(days, st.sampled_from([EN, ZH]), st.sampled_from([4, 7, 10]))
def test_no_date_is_written_more_exactly_than_it_is_known(
    day: dt.date, words: Words, letters: int
) -> None:
    date = day.isoformat()[:letters]
    sentence = words.date(date)
    assert str(day.year) in sentence
    assert sum(c.isdigit() for c in sentence.replace(str(day.year), "", 1)) == (
        {4: 0, 7: len(str(day.month)), 10: len(str(day.month)) + len(str(day.day))}[letters]
        if words is ZH
        else {4: 0, 7: 0, 10: len(str(day.day))}[letters]
    )
