"""The years of the world map: played, stepped, typed, filtered by the legend; and where all else
fails, or is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.figures.map.text import finding
from geo.i18n import Words
from geo.ties.counts import tally
from geo.ties.roster import load_roster
from geo.ties.select import passing, select
from geo.ties.view import View
from tests.browser.atlas import SLOW, Atlas
from tests.browser.world_map import Drawn

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]
ROSTER = load_roster()
DEFAULT = View.default(ROSTER)
FIRST, LAST = ROSTER.period
COUNTED = """() => {
  window.sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) {
    window.sent += 1;
    return send.apply(this, all);
  };
}"""
ENDED = 3
"""State of a mark that is dashed."""


def shows(drawn: Drawn, years: tuple[int, int], **more: Any) -> None:
    """The map, the sentence above it and the figures under it show some years, as Python counts."""
    view = DEFAULT.but(years=years, **more)
    counts = tally(select(ROSTER, view), view)
    state = drawn.tells("w.drawing.marks.map((m) => [m.partner, m.state])")
    assert len({partner for partner, state in state if state != ENDED}) == counts.partners.possible
    expect(drawn.atlas.finding).to_have_text(finding(ROSTER, view, counts, Words("en")))
    expect(drawn.atlas.figures).to_contain_text(
        Words("en").range(counts.ties.certain, counts.ties.possible)
    )


def test_years_play_step_and_are_typed_and_the_address_follows_when_they_rest(
    visit: Visit,
) -> None:
    atlas = visit("?lang=en")
    drawn, page = Drawn(atlas), atlas.page
    page.evaluate(COUNTED)
    page.get_by_role("button", name="Play", exact=True).click()
    drawn.until("w.bar.years[1] >= 1979")
    expect(page.locator(".wm-year b")).to_have_text(str(drawn.years[1]), timeout=2000)
    paced = page.locator(".wm-pace")
    for pace in ("2×", "4×"):
        paced.click()
        expect(paced).to_have_text(pace)
    drawn.until("w.bar.years[1] >= 1990")
    assert page.evaluate("window.sent") == 0, "something is sent while the years play"
    page.get_by_role("button", name="Pause", exact=True).click()
    first, last = drawn.years
    assert first == FIRST and last < LAST
    atlas.expect_query(lang="en", years=[str(first), str(last)])
    drawn.rest()
    assert page.evaluate("window.sent") > 0
    shows(drawn, (first, last))
    assert not drawn.unseen()

    atlas.press("ArrowRight", times=2)
    atlas.expect_query(lang="en", years=[str(first), str(last + 2)])
    field = page.get_by_label("First year, typed")
    field.fill("1980")
    field.press("Enter")
    atlas.expect_query(lang="en", years=["1980", str(last + 2)])
    page.locator(".wm-map").focus()
    page.keyboard.press(",")
    page.locator(".wm-back").click()
    atlas.expect_query(lang="en", years=["1980", str(last)])
    box = page.locator(".wm-track").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 12, box["y"] + 17)
    atlas.expect_query(lang="en", years=["1980", str(LAST)])
    drawn.rest()
    shows(drawn, (1980, LAST))

    page.go_back()
    atlas.expect_query(lang="en", years=["1980", str(last)])
    drawn.until(f"w.bar.years[1] === {last}")
    drawn.rest()
    shows(drawn, (1980, last))
    page.go_forward()
    drawn.until(f"w.bar.years[1] === {LAST}")
    drawn.rest()
    shows(drawn, (1980, LAST))


@pytest.mark.long
def test_the_year_of_an_end_shows_it_and_the_legend_filters(visit: Visit) -> None:
    ended = passing(ROSTER, DEFAULT).dropna(subset=["ended"])
    ended = ended[ended["ended"] != ""]
    tie = next(ended.itertuples())
    year = int(str(tie.ended)[:4])
    atlas = visit(f"?lang=en&years={FIRST}&years={year - 1}")
    drawn, page = Drawn(atlas), atlas.page
    states = {mark["place"]: mark["state"] for mark in drawn.all_marks()}
    assert ENDED not in states.values()
    page.locator(".wm-on").click()
    drawn.until(f"w.bar.years[1] === {year} && !w.frame")
    marks = drawn.marks()
    assert marks[tie.place]["state"] == ENDED
    expect(page.locator(".wm-year")).to_contain_text(tie.name_en)
    assert not drawn.unseen()
    atlas.expect_query(lang="en", years=[str(FIRST), str(year)])
    drawn.rest()
    shows(drawn, (FIRST, year))
    page.locator(".wm-on").click()
    drawn.until(f"w.bar.years[1] === {year + 1} && !w.frame")
    assert tie.place not in drawn.marks()
    drawn.rest()

    legend = page.locator(".wm-legend")
    years = [str(FIRST), str(year + 1)]
    for name, parameter, value, more in (
        ("capital", "role", "capital", {"roles": ("capital",)}),
        ("Beijing", "home", "beijing", {"homes": ("beijing",)}),
    ):
        entry = legend.get_by_role("button", name=name, exact=True)
        entry.click()
        atlas.expect_query(lang="en", years=years, **{parameter: value})
        drawn.rest()
        shows(drawn, (FIRST, year + 1), **more)
        entry.click()
        atlas.expect_query(lang="en", years=years)
        drawn.rest()
    shows(drawn, (FIRST, year + 1))


@pytest.mark.long
def test_where_nothing_can_be_drawn_the_picture_stands_and_the_rest_works(visit: Visit) -> None:
    atlas = visit("?lang=en", script=NO_CANVAS, shows=".wm-instead")
    page = atlas.page
    expect(page.locator(".wm-fault")).to_have_text(
        "This browser cannot draw the map; this is its picture."
    )
    loaded = "(w) => w.naturalWidth > 100 && w.getBoundingClientRect().width > 600"
    page.wait_for_function(f"() => ({loaded})(document.querySelector('.wm-instead'))", timeout=SLOW)
    before = page.locator(".wm-instead").get_attribute("src")
    atlas.press("ArrowLeft", times=10)
    atlas.expect_query(lang="en", years=[str(FIRST), str(LAST - 10)])
    view = DEFAULT.but(years=(FIRST, LAST - 10))
    expect(atlas.finding).to_have_text(
        finding(ROSTER, view, tally(select(ROSTER, view), view), Words("en"))
    )
    expect(page.locator(".wm-instead")).not_to_have_attribute("src", before or "", timeout=SLOW)
    field = page.get_by_role("combobox", name="Partner")
    field.click()
    field.press_sequentially("Hamburg")
    field.press("Enter")
    expect(atlas.card_name).to_contain_text("Hamburg")


NO_CANVAS = """
const get = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (...all) {
  return this.closest("[data-testid=stDataFrame]") ? get.apply(this, all) : null;
};
"""
"""A browser that draws on no canvas; the list, which is Streamlit's own, may."""


def test_on_paper_the_map_stands_without_what_is_only_for_the_screen(visit: Visit) -> None:
    atlas = visit("?lang=en&partner=hamburg")
    drawn, page = Drawn(atlas), atlas.page
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.locator(".wm-tools")).to_be_hidden()
    expect(page.locator(".wm-years")).to_be_hidden()
    expect(page.locator(".wm-above")).to_be_visible()
    assert not drawn.unseen()
    expect(atlas.finding).to_be_visible()
    page.emulate_media(media="screen")
    drawn.rest()
    expect(page.locator(".wm-tools")).to_be_visible()
