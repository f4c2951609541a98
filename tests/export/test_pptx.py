"""A deck is read back as an office reads it: its texts, its charts, its notes."""

from __future__ import annotations

import io
import pickle
import time
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from geo.export.formats import FORMATS, Options
from geo.export.pptx import Slide, compose_slide, write_deck
from geo.export.pptx.fonts import cleaned, fitting_size, line_count
from geo.export.render import transparent_png
from geo.figures.alternative import of_figure, of_numbers
from geo.figures.captions import source_line
from geo.figures.catalogue import figure_of
from geo.figures.figure import Figure, Remark
from geo.figures.panel import Numbers, Panel, Series
from geo.figures.scene import Scene
from geo.style import svg
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View

ADDRESS = "https://atlas.example/strategy?lang=zh"
HOSTILE = "<script>alert(1)</script> & 🎉 مدينة"


def scene_of(roster: Roster, lang: str = "en", options: Options | None = None) -> Scene:
    ground = (options or Options()).ground
    return Scene(roster, View.default(roster, lang), ground)


def made(scene: Scene, key: str, options: Options | None = None) -> Slide:
    return compose_slide(figure_of(scene, key), scene, options or Options(), ADDRESS)


def read(slides: list[Slide], options: Options | None = None, lang: str = "en") -> Any:
    return Presentation(io.BytesIO(write_deck(slides, options or Options(), lang, "Atlas")))


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def drawn_by(numbers: Numbers, title: str = "Finding") -> Figure:
    return Figure(title, "Subtitle", [Panel(lambda size: "", heading="Heading", numbers=numbers)])


@pytest.fixture(scope="module")
def shares(roster: Roster) -> Slide:
    return made(scene_of(roster), "shares")


def test_words_stand_on_the_slide_as_text(roster: Roster, shares: Slide) -> None:
    (slide,) = read([shares]).slides
    scene = scene_of(roster)
    drawing = figure_of(scene, "shares")
    assert slide.shapes.title.text_frame.text == drawing.title
    sentence = texts(slide)
    assert drawing.subtitle in sentence
    assert source_line(roster, scene.words) in sentence
    assert " ".join(drawing.native_remarks) in sentence
    assert [panel.heading for panel in drawing.panels] == [
        text for text in sentence if text in {panel.heading for panel in drawing.panels}
    ]


def test_a_topic_stands_before_its_heading(roster: Roster) -> None:
    scene = scene_of(roster, "zh")
    (slide,) = read([made(scene, "periods")], lang="zh").slides
    for panel in figure_of(scene, "periods").panels:
        assert f"{panel.topic}：{panel.heading}" in texts(slide)


def test_a_long_subtitle_keeps_a_size_that_can_be_read(roster: Roster) -> None:
    options = Options(subtitle="友好城市，" * 80, format="1x1", large=True)
    (slide,) = read([made(scene_of(roster), "shares", options)], options).slides
    (box,) = [shape for shape in slide.shapes if shape.has_text_frame
              and shape.text_frame.text == options.subtitle]  # fmt: skip
    size = box.text_frame.paragraphs[0].runs[0].font.size.pt
    assert size > 7
    assert (
        line_count(str(options.subtitle), size, box.width.pt) * size * 1.3 <= box.height.pt * 1.03
    )


