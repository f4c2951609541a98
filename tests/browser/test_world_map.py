"""The world map in the browser: what is drawn, chosen, played, enlarged, from what it drew."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from geo.ties.counts import tally
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.browser.atlas import Atlas

Visit = Callable[..., Atlas]
ROSTER = load_roster()
MAP = "document.querySelector('.wm').worldMap"


class Drawn:
    """What the map has drawn, as it tells and as its pixels show.

    Args:
        atlas: a page with the map on it.
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas, self.page = atlas, atlas.page
        self.page.locator(".wm[data-drawn]").wait_for(timeout=60_000)
        self.rest()

    def rest(self) -> None:
        """Wait until the map is laid out for its own size and has drawn."""
        self.page.wait_for_function(
            f"""() => {{ const w = {MAP}, [a, b] = w.size, t = (n) => 8 * Math.floor(n / 8);
              return w.layout && w.layout.size[0] === Math.max(240, t(a))
                && w.layout.size[1] === Math.max(160, t(b)) && w.drawing.polygons
                && !w.frame; }}""",
            timeout=60_000,
        )
        self.atlas.quiet()

    def tells(self, what: str) -> Any:
        """Something of the map (an expression over ``w``)."""
        return self.page.evaluate(f"(() => {{ const w = {MAP}; return {what}; }})()")

    def marks(self) -> list[dict[str, Any]]:
        """The marks, one a partner: the one that bears its name, or can be seen best."""
        found: dict[int, dict[str, Any]] = {}
        for mark in self.tells(
            """w.drawing.marks.map((m) => ({ ...m, name: w.layout.places[m.partner].name,
              place: w.layout.places[m.partner].place,
              inks: m.colours.map((n) => w.layout.homes[n].colour) }))"""
        ):
            found[mark["partner"]] = mark
        return list(found.values())

    def pixels(self) -> Any:
        """What is drawn above the land, as red, green, blue and opacity."""
        data = self.tells("w.at.above.toDataURL('image/png').split(',')[1]")
        return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGBA"))

    def unseen(self) -> list[str]:
        """Marks of which no pixel has the colour of their homes."""
        pixels, missing = self.pixels().astype(int), []
        for mark in self.marks():
            x, y, r = round(mark["x"]), round(mark["y"]), int(mark["r"]) + 1
            near = pixels[max(0, y - r) : y + r, max(0, x - r) : x + r, :3].reshape(-1, 3)
            for ink in mark["inks"]:
                colour = [int(ink[n : n + 2], 16) for n in (1, 3, 5)]
                if not len(near) or np.abs(near - colour).sum(axis=1).min() > 40:
                    missing.append(f"{mark['name']} at {x}, {y}")
        return missing

    def names(self) -> list[dict[str, Any]]:
        """The names that are written, with the boxes they take."""
        found: list[dict[str, Any]] = self.tells("w.drawing.names")
        return found

    def overlaps(self) -> list[str]:
        """Names that lie over another name or over a mark that is not small."""
        names, marks = self.names(), self.tells("w.drawing.marks")
        europe = self.tells("w.drawing.free ? null : w.layout.parts[1]?.projection.box ?? null")
        scale, left, top = self.tells("[w.camera.scale, w.camera.x, w.camera.y]")
        sheet = europe and [
            (left if n % 2 == 0 else top) + scale * side for n, side in enumerate(europe)
        ]

        def on_sheet(x: float, y: float) -> bool:
            return bool(sheet) and sheet[0] <= x <= sheet[2] and sheet[1] <= y <= sheet[3]

        found = []
        for number, name in enumerate(names):
            a = name["box"]
            for other in names[:number]:
                b = other["box"]
                if (
                    a[0] + 2 < b[2] - 2
                    and a[2] - 2 > b[0] + 2
                    and a[1] + 1 < b[3] - 1
                    and a[3] - 1 > b[1] + 1
                ):
                    found.append(f"{name['text']} over {other['text']}")
            here = on_sheet((a[0] + a[2]) / 2, (a[1] + a[3]) / 2)
            for mark in marks:
                x, y, r = mark["x"], mark["y"], mark["r"] * 0.8
                same = mark["partner"] == name["partner"] or on_sheet(x, y) != here
                if (
                    not same
                    and a[0] + 2 < x + r
                    and a[2] - 2 > x - r
                    and a[1] + 2 < y + r
                    and a[3] - 2 > y - r
                ):
                    found.append(f"{name['text']} over the mark of {mark['partner']}")
        return found

    def click(self, x: float, y: float) -> None:
        """Click on a point of the map, as a hand does."""
        box = self.page.locator(".wm-map").bounding_box()
        assert box
        self.page.mouse.move(box["x"] + x - 3, box["y"] + y)
        self.page.mouse.move(box["x"] + x, box["y"] + y)
        self.page.mouse.click(box["x"] + x, box["y"] + y)


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ("?lang=en&region=019", View.default(ROSTER).but(regions=("019",))),
        ("?lang=zh&region=002", View.default(ROSTER).but(regions=("002",))),
        ("?lang=en&region=009", View.default(ROSTER).but(regions=("009",))),
        ("?lang=en&country=US", View.default(ROSTER).but(countries=("US",))),
        ("?lang=en&map=flat&level=sister&level=district", None),
    ],
    ids=["Americas", "Africa", "Pacific", "one country", "old address"],
)
def test_as_many_marks_are_drawn_as_partners_are_counted(
    visit: Visit, query: str, view: View | None
) -> None:
    atlas = visit(query, shows=".wm-above")
    drawn = Drawn(atlas)
    partners = re.findall(r"\d+", atlas.figures.inner_text())
    if view:
        counts = tally(select(ROSTER, view), view)
        assert len(drawn.marks()) == counts.partners.possible
    assert str(len(drawn.marks())) in partners
    assert not drawn.unseen()
    assert not drawn.overlaps()
    shown = {home["home"] for home in drawn.tells("w.drawing.homesSeen().map((h) => h.home)")}
    hinted = {home["home"] for home in drawn.tells("w.drawing.arrows.map((a) => a.home)")}
    assert shown | hinted == set(ROSTER.homes.index)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_names_lie_over_nothing_at_any_zoom_and_each_has_one(visit: Visit, lang: str) -> None:
    drawn = Drawn(visit(f"?lang={lang}", shows=".wm-above"))
    assert not drawn.overlaps()
    named = {name["partner"] for name in drawn.names()}
    for zoom in (1.3, 2, 4, 9, 24):
        for px, py in ((250, 120), (500, 150), (560, 300), (900, 200), (1000, 400)):
            drawn.tells(
                f"(w.camera.whole(), w.camera.about({zoom}, {px}, {py}), w.redraw(true, true))"
            )
            assert not drawn.overlaps(), f"zoom {zoom} at {px}, {py}"
            named |= {name["partner"] for name in drawn.names()}
    every = set(drawn.tells("w.drawing.shown.order"))
    for partner in every - named:
        drawn.tells(
            f"(w.camera.at(30, ...w.layout.truly[{partner}], 500, 250), w.redraw(true, true))"
        )
        named |= {name["partner"] for name in drawn.names()}
    assert named >= every, "a partner has no name at any zoom"


