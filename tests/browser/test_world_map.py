"""The world map as it is seen: everybody is on it, at every width and zoom, and can be read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from geo.ties.counts import tally
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.browser.atlas import Atlas
from tests.browser.world_map import Drawn

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]
ROSTER = load_roster()
DEFAULT = View.default(ROSTER)
WINDOWS = [(320, 640), (390, 844), (820, 1180), (1024, 768), (1440, 900), (2560, 1400)]
ENLARGED = [(1440, 900, 1.5), (1440, 900, 2.0), (390, 844, 1.5)]
"""Windows at a zoom of the browser: fewer pixels of the page, each larger."""


def partners(view: View) -> int:
    """So many partners are shown, possible ones among them."""
    return tally(select(ROSTER, view), view).partners.possible


def all_is_there(drawn: Drawn, view: View) -> None:
    """Everybody who is counted has a mark that is seen, every home is there, names can be read."""
    assert len(drawn.marks()) == partners(view)
    assert str(len(drawn.marks())) in re.findall(r"\d+", drawn.atlas.figures.inner_text())
    assert not drawn.unseen()
    assert not drawn.faults_of_names()
    seen, hinted = drawn.homes()
    assert seen | hinted == set(ROSTER.homes.index)
    assert not seen & hinted


@pytest.mark.long
def test_wherever_the_filters_go_everybody_is_there_and_the_homes_are_hinted_at(
    visit: Visit,
) -> None:
    atlas = visit("?lang=en&map=flat&region=019")
    drawn = Drawn(atlas)
    atlas.expect_query(lang="en", region="019")
    all_is_there(drawn, DEFAULT.but(regions=("019",)))
    assert drawn.homes()[1] == {"shanghai", "beijing"}
    for name, code in (("Africa", "002"), ("Oceania", "009")):
        choose(atlas, "Region", name)
        atlas.expect_query(lang="en", region=code)
        drawn.rest()
        all_is_there(drawn, DEFAULT.but(regions=(code,)))
    choose(atlas, "Region", "")
    choose(atlas, "Country", "United States")
    atlas.expect_query(lang="en", country="US")
    drawn.rest()
    all_is_there(drawn, DEFAULT.but(countries=("US",)))
    assert drawn.homes()[1] == {"shanghai", "beijing"}


def choose(atlas: Atlas, box: str, text: str) -> None:
    """Take away what is chosen in a box, and choose something else in it, or nothing."""
    field = atlas.page.get_by_role("combobox", name=box)
    field.click()
    field.press("Backspace")
    if text:
        field.press_sequentially(text)
        atlas.page.get_by_role("option", name=re.compile(rf"^{text}( \(\d+\))?$")).click()
    field.press("Escape")


@pytest.mark.long
def test_the_whole_world_is_seen_at_every_width_and_zoom_of_the_browser(visit: Visit) -> None:
    atlas = visit("?lang=zh")
    drawn = Drawn(atlas)
    screen = atlas.page.context.new_cdp_session(atlas.page)
    for width, height, zoom in [*((*one, 1.0) for one in WINDOWS), *ENLARGED]:
        screen.send(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": round(width / zoom),
                "height": round(height / zoom),
                "deviceScaleFactor": zoom,
                "mobile": False,
            },
        )
        drawn.page.wait_for_function("(wide) => innerWidth === wide", arg=round(width / zoom))
        drawn.rest()
        where = f"{width} wide at {zoom:.0%}"
        assert drawn.tells("w.at.above.width === Math.round(w.size[0] * devicePixelRatio)"), where
        box = drawn.box
        assert box["x"] >= 0 and box["x"] + box["width"] <= width / zoom + 0.5, where
        wide = "(e) => e.scrollWidth - e.clientWidth"
        assert atlas.page.locator("html").evaluate(wide) == 0, where
        assert atlas.page.get_by_test_id("stMain").evaluate(wide) == 0, where
        left, top, right, bottom = drawn.tells("w.layout.parts[0].projection.box")
        assert left >= 0 and top >= 0 and [right, bottom] <= drawn.tells("w.layout.size"), where
        assert len(drawn.marks()) == partners(DEFAULT), where
        assert not drawn.unseen(), where
        assert not drawn.faults_of_names(), where
        years = atlas.page.locator(".wm-years").bounding_box()
        assert years
        if (width, zoom) == (1440, 1):
            assert box["width"] >= 1000
            assert years["y"] + years["height"] <= height
        if width == 390:
            europe = drawn.tells("w.layout.parts[1].projection.box")
            assert europe[1] >= bottom, "Europe does not stand below the world"
            assert box["height"] > box["width"]
    screen.detach()


@pytest.mark.long
def test_names_lie_over_nothing_at_any_zoom_and_in_both_languages(visit: Visit) -> None:
    drawn = Drawn(visit("?lang=en"))
    for lang in ("en", "zh"):
        if lang == "zh":  # the language changes while the map is enlarged
            drawn.look(3, 300, 200)
            middle = drawn.tells("w.camera.share()")
            drawn.page.get_by_text("中文", exact=True).click()
            drawn.until("w.layout.places.some((one) => one.name === '东京都')")
            drawn.rest()
            assert drawn.zoom == pytest.approx(3)
            assert drawn.tells("w.camera.share()") == pytest.approx(middle, abs=0.01)
        drawn.look(1, 0, 0)
        assert not drawn.faults_of_names(), lang
        named = {name["partner"] for name in drawn.names()}
        for zoom in (1.3, 2, 4, 9, 24):
            for x, y in ((250, 120), (560, 300), (900, 200), (1000, 400)):
                drawn.look(zoom, x, y)
                assert not drawn.faults_of_names(), f"{lang}: zoom {zoom} at {x}, {y}"
                named |= {name["partner"] for name in drawn.names()}
        every = set(drawn.tells("w.drawing.shown.order"))
        for partner in every - named:
            drawn.tells(
                f"(w.camera.at(30, ...w.layout.truly[{partner}], 500, 250), w.redraw(true, true))"
            )
            named |= {name["partner"] for name in drawn.names()}
        assert named >= every, f"{lang}: a partner has no name at any zoom"
