"""The boxes in which a reader looks for partners, countries and regions by any name."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.i18n import Words
from geo.ties.roster import load_roster
from pages.parts.finder import MOST
from tests.pages.app import box_of, opened, read, sound, touched, view_of, with_box

ROSTER = load_roster()


def typed(at: AppTest, box: str, text: str) -> dict[str, Any]:
    """What the browser is told when a text has been typed into a box."""
    sound(at._run(with_box(at, box, asked=text)))
    return box_of(at, box)


@pytest.mark.parametrize(
    ("box", "text", "key", "more"),
    [
        ("partner", "Saigon", "place ho-chi-minh-city", "formerly Saigon"),
        ("partner", "hb", "place hamburg", "by its initials"),
        ("partner", "Peking", "home beijing", "formerly Peking"),
        ("countries", "UK", "country GB", "also UK"),
        ("countries", "南韩", "country KR", ""),
        ("countries", "Osaka", "country JP", "Osaka lies there"),
        ("regions", "欧洲", "region 150", ""),
    ],
)
def test_what_is_typed_finds_and_says_why(box: str, text: str, key: str, more: str) -> None:
    at = opened(lang="en")
    before = view_of(at)
    told = typed(at, box, text)
    assert told["asked"] == text
    assert told["options"][0]["key"] == key
    assert more in told["options"][0]["more"]
    assert view_of(at) == before, "typing chooses nothing"


def test_before_a_letter_is_typed_a_box_shows_what_there_is_to_choose() -> None:
    at = opened(lang="zh", country="JP")
    assert box_of(at, "countries")["options"] == [], "nothing is sent before it is asked for"
    told = typed(at, "countries", "")
    assert told["chosen"][0]["key"] == "country JP"
    assert "country JP" not in {option["key"] for option in told["options"]}
    assert len(typed(at, "partner", "")["options"]) == MOST


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("text", ["zzz", "<b>x</b> {name}", "\x00\n", "a" * 5000, "=1+1", "…"])
def test_any_text_may_be_typed(lang: str, text: str) -> None:
    told = typed(opened(lang=lang), "partner", text)
    nearest = Words(lang).say("Nothing is called “{text}”. The nearest:", text=text[:80])
    assert told["head"] in ("", nearest)


@pytest.mark.parametrize(
    "told", ["place nowhere", "country GB", "", "place", "home ../x", "partner x"]
)
def test_what_is_not_there_cannot_be_chosen(told: str) -> None:
    at = opened(lang="en", partner="hamburg")
    touched(at, lambda at: with_box(at, "partner", taken=told))
    assert view_of(at).partner == "hamburg"


def test_the_chosen_partner_can_be_dropped() -> None:
    at = opened(lang="en", partner="hamburg")
    assert box_of(at, "partner")["chosen"][0]["name"] == "Hamburg 汉堡"
    touched(at, lambda at: with_box(at, "partner", dropped="place hamburg"))
    assert view_of(at).partner is None


def test_the_filter_by_name_says_why_and_offers_the_nearest() -> None:
    assert "Saint Petersburg · formerly Leningrad" in read(opened(lang="en", q="Leningrad"))
    at = opened(lang="en", q="Yokohomaru")
    assert "Nothing is called “Yokohomaru”. The nearest:" in read(at)
    sound(at.button(key="nearest 0").click().run())
    assert view_of(at).q == "Yokohama"
    assert "Nothing is called" not in read(at)
