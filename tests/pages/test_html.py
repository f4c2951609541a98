"""HTML from templates: what is escaped, what is refused."""

from __future__ import annotations

import ast
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from pages.parts.html import colour, drawing, rendered

HOUSE = Path(__file__).resolve().parents[2]


def test_a_drawing_reaches_the_page_as_an_image() -> None:
    """Streamlit takes SVG itself out of the HTML of a page."""
    shown = rendered("legend", keys=[(Markup('<path d="M0,0Z" fill="#123456"/>'), "<b>a disc")])
    assert "<svg" not in shown
    assert "&lt;b&gt;a disc" in shown
    media, _, picture = drawing('<path d="M0,0Z"/>').partition(",")
    assert media == "data:image/svg+xml;base64"
    assert ElementTree.fromstring(b64decode(picture)).attrib["viewBox"] == "-1.3 -1.3 2.6 2.6"


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
