"""The map page without a browser: what it says, in both languages, and how it answers."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.data import PACKAGE
from geo.figures.map.text import finding
from geo.i18n import Words
from geo.ties.counts import tally
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View
from pages.parts import session
from tests.pages.app import opened, query_of, read, sound, view_of, written

HOUSE = Path(__file__).resolve().parents[2]
ROSTER = load_roster()
FIRST, LAST = ROSTER.period
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])
GARBAGE = ("<script>alert(1)</script>", "x" * 10_000, "\x00", "🐼", "-1", "9999", "")
PARAMETERS = ("lang", "years", "home", "level", "country", "region", "ended", "partner", "other")


def heading(at: AppTest) -> str:
    found = re.search(r'<h1 class="finding"[^>]*>(.*?)</h1>', written(at))
    assert found
    return html.unescape(found[1])


def deck(at: AppTest) -> dict[str, Any]:
    """The description of the map as it goes to the browser."""
    return json.loads(at.get("deck_gl_json_chart")[0].proto.json)


def ranges(description: dict[str, Any]) -> dict[str, list[list[int]]]:
    """The filter ranges of the layers that have some."""
    return {
        layer["id"]: layer["filterRange"]
        for layer in description["layers"]
        if "filterRange" in layer
    }


def finding_of(view: View) -> str:
    return finding(ROSTER, view, tally(select(ROSTER, view), view), Words(view.lang))


# --- what it says ----------------------------------------------------------------------------


@BOTH
def test_says_what_the_roster_holds(lang: str) -> None:
    at = opened(lang=lang)
    view = View.default(ROSTER, lang)
    counts = tally(select(ROSTER, view), view)
    words = Words(lang)
    assert view_of(at) == view
    assert heading(at) == finding_of(view)
    for count in (counts.ties, counts.partners, counts.countries, *counts.by_home.values()):
        assert f"<b>{words.range(count.certain, count.possible)}</b>" in written(at)
    assert words.date(ROSTER.as_of.isoformat()) in read(at)
    assert ROSTER.release.version in read(at)


@BOTH
def test_a_narrow_view_says_what_it_leaves_out(lang: str) -> None:
    at = opened(lang=lang, country="JP", region="142", q="Yokohama", years=["1973", "1980"])
    words = Words(lang)
    for part in (words.of(ROSTER.countries.loc["JP"], "name"), "Yokohama", "1980"):
        assert part in read(at)
    assert heading(at) == finding_of(view_of(at))


@BOTH
def test_filters_that_leave_nothing_offer_to_reset(lang: str) -> None:
    at = opened(lang=lang, q="nowhere at all")
    assert at.info[0].value == Words(lang).say("These filters and years leave no tie.")
    sound(at.button(key="reset map").click().run())
    assert view_of(at) == View.default(ROSTER, lang)
    assert at.text_input(key="name").value == ""
    assert not at.info


# --- the map ---------------------------------------------------------------------------------


@pytest.mark.parametrize("ended", ["0", "1"])
def test_the_map_filters_by_the_years_of_the_view(ended: str) -> None:
    at = opened(lang="en", years=["1980", "2019"], ended=ended)
    found = ranges(deck(at))
    assert found["marks"] == [[1980, 2019], [1980, 2019], [2020, 9999]]
    assert found["ways"] == found["labels"] == found["marks"]
    assert ("ended" in found) == (ended == "1")
    if ended == "1":
        assert found["ended"] == found["ended ways"] == [[1980, 2019], [1980, 2019], [0, 2019]]


@pytest.mark.parametrize("partner", [[], ["hamburg"]])
def test_a_step_of_the_slider_changes_nothing_but_ranges(partner: list[str]) -> None:
    at = opened(lang="en", ended="1", partner=partner)
    before = deck(at)
    after = deck(sound(at.slider(key="years").set_value((1980, 2001)).run()))
    assert ranges(before) != ranges(after)
    for layer in before["layers"] + after["layers"]:
        layer.pop("filterRange", None)
    assert before == after


@BOTH
def test_the_map_is_small_and_asks_no_other_host(lang: str) -> None:
    at = opened(lang=lang, level=["sister", "exchange", "district"], ended="1", partner="prague")
    sent = at.get("deck_gl_json_chart")[0].proto.json
    assert len(sent.encode()) <= 20_000
    assert not re.search(r"https?:|\"//", sent)


# --- widgets and the address -----------------------------------------------------------------


def _main(at: AppTest) -> list[str]:
    """The HTML of the page without its side bar."""
    return [element.proto.body for element in at.main.get("html")]


def _pick(key: str, *values: str) -> Callable[[AppTest], Any]:
    return lambda at: at.button_group(key=key).set_value(list(values))


def _many(key: str, *values: str) -> Callable[[AppTest], Any]:
    return lambda at: at.multiselect(key=key).set_value(list(values))


@pytest.mark.parametrize(
    ("touch", "view", "query"),
    [
        (_pick("homes", "beijing"), {"homes": ("beijing",)}, {"home": ["beijing"]}),
        (_pick("homes"), {"homes": ("shanghai", "beijing")}, {}),
        (_pick("levels", "district"), {"levels": ("district",)}, {"level": ["district"]}),
        (_pick("levels"), {"levels": ("sister",)}, {}),
        (_many("countries", "JP", "CZ"), {"countries": ("CZ", "JP")}, {"country": ["CZ", "JP"]}),
        (_many("regions", "142"), {"regions": ("142",)}, {"region": ["142"]}),
        (
            lambda at: at.text_input(key="name").set_value(" são  paulo "),
            {"q": "são paulo"},
            {"q": ["são paulo"]},
        ),
        (lambda at: at.toggle(key="ended").set_value(True), {"ended": True}, {"ended": ["1"]}),
        (
            lambda at: at.slider(key="years").set_value((1980, 1999)),
            {"years": (1980, 1999)},
            {"years": ["1980", "1999"]},
        ),
        (
            lambda at: at.selectbox(key="partner").set_value("hamburg"),
            {"partner": "hamburg"},
            {"partner": ["hamburg"]},
        ),
    ],
)
def test_a_widget_changes_the_view_and_the_address(
    touch: Callable[[AppTest], Any], view: dict[str, Any], query: dict[str, list[str]]
) -> None:
    at = opened(lang="en")
    sound(touch(at).run())
    wanted = View.default(ROSTER).but(**view)
    assert view_of(at) == wanted
    assert query_of(at) == {"lang": ["en"]} | query
    assert heading(at) == finding_of(wanted)
    copied = opened(**query_of(at))
    assert view_of(copied) == wanted
    assert _main(copied) == _main(at)


@BOTH
def test_the_language_changes_and_the_filters_stay(lang: str) -> None:
    query = {"country": ["CZ"], "region": ["150"], "partner": ["prague"], "home": ["beijing"]}
    at = opened(lang="en" if lang == "zh" else "zh", **query)
    sound(at.button_group(key="language").set_value(lang).run())
    assert query_of(at) == {"lang": [lang]} | query
    sound(at.toggle(key="ended").set_value(True).run())
    assert query_of(at) == {"lang": [lang], "ended": ["1"]} | query
    assert at.multiselect(key="countries").value == ["CZ"]
    assert heading(at) == finding_of(view_of(at))


def test_a_country_stays_chosen_while_its_count_changes() -> None:
    at = opened(lang="en", country="JP")
    for levels in (["sister", "district"], ["district"], ["sister"]):
        sound(at.button_group(key="levels").set_value(levels).run())
        assert view_of(at).countries == ("JP",)
        assert at.multiselect(key="countries").value == ["JP"]


def test_reset_keeps_the_language_alone() -> None:
    at = opened(lang="zh", country="JP", q="a", ended="1", partner="prague", home="beijing")
    sound(at.button(key="reset").click().run())
    assert view_of(at) == View.default(ROSTER, "zh")
    assert query_of(at) == {"lang": ["zh"]}
    assert at.multiselect(key="countries").value == []


def test_any_text_can_be_searched_for() -> None:
    for text in (GARBAGE[0], GARBAGE[1], "\x00 ** $x$"):
        at = opened(lang="en", q=text)
        assert len(view_of(at).q) <= 80
        assert "<script>" not in written(at)


def test_garbage_everywhere_at_once_opens_a_valid_page() -> None:
    at = opened(**{name: list(GARBAGE) for name in PARAMETERS})
    assert query_of(at) == {"lang": ["en"]}


# --- the card --------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("tie", ["shanghai-metro-manila", "shanghai-east-java"])
def test_the_card_tells_the_stories_of_the_article(tie: str, lang: str) -> None:
    text = read(opened(lang=lang, partner=ROSTER.ties.loc[tie, "place"]))
    events = ROSTER.events[ROSTER.events["tie"] == tie]
    assert len(events) >= 3
    told = [text.index(event[f"text_{lang}"]) for _, event in events.sort_values("date").iterrows()]
    assert told == sorted(told)


@BOTH
def test_the_card_tells_how_ties_ended_and_links_the_sources(lang: str) -> None:
    at = opened(lang=lang, partner="prague")
    ties = ROSTER.ties[ROSTER.ties["place"] == "prague"]
    assert set(ties["home"]) == {"shanghai", "beijing"}
    assert written(at).count('<div class="tie"') == 2
    for tie in ties.itertuples():
        assert Words(lang).say("ended {date}", date=Words(lang).date(tie.ended)) in read(at)
        assert getattr(tie, f"ended_why_{lang}") in read(at)
        for source in tie.ended_sources.split(";"):
            url = ROSTER.sources.loc[source.strip(), "url"]
            assert not url or f'href="{html.escape(url)}"' in written(at)
    links = re.findall(r"<a [^>]*>", written(at))
    assert links
    assert all('rel="noopener noreferrer"' in link for link in links)
    assert all('href="https://' in link or 'href="http://' in link for link in links)


@BOTH
def test_the_card_tells_of_a_conflict_between_sources(lang: str) -> None:
    note = ROSTER.ties.loc["shanghai-milan", f"note_{lang}"]
    assert note
    assert note in read(opened(lang=lang, partner="milan"))


@BOTH
def test_the_card_tells_the_bounds_of_an_unknown_date(lang: str) -> None:
    words, tie = Words(lang), ROSTER.ties.loc["beijing-islamabad"]
    assert tie["established"] == ""
    text = read(opened(lang=lang, partner="islamabad"))
    assert words.say("date unknown") in text
    for day in (tie["earliest"], tie["latest"]):
        assert words.date(day.date().isoformat()) in text


@BOTH
def test_the_card_of_a_shared_partner_lists_the_ties_with_every_home(lang: str) -> None:
    homes_of = ROSTER.ties.groupby("place")["home"].nunique()
    for place in homes_of[homes_of > 1].index[:3]:
        at = opened(lang=lang, partner=place)
        for home in ROSTER.homes[f"name_{lang}"]:
            assert f"<b>{home}</b>" in written(at)


def test_the_card_stays_when_its_tie_drops_out_of_the_years() -> None:
    at = opened(lang="en", partner="hamburg")
    sound(at.slider(key="years").set_value((1973, 1980)).run())
    assert view_of(at).partner == "hamburg"
    assert "Not made in the years shown." in read(at)
    sound(at.button(key="close").click().run())
    assert view_of(at).partner is None
    assert "card-name" not in written(at)


@BOTH
def test_partners_have_a_card(lang: str) -> None:
    at = opened(lang=lang)
    for place in ROSTER.places.index[::18]:
        sound(at.selectbox(key="partner").set_value(place).run())
        assert ROSTER.places.loc[place, f"name_{lang}"] in read(at)


# --- hostile data ----------------------------------------------------------------------------

EVIL = '<script>alert(1)</script> "](javascript:alert(1)) **b** $x$ {name} {0} \' onload="alert(1)'


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A roster whose every free text is hostile; hands back the partner to look at."""
    package = tmp_path / "data"
    shutil.copytree(PACKAGE, package)
    _poison(package / "places.csv", "name", "full", "seat", "place_note")
    _poison(package / "ties.csv", "note", "ended_why")
    _poison(package / "events.csv", "text")
    _poison(package / "sources.csv", "title", "publisher", "seen", "date_note")
    _poison(package / "sources.csv", "url", text="javascript:alert(1)")
    _poison(package / "homes.csv", "name")
    _poison(package / "countries.csv", "name")
    monkeypatch.setattr(session, "roster", lambda: load_roster(package))
    return "prague"


def _poison(table: Path, *fields: str, text: str = EVIL) -> None:
    """Put a text into every cell of these columns, in whichever languages they come."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    bad = [name for name in rows[0] if name in fields or name.rpartition("_")[0] in fields]
    assert bad
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(row | dict.fromkeys(bad, text) for row in rows)


@BOTH
def test_hostile_data_is_shown_letter_by_letter(hostile: str, lang: str) -> None:
    at = opened(lang=lang, partner=hostile, country="CZ", ended="1")
    body = written(at)
    assert html.unescape(body).count(EVIL) > 20
    assert EVIL not in body
    assert "<script" not in body
    assert EVIL in read(at).replace("  ", " ")
    tags = re.findall(r"<[^>]*>", body)
    assert not [tag for tag in tags if re.search(r"javascript:|\son\w+\s*=", html.unescape(tag))]
    assert "<a " not in body, "a link to javascript:"


@BOTH
def test_hostile_data_leaves_the_map_sound(hostile: str, lang: str) -> None:
    at = opened(lang=lang, partner=hostile)
    chosen = next(layer for layer in deck(at)["layers"] if layer["id"] == "names of chosen")
    assert chosen["data"][0]["name"] == EVIL