@pytest.mark.parametrize("every", [7])
def test_a_click_on_a_mark_opens_its_own_card(visit: Visit, every: int) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    places = sorted(mark["place"] for mark in drawn.marks())[::every]
    for place in places:
        drawn.tells("(w.camera.whole(), w.redraw(true, true))")
        mark = next(one for one in drawn.marks() if one["place"] == place)
        # what an open card covers, the reader brings out from under it first
        if mark["x"] > 780 and atlas.card.count():
            atlas.page.get_by_role("button", name="Close").click()
            expect(atlas.card).to_have_count(0)
            drawn.tells("(w.camera.whole(), w.redraw(true, true))")
        drawn.click(mark["x"], mark["y"])
        expect(atlas.card_name).to_contain_text(ROSTER.places.loc[place, "name_en"])
        assert atlas.query["partner"] == [place]


def test_play_asks_nothing_and_the_address_follows_the_pause(visit: Visit) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    sent: list[int] = []
    drawn.page.evaluate(
        """() => { window.sent = 0; const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (...all) {
            window.sent += 1;
            return send.apply(this, all);
          }; }"""
    )
    drawn.page.get_by_role("button", name="Play").click()
    drawn.page.wait_for_function(f"{MAP}.bar.years[1] >= 1980")
    sent.append(drawn.page.evaluate("window.sent"))
    drawn.page.get_by_role("button", name="Pause").click()
    first, last = drawn.tells("w.bar.years")
    atlas.expect_query(lang="en", years=[str(first), str(last)])
    drawn.rest()
    assert sent == [0]
    view = View.default(ROSTER).but(years=(first, last))
    counts = tally(select(ROSTER, view), view)
    assert len(drawn.marks()) == counts.partners.possible
    expect(atlas.finding).to_contain_text(f"By the end of {last}")
    drawn.page.go_back()
    drawn.page.wait_for_function(f"{MAP}.bar.years[1] === {ROSTER.period[1]}")


