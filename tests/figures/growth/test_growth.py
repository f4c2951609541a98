"""Growth on a small roster whose every answer is known by hand, and on our own by other ways."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from geo.figures.catalogue import catalogue, figure_of
from geo.figures.growth.balance import balances, continents_of
from geo.figures.growth.composing import filtered_ties
from geo.figures.growth.events import happenings
from geo.figures.growth.in_force import Curve, curves
from geo.figures.growth.made import ever_made, made
from geo.figures.growth.pace import covered, near, pace, silences
from geo.figures.growth.parts import parts_of
from geo.figures.growth.talks import talks
from geo.figures.growth.time_axis import LINE, TimeAxis, placed, rows_of
from geo.figures.growth.turning import Mark, marks_of, offered
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.style.text import width_of
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View

ROSTER = load_roster()
KEYS = [
    key
    for key, one in catalogue(Scene(ROSTER, View.default(ROSTER), GROUNDS["light"])).items()
    if one.page == "timeline"
]


def scene(roster: Roster = ROSTER, lang: str = "en", **changes: Any) -> Scene:
    return Scene(roster, View.default(roster, lang).but(**changes), GROUNDS["light"])


def all_of(here: Scene) -> np.ndarray:
    return np.ones(len(filtered_ties(here)), dtype=bool)


def grown(here: Scene) -> dict[str, Curve]:
    as_of = here.roster.as_of
    return curves(filtered_ties(here), here.view.homes, here.view.years, as_of, all_of(here))


def test_a_tie_counts_from_its_day_until_its_end_and_an_unsure_one_is_possible(
    small: Roster,
) -> None:
    found = grown(scene(small))
    assert {home: one.last for home, one in found.items()} == {
        "tianjin": (2, 2),  # Kobe, Łódź; Bergen and Sofia have ended
        "guangzhou": (2, 2),  # Łódź, Sofia
        "wuhan": (3, 3),  # Łódź, Ōita, and Windhoek, which has no date but stands today
    }
    first = small.period[0]
    tianjin, wuhan = found["tianjin"], found["wuhan"]
    assert [tianjin.certain[year - first] for year in (1972 + 1, 1988, 1994, 1998, 2012)] == [
        1, 2, 3, 4, 3,
    ]  # fmt: skip
    assert [tianjin.possible[year - first] for year in (1994, 1995, 1997, 1998)] == [3, 4, 4, 4]
    assert [wuhan.certain[year - first] for year in (1979, 1985, 2009, 2010, 2019)] == [
        1, 2, 3, 2, 2,
    ]  # fmt: skip
    assert all(most >= sure for most, sure in zip(wuhan.possible, wuhan.certain, strict=True))
    assert wuhan.possible[0] == 1 and wuhan.certain[0] == 0, "the one without a date"


def test_the_curve_of_a_span_is_a_piece_of_the_whole_curve() -> None:
    whole, piece = grown(scene()), grown(scene(years=(1990, 2005)))
    for home, one in piece.items():
        assert list(one.certain) == list(whole[home].certain)[17:33]


@pytest.mark.parametrize("split", ["level", "region", "role"])
def test_parts_are_all_the_ties_once_each(split: str) -> None:
    here = scene(split=split, levels=("sister", "exchange", "district"))
    parts = parts_of(here, filtered_ties(here))
    assert len(parts) > 2
    assert (np.sum([part.flags for part in parts], axis=0) == 1).all()


def test_half_is_reached_for_good() -> None:
    assert Curve((2000, 2004), (0, 2, 1, 3, 4), (0, 2, 1, 3, 4)).half == 2003
    assert Curve((2000, 2001), (0, 0), (0, 0)).half is None
    assert Curve((2000, 2001), (3, 4), (3, 4)).half is None, "half stood when the years began"


def test_a_tie_is_made_in_its_year_or_between_two(small: Roster) -> None:
    here = scene(small)
    found = made(ever_made(here), here.view.homes, here.view.years, all_of(here))
    assert found["guangzhou"].spans == [(2001, 2004)]
    assert found["tianjin"].spans == [(1995, 1998)]
    assert found["wuhan"].undated == 1
    assert sum(found["tianjin"].counts) == 3 and found["tianjin"].most == 1
    assert found["wuhan"].fullest == [1979, 1985, 2005]
    shorter = scene(small, years=(2003, 2010))
    ties = ever_made(shorter)
    own = made(ties, ("guangzhou",), (2003, 2010), np.ones(len(ties), dtype=bool))
    assert own["guangzhou"].spans == [(2003, 2004)], "as far as it lies in the years"


def test_every_tie_of_ours_is_made_once() -> None:
    here = scene(levels=("sister", "exchange", "district"))
    found = made(ever_made(here), here.view.homes, here.view.years, all_of(here))
    told = sum(sum(one.counts) + len(one.spans) + one.undated for one in found.values())
    assert told == len(ROSTER.ties)


def test_pace_counts_an_unsure_tie_only_where_it_surely_lies(small: Roster) -> None:
    here = scene(small)
    one = made(ever_made(here), ("tianjin",), here.view.years, all_of(here))["tianjin"]
    found = pace(one, [(1973, 1996), (1997, 2020)], small.as_of)
    assert [rate.count for _, rate in found.periods] == [3, 0]
    wide = pace(one, [(1973, 1999), (2000, 2020)], small.as_of)
    assert [rate.count for _, rate in wide.periods] == [4, 0]
    assert wide.periods[1][1].years == pytest.approx(20.5, abs=0.01), "2020 is known to June"
    assert not found.changes and found.unsure == 1


def test_silences_last_from_the_latest_day_before_to_the_earliest_after(small: Roster) -> None:
    ties = ever_made(scene(small))
    found = silences(ties[ties["home"] == "guangzhou"], small.as_of)
    assert [(str(one.since), str(one.until), one.after) for one in found] == [
        ("2004-02-29", "2020-06-30", ""),
        ("1997-12-31", "2001-05-01", "guangzhou-sofia"),
    ]
    assert not silences(ties.iloc[:0], small.as_of)


def test_a_change_is_near_a_mark_of_its_year_or_the_two_before() -> None:
    marks = [Mark(year, float(year), str(year), "") for year in (1978, 1979, 1990)]
    assert [one.year for one in near(1980, marks)] == [1978, 1979]
    assert not near(1977, marks)
    assert covered((1973, 1992), marks) == 7


def test_marks_are_those_that_concern_the_view(small: Roster) -> None:
    assert len(offered(ROSTER, scene().view)) == 8
    beijing = offered(ROSTER, scene(homes=("beijing",), countries=("DE",)).view)
    assert beijing == ["reform-1978", "wto-2001", "belt-road-2013", "pandemic-2020"]
    own = scene(marks=("wto-2001",), own_marks=((2008, "Games"), (2050, "late")))
    assert [(one.year, one.own) for one in marks_of(own)] == [(2001, False), (2008, True)]
    assert [one.year for one in marks_of(scene(years=(1980, 2005)))] == [1990, 2001]
    assert marks_of(scene())[0].year == 1972, "just before the first tie of all"
    assert not marks_of(scene(small)), "a package may lack the table"


@pytest.mark.parametrize("width", [320.0, 700.0, 1500.0])
def test_names_of_marks_cross_neither_names_nor_lines(width: float) -> None:
    marks = sorted(
        (
            *marks_of(scene()),
            *(Mark(year, year + 0.5, "a mark of one’s own", "", own=True) for year in (1979, 2014)),
        ),
        key=lambda one: one.when,
    )
    axis = TimeAxis((1972, 2026), width, 90)
    found = placed(marks, axis)
    assert rows_of(found) * LINE < 140
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if one.row is None or other.left > one.left + width_of(one.label, 11.5):
                continue
            assert other.row is not None and other.row < one.row, (one, other)


def test_the_way_to_a_tie_begins_with_the_first_event_before_it() -> None:
    found = {one.tie: one for one in talks(ROSTER, ever_made(scene()))}
    manila = found["shanghai-metro-manila"]
    assert manila.begun[0] == dt.date(1982, 6, 10) and manila.made[0] == dt.date(1983, 6, 15)
    assert manila.years == pytest.approx((1.01, 1.01), abs=0.01)
    assert found["shanghai-barcelona"].years[0] < 13.3 < found["shanghai-barcelona"].years[1] + 0.5
    for slug, one in found.items():
        assert one.begun[1] < one.made[0], slug
    early = [row.tie for row in ROSTER.events.itertuples() if row.tie == "shanghai-oslo"]
    assert early and "shanghai-oslo" not in found, "what came after a tie is no way to it"


def test_balance_is_told_from_five_ties_on_and_sums_up_to_them() -> None:
    here = scene()
    continents = continents_of(ROSTER)
    assert len(continents) == 6
    found = balances(
        filtered_ties(here), here.view.homes, here.view.years, ROSTER.as_of, continents
    )
    whole = grown(here)
    for home, rows in found.items():
        for row in rows:
            assert sum(row.counts) == whole[home].certain[row.year - 1973] >= 5
            assert 0 <= row.even <= 1


def test_events_are_those_of_the_ties_that_pass_and_of_one_place_if_asked() -> None:
    every = happenings(ROSTER, scene(levels=("sister", "exchange", "district")).view)
    assert len(every) == len(ROSTER.events)
    prague = happenings(ROSTER, scene(events="prague").view)
    assert {one.place for one in prague} == {"prague"}
    assert {one.home for one in prague} == {"shanghai", "beijing"}
    assert not happenings(ROSTER, scene(events="prague", years=(1990, 2000)).view)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"lang": "zh", "split": "role", "years": (1985, 2012), "own_marks": ((1999, "<b>x"),)},
        {"lang": "zh", "levels": ("district",), "split": "level", "marks": ()},
        {"homes": ("beijing",), "years": (2020, 2020)},
        {"q": "no such place"},
        {"events": "prague", "countries": ("CZ",)},
        {"events": "yokohama", "lang": "zh"},
    ],
    ids=str,
)
def test_any_view_gives_a_figure_that_can_be_drawn(key: str, changes: dict[str, Any]) -> None:
    figure = figure_of(scene(**changes), key)
    assert figure.title and figure.shown_instead(scene().words)
    assert "nan" not in f"{figure.title} {' '.join(figure.remarks)}".lower().split()
    for panel in figure.panels:
        for size in ((350.0, 0.0), (900.0, 420.0)):
            drawn = panel.draw(size)
            assert drawn.startswith("<svg") if isinstance(drawn, str) else drawn["height"] > 0
    for table in figure.tables:
        assert isinstance(table.frame, pd.DataFrame)


def test_a_small_roster_without_events_or_marks_has_every_figure(small: Roster) -> None:
    for key in KEYS:
        assert figure_of(scene(small), key).title
    assert not figure_of(scene(small), "events").panels


def test_what_is_drawn_is_what_is_told(small: Roster) -> None:
    figure = figure_of(scene(small), "growth")
    assert figure.title == (
        "Ties in force on 30 June 2020: Tianjin 2, half by 1973; "
        "Guangzhou 2, half by 1997; Wuhan 3, half by 1985"
    )
    assert figure.panels[0].numbers
    last = [series.values[-1] for series in figure.panels[0].numbers.series]
    assert last == [2.0, 2.0, 3.0]
    assert replace(figure).key == "growth"


def test_what_the_filters_decide_is_no_finding() -> None:
    asia = scene(homes=("shanghai",), regions=("142",), years=(2000, 2026))
    one_continent = figure_of(asia, "balance")
    assert not one_continent.panels and "one continent" in one_continent.title
    assert figure_of(scene(regions=("142", "150")), "balance").panels
    assert "Fastest" not in figure_of(asia, "pace").title, "of a pace that did not change"


def test_a_pace_of_few_ties_is_not_none(small: Roster) -> None:
    assert " 0.0 " not in figure_of(scene(small), "pace").title
