"""The map page as a reader meets it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import asinh, pi, radians, tan
from urllib.parse import parse_qs, quote, urlencode

import pytest
from playwright.sync_api import expect

from geo.figures.map.deckgl.deck import world_map
from geo.figures.map.deckgl.layers import Addresses
from geo.figures.map.deckgl.rows import rows
from geo.figures.map.text import finding
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.counts import tally
from geo.ties.roster import LEVELS, load_roster
from geo.ties.select import passing, select
from geo.ties.view import View
from tests.browser.atlas import PHONE, Atlas

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]

ROSTER = load_roster()
FIRST, LAST = ROSTER.period
LAID_OUT_FOR = (780, 450)
"""Width and height of the map that the server counts on for a wide screen."""

OCEANIA = "?lang=en&region=009"
EVERYTHING = (
    "?lang=zh&years=1980&years=2019&home=beijing&level=sister&level=exchange&country=AU"
    "&country=CZ&country=NZ&region=009&region=150&q=a&ended=1&partner=prague"
)
GARBAGE = (
    "<script>alert(1)</script>",
    "x" * 10_000,
    "\x00",
    "🐼👨‍👩‍👧",
    "xx",
    "-1",
)
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "**bold** _it_ $x^2$ :material/home: :red[x]",
    "[a](javascript:alert(1)) {name} {0}",
)


def view_of(query: str, lang: str = "en") -> View:
    """The view that an address opens, by the library alone."""
    return View.from_query(parse_qs(query.lstrip("?")), ROSTER, lang)


def said_of(view: View) -> str:
    """The sentence above the map."""
    return finding(ROSTER, view, tally(select(ROSTER, view), view), Words(view.lang))


def listed_of(view: View) -> list[str]:
    """The partners in the list beside the map, in order."""
    return list(select(ROSTER, view).sort_values(["earliest", "place"])["place"])


def name_of(place: str, lang: str = "en") -> str:
    return ROSTER.places.loc[place, f"name_{lang}"]


def pixel_of(atlas: Atlas, lon: float, lat: float, query: str) -> tuple[float, float]:
    """Where on the map a place lies while the reader has not moved it (Web Mercator)."""
    view, ground = view_of(query), GROUNDS["light"]
    made = rows(ROSTER, passing(ROSTER, view), Words(view.lang), ground)
    nowhere = Addresses("", "", "", "", "")
    look = world_map(
        ROSTER, view, Words(view.lang), ground, nowhere, made.facts, LAID_OUT_FOR
    ).initial_view_state
    box = atlas.map.bounding_box()
    assert box
    world = 512 * 2**look.zoom
    return (
        box["width"] / 2 + (lon - look.longitude) / 360 * world,
        box["height"] / 2 - (_north(lat) - _north(look.latitude)) * world,
    )


def _north(lat: float) -> float:
    return asinh(tan(radians(lat))) / (2 * pi)


def mark_of(atlas: Atlas, place: str, query: str) -> tuple[float, float]:
    """The point of the map where a partner's mark is, seen to be so by its tooltip."""
    row = ROSTER.places.loc[place]
    x, y = pixel_of(atlas, row["lon"], row["lat"], query)
    tip = atlas.page.locator(".tie-tip b", has_text=name_of(place))
    for _ in range(40):
        atlas.hover_map(x, y)
        if tip.count() and tip.first.is_visible():
            return x, y
        atlas.page.wait_for_timeout(150)
    pytest.fail(f"no mark of {place} at {x:.0f}, {y:.0f}")


# --- opening ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("en-GB", "en"), ("de-DE", "en")])
def test_opens_in_the_language_of_the_browser_and_says_what_it_shows(
    visit: Visit, locale: str, lang: str
) -> None:
    atlas = visit(locale=locale)
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER, lang)))
    atlas.expect_query(lang=lang)


def test_the_address_names_the_language_over_the_browser(visit: Visit) -> None:
    atlas = visit("?lang=zh", locale="en-GB")
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER, "zh")))
    expect(atlas.page).to_have_title("友城图谱")


def test_a_copied_address_opens_the_same_view(visit: Visit) -> None:
    for atlas in (first := visit(EVERYTHING), visit("?" + first.page.url.split("?")[1])):
        view = view_of(EVERYTHING)
        expect(atlas.finding).to_have_text(said_of(view))
        expect(atlas.card_name).to_contain_text(name_of("prague", "zh"))
        expect(atlas.card.locator(".tie")).to_have_count(2)
        expect(atlas.widget("name").get_by_role("textbox")).to_have_value("a")
        expect(atlas.widget("ended").get_by_role("switch")).to_be_checked()
        expect(atlas.widget("countries")).to_contain_text("捷克")
        expect(atlas.widget("regions")).to_contain_text("大洋洲")
        expect(atlas.years[0]).to_have_value("1980")
        expect(atlas.years[1]).to_have_value("2019")
        asked = parse_qs(EVERYTHING[1:])
        atlas.expect_query(**asked)


