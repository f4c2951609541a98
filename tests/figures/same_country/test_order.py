"""Who came first: the rule on small cases, and a recount from the tables by another way."""

import csv
from dataclasses import replace
from math import inf, isnan
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from geo.figures.same_country.latecomers import LATE, UNTOLD, deterred, entries, late, overtaken
from geo.figures.same_country.latecomers_text import (
    deterred_sentence,
    overtaken_sentence,
    taken_sentence,
)
from geo.figures.same_country.order import (
    SORTS,
    Span,
    contested,
    first_of,
    relation,
    rivals,
    span_of,
)
from geo.figures.same_country.text import headline
from geo.i18n import Words
from geo.ties.roster import load_roster
from geo.ties.view import View

ROSTER = load_roster()
EVERYTHING = View.default(ROSTER)
ALL_LEVELS = EVERYTHING.but(levels=("sister", "exchange", "district"), ended=True)
DATA = Path(__file__).resolve().parents[3] / "data"


def sister_ties() -> list[dict[str, str]]:
    with (DATA / "places.csv").open(encoding="utf-8-sig") as lines:
        lies_in = {row["place"]: row["country"] for row in csv.DictReader(lines)}
    with (DATA / "ties.csv").open(encoding="utf-8-sig") as lines:
        return [
            row | {"country": lies_in[row["place"]]}
            for row in csv.DictReader(lines)
            if row["level"] == "sister" and not row["ended"]
        ]


def test_who_came_first_is_what_the_tables_say() -> None:
    ties = sister_ties()
    found = rivals(ROSTER, EVERYTHING)
    assert set(found.index) == {tie["country"] for tie in ties}
    for country, row in found.iterrows():
        low, high = {}, {}
        for tie in ties:
            if tie["country"] == country:
                home = tie["home"]
                low[home] = min(low.get(home, "9"), tie["earliest"])
                high[home] = min(high.get(home, "9"), tie["latest"])
        assert set(row["homes"]) == set(low)
        first = [h for h in low if all(high[h] < low[o] for o in low if o != h)]
        assert row["first"] == (first[0] if first else "")


def test_the_leads_that_the_article_tells() -> None:
    found = rivals(ROSTER, EVERYTHING)
    assert found.loc["PH", "first"] == "shanghai"
    assert found.loc["PH", "lead_low"] == pytest.approx(22.42, abs=0.01)
    assert found.loc["PH", "relation"] == "seat"
    assert (found.loc["VN", "first"], found.loc["VN", "relation"]) == ("shanghai", "other")
    assert found.loc["KH", "relation"] == "same"
    assert found.loc["FR", "first"] == ""  # Marseille on a day of 1987, Île-de-France in 1987
    assert isnan(found.loc["LA", "lead_low"])


def test_an_undated_tie_never_proves_a_home_later() -> None:
    day = pd.Timestamp(1990, 1, 1)
    dated = span_of(SimpleNamespace(earliest=day, latest=day), ROSTER)
    undated = span_of(SimpleNamespace(earliest=pd.NaT, latest=pd.NaT), ROSTER)
    assert not dated.before(undated)
    assert not undated.before(dated)
    assert first_of([dated, undated]) == Span(-inf, dated.high)


@pytest.mark.parametrize("view", [EVERYTHING, ALL_LEVELS], ids=["sister", "all"])
@pytest.mark.parametrize("sort", SORTS)
def test_sorting_changes_the_order_and_nothing_else(view: View, sort: str) -> None:
    one, other = rivals(ROSTER, view), rivals(ROSTER, view, sort)
    assert set(one.index) == set(other.index)
    if sort == "name":
        assert list(other["name_en"]) == sorted(other["name_en"])
    if sort == "date":
        assert list(other["start"]) == sorted(other["start"])


def test_by_lead_the_first_home_leads_and_singles_come_last() -> None:
    found = rivals(ROSTER, EVERYTHING)
    met = contested(found)
    assert list(found.index[: len(met)]) == list(met.index)
    ours = met[met["first"] == "shanghai"]["lead_low"]
    theirs = met[met["first"] == "beijing"]["lead_low"]
    assert list(ours) == sorted(ours, reverse=True)
    assert list(theirs) == sorted(theirs)


