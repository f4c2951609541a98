"""What a page fetches first is named in its head: found in the installed Streamlit, and there."""

from __future__ import annotations

import re

from geo.ties.roster import Roster
from geo.ties.view import View
from server import preload
from server.fonts import ALL_ICONS, LETTERS, NAMES, font_instead, latin, named
from server.preload import FIRST, LAST, NEXT, STATIC, Ready, files, links, modules

UNDRAWN = {"star_filled"}
"""Words that Streamlit's code has and its font does not: it draws the star another way."""


def test_every_element_is_found_with_all_that_it_imports() -> None:
    assert {name.split(".")[0] for name in modules(FIRST + NEXT + LAST)} >= {*FIRST, *NEXT, *LAST}
    html = (STATIC / "index.html").read_text("utf-8")
    there = {path.name for path in files()}
    assert all(path.is_file() for path in files())
    for name in modules(FIRST):
        assert name not in html, "named by Streamlit's own page already"
        code = (STATIC / "static" / "js" / name).read_text("utf-8")
        assert set(re.findall(r'from"\./([^"]+)"', code)) <= there


def test_the_map_is_named_after_the_code_that_says_the_finding(
    roster: Roster,
) -> None:
    view = View.default(roster, "en")
    preload.LAYOUTS[Ready(view.filters_only, "dark", False)] = "media/dark.json"
    try:
        told = links(view.but(years=(1990, 2000)), "", narrow=False)
        at = [
            told.index(part) for part in ("/health", "Html.", "Button.", "dark.json", "land.json")
        ]
        assert at == sorted(at)
        assert 'media/dark.json" media="(prefers-color-scheme: dark)"' in told
        assert "dark.json" not in links(view.but(countries=("JP",)), "", narrow=False)
        assert "dark.json" not in links(view, "", narrow=True)
        assert "land.json" not in links(view, "choice", narrow=False)
    finally:
        preload.LAYOUTS.clear()


def test_every_icon_that_is_named_is_in_the_font_that_is_sent() -> None:
    known = set(NAMES.read_text("utf-8").split())
    assert named() - known == UNDRAWN, "run tools/subset_icons.py"
    assert font_instead(f"{ALL_ICONS}0.woff2") and not font_instead("static/media/other.woff2")


def test_letters_of_streamlits_are_ours() -> None:
    assert list(STATIC.glob(f"{LETTERS}*.woff2")) and list(STATIC.glob(f"{ALL_ICONS}*.woff2"))
    answer = font_instead(f"{LETTERS}ttf.0.woff2")
    assert answer and answer.headers["location"] == f"../../{latin()}"
