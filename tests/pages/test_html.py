"""HTML from templates: what is escaped, what is refused."""

from __future__ import annotations

import ast
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pytest
import streamlit as st
from markupsafe import Markup

from geo.ties.roster import Roster
from geo.ties.view import View
from pages.parts import session
from pages.parts.html import colour, drawing, rendered, spoken

HOUSE = Path(__file__).resolve().parents[2]


def test_a_drawing_reaches_the_page_as_an_image() -> None:
    """Streamlit takes SVG itself out of the HTML of a page."""
    shown = rendered("legend", keys=[(Markup('<path d="M0,0Z" fill="#123456"/>'), "<b>a disc")])
    assert "<svg" not in shown
    assert "&lt;b&gt;a disc" in shown
    media, _, picture = drawing('<path d="M0,0Z"/>').partition(",")
    assert media == "data:image/svg+xml;base64"
    assert ElementTree.fromstring(b64decode(picture)).attrib["viewBox"] == "-1.3 -1.3 2.6 2.6"


def test_passages_in_other_letters_say_their_language_and_nothing_else_does(
    monkeypatch: pytest.MonkeyPatch, roster: Roster
) -> None:
    title = "<上海市>国际友好城市 (list of sister cities)"
    english = '&lt;<span lang="zh">上海市</span>&gt;<span lang="zh">国际友好城市</span> (list'
    for lang, start in (("en", english), ("zh", "&lt;上海市&gt;国际友好城市 (<span lang=")):
        monkeypatch.setattr(st, "session_state", {session.VIEW: View.default(roster, lang)})
        assert spoken(title).startswith(start)
        assert ('lang="en"' in spoken(title)) == (lang == "zh")
        assert "<上" not in spoken(title)


@pytest.mark.parametrize(
    "text", ["red", "#12345", "#123456;", "url(x)", "#12345g", "#１２３４５６"]
)
def test_a_colour_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no colour"):
        colour(text)


def test_names_in_a_select_box_which_shows_them_letter_by_letter_are_not_escaped() -> None:
    """Pills, radio buttons and labels read Markdown; boxes show the backslashes to the reader."""
    escaped = []
    for path in (HOUSE / "pages").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr not in ("selectbox", "multiselect"):
                continue
            shown = [word.value for word in call.keywords if word.arg == "format_func"]
            escaped += [
                f"{path.name}:{call.lineno}" for one in shown if "in_markdown" in ast.unparse(one)
            ]
    assert not escaped
