"""Addresses for the browser, wherever the app lives."""

from __future__ import annotations

import pytest
import streamlit as st

from pages.parts import session
from pages.parts.delivery import address_of_view, app_address, on_this_machine


@pytest.mark.parametrize(
    ("url", "page", "found"),
    [
        ("https://example.org/", "", "https://example.org/"),
        ("https://example.org", "", "https://example.org/"),
        ("https://example.org/choice", "choice", "https://example.org/"),
        ("https://example.org/atlas/", "", "https://example.org/atlas/"),
        ("https://example.org/atlas/choice", "choice", "https://example.org/atlas/"),
        ("https://example.org/a/myslides/slides/", "slides", "https://example.org/a/myslides/"),
        ("https://example.org/myslides", "slides", "https://example.org/myslides/"),
        ("http://127.0.0.1:8501/slides", "slides", "http://127.0.0.1:8501/"),
        (None, "slides", "./"),
    ],
)
def test_the_app_is_found_where_the_browser_found_it(
    url: str | None, page: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(st.context), "url", property(lambda _: url))
    monkeypatch.setattr(st, "session_state", {session.PAGE: page})
    assert app_address() == found
    query = {"lang": ["zh"], "q": ["a&b"]}
    assert address_of_view(query, "same_country") == f"{found}same_country?lang=zh&q=a%26b"
    assert on_this_machine() == ("127.0.0.1" in found or url is None)