@pytest.mark.parametrize(
    "query",
    [
        "years=abc&years=9999&partner=nobody&lang=xx",
        "partner=%00&q=%00&years=%F0%9F%90%BC&years=2000",
        "lang=%ff%fe&home=%ff&&&===&%%%",
    ],
)
def test_a_broken_address_is_cleaned(visit: Visit, query: str) -> None:
    atlas = visit("?" + query)
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER)))
    atlas.expect_query(lang="en")
    expect(atlas.card).to_have_count(0)


def test_garbage_everywhere_at_once_opens_a_valid_page(visit: Visit) -> None:
    names = ["lang", "years", "home", "country", "region", "level", "ended", "partner"]
    query = urlencode([(name, text[:1500]) for name in names for text in GARBAGE])
    atlas = visit(f"?{query}&q={quote(GARBAGE[1])}")
    expect(atlas.finding).to_have_text("No tie matches this view")
    atlas.expect_query(lang="en", q="x" * 80)


def test_years_beyond_the_period_are_brought_into_it(visit: Visit) -> None:
    atlas = visit("?lang=en&years=9999&years=1990")
    atlas.expect_query(lang="en", years=["1990", str(LAST)])


# --- years -----------------------------------------------------------------------------------


def test_every_key_press_on_the_slider_counts(visit: Visit) -> None:
    atlas = visit("?lang=en")
    before = atlas.figures.inner_text()
    atlas.press("ArrowLeft", times=12)
    view = View.default(ROSTER).but(years=(FIRST, LAST - 12))
    atlas.expect_query(lang="en", years=[str(FIRST), str(LAST - 12)])
    expect(atlas.finding).to_have_text(said_of(view))
    ties = tally(select(ROSTER, view), view).ties
    expect(atlas.figures).to_contain_text(Words("en").range(ties.certain, ties.possible))
    expect(atlas.figures).not_to_have_text(before)
    atlas.press("ArrowRight", times=7, handle=0)
    atlas.expect_query(lang="en", years=[str(FIRST + 7), str(LAST - 12)])
    expect(atlas.finding).to_have_text(said_of(view.but(years=(FIRST + 7, LAST - 12))))


def test_play_advances_pauses_and_stops_at_the_last_year(visit: Visit) -> None:
    start = LAST - 14
    atlas = visit(f"?lang=en&years={FIRST}&years={start}")
    last = atlas.years[1]
    play = atlas.widget("play").get_by_role("button")
    play.click()
    expect(play).to_contain_text("Pause")
    expect(last).not_to_have_value(str(start))
    expect(last).not_to_have_value(str(start + 1))
    play.click()
    expect(play).to_contain_text("Play")
    atlas.quiet()
    paused = int(last.input_value())
    assert start + 1 < paused < LAST
    atlas.expect_query(lang="en", years=[str(FIRST), str(paused)])
    expect(atlas.finding).to_have_text(said_of(view_of(f"years={FIRST}&years={paused}")))
    atlas.page.wait_for_timeout(700)
    assert last.input_value() == str(paused), "goes on although paused"
    play.click()
    expect(play).to_contain_text("Pause")
    expect(play).to_contain_text("Play")
    expect(last).to_have_value(str(LAST))
    atlas.expect_query(lang="en")
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER)))


def test_play_from_the_last_year_begins_anew(visit: Visit) -> None:
    first = LAST - 3
    atlas = visit(f"?lang=en&years={first}&years={LAST}")
    play = atlas.widget("play").get_by_role("button")
    last = atlas.years[1]
    play.click()
    expect(last).to_have_value(re.compile(f"{first}|{first + 1}|{first + 2}"))
    expect(play).to_contain_text("Play")
    expect(last).to_have_value(str(LAST))
    atlas.expect_query(lang="en", years=[str(first), str(LAST)])


# --- choosing a partner ----------------------------------------------------------------------


def test_a_click_keeps_the_partner_while_the_years_move(visit: Visit) -> None:
    place, query = "dunedin", OCEANIA + f"&years={FIRST}&years=1998"
    atlas = visit(query)
    atlas.click_map(*mark_of(atlas, place, query))
    expect(atlas.card_name).to_contain_text(name_of(place))
    atlas.expect_query(lang="en", region="009", years=[str(FIRST), "1998"], partner=place)
    made = ROSTER.ties.loc["shanghai-dunedin", "earliest"].year
    for year in (1996, made, made - 1, made - 6):
        atlas.press("ArrowLeft", times=int(atlas.query["years"][1]) - year)
        atlas.expect_query(lang="en", region="009", years=[str(FIRST), str(year)], partner=place)
        expect(atlas.card_name).to_contain_text(name_of(place))
    expect(atlas.card).to_contain_text("Not made in the years shown.")
    atlas.press("ArrowRight", times=12)
    expect(atlas.card).not_to_contain_text("Not made in the years shown.")
    expect(atlas.card_name).to_contain_text(name_of(place))