def test_years_by_key_by_typing_and_by_pressing_beside_the_handles(visit: Visit) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    first, last = ROSTER.period
    atlas.press("ArrowLeft", times=3)
    atlas.expect_query(lang="en", years=[str(first), str(last - 3)])
    field = drawn.page.get_by_label("First year, typed")
    field.fill("1980")
    field.press("Enter")
    atlas.expect_query(lang="en", years=["1980", str(last - 3)])
    box = drawn.page.locator(".wm-track").bounding_box()
    assert box
    drawn.page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + 17)
    drawn.page.wait_for_function(f"{MAP}.bar.years[1] < {last - 10}")
    expect(atlas.finding).to_contain_text("Made 1980–")


@pytest.mark.parametrize("width", [320, 390, 820, 1024, 1440, 2560])
def test_the_whole_world_is_seen_at_every_width(visit: Visit, width: int) -> None:
    height = {320: 640, 390: 844, 820: 1180}.get(width, 900 if width < 2000 else 1400)
    atlas = visit("?lang=zh", size=(width, height), shows=".wm-above")
    drawn = Drawn(atlas)
    box = drawn.page.locator(".wm-map").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width + 0.5
    everybody = View.default(ROSTER)
    counts = tally(select(ROSTER, everybody), everybody)
    assert len(drawn.marks()) == counts.partners.possible
    assert not drawn.unseen()
    assert not drawn.overlaps()
    if width == 1440:
        years = drawn.page.locator(".wm-years").bounding_box()
        assert box["width"] >= 1000
        assert years and years["y"] + years["height"] <= height
    wide = drawn.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, "the page can be moved sideways"


def test_language_changes_and_the_map_stays_enlarged(visit: Visit) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    drawn.tells("(w.camera.about(3, 300, 200), w.moved())")
    before = drawn.tells("w.camera.share()")
    drawn.page.get_by_text("中文", exact=True).click()
    drawn.page.wait_for_function(f"{MAP}.layout.places.some((one) => one.name === '东京都')")
    drawn.rest()
    assert drawn.tells("w.camera.zoom") == pytest.approx(3)
    assert drawn.tells("w.camera.share()") == pytest.approx(before, abs=0.01)
    assert not drawn.overlaps()


def test_the_legend_filters_and_shows_all_again(visit: Visit) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    entry = drawn.page.locator(".wm-legend").get_by_role("button", name="capital", exact=True)
    entry.click()
    atlas.expect_query(lang="en", role=["capital"])
    entry.click()
    atlas.expect_query(lang="en")


def test_arrow_keys_go_to_a_mark_and_enter_opens_its_card(visit: Visit) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    drawn.page.locator(".wm-map").focus()
    drawn.page.keyboard.press("ArrowRight")
    place = drawn.tells("w.layout.places[w.focused].place")
    drawn.page.keyboard.press("Enter")
    atlas.expect_query(lang="en", partner=[place])
    for _ in range(2):
        drawn.page.keyboard.press("+")
    drawn.page.wait_for_function(f"{MAP}.camera.zoom > 1.5")
    drawn.page.keyboard.press("0")
    drawn.page.wait_for_function(f"{MAP}.camera.zoom === 1")


def test_one_finger_scrolls_two_move_the_map(visit: Visit) -> None:
    atlas = visit("?lang=en", size=(390, 844), shows=".wm-above")
    drawn = Drawn(atlas)
    touch = drawn.page.context.new_cdp_session(drawn.page)
    box = drawn.page.locator(".wm-map").bounding_box()
    assert box
    x, y = box["x"] + 180, box["y"] + 90

    def fingers(kind: str, *points: tuple[float, float]) -> None:
        touch.send(
            "Input.dispatchTouchEvent",
            {
                "type": kind,
                "touchPoints": [{"x": px, "y": py, "id": n} for n, (px, py) in enumerate(points)],
            },
        )

    fingers("touchStart", (x, y))
    fingers("touchMove", (x + 60, y))
    expect(drawn.page.locator(".wm-hint")).to_be_visible()
    fingers("touchEnd")
    assert drawn.tells("w.camera.zoom") == 1
    fingers("touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 6):
        fingers("touchMove", (x - 30 - 10 * step, y), (x + 30 + 10 * step, y))
    fingers("touchEnd")
    assert drawn.tells("w.camera.zoom") > 1.8


def test_where_nothing_can_be_drawn_the_picture_stands_with_a_sentence(visit: Visit) -> None:
    atlas = visit("?lang=en", shows=".wm-above")
    drawn = Drawn(atlas)
    drawn.tells("w.instead()")
    expect(drawn.page.locator(".wm-instead")).to_be_visible(timeout=60_000)
    expect(drawn.page.locator(".wm-fault")).to_contain_text("cannot draw the map")
    drawn.page.wait_for_function("document.querySelector('.wm-instead').naturalWidth > 100")
