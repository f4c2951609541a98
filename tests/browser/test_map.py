"""The map page by its addresses, in a real browser; by clicks and keys alone: ``journeys/``."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlencode

import pytest
from playwright.sync_api import expect

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


def name_of(place: str, lang: str = "en") -> str:
    return ROSTER.places.loc[place, f"name_{lang}"]


# --- opening ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("de-DE", "en")])
def test_opens_in_the_language_of_the_browser_and_says_what_it_shows(
    visit: Visit, locale: str, lang: str
) -> None:
    atlas = visit(locale=locale)
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER, lang)))
    atlas.expect_query(lang=lang)


def test_the_address_names_the_language_over_the_browser(visit: Visit) -> None:
    atlas = visit("?lang=zh", locale="en-GB")
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER, "zh")))
    expect(atlas.page).to_have_title("地图 · 友城图谱")


def test_a_copied_address_opens_the_same_view(visit: Visit) -> None:
    former = EVERYTHING + "&map=flat"
    for atlas in (first := visit(former), visit("?" + first.page.url.split("?")[1])):
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


@pytest.mark.long
def test_a_broken_address_is_cleaned(visit: Visit) -> None:
    atlas = visit("?years=abc&years=9999&partner=nobody&home=%ff&q=%00&lang=%ff%fe&&&===&%%%")
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER)))
    atlas.expect_query(lang="en")
    expect(atlas.card).to_have_count(0)
    atlas.go("?lang=en&years=9999&years=1990")
    atlas.expect_query(lang="en", years=["1990", str(LAST)])


def test_garbage_everywhere_at_once_opens_a_valid_page(visit: Visit) -> None:
    names = ["lang", "years", "home", "country", "region", "level", "ended", "partner"]
    query = urlencode([(name, text[:1500]) for name in names for text in GARBAGE])
    atlas = visit(f"?{query}&q={quote(GARBAGE[1])}")
    expect(atlas.finding).to_have_text("No tie matches this selection")
    atlas.expect_query(lang="en", q="x" * 80)


# --- years -----------------------------------------------------------------------------------


@pytest.mark.long
def test_every_key_press_on_the_years_counts(visit: Visit) -> None:
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


# --- filters ---------------------------------------------------------------------------------


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
    atlas.quiet()
    atlas.page.go_back()
    atlas.expect_query(lang="en")
    expect(atlas.finding).to_have_text(said_of(View.default(ROSTER)))
    atlas.quiet()
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
    subtitle = atlas.page.locator(".caption .subtitle:visible").first
    for text in HOSTILE:
        field.fill(text)
        field.press("Enter")
        atlas.expect_query(lang="en", q=text)
        expect(subtitle).to_contain_text(f"names with “{text}”")
        assert not atlas.page.locator("img[src=x], .katex, a[href^=javascript]").count()
    atlas.go(f"?{urlencode({'lang': 'zh', 'q': HOSTILE[0]})}")
    expect(subtitle).to_contain_text(f"名称含“{HOSTILE[0]}”")
    expect(field).to_have_value(HOSTILE[0])


MARK_IN_SIGHT = """() => {
  const map = document.querySelector(".wm").worldMap;
  const mark = map.drawing.markOf(map.numberOf(map.partner));
  const y = map.at.map.getBoundingClientRect().top + (mark?.y ?? NaN);
  return y > 60 && y < document.querySelector(".st-key-card").getBoundingClientRect().top;
}"""
"""Whether the mark of the open card lies between the head of the page and the card."""


# --- looks -----------------------------------------------------------------------------------


def test_on_a_phone_the_map_is_upright_and_on_the_first_screen(visit: Visit) -> None:
    atlas = visit("?lang=en", size=(390, 844), user_agent=PHONE)
    box = atlas.map.bounding_box()
    assert box
    assert box["height"] > box["width"] > 340
    assert box["y"] + box["height"] <= 844
    main = atlas.page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")


@pytest.mark.long
def test_on_a_phone_a_card_leaves_its_mark_in_sight_and_the_page_where_it_was(visit: Visit) -> None:
    atlas = visit("?lang=zh", size=(390, 844), touch=True, user_agent=PHONE)
    page, main = atlas.page, atlas.page.get_by_test_id("stMain")
    box = page.get_by_role("combobox", name="外方伙伴")
    assert box.evaluate("(e) => getComputedStyle(e).fontSize") == "16px", "the page is enlarged"
    box.tap()
    scrolled = main.evaluate("(e) => e.scrollTop")
    assert scrolled > 300
    box.press_sequentially("hengbin")
    page.get_by_role("option", name="横滨").tap()
    expect(atlas.card_name).to_contain_text("横滨")
    page.wait_for_function(MARK_IN_SIGHT)
    page.get_by_role("button", name="关闭").tap()
    expect(atlas.card).to_have_count(0)
    page.wait_for_function(f"(e) => e.scrollTop === {scrolled}", arg=main.element_handle())
    targets = page.locator(".wm-years button:visible, .wm-tools button:visible")
    sizes = [target.bounding_box() for target in targets.all()]
    assert all(size and min(size["width"], size["height"]) >= 44 for size in sizes)


def test_the_page_has_the_theme_of_the_reader_and_turns_with_it(visit: Visit) -> None:
    """As his system does at dusk; what the server draws turns too, though he has asked nothing."""
    atlas = visit("?lang=en&partner=hamburg", scheme="dark")
    app, colours = atlas.page.get_by_test_id("stApp"), ROSTER.homes.loc["shanghai"]
    for scheme in ("dark", "light", "dark"):
        atlas.page.emulate_media(color_scheme=scheme)
        expect(app).to_have_css("background-color", _rgb(GROUNDS[scheme].paper))
        tie = atlas.card.locator(".tie").first
        expect(tie).to_have_css("border-left-color", _rgb(colours[f"color_{scheme}"]))
    atlas.go("choice?lang=en", shows=".matrix-name")
    for scheme in ("light", "dark"):
        atlas.page.emulate_media(color_scheme=scheme)
        expect(app).to_have_css("background-color", _rgb(GROUNDS[scheme].paper))
        name = atlas.page.locator(".matrix-name").first
        expect(name).to_have_css("color", _rgb(GROUNDS[scheme].ink))


def _rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))
