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
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from geo.data import PACKAGE
from geo.figures.choice.about import about
from geo.figures.map.screen import screen_map
from geo.figures.map.text import finding
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.style.text import drawable
from geo.ties.counts import tally
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View
from pages.parts import session
from tests.pages.app import (
    box_of,
    kept_address,
    map_of,
    opened,
    query_of,
    read,
    sound,
    touched,
    view_of,
    with_box,
    with_map,
    written,
)

HOUSE = Path(__file__).resolve().parents[2]
ROSTER = load_roster()
FIRST, LAST = ROSTER.period
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])
GARBAGE = ("<script>alert(1)</script>", "x" * 10_000, "\x00", "🐼", "-1", "9999", "")
SIZE = (1128, 552)
PARAMETERS = ("lang", "years", "home", "level", "country", "region", "ended", "partner", "other")


def heading(at: AppTest) -> str:
    found = re.search(r'<h1 class="finding"[^>]*>(.*?)</h1>', written(at))
    assert found
    return html.unescape(found[1])


def moved(at: AppTest, *years: int) -> AppTest:
    """The page after the years have come to rest on the map."""
    told = {"years": list(years), "seq": map_of(at)["seq"] + 1}
    return sound(at._run(with_map(at, years=told)))


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


@pytest.mark.parametrize("partner", [[], ["hamburg"]])
def test_years_that_come_to_rest_are_taken_up_and_have_nothing_fetched(partner: list[str]) -> None:
    at = opened(lang="en", ended="1", partner=partner)
    before = map_of(at)
    assert (before["years"], before["ended"]) == ([FIRST, LAST], True)
    after = map_of(moved(at, 1980, 2001))
    assert view_of(at).years == (1980, 2001)
    assert heading(at) == finding_of(view_of(at))
    assert after == before | {"years": [1980, 2001], "seq": before["seq"] + 1}


@pytest.mark.parametrize("years", [[1980], [LAST, FIRST], [FIRST - 1, LAST], ["1980", "1990"], []])
def test_years_that_are_none_are_not_taken_up(years: list[Any]) -> None:
    at = opened(lang="en")
    sound(at._run(with_map(at, years={"years": years, "seq": 1})))
    assert view_of(at).years == (FIRST, LAST)


def test_the_map_is_laid_out_for_the_size_that_the_browser_says() -> None:
    at = opened(lang="en")
    before = map_of(at)
    for told, size in (("800x440", "800x440"), ("9999x9999", "4096x4096"), ("0x0", None)):
        sound(at._run(with_map(at, size=told)))
        assert map_of(at)["size"] == (size or "4096x4096")
        assert map_of(at)["layout"] != before["layout"]


def test_a_mark_opens_its_card_and_the_sea_closes_it() -> None:
    at = opened(lang="en")
    sound(at._run(with_map(at, once={"partner": {"slug": "hamburg"}})))
    assert view_of(at).partner == map_of(at)["partner"] == "hamburg"
    for slug in ("", "nobody"):
        sound(at._run(with_map(at, once={"partner": {"slug": "hamburg"}})))
        sound(at._run(with_map(at, once={"partner": {"slug": slug}})))
        assert view_of(at).partner is None


@pytest.mark.parametrize(
    ("kind", "value", "view"),
    [
        ("home", "beijing", {"homes": ("beijing",)}),
        ("role", "port", {"roles": ("port",)}),
        ("level", "district", {"levels": ("district",)}),
        ("home", "nowhere", {}),
        ("colour", "red", {}),
    ],
)
def test_the_legend_shows_one_alone_and_all_again(
    kind: str, value: str, view: dict[str, Any]
) -> None:
    at = opened(lang="en", level=["sister", "exchange", "district"])
    all_shown = view_of(at)
    for wanted in (all_shown.but(**view), all_shown):
        sound(at._run(with_map(at, once={"legend": {"kind": kind, "value": value}})))
        assert view_of(at) == wanted


def test_what_the_map_explains_itself_is_not_explained_a_second_time() -> None:
    legend = re.search(r'<div class="legend">.*?</div>', written(opened(lang="en")), re.DOTALL)
    assert legend
    names = re.sub(r"<[^>]+>", " ", legend[0])
    assert "shared partner" in names
    for said in ("Shanghai", "Beijing", "capital", "port"):
        assert said not in names


@BOTH
def test_the_map_is_small_and_asks_no_other_host(lang: str) -> None:
    at = opened(lang=lang, level=["sister", "exchange", "district"], ended="1", partner="prague")
    told = json.dumps(map_of(at), ensure_ascii=False)
    assert len(told.encode()) <= 4_000
    assert not re.search(r"https?:|\"//", told)


