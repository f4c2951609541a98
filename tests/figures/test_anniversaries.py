"""The anniversaries as a figure: its finding, its list, its table."""

from __future__ import annotations

import re
from typing import Any

import pytest

from geo.figures.catalogue import figure_of
from geo.figures.growth.anniversaries import anniversaries
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster
from geo.ties.view import LANGUAGES, View


def scene_of(roster: Roster, lang: str = "en", **choices: Any) -> Scene:
    return Scene(roster, View.default(roster, lang).but(**choices), GROUNDS["light"])


@pytest.mark.parametrize(
    ("lang", "choices", "title"),
    [
        ("en", {"due": "2023"}, "1 tie reaches a round year in 2023: Tianjin – Kobe, 50 years"),
        ("zh", {"due": "2023"}, "2023年有1对友好关系逢整周年，最早天津—神户50周年"),
        (
            "en",
            {"due": "2022"},
            "2 ties reach round years in 2022; first Guangzhou – Recife, 15 years",
        ),
        ("en", {"due": "2022", "homes": ("wuhan",)}, "No tie reaches a round year in 2022"),
        ("en", {}, "No tie reaches a round year within twelve months"),
        ("zh", {"due": "2023-01-01"}, "十二个月内有1对友好关系逢整周年，最早天津—神户50周年"),
    ],
)
def test_the_title_says_how_many_and_which_is_first(
    small: Roster, lang: str, choices: dict[str, Any], title: str
) -> None:
    choices |= {"levels": ("sister", "exchange"), "round_years": (15, 25, 50)}
    figure = figure_of(scene_of(small, lang, **choices), "anniversaries")
    assert figure.title == title
    assert bool(figure.panels) == bool(figure.tables) == (not title.startswith("No"))


def test_the_days_stand_in_the_subtitle_where_the_title_has_no_year(small: Roster) -> None:
    usual = figure_of(scene_of(small), "anniversaries").subtitle
    assert usual.endswith("30 June 2020 – 29 June 2021")
    assert figure_of(scene_of(small, due="2023"), "anniversaries").subtitle.endswith("1973–2020")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(1177.0, 500.0), (620.0, 900.0), (560.0, 300.0)])
def test_every_line_is_drawn_whole_where_there_is_room_and_none_is_lost_unsaid(
    roster: Roster, lang: str, size: tuple[float, float]
) -> None:
    for numbers in ((10,), tuple(range(1, 31))):
        scene = scene_of(roster, lang, due="2027", levels=LEVELS, round_years=numbers)
        figure = figure_of(scene, "anniversaries")
        drawn = figure.panels[0].draw(size)
        assert isinstance(drawn, str)
        dots, more = drawn.count("<circle"), re.search(r"(\d+) more|另有(\d+)", drawn)
        left = int(next(filter(None, more.groups()))) if more else 0
        assert dots + left == len(anniversaries(scene)) and (left == 0 or len(numbers) > 1)
        assert max(float(y) for y in re.findall(r' y="([\d.]+)"', drawn)) <= size[1]


def test_the_table_says_what_is_known_and_why_not_more(small: Roster) -> None:
    figure = figure_of(scene_of(small, due="2028", round_years=(25,)), "anniversaries")
    (row,) = figure.tables[0].frame.to_dict("records")
    assert row["Anniversary"] == "" and row["Certainly then"] == "no"
    assert row["Anniversary, first day possible"] == "2026-05-01"
    assert row["Anniversary, last day possible"] == "2029-02-28"
    assert row["Caution"] == "the year is not known"
