"""Who came first: the rule on small cases, and a recount from the tables by another way."""

import csv
from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path

import pandas as pd
import pytest

from geo.figures.same_country.latecomers import (
    LATE,
    UNTOLD,
    capital_first,
    changes_since,
    entries,
    late,
)
from geo.figures.same_country.latecomers_text import (
    already_sentence,
    capital_first_sentence,
    change_line,
    changes_sentence,
)
from geo.figures.same_country.order import Country, Span, by_country, first_of, in_order, span_of
from geo.figures.same_country.relation import relation
from geo.figures.same_country.text import headline
from geo.i18n import Words
from geo.ties.roster import load_roster
from geo.ties.tie import ties_of
from geo.ties.view import ORDERS, View

ROSTER = load_roster()
EVERYTHING = View.default(ROSTER)
ALL_LEVELS = EVERYTHING.but(levels=("sister", "exchange", "district"), ended=True)
DATA = Path(__file__).resolve().parents[3] / "data"


def by_code(view: View) -> dict[str, Country]:
    return {country.code: country for country in by_country(ROSTER, view)}


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
    ties, found = sister_ties(), by_code(EVERYTHING)
    assert set(found) == {tie["country"] for tie in ties}
    for code, country in found.items():
        low, high = {}, {}
        for tie in ties:
            if tie["country"] == code:
                home = tie["home"]
                low[home] = min(low.get(home, "9"), tie["earliest"])
                high[home] = min(high.get(home, "9"), tie["latest"])
        assert set(country.homes) == set(low)
        first = [h for h in low if all(high[h] < low[o] for o in low if o != h)]
        assert country.first == (first[0] if first else "")


def test_the_leads_that_the_article_tells() -> None:
    found = by_code(EVERYTHING)
    assert found["PH"].first == "shanghai"
    assert found["PH"].lead and found["PH"].lead.low == pytest.approx(22.42, abs=0.01)
    assert found["PH"].relation == "seat"
    assert (found["VN"].first, found["VN"].relation) == ("shanghai", "other")
    assert found["KH"].relation == "same"
    assert found["FR"].first == ""  # Marseille on a day of 1987, Île-de-France in 1987
    assert found["LA"].lead is None


def test_an_undated_tie_never_proves_a_home_later() -> None:
    tie = ties_of(ROSTER)["shanghai-yokohama"]
    day = date(1990, 1, 1)
    dated = span_of(replace(tie, earliest=day, latest=day), ROSTER)
    undated = span_of(replace(tie, earliest=None, latest=None), ROSTER)
    assert not dated.before(undated)
    assert not undated.before(dated)
    assert first_of([dated, undated]) == Span(-inf, dated.high)


@pytest.mark.parametrize("view", [EVERYTHING, ALL_LEVELS], ids=["sister", "all"])
@pytest.mark.parametrize("order", ORDERS)
def test_ordering_changes_the_order_and_nothing_else(view: View, order: str) -> None:
    plain = by_country(ROSTER, view)
    ordered = in_order(plain, view.but(order=order))
    assert {one.code for one in ordered} == {one.code for one in plain}
    assert len(ordered) == len(plain)
    if order == "name":
        names = [one.name_en for one in ordered]
        assert names == sorted(names)
    if order == "date":
        assert [one.start for one in ordered] == sorted(one.start for one in ordered)


def test_by_lead_the_first_home_leads_and_singles_come_last() -> None:
    found = in_order(by_country(ROSTER, EVERYTHING), EVERYTHING)
    met = [one for one in found if one.contested]
    assert found[: len(met)] == met
    leads = {
        home: [one.lead.low for one in met if one.first == home and one.lead]
        for home in EVERYTHING.homes
    }
    assert leads["shanghai"] == sorted(leads["shanghai"], reverse=True)
    assert leads["beijing"] == sorted(leads["beijing"])


def test_relations_of_partners() -> None:
    ties = ties_of(ROSTER)
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
    told = {(one.tie.country, one.tie.home) for one in found if one.order == LATE}
    assert set(came) == told
    assert late(found).all == len(came)
    assert late(found).untold == len({one.tie.country for one in found if one.order == UNTOLD})


def test_phnom_penh_shows_by_itself() -> None:
    found = {change.tie.tie: change for change in changes_since(ROSTER, EVERYTHING)}
    assert found["beijing-phnom-penh"].relation == "same"
    assert found["beijing-phnom-penh"].entered
    assert found["shanghai-jakarta"].relation == "same"
    assert not found["shanghai-jakarta"].entered
    assert all(one.tie.earliest and one.tie.earliest.year > 2017 for one in found.values())
    days = [str(one.tie.earliest) for one in found.values()]
    assert days == sorted(days)
    assert not changes_since(ROSTER, EVERYTHING.but(years=(1973, 2017)))


def test_capital_first_counts_every_told_entry_once() -> None:
    found = entries(ROSTER, EVERYTHING)
    for home in EVERYTHING.homes:
        result = capital_first(found, home)
        own = [one for one in found if one.tie.home == home and one.order != UNTOLD]
        assert result.already.of + result.free.of == len(own)
        assert result.already.count + result.free.count == sum(one.capital for one in own)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sentences_are_right_for_any_view(lang: str) -> None:
    words = Words(lang)
    for view in (
        EVERYTHING,
        ALL_LEVELS,
        EVERYTHING.but(homes=("beijing",)),
        EVERYTHING.but(years=(1974, 1974)),
        EVERYTHING.but(countries=("LA", "MN")),
        EVERYTHING.but(q="nowhere at all"),
        EVERYTHING.but(countries=("FR",)),
    ):
        found, changes = entries(ROSTER, view), changes_since(ROSTER, view)
        sentences = [
            headline(ROSTER, view, by_country(ROSTER, view), words),
            already_sentence(late(found), words),
            changes_sentence(changes, words),
            *(change_line(change, words) for change in changes),
            *(
                capital_first_sentence(home, capital_first(found, home), words)
                for home in view.homes
            ),
        ]
        for sentence in sentences:
            assert sentence
            assert "{" not in sentence
            assert not {"nan", "inf", "none"} & set(sentence.lower().split())


def test_one_country_is_said_as_one() -> None:
    found = capital_first(entries(ROSTER, EVERYTHING), "beijing")
    assert found.already.of == 1
    assert " of 1 country where" in capital_first_sentence("Beijing", found, Words("en"))


def test_a_third_home_is_a_home_like_the_others() -> None:
    homes = pd.concat([ROSTER.homes, ROSTER.homes.loc[["beijing"]].rename({"beijing": "tianjin"})])
    homes.loc["tianjin", ["name_en", "name_zh"]] = "Tianjin", "天津"
    more = ROSTER.ties.loc[["beijing-hanoi", "shanghai-yokohama"]].assign(home="tianjin")
    more.index = ["tianjin-hanoi", "tianjin-yokohama"]
    roster = replace(ROSTER, homes=homes, ties=pd.concat([ROSTER.ties, more]))
    view = View.default(roster)
    found = {country.code: country for country in by_country(roster, view)}
    assert found["VN"].homes == ("shanghai", "beijing", "tianjin")
    assert found["VN"].first == "shanghai"
    assert found["JP"].first == ""
    told = entries(roster, view)
    assert {one.tie.home for one in told if one.tie.country == "VN" and one.order == LATE} == {
        "beijing",
        "tianjin",
    }
    assert "Tianjin" in headline(roster, view, by_country(roster, view), Words("en"))