@pytest.mark.parametrize("form", ["flat", "round"])
def test_an_address_of_a_former_map_opens_the_one_map(form: str) -> None:
    at = opened(lang="en", map=form, years=["1980", "2001"])
    assert view_of(at) == View.default(ROSTER).but(years=(1980, 2001))
    assert kept_address(at) == {"lang": ["en"], "years": ["1980", "2001"]}
    assert map_of(at)["years"] == [1980, 2001]
    assert "Not understood" not in read(at)


# --- widgets and the address -----------------------------------------------------------------


def _main(at: AppTest) -> list[str]:
    """The HTML of the page without its side bar."""
    return [element.proto.body for element in at.main.get("html")]


def _pick(key: str, *values: str) -> Callable[[AppTest], Any]:
    return lambda at: at.button_group(key=key).set_value(list(values))


def _countries_in(at: AppTest) -> list[str]:
    return [chosen["key"].removeprefix("country ") for chosen in box_of(at, "countries")["chosen"]]


def _take(box: str, taken: str) -> Callable[[AppTest], Any]:
    return lambda at: with_box(at, box, taken=taken)


@pytest.mark.parametrize(
    ("touch", "view", "query"),
    [
        (_pick("homes", "beijing"), {"homes": ("beijing",)}, {"home": ["beijing"]}),
        (_pick("homes"), {"homes": ("shanghai", "beijing")}, {}),
        (_pick("levels", "district"), {"levels": ("district",)}, {"level": ["district"]}),
        (_pick("levels"), {"levels": ("sister",)}, {}),
        (_take("countries", "country CZ"), {"countries": ("CZ",)}, {"country": ["CZ"]}),
        (_take("regions", "region 142"), {"regions": ("142",)}, {"region": ["142"]}),
        (
            lambda at: at.text_input(key="name").set_value(" são  paulo "),
            {"q": "são paulo"},
            {"q": ["são paulo"]},
        ),
        (lambda at: at.toggle(key="ended").set_value(True), {"ended": True}, {"ended": ["1"]}),
        (_take("partner", "place hamburg"), {"partner": "hamburg"}, {"partner": ["hamburg"]}),
        (_take("partner", "home beijing"), {"homes": ("beijing",)}, {"home": ["beijing"]}),
    ],
)
def test_a_widget_changes_the_view_and_the_address(
    touch: Callable[[AppTest], Any], view: dict[str, Any], query: dict[str, list[str]]
) -> None:
    at = opened(lang="en")
    touched(at, touch)
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
    assert _countries_in(at) == ["CZ"]
    assert heading(at) == finding_of(view_of(at))


def test_a_country_stays_chosen_while_its_count_changes() -> None:
    at = opened(lang="en", country="JP")
    for levels in (["sister", "district"], ["district"], ["sister"]):
        sound(at.button_group(key="levels").set_value(levels).run())
        assert view_of(at).countries == ("JP",)
        assert _countries_in(at) == ["JP"]


def test_reset_keeps_the_language_alone() -> None:
    at = opened(lang="zh", country="JP", q="a", ended="1", partner="prague", home="beijing")
    sound(at.button(key="reset").click().run())
    assert view_of(at) == View.default(ROSTER, "zh")
    assert query_of(at) == {"lang": ["zh"]}
    assert _countries_in(at) == []


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
    links = re.findall(r'<a [^>]*href="http[^>]*>', written(at))
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
    moved(at, 1973, 1980)
    assert view_of(at).partner == "hamburg"
    assert "Not made in the years shown." in read(at)
    sound(at.button(key="close").click().run())
    assert view_of(at).partner is None
    assert "card-name" not in written(at)


@BOTH
def test_partners_have_a_card(lang: str) -> None:
    at = opened(lang=lang)
    for place in ROSTER.places.index[::18]:
        touched(at, _take("partner", f"place {place}"))
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
    assert {name for _, name, *_ in map_of(at)["homes"]} == {EVIL}
    layout = json.loads(screen_map(Scene(session.roster(), view_of(at), GROUNDS["light"]), SIZE))
    for rows in ("places", "homes"):
        assert {row["name"] for row in layout[rows]} == {drawable(EVIL)}


@BOTH
def test_one_line_says_what_the_atlas_is_about_and_leads_there(lang: str) -> None:
    at = opened(lang=lang, years=["1973", "2017"], home="shanghai")
    view = View.from_query({"years": ["1973", "2017"], "home": ["shanghai"]}, ROSTER, lang)
    scene = Scene(ROSTER, view, GROUNDS["light"])
    assert about(scene) in read(at)
    (link,) = re.findall(r'<a href="(choice\?[^"]*)"', written(at))
    query = parse_qs(html.unescape(link).partition("?")[2])
    assert View.from_query(query, ROSTER) == view
    assert "choice?" not in written(opened(lang=lang, q="nowhere at all"))
