"""The catalogue: every figure under its key, and never one roster's for another's."""

from __future__ import annotations

import pytest

from geo.figures.catalogue import catalogue, entry_of, figure_of
from geo.figures.figure import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View


def scene(roster: Roster, lang: str = "en", ground: str = "light") -> Scene:
    return Scene(roster, View.default(roster, lang), GROUNDS[ground])


def test_every_figure_bears_its_key_and_says_something(roster: Roster) -> None:
    for lang in ("en", "zh"):
        for key, entry in catalogue(scene(roster, lang)).items():
            figure = figure_of(scene(roster, lang), key)
            assert figure.key == key == entry.key
            assert figure.title
            assert figure.subtitle
            assert figure.panels, key


def test_a_figure_of_one_roster_never_answers_for_another(roster: Roster, small: Roster) -> None:
    keys = [key for key in catalogue(scene(roster)) if entry_of(scene(small), key)]
    assert len(keys) > 8
    mine = {key: figure_of(scene(roster), key).title for key in keys}
    theirs = {key: figure_of(scene(small), key).title for key in keys}
    assert {key: figure_of(scene(roster), key).title for key in keys} == mine
    assert {key for key in keys if mine[key] == theirs[key]} <= {"in-force"}


def test_the_same_view_of_equal_data_elsewhere_is_another_scene(roster: Roster) -> None:
    assert scene(roster) == scene(roster)
    assert hash(scene(roster)) == hash(scene(roster))
    assert scene(roster) != scene(roster, ground="dark")


def test_a_figure_that_is_not_there_is_told_with_those_that_are(roster: Roster) -> None:
    with pytest.raises(ValueError, match=r"no-such-figure.*there are: map, matched"):
        figure_of(scene(roster), "no-such-figure")


def test_what_is_known_of_inexact_dates_goes_along_with_every_table(roster: Roster) -> None:
    view = View.default(roster).but(levels=("sister", "exchange", "district"), ended=True)
    here = Scene(roster, view, GROUNDS["light"])
    tables = [table for key in catalogue(here) for table in figure_of(here, key).tables]
    assert tables
    for table in tables:
        columns = list(table.frame.columns)
        assert set(table.dates) | set(table.bounds) <= set(columns), table.name
        assert len(table.bounds) == 2 * len(table.dates), table.name
        for place, date in enumerate(table.dates):
            first, last = table.bounds[2 * place : 2 * place + 2]
            for _, row in table.frame[[date, first, last]].iterrows():
                assert row[first] <= row[last]
                assert not row[date] or row[first][: len(row[date])] == row[date], table.name
