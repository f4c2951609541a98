"""Text from a file, a user or an address, where it is going."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.i18n.escape import in_html, in_markdown, runs_as_formula

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NASTY = '<img src=x onerror="alert(1)"> & &lt; \' </p> &#60;'


class Reader(HTMLParser):
    """What a browser would make of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXT)
@example(NASTY)
def test_html_shows_the_text_letter_by_letter(text: str) -> None:
    reader = Reader()
    reader.feed(f"<p title=\"{in_html(text)}\" lang='{in_html(text)}'>{in_html(text)}</p>")
    reader.close()
    assert reader.tags == [("p", {"title": text, "lang": text})]
    assert reader.text == text


@given(TEXT)
@example("1. [a](http://b) **c** `d` $e$ :red[f] <g> | ~h~ #i - j + k ! \\* \n\n> l")
@example("\\")
@example("\\*")
def test_markdown_shows_the_text_letter_by_letter_on_one_line(text: str) -> None:
    escaped = in_markdown(text)
    assert "\n" not in escaped
    assert re.sub(r"\\([!-/:-@[-`{-~])", r"\1", escaped) == " ".join(text.split())
    left_active = re.sub(r"\\[!-/:-@[-`{-~]", "", escaped)
    assert not set(left_active) & set("\\`*_[]<>#|~$:&!")
    assert not re.search(r"^[+-]|\d[.)]|https?:|www\.|@", left_active)


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=", "-"]
)
def test_a_cell_that_a_spreadsheet_would_run(text: str) -> None:
    assert runs_as_formula(text)


@pytest.mark.parametrize(
    "text", ["", "Łódź", "1973-11-30", "-31.2", "+5", "-7", "a=b", "e@f", " x"]
)
def test_a_cell_that_a_spreadsheet_would_not_run(text: str) -> None:
    assert not runs_as_formula(text)


@given(st.sampled_from("=+-@\t\r"), TEXT)
def test_only_plain_numbers_may_begin_like_a_formula(first: str, rest: str) -> None:
    number = re.fullmatch(r"[+-][0-9]+([.][0-9]+)?", first + rest)
    assert runs_as_formula(first + rest) is (number is None)