def test_every_mark_opens_its_own_card(visit: Visit) -> None:
    atlas = visit(OCEANIA)
    for place in ("dunedin", "wellington", "queensland", "port-vila"):
        atlas.click_map(*mark_of(atlas, place, OCEANIA))
        expect(atlas.card_name).to_contain_text(name_of(place))
        atlas.expect_query(lang="en", region="009", partner=place)


def test_a_closed_card_opens_again_and_the_sea_closes_it(visit: Visit) -> None:
    place = "dunedin"
    atlas = visit(OCEANIA)
    mark = mark_of(atlas, place, OCEANIA)
    atlas.click_map(*mark)
    expect(atlas.card_name).to_contain_text(name_of(place))
    for _ in range(2):
        atlas.widget("close").get_by_role("button").click()
        expect(atlas.card).to_have_count(0)
        atlas.expect_query(lang="en", region="009")
        atlas.click_map(*mark)
        expect(atlas.card_name).to_contain_text(name_of(place))
    sea = pixel_of(atlas, 160, -38, OCEANIA)
    atlas.click_map(*sea)
    expect(atlas.card).to_have_count(0)
    atlas.expect_query(lang="en", region="009")
    atlas.click_map(*sea)
    atlas.click_map(*mark)
    expect(atlas.card_name).to_contain_text(name_of(place))


def test_a_partner_found_by_typing_opens_its_card(visit: Visit) -> None:
    atlas = visit("?lang=en")
    box = atlas.widget("partner").get_by_role("combobox")
    box.click()
    box.fill("汉堡")
    box.press("Enter")
    expect(atlas.card_name).to_contain_text("Hamburg")
    atlas.expect_query(lang="en", partner="hamburg")
    atlas.press("ArrowLeft", times=50)
    atlas.expect_query(lang="en", years=[str(FIRST), str(LAST - 50)], partner="hamburg")
    expect(atlas.card_name).to_contain_text("Hamburg")


def test_a_row_of_the_list_opens_the_card_of_its_partner(visit: Visit) -> None:
    query = "?lang=en&years=1980&years=1990"
    atlas = visit(query)
    for row in (4, 0, 7):
        atlas.click_list(row)
        place = listed_of(view_of(query))[row]
        expect(atlas.card_name).to_contain_text(name_of(place))
        atlas.expect_query(lang="en", years=["1980", "1990"], partner=place)
        atlas.widget("close").get_by_role("button").click()
        expect(atlas.widget("list")).to_be_visible()
        atlas.quiet()


def test_the_same_row_opens_again_after_closing(visit: Visit) -> None:
    atlas = visit("?lang=en")
    for _ in range(3):
        atlas.click_list(3)
        expect(atlas.card_name).to_contain_text(name_of(listed_of(View.default(ROSTER))[3]))
        atlas.widget("close").get_by_role("button").click()
        expect(atlas.widget("list")).to_be_visible()
        atlas.quiet()


def test_a_row_of_the_sorted_list_opens_the_card_of_its_partner(visit: Visit) -> None:
    query = "?lang=en&years=1980&years=1990"
    atlas = visit(query)
    atlas.click_list()
    atlas.click_list(0)
    first = min(listed_of(view_of(query)), key=name_of)
    expect(atlas.card_name).to_contain_text(name_of(first))


# --- filters ---------------------------------------------------------------------------------


def test_filters_that_leave_nothing_say_so_and_reset(visit: Visit) -> None:
    atlas = visit("?lang=en&q=nowhere+at+all")
    expect(atlas.finding).to_have_text("No tie matches this view")
    expect(atlas.page.get_by_text("These filters and years leave no tie.")).to_be_visible()
    atlas.page.get_by_role("button", name="Reset all filters").click()
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER)))
    expect(atlas.widget("name").get_by_role("textbox")).to_have_value("")
    atlas.expect_query(lang="en")


def test_reset_is_one_click(visit: Visit) -> None:
    atlas = visit(EVERYTHING)
    atlas.widget("reset").get_by_role("button").click()
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER, "zh")))
    expect(atlas.card).to_have_count(0)
    expect(atlas.widget("ended").get_by_role("switch")).not_to_be_checked()
    expect(atlas.widget("countries")).not_to_contain_text("捷克")
    expect(atlas.years[0]).to_have_value(str(FIRST))
    atlas.expect_query(lang="zh")


