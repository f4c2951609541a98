"""The choice in time, counted a second time from the rows of the tables."""

import csv
from math import log
from random import Random

import pandas as pd
import pytest
from scipy.stats import fisher_exact

from geo.data import PACKAGE
from geo.figures.choice.compare import counted
from geo.figures.choice.in_force import by_year
from geo.figures.choice.periods import by_period, in_no_period
from geo.figures.choice.periods_figure import ever_made
from geo.figures.choice.turn import (
    Turn,
    doubtful,
    sharpest_break,
    stretches,
    told_turn,
    turn,
    turning_year,
)
from geo.figures.choice.turn_text import timing_sentence, turns_sentence, verdict
from geo.figures.periods import ERAS, MOST_PERIODS, decades, periods, periods_of, starts_in
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
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
    missed: list[str] = []
    assert starts_in("2013, 1990；2000 foo 99999 1990s", missed) == (1990, 2000, 2013)
    assert missed == ["foo", "99999"]
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
    places = {row["place"]: row for row in rows("places")}

    def is_capital(place: str, year: int) -> bool:
        row = places[place]
        then = row["capital_since"] and year < int(row["capital_since"])
        return (row["capital_at_signing"] if then else row["capital"]) == "is"

    assert is_capital("zagreb", 1991) and not is_capital("zagreb", 1990)
    for year in (1980, 1990, 1991, 1999, 2015):
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
            assert (found.count, found.of) == (sum(is_capital(p, year) for p in made), len(made))


def made_up(years: list[int], flags: list[bool], home: str = "shanghai") -> pd.DataFrame:
    days = pd.to_datetime([f"{year}-06-01" for year in years])
    return pd.DataFrame(
        {
            "home": home,
            "earliest": days,
            "latest": days,
            "role": ["capital" if flag else "port" for flag in flags],
            "stands": True,
        }
    )


@pytest.mark.parametrize(("rising", "sentence"), [(True, "risen"), (False, "fallen")])
def test_a_turn_is_told_in_its_own_direction(rising: bool, sentence: str) -> None:
    years = list(range(1980, 2020))
    ties = made_up(years, [(year >= 2000) == rising for year in years])
    found = told_turn(ties, "shanghai", "capital", 2000)
    assert ("up" if rising else "down") in turns_sentence([found], False, ROSTER, Words("en"))
    assert sentence in verdict([found], False, ROSTER, Words("en"))
    assert found.course == sentence
    split = sharpest_break(ties, "shanghai", "capital")
    assert split and split.year == 2000 and split.p < 0.001 and split.rises == rising
    assert any(first <= 2000 <= last for first, last in split.beyond)


def test_no_turn_and_too_few() -> None:
    years = list(range(1980, 2020))
    even = made_up(years, [year % 2 == 0 for year in years])
    found = turn(even, "shanghai", "capital", 2000)
    assert not found.clear and found.course == "same"
    assert "no clear change" in turns_sentence([found], False, ROSTER, Words("en"))
    late = turn(even, "shanghai", "capital", 2018)
    assert late.few and "too few" in turns_sentence([late], False, ROSTER, Words("en"))
    assert not timing_sentence(late, False, ROSTER, Words("en"))
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


MADE = ever_made(Scene(ROSTER, VIEW, GROUNDS["light"]))


def made_rows(home: str, ended: bool = True) -> list[tuple[int, int, bool, str]]:
    """Year of the earliest and latest day, capital at signing, and slug of every dated tie."""
    places = {row["place"]: row for row in rows("places")}
    found = []
    for tie in rows("ties"):
        if (tie["home"], tie["level"]) != (home, "sister") or not tie["earliest"]:
            continue
        if tie["ended"] and not ended:
            continue
        place = places[tie["place"]]
        capital = (place["capital_at_signing"] or place["capital"]) == "is"
        found.append((int(tie["earliest"][:4]), int(tie["latest"][:4]), capital, tie["tie"]))
    return found


