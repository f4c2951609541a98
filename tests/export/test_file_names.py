"""Names of files: from the view, and safe on every system whatever is in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.export.file_names import LONGEST, file_name
from geo.export.formats import FORMATS, SHEETS, Options
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from tests.views import views

ROSTER = load_roster()


def test_a_name_tells_homes_picture_years_and_language(roster: Roster) -> None:
    view = View.default(roster, "en").but(years=(1973, 2025))
    assert file_name(view, "strategy", "png") == "shanghai-beijing_strategy_1973-2025_en.png"


def test_what_is_unusual_is_in_the_name(roster: Roster) -> None:
    view = View.default(roster, "zh").but(regions=("035",), broad=True, ended=True)
    options = Options(format="a4", sheet="dark", large=True)
    name = file_name(view, "map", "pdf", options)
    for part in ("035", "broad", "with-ended", "zh", "a4", "dark", "large"):
        assert f"_{part}" in name


@given(
    view=views(ROSTER, search=st.text(max_size=90)),
    options=st.builds(Options, st.sampled_from(sorted(FORMATS)), st.sampled_from(sorted(SHEETS))),
)
def test_any_name_is_safe_and_short(view: View, options: Options) -> None:
    name = file_name(view, "map", "png", options)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.png", name)
    assert len(name) <= LONGEST + len(".png")


@pytest.mark.parametrize("text", ["../../etc", "a/b", "CON", "<script>", "上海", "\x00"])
def test_a_search_text_cannot_leave_the_folder(text: str, roster: Roster) -> None:
    view = View.default(roster).but(q=text)
    name = file_name(view, "map", "png")
    assert "/" not in name
    assert "." not in name.removesuffix(".png")