def test_relations_of_partners() -> None:
    ties = {tie.Index: tie for tie in ROSTER.ties.itertuples()}
    pairs = {
        ("shanghai-bangkok", "beijing-bangkok"): "same",
        ("shanghai-metro-manila", "beijing-manila"): "seat",
        ("beijing-madrid", "beijing-madrid-region"): "seat",
        ("beijing-paris", "beijing-ile-de-france"): "seat",
        ("shanghai-city-of-london", "beijing-london"): "seat",
        ("shanghai-changning-gangseo-seoul", "beijing-seoul"): "seat",
        ("shanghai-huangpu-donaustadt-vienna", "beijing-chaoyang-simmering-vienna"): "seat",
        ("shanghai-hamburg", "shanghai-hongkou-hamburg-mitte"): "seat",
        ("beijing-new-york-city", "beijing-chaoyang-brooklyn"): "seat",
        ("shanghai-yokohama", "beijing-dongcheng-meguro-tokyo"): "other",
        ("shanghai-piraeus", "beijing-athens"): "other",
        ("shanghai-espoo", "beijing-helsinki"): "other",
        ("shanghai-valparaiso", "beijing-santiago-region"): "other",
    }
    for (one, other), expected in pairs.items():
        assert relation(ties[one], ties[other]) == expected, one
        assert relation(ties[other], ties[one]) == expected, one


def test_late_entries_recounted_from_the_tables() -> None:
    firsts: dict[tuple[str, str], dict[str, str]] = {}
    for tie in sorted(sister_ties(), key=lambda tie: (tie["earliest"], tie["latest"])):
        firsts.setdefault((tie["country"], tie["home"]), tie)
    came = [
        (country, home)
        for (country, home), tie in firsts.items()
        for (there, other), before in firsts.items()
        if there == country and other != home and before["latest"] < tie["earliest"]
    ]
    found = entries(ROSTER, EVERYTHING)
    told = found[found["order"] == LATE]
    assert set(came) == set(zip(told["country"], told["home"], strict=True))
    assert late(found).all == len(came)
    assert late(found).untold == found.loc[found["order"] == UNTOLD, "country"].nunique()


def test_phnom_penh_shows_by_itself() -> None:
    found = overtaken(ROSTER, EVERYTHING)
    assert found.loc["beijing-phnom-penh", "relation"] == "same"
    assert bool(found.loc["beijing-phnom-penh", "entered"])
    assert found.loc["shanghai-jakarta", "relation"] == "same"
    assert not found.loc["shanghai-jakarta", "entered"]
    assert (found["earliest"] > pd.Timestamp(2017, 12, 31)).all()
    assert overtaken(ROSTER, EVERYTHING.but(years=(1973, 2017))).empty


def test_deterred_counts_every_told_entry_once() -> None:
    found = entries(ROSTER, EVERYTHING)
    for home in EVERYTHING.homes:
        result = deterred(found, home)
        own = found[(found["home"] == home) & (found["order"] != UNTOLD)]
        assert result.taken.of + result.free.of == len(own)
        assert result.taken.count + result.free.count == own["capital"].sum()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "view",
    [
        EVERYTHING,
        ALL_LEVELS,
        EVERYTHING.but(homes=("beijing",)),
        EVERYTHING.but(years=(1974, 1974)),
        EVERYTHING.but(countries=("LA", "MN")),
        EVERYTHING.but(q="nowhere at all"),
        EVERYTHING.but(countries=("FR",)),
    ],
)
def test_sentences_are_right_for_any_view(view: View, lang: str) -> None:
    words = Words(lang)
    found = entries(ROSTER, view)
    sentences = [
        headline(ROSTER, view, rivals(ROSTER, view), late(found), words),
        taken_sentence(late(found), words),
        overtaken_sentence(overtaken(ROSTER, view), words),
        *(deterred_sentence(home, deterred(found, home), words) for home in view.homes),
    ]
    for sentence in sentences:
        assert sentence
        assert "{" not in sentence
        assert "nan" not in sentence.lower().split()


def test_a_third_home_is_a_home_like_the_others() -> None:
    homes = pd.concat([ROSTER.homes, ROSTER.homes.loc[["beijing"]].rename({"beijing": "tianjin"})])
    homes.loc["tianjin", ["name_en", "name_zh"]] = "Tianjin", "天津"
    more = ROSTER.ties.loc[["beijing-hanoi", "shanghai-yokohama"]].assign(home="tianjin")
    more.index = ["tianjin-hanoi", "tianjin-yokohama"]
    roster = replace(ROSTER, homes=homes, ties=pd.concat([ROSTER.ties, more]))
    view = View.default(roster)
    found = rivals(roster, view)
    assert found.loc["VN", "homes"] == ("shanghai", "beijing", "tianjin")
    assert found.loc["VN", "first"] == "shanghai"
    assert found.loc["JP", "first"] == ""
    told = entries(roster, view)
    assert set(told.loc[(told["country"] == "VN") & (told["order"] == LATE), "home"]) == {
        "beijing",
        "tianjin",
    }
    assert "Tianjin" in headline(roster, view, found, late(told), Words("en"))
