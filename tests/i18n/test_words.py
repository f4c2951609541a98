"""How the two languages say messages, counts, numbers, ranges and rows of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.i18n import TO, Words
from geo.i18n.phrases import KIND, LEVEL, SOURCE_KIND, tie_line, ties_of
from geo.ties.roster import LEVELS, Roster
from geo.ties.view import LANGUAGES

EN, ZH = Words("en"), Words("zh")


def test_a_message_is_said_in_the_language() -> None:
    assert (EN.say("sister city"), ZH.say("sister city")) == ("sister city", "友好城市")
    assert EN.say("{n} km", n=5) == "5 km"
    assert ZH.say("{n} km", n=5) == "5公里"


@pytest.mark.parametrize("words", [EN, ZH], ids=LANGUAGES[::-1])
def test_what_is_filled_in_is_not_read_as_a_message(words: Words) -> None:
    assert "{home} {0} %s" in words.say("only {names}", names="{home} {0} %s")


def test_nothing_is_said_as_nothing() -> None:
    assert ZH.say("") == ""  # the empty message of a catalogue is its header


@pytest.mark.parametrize(
    ("n", "en", "zh"),
    [
        (0, "0 partners", "0个伙伴"),
        (1, "1 partner", "1个伙伴"),
        (2, "2 partners", "2个伙伴"),
        (1234, "1,234 partners", "1,234个伙伴"),
    ],
)
def test_a_count_is_singular_or_plural(n: int, en: str, zh: str) -> None:
    assert EN.count("{n} partner", "{n} partners", n) == en
    assert ZH.count("{n} partner", "{n} partners", n) == zh


def test_a_count_may_be_written_otherwise_than_it_is_declined() -> None:
    assert EN.count("{n} partner", "{n} partners", 1, n="0–1") == "0–1 partner"
    assert ZH.count("{n} partner", "{n} partners", 51, n="48～51") == "48～51个伙伴"


@pytest.mark.parametrize("words", [EN, ZH], ids=LANGUAGES[::-1])
def test_numbers(words: Words) -> None:
    assert words.number(12345) == "12,345"
    assert words.number(12345.6) == "12,346"
    assert words.number(12345.6, 2) == "12,345.60"
    assert words.number(-0.5, 1) == "-0.5"


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from([EN, ZH]))
def test_a_range_shows_two_numbers_only_where_they_differ(a: int, b: int, words: Words) -> None:
    certain, possible = sorted((a, b))
    sentence = words.range(certain, possible).replace(",", "").split(TO[words.lang])
    assert [int(number) for number in sentence] == ([certain] if a == b else [certain, possible])


def test_names_in_a_row() -> None:
    assert EN.join([]) == ""
    assert EN.join(["A"]) == "A"
    assert EN.join(["A", "B"]) == "A and B"
    assert EN.join(["A", "B", "C"]) == "A, B and C"
    assert ZH.join(["上海", "北京"]) == "上海和北京"
    assert ZH.join(iter(["上海", "北京", "天津"])) == "上海、北京和天津"


def test_and_joins_nothing_but_nouns_in_chinese() -> None:
    assert EN.row(["A 1", "B 2"]) == EN.clauses(["A 1", "B 2"]) == "A 1 and B 2"
    assert ZH.row(["上海68对", "北京55对"]) == "上海68对、北京55对"
    assert ZH.clauses(["上海先结好27国", "北京13国"]) == "上海先结好27国，北京13国"


def test_ranges_are_written_after_the_standard_of_the_language() -> None:
    assert (EN.between("2.9", "9.8"), ZH.between("2.9", "9.8")) == ("2.9–9.8", "2.9～9.8")
    assert (EN.years(1973, 2026), ZH.years(1973, 2026)) == ("1973–2026", "1973—2026年")
    assert (EN.years(2024, 2024), ZH.years(2024, 2024)) == ("2024", "2024年")
    assert ZH.date("2006-11-22/2006-12-03") == "2006年11月22日至12月3日"
    assert ZH.date("2006-12-31/2007-01-02") == "2006年12月31日至2007年1月2日"


def test_people_are_counted_in_the_units_of_the_language() -> None:
    assert (EN.people(20901), ZH.people(20901)) == ("20.9 million", "2,090.1万人")
    assert (EN.people(345), ZH.people(345)) == ("345,000", "34.5万人")


def test_the_bilingual_cell_of_a_row_whatever_the_row_is(roster: Roster) -> None:
    row = roster.homes.loc["shanghai"]
    [record] = roster.homes.loc[["shanghai"]].itertuples()
    for one in (row, record, {"name_en": "Shanghai", "name_zh": "上海"}):
        assert (EN.of(one, "name"), ZH.of(one, "name")) == ("Shanghai", "上海")


def line(words: Words, roster: Roster, slug: str) -> str:
    [tie] = roster.ties.loc[[slug]].itertuples()
    return tie_line(words, tie)


def test_a_tie_in_one_line(roster: Roster, small: Roster) -> None:
    assert line(EN, roster, "shanghai-yokohama") == (
        "Shanghai · 30 November 1973 · sister city · 1,754 km"
    )
    assert line(ZH, roster, "shanghai-yokohama") == ("上海 · 1973年11月30日 · 友好城市 · 1,754公里")
    assert line(EN, small, "wuhan-windhoek").startswith("Wuhan · date unknown · sister city · ")
    assert line(EN, small, "wuhan-kobe").endswith(" · ended June 2010")
    assert line(ZH, small, "tianjin-bergen").endswith(" · 2020年终止")
    assert line(EN, small, "wuhan-hongshan-oita").startswith("Wuhan, Hongshan · 1 August 1999 · ")
    assert line(ZH, small, "wuhan-hongshan-oita").startswith("武汉某区 · ")


def test_every_level_kind_and_kind_of_source_in_the_data_has_its_word(roster: Roster) -> None:
    assert set(LEVEL) == set(LEVELS)
    assert set(roster.places["kind"]) <= set(KIND)
    assert set(roster.sources["kind"]) <= set(SOURCE_KIND)


@pytest.mark.parametrize(
    ("levels", "one", "many", "zh"),
    [
        (("sister",), "sister-city tie", "sister-city ties", "友好城市关系"),
        (("exchange",), "friendly-exchange tie", "friendly-exchange ties", "友好交流关系"),
        (("district",), "district-level tie", "district-level ties", "区镇级友好关系"),
        (("sister", "district"), "tie", "ties", "友好关系"),
    ],
)
def test_ties_have_the_name_of_their_level_or_are_just_ties(
    levels: tuple[str, ...], one: str, many: str, zh: str
) -> None:
    assert [ties_of(EN, levels, n) for n in (0, 1, 2)] == [many, one, many]
    assert {ties_of(ZH, levels, n) for n in (0, 1, 2)} == {zh}