def test_the_three_stretches_as_the_rows_give_them() -> None:
    found = told_turn(MADE, "shanghai", "capital", 2013)
    parts = stretches(MADE, found)
    assert [year for year, _ in parts] == [None, 1994, 2013]
    edges = [(0, 1993), (1994, 2012), (2013, 9999)]
    for (_, share), (first, last) in zip(parts, edges, strict=True):
        own = [one for one in made_rows("shanghai") if first <= one[0] and one[1] <= last]
        assert (share.count, share.of) == (sum(one[2] for one in own), len(own))
    assert [(share.count, share.of) for _, share in parts] == [(0, 26), (7, 32), (9, 12)]
    standing = [one for one in made_rows("shanghai", ended=False) if one[0] >= 2013]
    assert (sum(one[2] for one in standing), len(standing)) == (8, 11)


def test_a_change_is_told_without_the_ties_open_to_doubt() -> None:
    found = told_turn(MADE, "shanghai", "capital", 2013)
    left = doubtful(MADE, found)
    written = {row["tie"] for row in rows("ties") if row["doubt"]}
    open_to_doubt = {
        tie
        for first, last, capital, tie in made_rows("shanghai")
        if first >= 2013 and capital and (tie in written or first != last)
    }
    assert left is not None and set(left.ties.index) == open_to_doubt
    assert open_to_doubt == {"shanghai-jakarta", "shanghai-budapest", "shanghai-sofia"}
    assert (left.since.count, left.since.of) == (6, 9)
    assert left.p == pytest.approx(fisher_exact([[6, 3], [7, 51]]).pvalue)
    assert doubtful(MADE, told_turn(MADE, "beijing", "port", 2013)) is None


def gain(flags: list[bool], cut: int) -> float:
    """How much likelier two shares make some events than one, by the definition."""

    def fit(some: list[bool]) -> float:
        share = sum(some) / len(some)
        return sum(log(share if one else 1 - share) for one in some) if 0 < share < 1 else 0.0

    return fit(flags[:cut]) + fit(flags[cut:])


@pytest.mark.parametrize("kind", ["capital", "port"])
def test_the_years_beyond_random_orders_by_another_count(kind: str) -> None:
    """Every year whose break is clearly rarer or clearly more frequent than one order in twenty."""
    dated = made_rows("shanghai")
    places = {row["place"]: row for row in rows("places")}
    seas = {row["tie"] for row in rows("ties") if places[row["place"]]["port"] == "sea"}
    days = {row["tie"]: row["earliest"] for row in rows("ties")}
    events = sorted((one for one in dated if one[0] == one[1]), key=lambda one: days[one[3]])
    flags = [one[2] if kind == "capital" else one[3] in seas for one in events]
    years = [one[0] for one in events]
    cuts = [at for at in range(5, len(years) - 4) if years[at] != years[at - 1]]
    dice = Random(5)
    sharpest = []
    for _ in range(400):
        dice.shuffle(order := flags.copy())
        sharpest.append(max(gain(order, cut) for cut in cuts))
    split = sharpest_break(MADE, "shanghai", kind)
    assert split
    for cut in cuts:
        rarer = sum(one >= gain(flags, cut) - 1e-9 for one in sharpest) / len(sharpest)
        inside = any(first <= years[cut] <= last for first, last in split.beyond)
        assert inside or rarer > 0.02
        assert not inside or rarer < 0.09
    assert split.step == pytest.approx(max(gain(flags, cut) for cut in cuts))


def test_what_may_be_said_of_both_cities_and_kinds() -> None:
    told = {
        (home, kind): told_turn(MADE, home, kind, 2013).course
        for home in VIEW.homes
        for kind in ("capital", "port")
    }
    assert told == {
        ("shanghai", "capital"): "risen",
        ("shanghai", "port"): "too few",
        ("beijing", "capital"): "too few",
        ("beijing", "port"): "too few",
    }
    capital = told_turn(MADE, "shanghai", "capital", 2013)
    assert "do not date the change" in timing_sentence(capital, False, ROSTER, Words("en"))
