"""What the browser reckons by itself agrees with what Python reckons: places, counts, sentences."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.figures.map.screen import screen_rows
from geo.figures.map.static.layout import lay_out_map
from geo.figures.map.text import finding
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.counts import tally
from geo.ties.roster import LEVELS, load_roster
from geo.ties.select import passing, select
from geo.ties.view import View
from pages.parts.modules import joined
from pages.parts.world_map import HERE

ROSTER = load_roster()
LIGHT = GROUNDS["light"]
DEFAULT = View.default(ROSTER)
MODULES = "...__projection, ...__years"
SIZE = (1128, 552)


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Page]:
    """An empty page that knows the rules of the map."""
    page = browser.new_page()
    module = joined(HERE / "main.js").replace("export default function", "function entrance")
    page.add_script_tag(content=f"{module}\nwindow.rules = {{ {MODULES} }};", type="module")
    page.wait_for_function("window.rules")
    yield page
    page.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("ended", [False, True])
def test_counts_and_sentence_are_those_of_python_in_any_years(
    rules: Page, lang: str, ended: bool
) -> None:
    first, last = ROSTER.period
    some = [first, 1980, 1993, 1994, 2008, 2020, last]
    pairs = [(a, b) for a in some for b in some if a <= b]
    view = DEFAULT.but(lang=lang, ended=ended, levels=LEVELS)
    layout = screen_rows(Scene(ROSTER, view, LIGHT), SIZE)
    told: list[Any] = rules.evaluate(
        """([layout, pairs, ended]) => pairs.map((years) => {
          const counts = rules.counted(layout, years, ended);
          return { counts, sentence: rules.finding(layout, counts, years) }; })""",
        [layout, pairs, ended],
    )
    for years, one in zip(pairs, told, strict=True):
        seen = view.but(years=years)
        counts, mine = tally(select(ROSTER, seen), seen), one["counts"]
        spans = [counts.ties, counts.partners, counts.countries, *counts.by_home.values()]
        theirs = [mine["ties"], mine["partners"], mine["countries"], *mine["homes"]]
        assert theirs == [[span.certain, span.possible] for span in spans], years
        assert (mine["shared"], mine["ended"]) == (counts.shared, counts.ended), years
        assert one["sentence"] == finding(ROSTER, seen, counts, Words(lang)), years


@pytest.mark.parametrize(
    "view",
    [DEFAULT, DEFAULT.but(regions=("019",)), DEFAULT.but(homes=("beijing",), q="an")],
    ids=["all", "Americas", "one home"],
)
def test_sentences_of_filters(rules: Page, view: View) -> None:
    layout = screen_rows(Scene(ROSTER, view, LIGHT), SIZE)
    sentence = rules.evaluate(
        """([layout, years]) =>
          rules.finding(layout, rules.counted(layout, years, false), years)""",
        [layout, list(view.years)],
    )
    assert sentence == finding(ROSTER, view, tally(select(ROSTER, view), view), Words("en"))


@pytest.mark.parametrize("view", [DEFAULT, DEFAULT.but(regions=("019",))], ids=["world", "part"])
def test_places_lie_where_python_projects_them(rules: Page, view: View) -> None:
    places = [
        *((tie.lon, tie.lat) for tie in passing(ROSTER, view.but(levels=LEVELS)).itertuples()),
        *((-29.9, 50.0), (-30.1, 50.0), (179.9, -10.0), (-179.9, -10.0), (0.0, 80.0)),
    ]
    layout = screen_rows(Scene(ROSTER, view, LIGHT), SIZE)
    real = lay_out_map(ROSTER, passing(ROSTER, view), view, Words("en"), LIGHT, SIZE, clock=True)
    for part, theirs in zip(layout["parts"], real.rows.parts, strict=True):
        there = rules.evaluate(
            "([p, places]) => places.map(([lon, lat]) => rules.place(p, lon, lat))",
            [part["projection"], places],
        )
        for place, point in zip(places, there, strict=True):
            assert point == pytest.approx(theirs.projection.at(*place), abs=0.01), place


@pytest.mark.parametrize("lang", ["en"])
def test_great_circles_end_at_both_ends_and_never_run_across_the_map(
    rules: Page, lang: str
) -> None:
    layout = screen_rows(Scene(ROSTER, DEFAULT.but(levels=LEVELS, lang=lang), LIGHT), SIZE)
    ways = rules.evaluate(
        """(layout) => layout.ties.map(([place, home]) => {
          const a = layout.homes[home], b = layout.places[place], p = layout.parts[0].projection;
          const lines = rules.way(p, [a.lon, a.lat], [b.lon, b.lat], 2);
          const ends = [rules.place(p, a.lon, a.lat), rules.place(p, b.lon, b.lat)];
          return { lines, ends, place: b.place };
        })""",
        layout,
    )
    left, _, right, _ = layout["parts"][0]["projection"]["box"]
    cut = 0
    for way in ways:
        lines = [list(zip(line[::2], line[1::2], strict=True)) for line in way["lines"]]
        assert lines[0][0] == pytest.approx(way["ends"][0], abs=0.01)
        assert lines[-1][-1] == pytest.approx(way["ends"][1], abs=0.01)
        cut += len(lines) - 1
        for line in lines:
            assert all(left - 60 <= x <= right + 60 for x, _ in line), way["place"]
            steps = [
                max(abs(x2 - x1), abs(y2 - y1)) for (x1, y1), (x2, y2) in itertools.pairwise(line)
            ]
            assert max(steps) < 120, f"the way to {way['place']} runs across the map"
    assert cut >= 3, "no way leaves the map on one side and comes in on the other"


def test_an_azimuthal_map_is_read_back(rules: Page) -> None:
    europe = screen_rows(Scene(ROSTER, DEFAULT, LIGHT), SIZE)["parts"][1]["projection"]
    back = rules.evaluate(
        "(p) => rules.placeAt(p, ...rules.place(p, 24.9, 60.2))",
        europe,
    )
    assert back == pytest.approx([24.9, 60.2], abs=1e-6)
