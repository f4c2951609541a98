"""Dates as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.i18n.dates import FORM, first_day
from geo.intake.date_forms import SERIAL_ZERO
from geo.intake.dates import day_comes_first, read_date


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("1973年11月30日", "1973-11-30"),
        ("2001年 5 月11日", "2001-05-11"),
        ("１９７３年１１月３０日", "1973-11-30"),
        ("一九七三年十一月三十日", "1973-11-30"),
        ("二〇一二年", "2012"),
        ("1984年9月", "1984-09"),
        ("1987年", "1987"),
        ("1973년 11월 30일", "1973-11-30"),
        ("昭和48年11月30日", "1973-11-30"),
        ("昭和四十八年十一月三十日", "1973-11-30"),
        ("S48.11.30", "1973-11-30"),
        ("令和元年5月1日", "2019-05-01"),
        ("民國72年1月3日", "1983-01-03"),
        ("1973.11.30", "1973-11-30"),
        ("1973/11/30", "1973-11-30"),
        ("1973-11-30T00:00:00Z", "1973-11-30"),
        ("1973.11", "1973-11"),
        ("11/1973", "1973-11"),
        ("30.11.1973", "1973-11-30"),
        ("12.04.1976", "1976-04-12"),
        ("30/11/1973", "1973-11-30"),
        ("11/30/1973", "1973-11-30"),
        ("Jun.30.1966", "1966-06-30"),
        ("November 1973", "1973-11"),
        ("February 7, 1990", "1990-02-07"),
        ("3rd of May, 1980", "1980-05-03"),
        ("Monday, May 5, 1980", "1980-05-05"),
        ("30. November 1973", "1973-11-30"),
        ("1er mai 1980", "1980-05-01"),
        ("30 listopada 1973 r.", "1973-11-30"),
        ("30 de noviembre de 1973", "1973-11-30"),
        ("19731130", "1973-11-30"),
        ("1999", "1999"),
        ("1999.0", "1999"),
        ("26998", "1973-11-30"),
        ("123465600000", "1973-11-30"),
        ("123436800000", "1973-11-30"),  # midnight in China
        ("-136857600000", "1965-08-31"),
        ("2016.09.07[註 1]", "2016-09-07"),
        ("1976.06.07*", "1976-06-07"),
    ],
)
def test_a_date_is_read_at_its_own_precision(cell: str, date: str) -> None:
    assert read_date(cell) == (date, "")


@pytest.mark.parametrize("cell", ["", "-", "—", "n/a", "不详", "unknown", "brak", "미상", "……"[:1]])
def test_nothing_known_is_no_problem(cell: str) -> None:
    assert read_date(cell) == ("", "")


@pytest.mark.parametrize(
    ("cell", "date", "problem"),
    [
        ("1999-02-30", "1999-02", "impossible"),
        ("31.02.1999", "1999-02", "impossible"),
        ("1999-13-01", "1999", "impossible"),
        ("99.99.1999", "1999", "impossible"),
        ("0000-00-00", "", "impossible"),
        ("1996; 11.06.2003", "1996", "several"),
        ("17.05.1968; 17.05.1991", "1968-05-17", "several"),
        ("1996, 2003", "1996", "several"),
        ("c. 1973", "1973", "about"),
        ("约1985年", "1985", "about"),
        ("1973?", "1973", "about"),
        ("73-11-30", "", "short year"),
        ("5/6/80", "", "short year"),
        ("next spring", "", "unreadable"),
        ("35.45", "", "unreadable"),
        ("9999999999999999999", "", "unreadable"),
    ],
)
def test_what_is_wrong_with_a_date_is_told(cell: str, date: str, problem: str) -> None:
    assert read_date(cell) == (date, problem)


def test_day_or_month_first_is_asked_and_answered() -> None:
    assert read_date("03/04/1999") == ("1999", "ambiguous")
    assert read_date("03/04/1999", day_first=True) == ("1999-04-03", "")
    assert read_date("03/04/1999", day_first=False) == ("1999-03-04", "")
    assert read_date("05/05/1999") == ("1999-05-05", "")


def test_other_dates_of_the_file_tell_which_comes_first() -> None:
    assert day_comes_first(["03/04/1999", "13/04/1999"]) is True
    assert day_comes_first(["03/04/1999", "04/13/1999"]) is False
    assert day_comes_first(["1996; 17.05.1968"]) is True
    assert day_comes_first(["03/04/1999", "1999-04-13"]) is None
    assert day_comes_first(["13/04/1999", "04/13/1999"]) is None


DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2099, 12, 31))
MODERN = st.dates(dt.date(1926, 12, 25), dt.date(1989, 1, 7))


@given(DAYS)
def test_a_day_is_read_in_every_way_it_is_written(day: dt.date) -> None:
    ways = [
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day:%d.%m.%Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%Y%m%d}",
        day.isoformat() + " 00:00:00",
    ]
    assert {read_date(way) for way in ways} == {(day.isoformat(), "")}


@given(MODERN)
def test_a_day_of_showa_and_a_day_number_are_the_same_day(day: dt.date) -> None:
    assert read_date(f"昭和{day.year - 1925}年{day.month}月{day.day}日").date == day.isoformat()
    assert read_date(str((day - SERIAL_ZERO).days)).date == day.isoformat()


@given(
    st.text(max_size=30)
    | st.from_regex(r"[0-9./ 年月日-]{1,20}", fullmatch=True)
    | st.text(st.characters(categories=["Nd"]), min_size=4, max_size=8)
)
def test_any_text_is_a_date_of_the_form_or_none(text: str) -> None:
    date = read_date(text).date
    assert not date or (FORM.fullmatch(date) and first_day(date))