def test_the_way_back_restores_the_view_before(visit: Visit) -> None:
    atlas = visit("?lang=en")
    atlas.widget("homes").get_by_role("button", name="Beijing").click()
    atlas.expect_query(lang="en", home="shanghai")
    atlas.press("ArrowLeft", times=1)
    atlas.expect_query(lang="en", home="shanghai", years=[str(FIRST), str(LAST - 1)])
    atlas.page.go_back()
    atlas.expect_query(lang="en", home="shanghai")
    expect(atlas.finding).to_have_text(said_of(view_of("home=shanghai")))
    expect(atlas.years[1]).to_have_value(str(LAST))
    atlas.page.go_back()
    atlas.expect_query(lang="en")
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER)))
    atlas.page.go_forward()
    atlas.expect_query(lang="en", home="shanghai")
    expect(atlas.finding).to_have_text(said_of(view_of("home=shanghai")))


def test_ended_ties_are_shown_on_demand(visit: Visit) -> None:
    atlas = visit("?lang=en")
    expect(atlas.figures).not_to_contain_text("Ended")
    atlas.widget("ended").locator("label").first.click()
    atlas.expect_query(lang="en", ended="1")
    view = view_of("ended=1")
    expect(atlas.figures).to_contain_text(f"Ended, dashed{tally(select(ROSTER, view), view).ended}")
    atlas.widget("ended").locator("label").first.click()
    atlas.expect_query(lang="en")


def test_the_language_changes_and_the_view_stays(visit: Visit) -> None:
    asked = parse_qs(EVERYTHING[1:])
    atlas = visit(EVERYTHING)
    for lang, button in (("en", "English"), ("zh", "中文")):
        atlas.widget("language").get_by_text(button).click()
        atlas.expect_query(**(asked | {"lang": [lang]}))
        expect(atlas.finding).to_have_text(said_of(view_of(EVERYTHING).but(lang=lang)))
        expect(atlas.card_name).to_contain_text(name_of("prague", lang))


def test_a_country_stays_chosen_while_its_count_changes(visit: Visit) -> None:
    atlas = visit("?lang=en&country=JP")
    levels = ["sister"]
    for level, name in (("exchange", "friendly exchange"), ("district", "district level")) * 2:
        atlas.widget("levels").get_by_role("button", name=name).click()
        levels = [one for one in LEVELS if (one in levels) != (one == level)]
        wanted = {} if levels == ["sister"] else {"level": levels}
        atlas.expect_query(lang="en", country="JP", **wanted)
        view = View.default(ROSTER).but(countries=("JP",), levels=tuple(levels))
        expect(atlas.finding).to_have_text(said_of(view))
        expect(atlas.widget("countries")).to_contain_text(f"Japan ({len(passing(ROSTER, view))})")


def test_a_hostile_name_is_shown_letter_by_letter(visit: Visit) -> None:
    atlas = visit("?lang=en")
    field = atlas.widget("name").get_by_role("textbox")
    for text in HOSTILE:
        field.fill(text)
        field.press("Enter")
        atlas.expect_query(lang="en", q=text)
        expect(atlas.page.get_by_text(f"names with “{text}”", exact=True)).to_be_visible()
        assert not atlas.page.locator("img[src=x], .katex, a[href^=javascript]").count()
    atlas.go(f"?{urlencode({'lang': 'zh', 'q': HOSTILE[0]})}")
    expect(atlas.page.get_by_text(f"名称含“{HOSTILE[0]}”", exact=True)).to_be_visible()
    expect(field).to_have_value(HOSTILE[0])


# --- looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "user_agent"), [("zh", PHONE), ("en", None)], ids=["phone", "narrow window"]
)
def test_on_a_phone_the_map_is_on_the_first_screen(
    visit: Visit, lang: str, user_agent: str | None
) -> None:
    atlas = visit(f"?lang={lang}", size=(390, 844), user_agent=user_agent)
    expect(atlas.map).to_have_js_property("clientHeight", 240)
    box = atlas.map.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 844
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert atlas.page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    main = atlas.page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_the_theme_of_the_reader(visit: Visit, scheme: str) -> None:
    atlas = visit("?lang=en&partner=hamburg", scheme=scheme)
    ground = GROUNDS[scheme]
    assert atlas.page.evaluate(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    ) == _rgb(ground.paper)
    colour = ROSTER.homes.loc["shanghai", f"color_{scheme}"]
    expect(atlas.card.locator(".tie").first).to_have_css("border-left-color", _rgb(colour))


def _rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))