@pytest.mark.parametrize(("lang", "code"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_every_run_names_a_chinese_face_and_its_language(
    roster: Roster, lang: str, code: str
) -> None:
    (slide,) = read([made(scene_of(roster, lang), "periods")], lang=lang).slides
    runs = [*slide.element.iter(qn("a:r")), *slide.notes_slide.element.iter(qn("a:r"))]
    assert len(runs) > 8
    for run in runs:
        properties = run.find(qn("a:rPr"))
        assert properties.find(qn("a:ea")).get("typeface") == "Microsoft YaHei"
        assert properties.get("lang") == code
    for chart in charts(slide):
        for properties in chart.part._element.iter(qn("a:defRPr")):
            assert properties.find(qn("a:ea")) is not None


def test_notes_tell_what_there_is_to_say(roster: Roster, shares: Slide) -> None:
    (slide,) = read([shares]).slides
    notes = slide.notes_slide.notes_text_frame.text
    scene = scene_of(roster)
    drawing = figure_of(scene, "shares")
    for sentence in (
        drawing.title,
        drawing.subtitle,
        *drawing.definitions,
        *drawing.native_remarks,
    ):
        assert sentence in notes
    assert source_line(roster, scene.words) in notes
    assert ADDRESS in notes


def test_charts_hold_what_was_measured(roster: Roster, shares: Slide) -> None:
    (slide,) = read([shares]).slides
    strict, broad = charts(slide)
    panels = figure_of(scene_of(roster), "shares").panels
    for chart, panel in zip((strict, broad), panels, strict=True):
        assert panel.numbers
        for drawn, series in zip(chart.plots[0].series, panel.numbers.series, strict=True):
            values, low, high = (np.array(one, float) for one in (series.values, series.low,
                                                                  series.high))  # fmt: skip
            assert list(drawn.values) == pytest.approx(list(values))
            assert reach(drawn, "plus") == pytest.approx(list(high - values))
            assert reach(drawn, "minus") == pytest.approx(list(values - low))
    beijing = dict(zip(strict.plots[0].categories, strict.plots[0].series[1].values, strict=True))
    assert beijing["capitals"] == pytest.approx(44 / 55)
    assert strict.value_axis.maximum_scale == 1
    assert strict.value_axis.tick_labels.number_format == "0%"
    assert strict.value_axis.tick_labels.font.size >= Pt(12)
    assert strict.category_axis.reverse_order
    assert strict.has_legend


def reach(series: Any, side: str) -> list[float]:
    """How far the error bars of a series reach."""
    ends = series._element.find(qn("c:errBars")).find(qn(f"c:{side}"))
    return [float(value.text) for value in ends.iter(qn("c:v"))]


def test_the_workbook_holds_the_ends_of_the_intervals(shares: Slide) -> None:
    (slide,) = read([shares]).slides
    chart = charts(slide)[0]
    series = chart.plots[0].series[1]
    address = series._element.find(qn("c:errBars")).find(f"{qn('c:plus')}//{qn('c:f')}").text
    assert address == "Sheet1!$G$2:$G$4"
    cells = sheet_of(chart)
    assert cells["C2"] == pytest.approx(44 / 55)
    assert cells["G2"] == pytest.approx(reach(series, "plus")[0])


def sheet_of(chart: Any) -> dict[str, float]:
    """The numbers of the embedded workbook by cell; fails if any cell holds a formula."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(blob)) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in text
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    return {
        str(cell.get("r")): float(cell.findtext(f"{space}v") or "nan")
        for cell in ElementTree.fromstring(text).iter(f"{space}c")
        if cell.get("t") is None
    }


def test_an_office_writes_no_number_otherwise_than_it_is(roster: Roster) -> None:
    scene = scene_of(roster)
    for key in ("ranks", "growth", "made", "balance", "talks", "chosen-by"):
        for numbers in filter(None, (panel.numbers for panel in figure_of(scene, key).panels)):
            for value in (one for row in numbers.series for one in row.values if one is not None):
                assert value == pytest.approx(round(value, numbers.digits), abs=0.05), key
                assert numbers.digits or value == int(value), key
    (chart, *_) = charts(read([made(scene, "chosen-by")]).slides[0])
    plot = chart.plots[0]
    assert plot.series[0]._element.find(f".//{qn('c:numFmt')}").get("formatCode") == "#,##0.0"
    assert numbers
    ends = [low for row in numbers.series for low in row.low or ()]
    assert chart.value_axis.minimum_scale <= min(ends) < 0


@pytest.mark.parametrize("key", ["coverage", "events", "pace", "growth"])
def test_no_chart_is_lost_that_an_office_cannot_draw(roster: Roster, key: str) -> None:
    scene = scene_of(roster).but(own_marks=((2016, "Forum"),))
    slide = made(scene, key)
    assert slide.picture and not slide.charts
    assert made(scene_of(roster), "ranks").charts


def test_lines_run_along_years_with_gaps_and_marks(roster: Roster) -> None:
    numbers = Numbers(
        "line",
        ["2001", "2002", "2003"],
        [
            Series("ours", "#112233", [1, None, 3]),
            Series("theirs", "#445566", [None, 2, None], marks=True),
        ],
        percent=False,
    )
    scene = scene_of(roster)
    (slide,) = read([compose_slide(drawn_by(numbers), scene, Options(), ADDRESS)]).slides
    (chart,) = charts(slide)
    ours, theirs = chart.plots[0].series
    assert [list(one.values) for one in (ours, theirs)] == [[1, None, 3], [None, 2, None]]
    years = chart.category_axis
    assert years.tick_labels.number_format == "yyyy"
    assert years._element.find(qn("c:baseTimeUnit")).get("val") == "years"
    assert chart.part._element.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"
    assert theirs._element.find(f"{qn('c:spPr')}/{qn('a:ln')}/{qn('a:noFill')}") is not None
    assert ours._element.find(f"{qn('c:marker')}/{qn('c:symbol')}").get("val") == "none"


def test_colours_of_rows_and_of_single_bars(roster: Roster) -> None:
    numbers = Numbers(
        "bar",
        ["a", "b"],
        [
            Series(
                "one", "#112233", [0.1, 0.2], [0, 0.1], [0.3, 0.4], colours=["#aa0000", "#00bb00"]
            )
        ],
        percent=True,
    )
    scene = scene_of(roster)
    (slide,) = read([compose_slide(drawn_by(numbers), scene, Options(), ADDRESS)]).slides
    (chart,) = charts(slide)
    assert not chart.has_legend
    (series,) = chart.plots[0].series
    assert [str(series.points[n].format.fill.fore_color.rgb) for n in (0, 1)] == [
        "AA0000",
        "00BB00",
    ]


def test_names_never_run_as_formulas(roster: Roster) -> None:
    names = ["=1+1", "@SUM(A1)", "https://example.org", "\x00nul\x0b"]
    numbers = Numbers(
        "column", names, [Series("=cmd|'/c calc'!A0", "#112233", [1, 2, 3, 4])], False
    )
    scene = scene_of(roster)
    (slide,) = read([compose_slide(drawn_by(numbers), scene, Options(), ADDRESS)]).slides
    (chart,) = charts(slide)
    assert list(chart.plots[0].categories) == [*names[:3], "nul"]
    assert [sheet_of(chart)[cell] for cell in ("B2", "B3", "B4", "B5")] == [1, 2, 3, 4]


def test_the_map_is_one_large_picture_with_its_finding(roster: Roster) -> None:
    scene = scene_of(roster)
    slide_of_map = made(scene, "map")
    assert pickle.loads(pickle.dumps(slide_of_map)) == slide_of_map
    presentation = read([slide_of_map])
    (slide,) = presentation.slides
    (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert picture.image.size == (3840, 2160)
    told = of_figure(figure_of(scene, "map"), scene.words)
    assert picture.element.nvPicPr.cNvPr.get("descr") == told
    whole = presentation.slide_height
    assert picture.width == presentation.slide_width
    assert picture.top == pytest.approx(picture.crop_top * whole, rel=1e-3)
    assert picture.height == pytest.approx(
        (1 - picture.crop_top - picture.crop_bottom) * whole, rel=1e-3
    )
    for text in (shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text):
        above, below = (
            text.top + text.height <= picture.top,
            text.top >= picture.top + picture.height,
        )
        assert above or below, "a text that the picture covers cannot be clicked"
    assert not charts(slide)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("key", ["shares", "ranks"])
def test_a_slide_is_read_out_title_first_and_its_charts_say_what_they_show(
    roster: Roster, key: str, lang: str
) -> None:
    scene = scene_of(roster, lang)
    figure = figure_of(scene, key)
    (slide,) = read([made(scene, key)], lang=lang).slides
    assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
    order = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert order[:2] == [figure.title, figure.subtitle]
    shown = [shape for shape in slide.shapes if shape.has_chart]
    told = [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in shown]
    charted = [panel.numbers for panel in figure.panels if panel.numbers]
    for numbers, sentence in zip(charted, told, strict=True):
        assert of_numbers(numbers, scene.words) in sentence
    spoken = {"zh": "zh-CN", "en": "en-GB"}[lang]
    assert {run.get("lang") for run in slide._element.iter(qn("a:rPr"))} == {spoken}


@pytest.mark.parametrize("name", FORMATS)
def test_slides_have_the_size_of_their_format(shares: Slide, name: str) -> None:
    options = Options(format=name)
    presentation = read([], options)
    page = [presentation.slide_width, presentation.slide_height]
    assert page == [pytest.approx(Pt(1) * side, abs=1) for side in FORMATS[name].page]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("large", [False, True])
def test_everything_stays_on_the_slide(roster: Roster, name: str, large: bool) -> None:
    options = Options(format=name, large=large, organisation="Office", approval="GS(2026)1")
    scene = scene_of(roster, "zh", options)
    keys = ("shares", "periods", "distances", "official")
    presentation = read([made(scene, key, options) for key in keys], options, "zh")
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.width >= 0 and shape.height >= 0
            assert shape.left >= 0 and shape.left + shape.width <= presentation.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= presentation.slide_height


def test_the_same_slides_give_the_same_bytes(
    shares: Slide, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_deck([shares, shares], Options(), "en", "Atlas")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100_000)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(now + 100_000))
    assert write_deck([shares, shares], Options(), "en", "Atlas") == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        (book, *_) = [name for name in package.namelist() if name.endswith(".xlsx")]
        with zipfile.ZipFile(io.BytesIO(package.read(book))) as inner:
            stamp = f"{shares.as_of.isoformat()}T00:00:00Z"
            assert stamp in inner.read("docProps/core.xml").decode()
    properties = Presentation(io.BytesIO(first)).core_properties
    assert properties.author == "Friendship-city atlas"
    assert properties.created.date() == properties.modified.date() == shares.as_of


def test_a_hostile_title_stays_text(roster: Roster) -> None:
    options = Options(title=f"{HOSTILE}\x00\x0b\nnext\ud800", organisation=HOSTILE, address="\x1f")
    (slide,) = read([made(scene_of(roster), "shares", options)], options).slides
    assert slide.shapes.title.text_frame.text == f"{HOSTILE} next"
    assert HOSTILE in texts(slide)[-1]
    assert HOSTILE in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("letter", ["友", "Wort ", "🎉", "مدينة "])
@pytest.mark.parametrize("name", ["16x9", "1x1"])
def test_a_long_title_fits_its_box(roster: Roster, letter: str, name: str) -> None:
    options = Options(title=(letter * 300)[:300].strip(), format=name, large=True)
    (slide,) = read([made(scene_of(roster), "shares", options)], options).slides
    title = slide.shapes.title
    assert title.text_frame.text == options.title
    size = title.text_frame.paragraphs[0].runs[0].font.size.pt
    lines = line_count(str(options.title), size, title.width.pt, bold=True)
    assert lines * size * 1.3 <= title.height.pt * 1.03
    assert size > 7


def test_an_empty_view_says_so(roster: Roster) -> None:
    scene = scene_of(roster)
    empty = replace(scene, view=scene.view.but(q="no such place at all"))
    for key in ("shares", "map"):
        one = made(empty, key)
        (slide,) = read([one]).slides
        assert "These filters and years leave no tie." in texts(slide)
        assert not charts(slide)
        assert one.picture is None


def test_three_homes_stand_in_one_chart(small: Roster) -> None:
    (slide,) = read([made(scene_of(small, "zh"), "continents")], lang="zh").slides
    (chart,) = charts(slide)
    assert [series.name for series in chart.plots[0].series] == ["天津", "广州", "武汉"]
    assert chart.value_axis.minimum_scale == 0


def test_ground_and_theme_follow_the_options(roster: Roster) -> None:
    for sheet, dark in (("light", False), ("dark", True), ("clear", False), ("clear-dark", True)):
        options = Options(sheet=sheet)
        presentation = read([made(scene_of(roster, "en", options), "shares", options)], options)
        (slide,) = presentation.slides
        own = slide.element.cSld.find(qn("p:bg"))
        assert (own is None) == options.clear
        if own is not None:
            colour = GROUNDS[options.ground.name].paper.removeprefix("#").upper()
            assert own.find(f".//{qn('a:srgbClr')}").get("val") == colour
        colours = presentation.slide_master.element.find(qn("p:clrMap"))
        assert colours.get("bg1") == ("dk1" if dark else "lt1")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_remarks_on_our_own_drawing_are_not_said_of_the_offices(roster: Roster, lang: str) -> None:
    scene = scene_of(roster, lang)
    kinds: dict[str, list[Remark]] = {
        key: [] for key in ("periods", "in-force", "official", "growth")
    }
    for key in kinds:
        figure = figure_of(scene, key)
        kinds[key] = [one for one in figure.remarks if isinstance(one, Remark)]
        slide = compose_slide(figure, scene, Options(), "")
        assert slide.remarks == tuple(figure.native_remarks)
        for remark in kinds[key]:
            assert not remark.native or remark.native in slide.remarks
            assert remark not in slide.remarks
            assert remark in figure.remarks
            assert pickle.loads(pickle.dumps(remark)).native == remark.native
    assert all(kinds.values())


def test_colours_seen_through_are_kept() -> None:
    half = '<rect width="9" height="9" fill="#1465a8" opacity="0.5"/>'
    with Image.open(io.BytesIO(transparent_png(svg.sheet(9, 9, [half], None), 1))) as image:
        red, green, blue, opacity = image.getpixel((4, 4))
    assert opacity == pytest.approx(128, abs=1)
    assert (red, green, blue) == pytest.approx((0x14, 0x65, 0xA8), abs=2)


def test_text_is_cleaned_and_fitted() -> None:
    assert cleaned("a\x00\x08b\n c\u2028d\ufffe\ud800") == "ab c d"
    assert fitting_size("short", 500, 50, 20) == 20
    assert 5 < fitting_size("long " * 60, 500, 50, 20) < 20
