"""Rank, distance and continent, counted a second time."""

import csv
from collections.abc import Callable

import pandas as pd
import pytest

from geo.data import PACKAGE
from geo.figures.catalogue import figure_of
from geo.figures.choice.compare import counted
from geo.figures.choice.profile import (
    UNKNOWN,
    Spread,
    by_continent,
    by_distance,
    by_rank,
    distances_differ,
    median_km,
    rank_class,
)
from geo.figures.choice.profile_charts import BAR
from geo.figures.choice.profile_text import continent_sentence, distance_sentence, rank_sentence
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.chart import FIT
from geo.style.colours import GROUNDS
from geo.ties.evidence import evidence
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View

ROSTER = load_roster()
VIEW = View.default(ROSTER)
TIES = counted(select(ROSTER, VIEW))


def test_ranks_as_the_rows_give_them() -> None:
    with (PACKAGE / "places.csv").open(encoding="utf-8-sig", newline="") as lines:
        ranks = {row["place"]: row["rank"] for row in csv.DictReader(lines)}
    spread = by_rank(TIES, VIEW.homes)
    for home in VIEW.homes:
        own = [ranks[place] for place in TIES.loc[TIES["home"] == home, "place"]]
        counts = dict(zip(spread.classes, spread.counts[home], strict=True))
        assert counts["1"] == own.count("1") and counts["?"] == own.count("")
        assert counts["4+"] == sum(rank != "" and int(rank) >= 4 for rank in own)


@pytest.mark.parametrize("measure", [by_rank, by_distance, by_continent])
def test_every_tie_is_in_one_class(measure: Callable[..., Spread]) -> None:
    spread = measure(TIES, VIEW.homes)
    for home in VIEW.homes:
        assert sum(spread.counts[home]) == (TIES["home"] == home).sum()
        shares = {one: spread.share(home, at) for at, one in enumerate(spread.classes)}
        assert max(shares.values()) <= spread.largest
        shares.pop(UNKNOWN, None)
        assert sum(shares.values()) == pytest.approx(1)
    assert measure(TIES.iloc[:0], VIEW.homes).empty


def test_the_fullest_continent_comes_first_with_its_shares() -> None:
    spread = by_continent(TIES, VIEW.homes)
    counts = TIES["continent"].value_counts()
    assert counts[spread.classes[0]] == counts.max()
    for home, share in spread.fullest().items():
        own = TIES.loc[TIES["home"] == home, "continent"]
        assert (share.count, share.of) == ((own == spread.classes[0]).sum(), len(own))


def test_bars_say_the_shares_of_the_sentence_above_them() -> None:
    title = rank_sentence(TIES, VIEW.homes, ROSTER, Words("en"))
    spread = by_rank(TIES, VIEW.homes)
    for home in VIEW.homes:
        largest = spread.counts[home][0]
        assert f"{largest} of {spread.of(home)} ({spread.share(home, 0):.0%})" in title


def test_classes_of_rank() -> None:
    ranks = [1.0, 2.0, 3.0, 4.0, 93.0, float("nan")]
    assert [rank_class(rank) for rank in ranks] == ["1", "2", "3", "4+", "4+", "?"]


def test_nobody_lies_beyond_the_last_class() -> None:
    far = TIES.head(1).assign(km=20_010.0)
    assert sum(map(sum, by_distance(far, VIEW.homes).counts.values())) == 1


def test_medians_and_their_difference() -> None:
    medians = median_km(TIES, VIEW.homes)
    for home in VIEW.homes:
        own = sorted(TIES.loc[TIES["home"] == home, "km"])
        middle = (own[(len(own) - 1) // 2] + own[len(own) // 2]) / 2
        assert medians[home] == pytest.approx(middle)
    assert distances_differ(TIES.head(3), *VIEW.homes[:2]) is None


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sentences_of_any_view(lang: str) -> None:
    for ties in (TIES, TIES.head(3), TIES.iloc[:0]):
        for sentence in (rank_sentence, distance_sentence, continent_sentence):
            assert sentence(ties, VIEW.homes, ROSTER, Words(lang))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_place_has_its_evidence(lang: str) -> None:
    for _, place in ROSTER.places.iterrows():
        assert len(evidence(place, Words(lang))) >= 3
    assert not evidence(pd.Series({"name_en": "a place without roles"}), Words(lang))


def test_few_bars_are_as_high_as_many() -> None:
    """Under a title that is not counted into their height, or two would lie over one another."""
    scene = Scene(ROSTER, VIEW.but(countries=("JP", "US")), GROUNDS["light"])
    for key in ("continents", "ranks"):
        drawn = figure_of(scene, key).panels[0].draw((350.0, 0.0))
        assert isinstance(drawn, dict)
        (rows,) = [one["data"]["values"] for one in drawn["layer"]]
        assert drawn["height"] == BAR * len(rows)
        assert drawn["autosize"] == FIT
