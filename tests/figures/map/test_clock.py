"""The clock of the map: every year's counts, as the tally of that year alone has them."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given, settings

from geo.figures.map.clock import by_year, clock
from geo.i18n import Words
from geo.ties.counts import Span, tally
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.views import views

ROSTER = load_roster()


def one_by_one(roster: Roster, view: View) -> dict[int, dict[str, Span]]:
    asked = range(view.years[0], roster.period[1] + 1)
    shown = {year: view.but(years=(view.years[0], year)) for year in asked}
    return {year: tally(select(roster, one), one).by_home for year, one in shown.items()}


@given(views(ROSTER))
@settings(max_examples=6)
def test_every_year_of_any_view_has_the_tally_of_that_year(view: View) -> None:
    assert by_year(ROSTER, view) == one_by_one(ROSTER, view)


def test_every_awkward_tie_counts_in_its_years(small: Roster) -> None:
    first, last = small.period
    for start, ended in ((first, False), (first, True), (1996, False), (2003, True), (last, False)):
        view = View.default(small).but(levels=LEVELS, ended=ended, years=(start, last))
        assert by_year(small, view) == one_by_one(small, view)


def test_a_line_a_year_from_the_first_of_the_view_to_the_last_of_the_roster(small: Roster) -> None:
    view = View.default(small, "en").but(homes=("tianjin", "guangzhou"), years=(1995, 2000))
    lines = clock(small, view, Words("en"))
    assert list(lines) == list(range(1995, 2021))
    assert lines[1995] == "Tianjin 0–1 · Guangzhou 0"
    assert lines[1998] == "Tianjin 1 · Guangzhou 1"
    assert lines[2001] == "Tianjin 1 · Guangzhou 1–2"
    assert lines[2012] == "Tianjin 0 · Guangzhou 2"


def test_the_names_are_in_the_language_of_the_page(small: Roster) -> None:
    view = View.default(small, "zh").but(homes=("tianjin",))
    assert clock(small, view, Words("zh"))[1973] == "天津 1"


def test_a_view_without_ties_counts_nothing(small: Roster) -> None:
    view = View.default(small).but(q="nowhere at all")
    assert set(clock(small, view, Words("en")).values()) == {"Tianjin 0 · Guangzhou 0 · Wuhan 0"}


def test_all_years_take_less_time_than_a_reader_notices() -> None:
    view, words = View.default(ROSTER), Words("en")
    clock(ROSTER, view, words)
    times = []
    for _ in range(5):
        begun = perf_counter()
        clock(ROSTER, view, words)
        times.append(perf_counter() - begun)
    assert min(times) < 0.06
