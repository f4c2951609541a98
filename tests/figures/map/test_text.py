"""The sentence above the map."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from geo.figures.captions import narrowing
from geo.figures.map.text import finding
from geo.i18n import TO, Words
from geo.ties.counts import Span, tally
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.views import views

ROSTER = load_roster()


def sentence_of(roster: Roster, view: View) -> str:
    return finding(roster, view, tally(select(roster, view), view), Words(view.lang))


def written(span: Span, to: str) -> str:
    if span.certain == span.possible:
        return str(span.certain)
    return f"{span.certain}{to}{span.possible}"


@given(views(ROSTER))
def test_the_sentence_holds_the_counts_of_its_view(view: View) -> None:
    counts, sentence = tally(select(ROSTER, view), view), sentence_of(ROSTER, view)
    assert "{" not in sentence
    assert "}" not in sentence
    if not counts.ties:
        return
    numbers = re.findall(
        r"\d+(?:[–～]\d+)?", sentence.split("：")[-1] if view.lang == "zh" else sentence
    )
    years = {f"{view.years[0]}–{view.years[1]}", *map(str, view.years)}
    expected = [
        written(span, TO[view.lang])
        for span in (*counts.by_home.values(), counts.partners, counts.countries)
    ]
    if view.lang == "zh":
        numbers = re.findall(r"\d+(?:～\d+)?", re.sub(r"^.*结好：|^截至.*?：", "", sentence))
    elif not view.shows_whole_period(ROSTER):
        assert numbers.pop(0) in years
    assert numbers == expected
    for home in view.homes:
        assert ROSTER.homes.loc[home, f"name_{view.lang}"] in sentence


@pytest.mark.parametrize(
    ("lang", "years", "beginning"),
    [
        ("en", (1973, 2026), "Shanghai has "),
        ("en", (1973, 1990), "By the end of 1990: Shanghai has "),
        ("en", (1980, 1990), "Made 1980–1990: Shanghai has "),
        ("en", (1985, 1985), "Made in 1985: Shanghai has "),
        ("zh", (1973, 2026), "上海"),
        ("zh", (1973, 1990), "截至1990年底：上海"),
        ("zh", (1980, 1990), "1980—1990年结好：上海"),
        ("zh", (1985, 1985), "1985年结好：上海"),
    ],
)
def test_the_sentence_begins_with_the_years_unless_they_are_all(
    roster: Roster, lang: str, years: tuple[int, int], beginning: str
) -> None:
    last = roster.period[1] if years[1] == 2026 else years[1]
    view = View.default(roster, lang).but(years=(years[0], last))
    assert sentence_of(roster, view).startswith(beginning)


def test_one_is_singular_and_more_are_plural_in_english(roster: Roster) -> None:
    view = View.default(roster).but(homes=("beijing",))
    assert sentence_of(roster, view.but(q="hanoi")) == (
        "Beijing has 1 sister-city tie: 1 partner in 1 country"
    )
    assert sentence_of(roster, view.but(countries=("US",))).endswith("2 partners in 1 country")


def test_a_view_without_a_tie_says_so(roster: Roster) -> None:
    view = View.default(roster).but(q="no such place")
    assert sentence_of(roster, view) == "No tie matches this selection"
    assert sentence_of(roster, view.but(lang="zh")) == "没有符合条件的友好关系"


def test_a_view_of_nothing_but_ended_ties_says_so(roster: Roster) -> None:
    view = View.default(roster).but(q="gothenburg", ended=True)
    assert sentence_of(roster, view) == "Every tie in this selection has ended"
    assert sentence_of(roster, view.but(lang="zh")) == "符合条件的友好关系均已终止"
    assert sentence_of(roster, view.but(ended=False)) == "No tie matches this selection"


def test_three_homes_stand_in_one_row(small: Roster) -> None:
    view = View.default(small).but(countries=("PL",))
    assert sentence_of(small, view) == (
        "Tianjin has 1, Guangzhou 1 and Wuhan 1 sister-city ties: 1 partner in 1 country"
    )
    assert sentence_of(small, view.but(lang="zh")) == (
        "天津1对、广州1对、武汉1对友好城市关系，共1个伙伴，分布在1个国家"
    )


def test_a_count_that_is_not_certain_stands_as_a_range(small: Roster) -> None:
    view = View.default(small).but(homes=("guangzhou",), years=(1990, 2003))
    assert sentence_of(small, view) == (
        "Made 1990–2003: Guangzhou has 1–2 sister-city ties: 1–2 partners in 1–2 countries"
    )


def test_the_sentence_names_the_level_or_all_ties(roster: Roster) -> None:
    view = View.default(roster)
    assert "friendly-exchange ties" in sentence_of(roster, view.but(levels=("exchange",)))
    assert "district-level ties" in sentence_of(roster, view.but(levels=("district",)))
    assert re.search(r"\d ties:", sentence_of(roster, view.but(levels=LEVELS)))


def test_what_the_filters_leave_out_is_told_filter_by_filter(roster: Roster) -> None:
    view = View.default(roster)
    words = {lang: Words(lang) for lang in ("en", "zh")}
    assert narrowing(roster, view, words["en"]) == []
    narrow = view.but(countries=("JP", "NA"), regions=("035",), q="{x} <b>", ended=True)
    assert narrowing(roster, narrow, words["en"]) == [
        "only Japan and Namibia",
        "only South-East Asia",
        "names with “{x} <b>”",
        "ended ties shown",
    ]
    assert narrowing(roster, narrow, words["zh"]) == [
        "仅限纳米比亚和日本",
        "仅限东南亚",
        "名称含“{x} <b>”",
        "含已终止的友好关系",
    ]


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("yok", "names with “yok”"),
        ("列宁格勒", "found by “列宁格勒”"),
        ("hengbin", "found by “hengbin”"),
        ("Sao Paulo", "names with “Sao Paulo”"),
    ],
)
def test_a_name_that_is_not_shown_is_not_said_to_hold_the_text(
    roster: Roster, text: str, en: str
) -> None:
    assert narrowing(roster, View.default(roster).but(q=text), Words("en")) == [en]


@given(views(ROSTER))
def test_every_filter_is_told(view: View) -> None:
    told = narrowing(ROSTER, view, Words(view.lang))
    filters = [view.countries, view.regions, view.q, view.ended]
    assert len(told) == sum(bool(one) for one in filters)
