"""The method note: one page in both languages, the same on the pages as in the documents."""

from __future__ import annotations

import re

import pytest

from pages.parts.method import NOTE, method
from tests.pages.app import opened

BOTH = pytest.mark.parametrize("lang", ["en", "zh"])


@BOTH
def test_every_paragraph_says_what_it_is_about(lang: str) -> None:
    paragraphs = method(lang).split("\n\n")
    assert len(paragraphs) == 16
    assert all(re.match(r"\*\*.+?\*\*", paragraph) for paragraph in paragraphs)
    assert all(paragraph in NOTE.read_text("utf-8") for paragraph in paragraphs)
    assert bool(re.search("[\u4e00-\u9fff]", method(lang))) == (lang == "zh")


@BOTH
def test_the_note_holds_no_findings(lang: str) -> None:
    """They change with the data; the note does not."""
    numbers = set(re.findall(r"\d+", method(lang).replace("2012-08", "").replace("WGS 84", "")))
    assert numbers <= {"0", "1", "4", "5", "95", "100"}


@BOTH
def test_the_note_is_on_the_page(lang: str) -> None:
    at = opened(lang=lang)
    assert method(lang) in [one.value for one in at.markdown]
