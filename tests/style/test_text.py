"""The atlas's own type: what is reckoned about a text is what the renderer does with it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from geo.export.render import png
from geo.style import svg
from geo.style.balance import PAUSES, balanced
from geo.style.text import (
    CLOSING,
    ELLIPSIS,
    LATIN_CLOSING,
    OPENING,
    cut,
    drawable,
    outlines,
    undrawable,
    width_of,
    wrapped,
)
from geo.ties.roster import Roster

TEXTS = [
    "Shanghai has 68 and Beijing 55 sister-city ties",
    "上海和北京：115 个伙伴，分布于 67 个国家",
    "Łódź · Győr · Hồ Chí Minh · Санкт-Петербург",
    "AVATAR “Tø fi ffl” 12.5% To Yo.",
    "特拉维夫-雅法 (Tel Aviv)…",
]
SIZE = 12.0
EM = SIZE


def ink(picture: str) -> Any:
    """How dark every pixel of a picture is, from 0 to 1."""
    grey = Image.open(BytesIO(png(picture, 2))).convert("L")
    return 1 - np.asarray(grey, float) / 255


def line(sentence: str, x: float, anchor: str, bold: bool) -> str:
    return svg.sheet(900, 60, [svg.text(sentence, x, 40, 24, "#000000", bold, anchor)], "#FFFFFF")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("sentence", TEXTS)
def test_a_text_is_as_wide_as_the_renderer_lays_it_out(sentence: str, bold: bool) -> None:
    from_left = ink(line(sentence, 20, "start", bold))
    from_right = ink(line(sentence, 20 + width_of(sentence, 24, bold), "end", bold))
    a_pixel_off = ink(line(sentence, 21 + width_of(sentence, 24, bold), "end", bold))
    assert from_left.sum() > 500
    assert np.abs(from_left - from_right).sum() < 0.05 * from_left.sum()
    assert np.abs(from_left - a_pixel_off).sum() > 0.2 * from_left.sum()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("sentence", TEXTS)
def test_outlines_leave_the_same_ink_as_the_text(sentence: str, bold: bool) -> None:
    as_text = line(sentence, 860, "end", bold)
    one, other = ink(as_text), ink(svg.outlined(as_text))
    assert one.sum() > 500
    assert other.sum() == pytest.approx(one.sum(), rel=0.02)
    assert np.abs(one - other).sum() < 0.1 * one.sum()


def test_width_grows_with_the_size_and_nothing_is_as_wide_as_nothing() -> None:
    assert width_of("", 12) == 0
    assert outlines("") == []
    assert width_of("Kobe 神户", 24) == pytest.approx(2 * width_of("Kobe 神户", 12))
    assert width_of("Kobe", 12, bold=True) > width_of("Kobe", 12)


def words() -> st.SearchStrategy[str]:
    """Pieces of titles: Latin and Chinese words, figures, punctuation where it may stand."""
    latin = st.sampled_from(["Łódź", "a", "Ulaanbaatar,", "(42%)", "3.5", "ties:", "“To”"])
    han = st.sampled_from(["友好城市", "上海", "神户。", "（北京）", "伙伴，", "“好”", "第1"])
    return st.one_of(latin, han, latin, han, st.just("·"))


def lines_of_words() -> st.SearchStrategy[str]:
    """Texts in which blanks and no blanks alternate at random."""
    parts = st.lists(st.tuples(words(), st.sampled_from(["", " "])), max_size=25)
    return parts.map(lambda some: "".join(word + gap for word, gap in some).strip())


def mixed() -> st.SearchStrategy[str]:
    """Any text in letters that we have, with words longer than any line."""
    letters = st.sampled_from([*"abcWM .,·-", *"上海，。（）“”%…", "w" * 30])
    return st.one_of(lines_of_words(), st.lists(letters, max_size=60).map("".join))


def bare(text: str) -> str:
    return "".join(text.split())


@given(mixed(), st.floats(2 * EM, 40 * EM), st.booleans())
@example(" a b", 2 * EM, False)
@example("w" * 30 + " ", 2 * EM, False)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float, bold: bool) -> None:
    lines = wrapped(text, SIZE, width, 10_000, bold)
    assert all(width_of(line, SIZE, bold) <= width + 1e-9 for line in lines)
    assert bare("".join(lines)) == bare(text)
    assert all(line and line == line.strip() for line in lines)


@given(lines_of_words(), st.floats(12 * EM, 30 * EM))
@example("42% (60% of 70%) and 北京（首都）", 12 * EM)
@example("友好" * 6 + "（北京）", 13.2 * EM)
@example("Ulaanbaatar,Ulaanbaatar,·", 12 * EM)
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(
    text: str, width: float
) -> None:
    lines = wrapped(text, SIZE, width, 10_000)
    for before, line in pairwise(lines):
        unbroken = width_of(before + line.split(" ")[0], SIZE) < width
        assert line[0] not in CLOSING + LATIN_CLOSING or unbroken, lines
        assert before[-1] not in OPENING, lines


def test_words_stay_whole_and_chinese_breaks_anywhere() -> None:
    assert wrapped("one two three", SIZE, width_of("one two", SIZE), 9) == ["one two", "three"]
    assert wrapped("上海北京", SIZE, 2.2 * EM, 9) == ["上海", "北京"]
    assert wrapped("上海，北京", SIZE, 2.2 * EM, 9) == ["上", "海，", "北京"]
    assert wrapped("a (42%) b", SIZE, width_of("a (42%", SIZE), 9) == ["a", "(42%)", "b"]
    assert wrapped("grew 3.5 times", SIZE, width_of("grew 3.", SIZE), 9) == ["grew", "3.5", "times"]


@given(mixed(), st.floats(3 * EM, 20 * EM), st.integers(1, 4), st.booleans())
def test_with_too_few_lines_the_last_says_that_more_follows(
    text: str, width: float, most: int, bold: bool
) -> None:
    whole, lines = wrapped(text, SIZE, width, 10_000, bold), wrapped(text, SIZE, width, most, bold)
    assert all(width_of(line, SIZE, bold) <= width + 1e-9 for line in lines)
    if len(whole) <= most:
        assert lines == whole
    else:
        assert len(lines) == most
        assert lines[:-1] == whole[: most - 1]
        assert lines[-1].endswith(ELLIPSIS)


def test_what_is_left_over_is_joined_as_it_stood() -> None:
    width = 6 * EM
    assert wrapped("上海和北京的友好城市", SIZE, 3 * EM, 2) == ["上海和", "北京…"]
    assert wrapped("上海和北京的友好城市", SIZE, width, 1) == ["上海和北京…"]
    assert wrapped("上海友好城市（北京）", SIZE, 5 * EM, 2) == ["上海友好城", "市（北京）"]
    assert wrapped("one two three four", SIZE, width_of("one two…", SIZE), 1) == ["one two…"]


@given(mixed(), st.floats(3 * EM, 20 * EM), st.integers(1, 4))
@example("友" * 20 + " " + "好" * 20, 6 * EM, 2)
def test_a_cut_text_begins_as_the_text_does(text: str, width: float, most: int) -> None:
    lines = wrapped(text, SIZE, width, most)
    place = 0
    for line in lines:
        kept = line.removesuffix(ELLIPSIS) if line is lines[-1] else line
        place = text.find(kept, place)
        assert place >= 0, (text, lines)
        place += len(kept)


def unevenness(lines: list[str], bold: bool) -> float:
    wide = [width_of(line, SIZE, bold) for line in lines]
    return max(wide) - min(wide)


@given(mixed(), st.floats(3 * EM, 30 * EM), st.integers(1, 6), st.booleans())
def test_balanced_lines_are_as_many_and_no_wider_and_lose_nothing(
    text: str, width: float, most: int, bold: bool
) -> None:
    lines, full = balanced(text, SIZE, width, most, bold), wrapped(text, SIZE, width, most, bold)
    assert len(lines) == len(full)
    assert all(width_of(line, SIZE, bold) <= width + 1e-9 for line in lines)
    assert bare("".join(lines)) == bare("".join(full))
    assert all(line and line == line.strip() for line in lines)


@given(st.lists(st.sampled_from(["two", "cities", "a"]), min_size=4, max_size=30))
def test_words_of_one_kind_are_set_no_less_evenly(some: list[str]) -> None:
    text, width = " ".join(some), 16 * EM
    lines, full = balanced(text, SIZE, width, 9), wrapped(text, SIZE, width, 9)
    assert unevenness(lines, False) <= unevenness(full, False) + 1e-9


def test_no_word_is_left_over_and_lines_end_where_the_voice_rests() -> None:
    title = "The continent with the most partners is Europe: Shanghai 27 of 68 (40%) and Beijing 23"
    width = width_of(title, SIZE) - 1
    assert wrapped(title, SIZE, width, 2)[1] == "23"
    first, second = balanced(title, SIZE, width, 2)
    assert first.endswith("Europe:") and second.startswith("Shanghai")
    chinese = "上海和北京：115 个伙伴，分布于 67 个国家"
    width = width_of("上海和北京：115 个伙伴，分", SIZE)
    lines = balanced(chinese, SIZE, width, 2)
    assert lines == ["上海和北京：115 个伙伴，", "分布于 67 个国家"]
    assert lines[0][-1] in PAUSES
    apart = "距上海 8,421 公里和距北京 7,634 公里"
    lines = balanced(apart, SIZE, width_of("距上海 8,421 公里和距北京 7,6", SIZE), 2)
    assert "北京" in lines[0] + "|" + lines[1] and not lines[0][-1].isdigit()


@given(mixed(), st.floats(2 * EM, 40 * EM), st.booleans())
def test_a_text_is_cut_only_if_it_must_be_and_no_shorter(
    text: str, width: float, bold: bool
) -> None:
    short = cut(text, SIZE, width, bold)
    assert width_of(short, SIZE, bold) <= width + 1e-9
    if width_of(text, SIZE, bold) <= width:
        assert short == text
    else:
        kept = short.removesuffix(ELLIPSIS)
        assert text.startswith(kept)
        one_more = text[: len(kept) + len(text[len(kept) :]) - len(text[len(kept) :].lstrip()) + 1]
        assert width_of(one_more + ELLIPSIS, SIZE, bold) > width - 0.2 * EM


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("Yokohama 横滨", "Yokohama 横滨", ""),
        ("Łódź Győr Hồ Chí Minh Санкт-Петербург", "Łódź Győr Hồ Chí Minh Санкт-Петербург", ""),
        ("sister 👯 city 👯", "sister city", "👯"),
        ("مرحبا Cairo", "Cairo", "مرحبا"),
        ("two\nlines\tand   blanks ", "two lines and blanks", ""),
        ("bell\x07, zero\x00, left\u202eright, mark\ufeff", "bell, zero, leftright, mark", None),
        ("🀄", "", "🀄"),
    ],
)
def test_what_the_fonts_cannot_draw_is_left_out_and_told(
    text: str, kept: str, left_out: str | None
) -> None:
    assert drawable(text) == kept
    gone = undrawable(text)
    assert gone == ("\x07\x00\u202e\ufeff" if left_out is None else left_out)


@given(st.text(max_size=40))
def test_a_drawable_text_has_a_glyph_for_every_letter(text: str) -> None:
    kept = drawable(text)
    assert all(glyph for glyph, _, _ in outlines(kept))
    assert not undrawable(kept)
    assert drawable(kept) == kept


def test_every_name_of_the_data_can_be_drawn(roster: Roster) -> None:
    for table in (roster.places, roster.homes, roster.countries):
        for column in [name for name in table.columns if name.startswith("name_")]:
            assert not undrawable("".join(table[column]))
