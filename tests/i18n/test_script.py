"""Letters tell their language, where only one is written in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.i18n.script import passages
from geo.ties.roster import Roster


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("《上海年鉴2018》，第3页", ["zh"]),
        ("大阪市と上海市は友好都市", ["ja"]),
        ("上海市(中国)との交流", ["ja", "", "ja", "", "ja"]),
        ("제주-상하이 우호교류", ["ko", "", "ko"]),
        ("المدن التوأمة (Shanghai's sister cities)", ["ar", "", "en", ""]),
        ("Соглашение об установлении", ["und-Cyrl"]),
        ("Neues Memorandum Städtepartnerschaft", [""]),
        ("List of sister cities of 上海", ["en", "", "zh"]),
        ("2018-05-01", [""]),
        ("", []),
    ],
)
def test_passages(text: str, told: list[str]) -> None:
    found = passages(text)
    assert [lang for _, lang in found] == told
    assert "".join(part for part, _ in found) == text


@given(st.text())
def test_nothing_of_a_text_is_lost(text: str) -> None:
    assert "".join(part for part, _ in passages(text)) == text


def test_no_source_has_chinese_letters_that_do_not_say_so(roster: Roster) -> None:
    for title in roster.sources["title"]:
        for part, lang in passages(title):
            assert lang or not any("\u3400" <= letter <= "\u9fff" for letter in part), title
