"""The choice in time, counted a second time from the rows of the tables."""

import csv

import pandas as pd
import pytest

from geo.data import PACKAGE
from geo.figures.choice.compare import counted
from geo.figures.choice.in_force import by_year
from geo.figures.choice.periods import (
    ERAS,
    MOST_PERIODS,
    by_period,
    decades,
    in_no_period,
    periods,
    periods_of,
    starts_in,
)
from geo.figures.choice.turn import Turn, sharpest_break, steady, turn, turning_year
from geo.figures.choice.turn_text import certainty, turns_sentence, verdict
from geo.i18n import Words
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View

ROSTER = load_roster()
VIEW = View.default(ROSTER)
TIES = counted(select(ROSTER, VIEW))


def rows(name: str) -> list[dict[str, str]]:
    with (PACKAGE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def recount(home: str, first: str, last: str) -> tuple[int, int]:
    """Capitals and standing sister ties of a home made for sure between two days, both included."""
    capitals = {row["place"] for row in rows("places") if row["capital"] == "is"}
    made = [
        tie["place"]
        for tie in rows("ties")
        if tie["home"] == home
        and tie["level"] == "sister"
        and not tie["ended"]
        and tie["earliest"]
        and first <= tie["earliest"]
        and tie["latest"] <= last
    ]
    return sum(place in capitals for place in made), len(made)


@pytest.mark.parametrize("home", VIEW.homes)
@pytest.mark.parametrize("year", [1990, 2013, 2020])
def test_before_and_since_as_the_rows_give_them(home: str, year: int) -> None:
    found = turn(TIES, home, "capital", year)
    assert (found.before.count, found.before.of) == recount(home, "0000", f"{year - 1}-12-31")
    assert (found.since.count, found.since.of) == recount(home, f"{year}-01-01", "9999")


def test_periods_as_the_rows_give_them() -> None:
    spans = periods(ERAS, VIEW.years)
    shares = by_period(TIES, VIEW.homes, spans, "capital", ROSTER.period)
    assert list(shares) == list(VIEW.homes)
    for home, of_home in shares.items():
        for (first, last), share in zip(spans, of_home, strict=True):
            assert (share.count, share.of) == recount(home, f"{first}-01-01", f"{last}-12-31")


def test_periods_cover_the_years_without_gap_or_overlap() -> None:
    for starts in (ERAS, (), (1800, 1990, 1990, 3000), decades(VIEW.years), range(1900, 2100)):
        spans = periods(list(starts), VIEW.years)
        years = [year for first, last in spans for year in range(first, last + 1)]
        assert years == list(range(VIEW.years[0], VIEW.years[1] + 1))
        assert len(spans) <= MOST_PERIODS
    assert periods(ERAS, (2000, 2000)) == [(2000, 2000)]


def test_years_are_read_out_of_any_text_and_come_back_from_the_address() -> None:
    assert starts_in("2013, 1990；2000 foo 99999 1990") == (1990, 2000, 2013)
    assert starts_in("") == () == starts_in("'); drop table") == starts_in("0000 ٢٠١٧")
    for text in ("1985, 2005", "", " ".join(map(str, range(1900, 1990)))):
        view = VIEW.but(periods=starts_in(text))
        assert View.from_query(view.to_query(ROSTER), ROSTER).periods == view.periods


def test_a_view_has_its_own_periods_even_where_they_leave_one_alone() -> None:
    assert periods_of(VIEW) == periods(ERAS, VIEW.years)
    assert periods_of(VIEW.but(periods="decades"))[1][0] == 1980
    assert periods_of(VIEW.but(periods=())) == [VIEW.years]
    assert periods_of(VIEW.but(periods=(1800, 3000))) == [VIEW.years]


def test_the_turning_year_lies_inside_the_years_of_the_view() -> None:
    assert [turning_year(VIEW.but(turn=year)) for year in (None, 1, 2001, 9999)] == [
        2013,
        VIEW.years[0],
        2001,
        VIEW.years[1],
    ]
    assert turning_year(VIEW.but(years=(1980, 1999))) == 1999


def test_the_last_year_is_the_present_state() -> None:
    ties = select(ROSTER, VIEW.but(ended=True))
    table = by_year(ties, VIEW.homes, VIEW.years, "capital", ROSTER.as_of)
    for home in VIEW.homes:
        last = table[home][-1]
        own = TIES[TIES["home"] == home]
        assert last.year == VIEW.years[1] and last.of == len(own[own["latest"].notna()])
        assert last.low <= last.share <= last.high


def test_ties_in_force_in_any_year_as_the_rows_give_them() -> None:
    ties = select(ROSTER, VIEW.but(ended=True))
    table = by_year(ties, VIEW.homes, VIEW.years, "capital", ROSTER.as_of)
    capitals = {row["place"] for row in rows("places") if row["capital"] == "is"}
    for year in (1980, 1999, 2015):
        for home in VIEW.homes:
            (found,) = (one for one in table[home] if one.year == year)
            made = [
                tie["place"]
                for tie in rows("ties")
                if (tie["home"], tie["level"]) == (home, "sister")
                and tie["latest"]
                and tie["latest"] <= f"{year}-12-31"
                and not (tie["ended"] and int(tie["ended"][:4]) <= year)
            ]
            assert (found.count, found.of) == (sum(p in capitals for p in made), len(made))


def made_up(years: list[int], flags: list[bool], home: str = "shanghai") -> pd.DataFrame:
    days = pd.to_datetime([f"{year}-06-01" for year in years])
    return pd.DataFrame(
        {
            "home": home,
            "earliest": days,
            "latest": days,
            "role": ["capital" if flag else "port" for flag in flags],
        }
    )


@pytest.mark.parametrize(
    ("rising", "sentence"), [(True, "more often with"), (False, "less often with")]
)
def test_a_turn_is_told_in_its_own_direction(rising: bool, sentence: str) -> None:
    years = list(range(1980, 2020))
    ties = made_up(years, [(year >= 2000) == rising for year in years])
    found = turn(ties, "shanghai", "capital", 2000)
    assert sentence in turns_sentence([found], False, ROSTER, Words("en"))
    assert sentence in verdict([found], False, ROSTER, Words("en"))
    held = steady(ties, found)
    assert held and held[0] <= 2000 <= held[1]
    split = sharpest_break(ties, "shanghai", "capital")
    assert split and split.year == 2000 and split.p < 0.001


def test_no_turn_and_too_few() -> None:
    years = list(range(1980, 2020))
    even = made_up(years, [year % 2 == 0 for year in years])
    found = turn(even, "shanghai", "capital", 2000)
    assert not found.clear and steady(even, found) is None
    assert "no clear change" in turns_sentence([found], False, ROSTER, Words("en"))
    late = turn(even, "shanghai", "capital", 2018)
    assert late.few and "too few" in turns_sentence([late], False, ROSTER, Words("en"))
    assert "no conclusion is drawn" in certainty(late, None, None, ROSTER, Words("en"))
    assert verdict([late], False, ROSTER, Words("en")).startswith("Too few")


def test_chance_alone_makes_no_sharp_split() -> None:
    even = made_up(list(range(1980, 2020)), [year % 2 == 0 for year in range(1980, 2020)])
    split = sharpest_break(even, "shanghai", "capital")
    assert split and split.p > 0.5
    assert sharpest_break(even.head(6), "shanghai", "capital") is None
    assert sharpest_break(made_up([1980] * 40, [True] * 40), "shanghai", "capital") is None


def test_a_tie_that_may_lie_on_either_side_is_on_neither() -> None:
    ties = made_up([1990, 2000, 2010], [True, False, True])
    ties.loc[0, "latest"] = pd.Timestamp("2005-01-01")
    ties.loc[2, ["earliest", "latest"]] = pd.NaT
    found: Turn = turn(ties, "shanghai", "capital", 2000)
    assert (found.before.of, found.since.of, found.unsure) == (0, 1, 2)
    assert in_no_period(ties, [(1980, 1999), (2000, 2020)], (1973, 2026)) == 2
