"""A page that cannot be drawn says so, in the reader's language, with the way back."""

from __future__ import annotations

from typing import NoReturn

import pytest
from streamlit import error_util
from streamlit.testing.v1 import AppTest, app_test

import app
from geo.i18n import Words
from server import faults
from tests.logs import heard
from tests.pages.app import APP, Started, written

SECRET = "a word of the reader’s"
SENTENCE = (
    "Something went wrong, and what belongs here cannot be shown. The fault has been noted, "
    "without anything that you chose or typed."
)


@pytest.fixture(autouse=True)
def as_the_server_runs_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the app asks Streamlit to do in case of faults, which its tests leave out."""
    call = error_util.invoke_script_error_handler
    told = app.app._on_script_error
    monkeypatch.setattr(app_test, "PagesManager", Started)
    monkeypatch.setattr(
        error_util, "invoke_script_error_handler", lambda fault, _: call(fault, told)
    )
    faults.keep_log_short()


def broken(*_: object, **__: object) -> NoReturn:
    raise KeyError(SECRET)


def opened(lang: str) -> AppTest:
    at = AppTest.from_file(APP, default_timeout=60)
    at.query_params["lang"] = lang
    return at.run()


@pytest.mark.parametrize(
    ("breaks", "lang"),
    [("pages.parts.filters.filter_bar", "zh"), ("pages.parts.session.load_roster", "en")],
    ids=["the page", "all pages"],
)
def test_a_fault_is_a_sentence_with_the_way_back_and_a_line_in_the_log(
    breaks: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaks, broken)
    words = Words(lang)
    with heard() as lines:
        at = opened(lang)
    assert not at.exception, "Streamlit shows the fault itself"
    assert [box.value.replace("\\", "") for box in at.error] == [words.say(SENTENCE)]
    assert f'href="./?lang={lang}"' in written(at)
    assert words.say("Back to the map") in written(at)
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"Fault: page “map” ({lang}): KeyError at tests/pages/test_fault.py")
    assert SECRET not in lines[0] and SECRET not in written(at)
