"""The catalogue: every figure under its key, and never one roster's for another's."""

from __future__ import annotations

from math import isfinite

import numpy as np
import pandas as pd
import pytest

from geo.figures.alternative import of_figure, of_panel
from geo.figures.catalogue import catalogue, entry_of, figure_of
from geo.figures.panel import Numbers
from geo.figures.scene import Scene
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


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_chart_has_a_sentence_of_its_own_for_those_who_do_not_see_it(
    roster: Roster, lang: str
) -> None:
    here = scene(roster, lang)
    for key in catalogue(here):
        figure = figure_of(here, key)
        told = [of_panel(figure, panel, here.words) for panel in figure.panels]
        assert len(set(told)) == len(told), key
        whole = of_figure(figure, here.words)
        assert whole.startswith(figure.title) and figure.subtitle in whole
        for panel, sentence in zip(figure.panels, told, strict=True):
            assert (panel.heading or figure.title) in sentence, key
            if panel.numbers:
                assert panel.numbers.series[0].name in sentence, key
            assert sentence.endswith("。" if lang == "zh" else "."), key


def test_every_figure_has_a_table_and_its_tables_hold_the_numbers_of_its_charts(
    roster: Roster,
) -> None:
    here = scene(roster)
    for key in catalogue(here):
        figure = figure_of(here, key)
        frames = [table.frame for table in figure.tables]
        assert frames and all(len(frame) for frame in frames), key
        assert len({table.key for table in figure.tables}) == len(frames), key
        for numbers in (panel.numbers for panel in figure.panels if panel.numbers):
            held = np.array(sorted(set().union(*(held_in(one, numbers.percent) for one in frames))))
            for value in shown_in(numbers):
                assert np.abs(held - value).min() < ROUNDED[numbers.percent], f"{key}: {value}"


ROUNDED = {True: 0.0051, False: 0.0501}
"""Charts or tables give shares in whole per cent at the least, and other numbers to a tenth."""


def shown_in(numbers: Numbers) -> list[float]:
    """The numbers of a chart that are there."""
    values = [value for one in numbers.series for value in one.values if value is not None]
    return [value for value in values if isfinite(value)]


def held_in(frame: pd.DataFrame, percent: bool) -> set[float]:
    """The numbers of a table; of shares those that two counts of a row make, or one in per cent."""
    found: set[float] = set()
    for row in frame.itertuples(index=False):
        numbers = [float(cell) for cell in row if isinstance(cell, int | float)]
        known = [number for number in numbers if isfinite(number)]
        if percent:
            found |= {number / 100 for number in known}
            found |= {one / other for one in known for other in known if other}
        else:
            found |= set(known)
    return found


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
