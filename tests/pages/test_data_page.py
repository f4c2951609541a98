"""The page of the data as a reader meets it, without a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.data import Release
from geo.export.origin import origin_from, stamped
from geo.export.view_file import MEDIA
from geo.figures.article.official import official
from geo.figures.catalogue import figure_of
from geo.figures.data import listing
from geo.figures.data.known import finding
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster
from geo.ties.select import select
from geo.ties.view import LANGUAGES, View
from pages.parts import session
from pages.parts.data import dropped
from pages.parts.data.listing import _ranges
from tests.pages.app import opened_on, read, sound, view_of

BOTH = pytest.mark.parametrize("lang", LANGUAGES)


def opened(narrow: bool = False, **query: str | list[str]) -> AppTest:
    return opened_on("data", narrow, **query)


def labels(at: AppTest) -> list[str]:
    return [button.proto.label for button in at.get("download_button")]


def listing_of(at: AppTest) -> dict[str, Any]:
    known = (element.proto for element in at.get("bidi_component"))
    told: dict[str, Any] = json.loads(
        next(one.json for one in known if one.component_name == "atlas_listing")
    )
    return told


@BOTH
@pytest.mark.parametrize("narrow", [False, True])
def test_the_page_says_what_there_is_and_gives_it_away(
    lang: str, narrow: bool, roster: Roster
) -> None:
    at = opened(narrow, lang=lang, country="JP")
    view, words = view_of(at), Words(lang)
    assert finding(roster, view, words) in read(at)
    kinds = ["CSV", "XLSX", "GeoJSON", "JSON"]
    assert labels(at)[:9] == [*kinds, *kinds, words.say("Data package (ZIP)")]
    assert {"BibTeX", "RIS"} <= {*labels(at)}
    assert any("friendship-city-atlas" in block.value for block in at.code)


@BOTH
def test_the_table_shows_what_the_view_shows(lang: str, roster: Roster) -> None:
    at = opened(lang=lang, country=["JP", "DE"])
    told = listing_of(at)
    places = [
        place
        for part in told["shown"].split(",")
        for first, last in [(part.split("-") * 2)[:2]]
        for place in range(int(first), int(last) + 1)
    ]
    assert len(places) == len(select(roster, view_of(at)))
    assert f"lang={lang}" in told["card"] and len(told["heads"]) == 8
    assert len(json.dumps(told)) < 5000, "rows are fetched once, and not sent with every filter"


def test_more_ties_than_can_be_listed_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST", 100)
    for kept in (listing.listing, listing._order):
        kept.cache_clear()
    at = opened(lang="en")
    assert "ties are not listed; the files below have them all." in read(at)
    assert len(labels(at)) > 8
    for kept in (listing.listing, listing._order):
        kept.cache_clear()


@pytest.mark.parametrize(
    ("places", "written"),
    [([], ""), ([3], "3"), ([0, 1, 2], "0-2"), ([0, 2, 3, 9], "0,2-3,9")],
)
def test_rows_are_named_in_ranges(places: list[int], written: str) -> None:
    assert _ranges(places) == written


@BOTH
def test_what_is_missing_opens_as_tables_with_files(lang: str, roster: Roster) -> None:
    at = opened(lang=lang, level=list(LEVELS), ended="1")
    words = Words(lang)
    closed = [box.proto.label for box in at.expander]
    assert words.say("Published counts beside ours") in closed
    assert sum("(" in one or "（" in one for one in closed) >= 4
    for key in ("published", "without-a-date", "without-a-day", "one-source", "left-out"):
        at.session_state[f"missing {key}"] = True
    sound(at.run())
    frames = [frame.value for frame in at.dataframe]
    assert len(frames) == 5
    assert labels(at).count(words.say("Download this table ({kind})", kind="XLSX")) == 5
    assert len(frames[0]) == len(official(roster))


@BOTH
def test_an_empty_selection_still_gives_everything(lang: str) -> None:
    at = opened(lang=lang, q="no such place at all")
    assert Words(lang).say("No tie matches this selection") in read(at)
    assert labels(at)[0] == "CSV" and labels(at)[4] == Words(lang).say("Data package (ZIP)")
    assert listing_of(at)["shown"] == ""


@BOTH
def test_every_kind_of_data_address_has_lines_that_fetch_it(lang: str) -> None:
    at = opened(lang=lang, country="JP", q="大阪 & \"'$(x)`")
    for kind in MEDIA:
        at.button_group(key="kind of data address").set_value(kind)
        sound(at.run())
        address = next(block.value for block in at.code if f".{kind}?" in block.value)
        assert address.startswith(("./", "http"))
        assert f"lang={lang}" in address and "country=JP" in address
        assert not re.search(r"[\"'`$() ]", address), "safe inside quotes of any language"
        curl = [block.value for block in at.code if block.value.startswith("curl")]
        assert len(curl) == 1 and f'"{address}"' in curl[0]


def picture(roster: Roster, lang: str = "en", **changes: Any) -> bytes:
    """A picture of Japanese partners as the atlas makes it."""
    view = View.default(roster, lang).but(countries=("JP",))
    scene = Scene(roster, view, GROUNDS["light"])
    title = figure_of(scene, "shares").title
    origin = replace(origin_from(scene, title, "choice", "", "shares"), **changes)
    return stamped(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', "svg", origin)


def drop(at: AppTest, content: bytes) -> AppTest:
    at.file_uploader(key=dropped.FILE).set_value(("picture.svg", content, "image/svg+xml"))
    return sound(at.run())


@BOTH
def test_a_picture_that_is_dropped_opens_its_view(lang: str, roster: Roster) -> None:
    other = "zh" if lang == "en" else "en"
    at = drop(opened(lang=lang, country="DE"), picture(roster, other))
    words = Words(lang)
    assert view_of(at).countries == ("JP",)
    assert view_of(at).lang == lang, "the reader's own language stays"
    assert words.say("The data have not changed since.") in read(at)
    links = [link.proto.label for link in at.get("page_link")]
    assert any(words.say("Capital or port?") in link.replace("\\", "") for link in links)


@BOTH
def test_what_has_changed_since_is_told(lang: str, roster: Roster) -> None:
    words = Words(lang)
    at = drop(opened(lang=lang), picture(roster, lang, version="0.0.1"))
    said = read(at)
    assert words.say("With the data of today its title is the same.") in said
    assert roster.release.version in said and "0.0.1" in said
    at = drop(opened(lang=lang), picture(roster, lang, version="0.0.1", title="As it was"))
    assert words.say("With the data of today its title is: {title}", title="") in read(at)


def test_a_picture_of_later_data_says_so(roster: Roster) -> None:
    at = drop(opened(lang="en"), picture(roster, version="99.0.0"))
    assert "It was made from later data than these." in read(at)


def test_a_file_that_is_none_of_ours_changes_nothing(roster: Roster) -> None:
    at = drop(opened(lang="en", country="DE"), b"<svg></svg>")
    assert any("does not say that it comes from the atlas" in box.value for box in at.info)
    assert view_of(at).countries == ("DE",)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://evil.example/choice?country=<b>",
        "//evil.example/?country=FR",
        "../../../etc/passwd?lang=en",
        "nowhere?lang=xx&home=nobody",
        "http://[x?country=FR",
        "?" + "a=1&" * 600,
        "",
    ],
)
def test_an_address_in_a_file_is_read_as_any_address(address: str, roster: Roster) -> None:
    at = drop(opened(lang="en"), picture(roster, address=address, title="<b>t</b>"))
    assert "<b>t</b>" not in "".join(part.proto.body for part in at.get("html"))
    links = [link.proto for link in at.get("page_link")]
    assert all("evil" not in link.page and "evil" not in link.query_string for link in links)


def test_other_data_name_their_own_version(roster: Roster, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(roster, release=Release("7.8.9", roster.as_of, "CC0-1.0"))
    monkeypatch.setattr(session, "roster", lambda: other)
    at = opened(lang="en")
    assert any("7.8.9" in block.value and "CC0-1.0" in block.value for block in at.code)
