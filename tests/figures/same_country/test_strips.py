"""The strips: nothing lies on anything else, every country stands once, page and sheet agree."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import ImageFont

from geo.export.formats import FORMATS, Options
from geo.export.panels import draw_panels
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.panel import Spec
from geo.figures.same_country.frames import Frames, Setting
from geo.figures.same_country.intervals_chart import Row, intervals_chart
from geo.figures.same_country.lanes import AIR, GAP, LABEL, MARK, lay_out
from geo.figures.same_country.order import by_country, in_order
from geo.figures.same_country.strips import countries_of, parts, strip
from geo.figures.same_country.text import verdict
from geo.figures.scene import Scene
from geo.stats.proportions import share
from geo.style.colours import GROUNDS, home_colours
from geo.style.text import FILES, FONTS
from geo.ties.roster import Roster, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.charts import assert_valid

ROSTER = load_roster()
VIEWS = [
    View.default(ROSTER),
    View.default(ROSTER, "zh").but(levels=("sister", "exchange", "district"), ended=True),
    View.default(ROSTER).but(levels=("sister", "exchange", "district"), ended=True),
    View.default(ROSTER).but(countries=("LA",)),
    View.default(ROSTER).but(levels=("district",), countries=("AT",)),
]
TYPE = ImageFont.truetype(str(FONTS / FILES[False]), 120)


def scene(view: View, roster: Roster = ROSTER, ground: str = "light") -> Scene:
    return Scene(roster, view, GROUNDS[ground])


def measured(text: str) -> float:
    """The width of a label, by another hand than the one that lays it out."""
    return TYPE.getlength(text) / 120 * LABEL


def frames_of(view: View, plot: float) -> Frames:
    here = scene(view)
    setting = Setting(plot, plot < 400, home_colours(ROSTER.homes, here.ground), "#ffffff", False)
    countries = in_order(by_country(ROSTER, view), view)
    verdicts = {one.code: verdict(one, ROSTER, here.words) for one in countries}
    return lay_out(countries, verdicts, ROSTER, here.words, setting)


@pytest.mark.parametrize("view", VIEWS, ids=range(len(VIEWS)))
@pytest.mark.parametrize("plot", [262.0, 730.0])
def test_no_label_lies_on_another(view: View, plot: float) -> None:
    frames = frames_of(view, plot)
    assert len(frames.marks) == len(select(ROSTER, view))
    start, end = frames.domain
    scale = plot / (end - start)
    lanes: dict[float, list[tuple[float, float]]] = {}
    for mark in frames.marks:
        middle, edge = (mark.x - start) * scale, (mark.lx - start) * scale
        left = min(middle - MARK, (mark.x0 - start) * scale)
        right = max(middle + MARK, (mark.x1 - start) * scale)
        wide = AIR + measured(mark.label)
        if mark.side == "right":
            assert edge == pytest.approx(right, abs=0.1)
            right = edge + wide
        else:
            assert edge == pytest.approx(left, abs=0.1)
            left = edge - wide
        lanes.setdefault(mark.y, []).append((left, right))
    for rooms in lanes.values():
        for before, after in pairwise(sorted(rooms)):
            assert before[1] + GAP <= after[0] + 0.5


def test_names_and_verdicts_have_the_room_they_take() -> None:
    for lang in ("en", "zh"):
        here = scene(View.default(ROSTER, lang))
        chart = strip(here, alone=False, part=0).whole[0].draw((1080.0, 0.0))
        assert isinstance(chart, dict)
        home = texts(chart, "home")[0]
        names = texts(chart, "name")[0]
        assert home["encoding"]["x"]["value"] > max(
            TYPE.getlength(row["name"]) / 120 * 13 for row in names["data"]["values"]
        ) + max(measured(row["home"]) for row in home["data"]["values"])
        for field in ("line1", "line2"):
            line = texts(chart, field)[0]
            room = float(line["encoding"]["x"]["value"]["expr"].removeprefix("width - "))
            assert max(measured(row[field]) for row in line["data"]["values"]) <= room


def texts(chart: Spec, field: str) -> list[Spec]:
    found = [
        one
        for one in chart["layer"]
        if one.get("encoding", {}).get("text", {}).get("field") == field
    ]
    assert found
    return found


@pytest.mark.parametrize("view", VIEWS, ids=range(len(VIEWS)))
def test_a_strip_is_a_chart_at_every_width(view: View) -> None:
    for ground, width in (("light", 350.0), ("dark", 1080.0)):
        for alone in (False, True):
            figure = strip(scene(view, ground=ground), alone, 0)
            for panel in figure.whole:
                chart = panel.draw((width, 0.0))
                assert isinstance(chart, dict)
                assert_valid(chart)
                assert chart["description"] == figure.title
                assert chart["background"] == GROUNDS[ground].paper


@pytest.mark.parametrize("view", VIEWS, ids=range(len(VIEWS)))
def test_the_parts_hold_every_country_of_the_page_once_and_in_its_order(view: View) -> None:
    here = scene(view)
    on_page = []
    for alone in (False, True):
        dealt = [country for part in parts(here, alone) for country in part]
        assert dealt == countries_of(here, alone)
        on_page += dealt
    assert sorted(one.code for one in on_page) == [one.code for one in by_country(ROSTER, view)]


def test_every_part_says_the_same_and_shows_its_own() -> None:
    here = scene(View.default(ROSTER, "en"))
    keys = [key for key in catalogue(here) if key.startswith("same-country")]
    assert keys == ["same-country", *(f"same-country-{n}" for n in range(2, len(keys) + 1))]
    figures = [figure_of(here, key) for key in keys]
    assert len(figures) > 1
    assert len({(one.title, one.subtitle, tuple(one.remarks)) for one in figures}) == 1
    topics = [panel.topic for one in figures for panel in one.panels]
    assert topics == [f"Part {n} of {len(keys)}" for n in range(1, len(keys) + 1)]
    (whole,) = figures[0].whole
    assert not whole.topic


def test_where_homes_meet_nowhere_the_strip_shows_the_countries_there_are() -> None:
    one_home = scene(View.default(ROSTER).but(homes=("beijing",)))
    assert "alone" not in catalogue(one_home)
    assert "latecomers" not in catalogue(one_home)
    figure = figure_of(one_home, "same-country")
    assert figure.panels
    assert "choose a second Chinese city" in figure.title
    assert not any("band" in remark for remark in figure.remarks)


def test_nothing_to_show_is_told_for_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = scene(View.default(ROSTER).but(q="no such name"))
    figure = figure_of(empty, "same-country")
    assert not figure.panels
    assert "leave no tie" in figure.shown_instead(empty.words)
    monkeypatch.setattr("geo.figures.captions.MOST_NAMED", 100)
    monkeypatch.setattr("geo.figures.same_country.strips.MOST_NAMED", 100)
    many = scene(View.default(ROSTER).but(ended=True))
    figure = strip(many, alone=False, part=0)
    assert not figure.panels
    assert not figure.whole
    assert "share 42 countries" in figure.title
    assert "too many to be read by name" in figure.shown_instead(many.words)


@pytest.mark.parametrize("options", [Options(one) for one in FORMATS], ids=list(FORMATS))
def test_a_strip_keeps_to_its_room_on_every_sheet(options: Options) -> None:
    here = scene(View.default(ROSTER))
    shape, u = options.shape, options.type_scale
    box = (50.0, 200.0, shape.width - 50.0, shape.height - 100.0)
    for key in ("same-country-3", "since-article"):
        (panel,) = figure_of(here, key).panels
        scale = min(panel.scale * u, (box[2] - box[0]) / panel.least)
        scale = min(scale, (box[3] - box[1]) / panel.tall)
        size = ((box[2] - box[0]) / scale, (box[3] - box[1]) / scale)
        chart = panel.on_sheet(size)
        assert isinstance(chart, dict)
        wide = chart["width"] / size[0]
        assert 1.0 <= wide < 1.3  # so much smaller than wished it is drawn
        assert chart["height"] <= size[1] * wide
        assert draw_panels(figure_of(here, key), here, box, u)


def test_a_share_of_nothing_is_drawn_without_a_point() -> None:
    rows = [Row("none", share(0, 0), "0 of 0", "#123456"), Row("all", share(2, 2), "2", "#123456")]
    chart = intervals_chart(rows, GROUNDS["light"], "shares", narrow=False)
    assert_valid(chart)
    (point,) = [one for one in chart["layer"][0]["layer"] if one["mark"]["type"] == "point"]
    assert len(point["data"]["values"]) == 1
