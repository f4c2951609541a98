"""How well ties are known, what is missing, and what the table of them says."""

from __future__ import annotations

import json

import pytest

from geo.data import read_table
from geo.figures.article.explained import difference, explained, why
from geo.figures.article.official import official
from geo.figures.data.known import (
    DISAGREE,
    NO_DATE,
    NO_DAY,
    ONE_SOURCE,
    REFERENCE_ONLY,
    finding,
    known,
)
from geo.figures.data.listing import listing, shown
from geo.figures.data.missing import gaps, left_out, weaker_ties
from geo.figures.data.records import records
from geo.figures.data.table import EXPLAINED, ties_table
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster
from geo.ties.select import select
from geo.ties.view import LANGUAGES, View

BOTH = pytest.mark.parametrize("lang", LANGUAGES)


def every(roster: Roster, lang: str = "en") -> View:
    return View.default(roster, lang).but(levels=LEVELS, ended=True)


def scene(roster: Roster, view: View) -> Scene:
    return Scene(roster, view, GROUNDS["light"])


def marks(roster: Roster) -> dict[str, tuple[str, ...]]:
    return {one.tie: one.marks for one in known(roster, every(roster))}


def test_marks_are_what_the_tables_say(roster: Roster) -> None:
    found = marks(roster)
    kinds = roster.sources["kind"].to_dict()
    for tie, row in roster.ties.iterrows():
        sources = [one.strip() for one in row["sources"].split(";") if one.strip()]
        assert (NO_DATE in found[str(tie)]) == (row["established"] == "")
        assert (NO_DAY in found[str(tie)]) == (len(row["established"]) in (4, 7))
        assert (ONE_SOURCE in found[str(tie)]) == (len(sources) == 1)
        only = {kinds[one] for one in sources} == {"reference work"}
        assert (REFERENCE_ONLY in found[str(tie)]) == only


def test_sources_that_disagree_are_marked(roster: Roster) -> None:
    """Each of these dates is given otherwise by another source, and the note says so."""
    found = marks(roster)
    for tie in ("shanghai-milan", "shanghai-hamburg", "shanghai-oslo", "shanghai-yokohama"):
        assert (DISAGREE in found[tie]) == (tie != "shanghai-yokohama"), tie


@BOTH
def test_the_finding_counts_what_the_marks_say(lang: str, roster: Roster) -> None:
    words, view = Words(lang), every(roster, lang)
    dated = sum(roster.ties["established"].str.len() == 10)
    sentence = finding(roster, view, words)
    assert words.number(len(roster.ties)) in sentence and words.number(int(dated)) in sentence
    empty = finding(roster, view.but(q="no such place"), words)
    assert empty == words.say("No tie matches this selection")


@BOTH
def test_every_gap_is_a_table_of_its_ties(lang: str, roster: Roster) -> None:
    shown_ = scene(roster, every(roster, lang))
    found = {table.key: table for table in gaps(shown_)}
    by_mark = marks(roster)
    without = [tie for tie, of in by_mark.items() if NO_DATE in of]
    assert len(found["without-a-date"].frame) == len(without)
    assert str(len(without)) in found["without-a-date"].name
    assert not gaps(scene(roster, every(roster, lang).but(q="no such place")))


@BOTH
def test_letters_of_intent_are_left_out_with_their_reason(lang: str, roster: Roster) -> None:
    table = left_out(scene(roster, every(roster, lang).but(homes=("beijing",))))
    assert table
    weaker = read_table("weaker_ties")
    assert len(table.frame) == sum(weaker["home"] == "beijing")
    assert (table.frame[Words(lang).say("Why it is left out")] != "").all()


def test_a_package_without_weaker_ties_has_none(small: Roster) -> None:
    assert weaker_ties(small).empty
    assert left_out(scene(small, View.default(small))) is None


@BOTH
def test_published_counts_stand_beside_ours(lang: str, roster: Roster) -> None:
    words = Words(lang)
    table = explained(scene(roster, every(roster, lang))).frame
    assert len(table) == len(official(roster))
    assert list(table[words.say("difference")]) == [difference(one) for one in official(roster)]
    for one in official(roster):
        if one.own.certain != one.own.possible:
            assert why(one, roster, words), one
        if one.own.certain == one.own.possible == one.number:
            assert not why(one, roster, words)


def test_what_could_explain_a_difference_is_named(roster: Roster) -> None:
    words = Words("en")
    found = {(one.count, one.what): why(one, roster, words) for one in official(roster)}
    assert "Sofia" in found["shanghai-2016-06", "sister"]
    more = next(one for one in official(roster) if one.number == 72)
    assert difference(more) > 0
    assert "Nagasaki Prefecture" in why(more, roster, words)


@BOTH
def test_the_table_says_everything_once(lang: str, roster: Roster) -> None:
    table = ties_table(scene(roster, every(roster, lang)))
    frame = table.frame
    assert len(frame.columns) == len(set(frame.columns))
    assert len(frame) == len(roster.ties)
    assert {*table.dates, *table.bounds} <= set(frame.columns)
    assert {Words(lang).say(heading) for heading in EXPLAINED} <= set(frame.columns)


def test_records_are_rows_of_the_selection(roster: Roster) -> None:
    view = View.default(roster).but(countries=("JP", "NA"))
    found = records(roster, view)
    assert list(found["tie"]) == list(select(roster, view).index)
    assert set(found["country"]) == set(select(roster, view)["country"])


@BOTH
def test_the_listing_holds_every_tie_with_its_sources(lang: str, roster: Roster) -> None:
    whole = json.loads(listing(roster, lang, False))
    assert len(whole["rows"]) == len(roster.ties)
    for row in whole["rows"]:
        assert {*row["marks"]} <= {*whole["marks"]}
        cited = {*row["sources"], *(one for event in row["events"] for one in event[2])}
        assert cited <= {*whole["sources"]}
        assert len(row["cells"]) == 8
    urls = [one["url"] for one in whole["sources"].values()]
    assert all(url == "" or url.startswith(("https://", "http://")) for url in urls)
    for view in (View.default(roster), View.default(roster).but(countries=("JP",), ended=True)):
        named = [whole["rows"][place]["place"] for place in shown(roster, view)]
        assert sorted(named) == sorted(select(roster, view)["place"])


def test_a_small_roster_of_three_homes_is_listed(small: Roster) -> None:
    whole = json.loads(listing(small, "en", True))
    assert len(whole["rows"]) == len(small.ties)
    assert {row["home"] for row in whole["rows"]} == set(small.homes.index)
    assert explained(scene(small, View.default(small))).frame.empty


def test_a_row_is_found_by_every_name_that_the_search_knows(roster: Roster) -> None:
    rows = json.loads(listing(roster, "en", False))["rows"]
    called = {row["place"]: row["called"] for row in rows}
    for place, names in {
        "yokohama": ("hengbin", "riben"),
        "ho-chi-minh-city": ("Saigon", "西贡", "xigong"),
        "sao-paulo": ("São Paulo", "shengbaoluo"),
    }.items():
        assert not [name for name in names if name not in called[place]]
