"""Anniversaries: which ties reach a round number of years, on which day, and how surely."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.address import read_address
from geo.ties.anniversaries import Span, coming, span_of, years_later
from geo.ties.roster import Roster
from geo.ties.tie import Tie, ties_of

Known = list[tuple[str, int, str, bool]]
DAY = dt.date(2020, 6, 30)


def found(small: Roster, due: str, *numbers: int) -> Known:
    ties = ties_of(small).values()
    some = coming(ties, span_of(due, small.as_of), numbers)
    return [(one.tie.tie, one.years, one.when, one.sure) for one in some]


def test_a_year_has_its_round_ties_by_date_and_the_possible_ones_last(small: Roster) -> None:
    assert found(small, "2029", 25, 30, 35, 50) == [
        ("wuhan-hongshan-oita", 30, "2029-08-01", True),
        ("wuhan-oita", 50, "2029-09-07", True),
        ("tianjin-lodz", 35, "2029-10-11", True),
        ("guangzhou-sofia", 25, "2026-05-01/2029-02-28", False),
    ]
    assert found(small, "2030", 25) == [("wuhan-lodz", 25, "2030-03", True)]
    assert found(small, "2027", 30) == [("guangzhou-lodz", 30, "2027", True)]


def test_what_has_ended_or_has_no_date_never_comes(small: Roster) -> None:
    every = {tie for year in range(1980, 2060) for tie, *_ in found(small, str(year), 5, 10, 25)}
    never = {"wuhan-kobe", "tianjin-sofia", "tianjin-bergen", "wuhan-windhoek"}
    assert not every & never and len(every) == len(ties_of(small)) - len(never)


def test_twelve_months_begin_with_their_day_and_end_before_it_comes_again(small: Roster) -> None:
    assert found(small, "2023-06-24", 50)[0][:3] == ("tianjin-kobe", 50, "2023-06-24")
    assert not found(small, "2023-06-25", 50) and not found(small, "2022-06-24", 50)
    assert found(small, "2022-06-25", 50)[0][3]
    assert span_of("", DAY) == Span(DAY, dt.date(2021, 6, 29))
    assert span_of("2024-02-29", DAY).last == dt.date(2025, 2, 27)
    assert span_of("2023-03-01", DAY).last == dt.date(2024, 2, 29)


def test_a_leap_day_is_kept_on_the_last_of_its_month(small: Roster) -> None:
    leap = dt.date(2004, 2, 29)
    assert years_later(leap, 4) == dt.date(2008, 2, 29)
    assert years_later(leap, 5) == dt.date(2009, 2, 28)
    tie = replace(ties_of(small)["tianjin-kobe"], earliest=leap, latest=leap)
    (one,) = coming([tie], span_of("2014", DAY), [10])
    assert one.exact and one.when == "2014-02-28"
    month = replace(tie, established="1995-02", earliest=dt.date(1995, 2, 1))
    (one,) = coming([replace(month, latest=dt.date(1995, 2, 28))], span_of("2020", DAY), [25])
    assert one.when == "2020-02"


days = st.dates(dt.date(1973, 1, 1), dt.date(2026, 12, 31))


@given(days, days, days, st.integers(1, 60))
def test_it_comes_if_any_day_of_the_tie_does(
    small: Roster, one_day: dt.date, other: dt.date, start: dt.date, number: int
) -> None:
    """Counted a second time, day by day from the days asked about back to the tie's."""
    earliest, latest = sorted((one_day, one_day + (other - one_day) / 40))
    tie: Tie = replace(ties_of(small)["tianjin-kobe"], earliest=earliest, latest=latest)
    span = span_of(start.isoformat(), start)
    kept = [earliest + dt.timedelta(n) for n in range((latest - earliest).days + 1)]
    moved = [
        day.replace(year=day.year + number)
        if (day.month, day.day) != (2, 29)
        else dt.date(day.year + number, 3, 1) - dt.timedelta(1)
        for day in kept
    ]
    inside = [span.first <= day <= span.last for day in moved]
    told = coming([tie], span, [number])
    assert bool(told) == any(inside)
    assert not told or told[0].sure == all(inside)


@pytest.mark.parametrize(
    ("due", "numbers", "missed"),
    [
        ("2027", "10,33", []),
        ("2026-11-27", "5", []),
        ("2027-02", "0, 7", ["due=2027-02", "round=0"]),
        ("2027-02-30", "ten", ["due=2027-02-30", "round=ten"]),
        ("1066", "999", ["due=1066", "round=999"]),
    ],
)
def test_the_address_keeps_span_and_numbers(
    roster: Roster, due: str, numbers: str, missed: list[str]
) -> None:
    view, told = read_address({"due": [due], "round": [numbers]}, roster)
    assert told == missed
    again, told = read_address(view.to_query(roster), roster)
    assert again == view and not told
