"""Texts as they are compared in a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.i18n.folding import folded, syllables, words_in


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sao Paulo", "São Paulo"),
        ("ＳＡＯ　ＰＡＵＬＯ", "São Paulo"),
        ("Ile de France", "Île-de-France"),
        ("聖保羅", "圣保罗"),
        ("橫濱", "横滨"),
        ("横浜", "横滨"),
        ("Washington DC", "Washington, D.C."),
        ("St Petersburg", "Saint Petersburg"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("lodz Æro Da Nang Sariyer", "Łódź Ærø Đà Nẵng Sarıyer"),
    ],
)
def test_ways_of_writing_are_one(typed: str, meant: str) -> None:
    assert folded(typed) == folded(meant) != ""


def test_signs_part_words_and_points_do_not() -> None:
    assert words_in("Washington, D.C.") == ("washington", "dc")
    assert words_in("符拉迪沃斯托克（海参崴）") == ("符拉迪沃斯托克", "海参崴")
    assert words_in(" .*?! ") == ()


def test_characters_are_read_aloud_with_or_without_their_older_forms() -> None:
    assert syllables("横滨") == syllables("橫濱") == ("heng", "bin")
    assert syllables("长崎县") == ("chang", "qi", "xian")
    assert syllables("Yokohama") == ()


@given(st.text(max_size=60))
def test_what_is_folded_is_folded_for_good(text: str) -> None:
    once = " ".join(words_in(text))
    assert " ".join(words_in(once)) == once
