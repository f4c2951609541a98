"""Pictures laid out: nothing beyond the sheet, nothing over anything, and everything said."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from geo.export import render
from geo.export.formats import FORMATS, LARGE, SHEETS, Options
from geo.export.sheet import Sheet, lay_out
from geo.figures.captions import source_line
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.figure import Figure
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style import svg
from geo.style.text import ELLIPSIS, drawable, undrawable, width_of
from geo.ties.roster import Roster, load_roster
from geo.ties.select import select
from geo.ties.time import CERTAIN
from geo.ties.view import LANGUAGES, View

SVG = "{http://www.w3.org/2000/svg}"
ROSTER = load_roster()
HOSTILE = "<script>alert(1)</script>"
PLAIN = Options()
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Text:
    """One line of text as it stands in a picture, in pixels of the picture it is in."""

    sentence: str
    left: float
    right: float
    y: float
    size: float
    room: tuple[float, float]
    """Width and height of the picture it is in."""

    @property
    def box(self) -> Box:
        """About the ink: from the top of the capitals to just below the line."""
        return self.left, self.y - 0.72 * self.size, self.right, self.y + 0.1 * self.size


def scene(
    lang: str = "en", options: Options = PLAIN, roster: Roster = ROSTER, **view: Any
) -> Scene:
    return Scene(roster, View.default(roster, lang).but(**view), options.ground)


@lru_cache(maxsize=4)
def drawings(lang: str, ground: str) -> dict[str, Figure]:
    """All pictures of the default view before they are laid out."""
    here = scene(lang, Options(sheet=ground))
    return {key: figure_of(here, key) for key in catalogue(here)}


@lru_cache(maxsize=256)
def layout(key: str, lang: str, options: Options, charts: bool = False) -> Sheet:
    drawing = drawings(lang, options.ground.name)[key]
    return lay_out(drawing, scene(lang, options), options, charts)


def texts(picture: str) -> Iterator[Text]:
    """All upright texts of a picture and of the charts in it."""
    root = ET.fromstring(picture)
    yield from _texts(root, 0.0, 0.0, (float(root.attrib["width"]), float(root.attrib["height"])))


def _texts(parent: ET.Element, x: float, y: float, room: tuple[float, float]) -> Iterator[Text]:
    for child in parent:
        if child.tag == f"{SVG}svg":
            _, _, width, height = map(float, child.attrib["viewBox"].split())
            yield from _texts(child, 0.0, 0.0, (width, height))
            continue
        moved = re.match(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)", child.get("transform", ""))
        if "rotate" in child.get("transform", "") or "scale" in child.get("transform", ""):
            continue
        dx, dy = map(float, moved.groups()) if moved else (0.0, 0.0)
        if child.tag == f"{SVG}text":
            yield _text(child, x + dx, y + dy, room)
        else:
            yield from _texts(child, x + dx, y + dy, room)


def _text(element: ET.Element, x: float, y: float, room: tuple[float, float]) -> Text:
    sentence = "".join(element.itertext())
    size = float(element.attrib["font-size"].removesuffix("px"))
    bold = element.get("font-weight") in ("700", "bold", "600")
    wide = width_of(sentence, size, bold)
    x, y = x + float(element.get("x", 0)), y + float(element.get("y", 0))
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")] * wide
    return Text(sentence, left, left + wide, y, size, room)


def own_texts(picture: str) -> list[Text]:
    """The texts of the sheet itself, without those of its charts."""
    root = ET.fromstring(picture)
    for chart in root.findall(f"{SVG}svg"):
        root.remove(chart)
    return list(texts(ET.tostring(root, encoding="unicode")))


def beyond(found: list[Text], loose: float) -> list[Text]:
    """Texts that reach beyond the picture they are in."""
    return [
        one
        for one in found
        if one.sentence.strip()
        and (
            one.left < -loose
            or one.right > one.room[0] + loose
            or one.box[1] < -loose
            or one.box[3] > one.room[1] + loose
        )
    ]


def over_one_another(found: list[Text]) -> list[tuple[Text, Text]]:
    return [
        (one, other)
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if min(one.box[2], other.box[2]) - max(one.box[0], other.box[0]) > 1
        and min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]) > 1
    ]


def fits(sheet: Sheet) -> None:
    """Assert that head, body and foot of a sheet are apart and hold what stands in them."""
    found = own_texts(sheet.svg)
    assert not beyond(found, 0)
    assert not over_one_another(found)
    (_, head_top, right, head_bottom), body, foot = sheet.head_box, sheet.body_box, sheet.foot_box
    assert 0 <= head_top < head_bottom <= body[1] < body[3] <= foot[1] < foot[3] <= sheet.height
    assert body[2] - body[0] > 0.8 * sheet.width
    for sentence in own_texts(_only(sheet, sheet.head)):
        assert sentence.right <= right + 0.1
        assert head_top <= sentence.box[1] and sentence.box[3] <= head_bottom
    for sentence in own_texts(_only(sheet, sheet.foot)):
        assert sentence.right <= right + 0.1
        assert foot[1] - 0.1 <= sentence.box[1] and sentence.box[3] <= foot[3]


def _only(sheet: Sheet, parts: list[str]) -> str:
    head, _, _ = sheet.svg.partition(">")
    return f"{head}>{''.join(parts)}</svg>"


SOME_OPTIONS = [
    Options(),
    Options("16x9-4k", "dark"),
    Options("4x3", "clear", large=True),
    Options("1x1", "clear-dark", large=True),
    Options("1x1"),
    Options("a4", "light", large=True),
]


@pytest.mark.parametrize("options", SOME_OPTIONS, ids=lambda o: f"{o.format} {o.sheet} {o.large}")
def test_every_picture_is_laid_out_in_every_format_with_room_for_its_charts(
    options: Options,
) -> None:
    lang = LANGUAGES[SOME_OPTIONS.index(options) % 2]
    assert {options.format for options in SOME_OPTIONS} == set(FORMATS)
    assert {options.sheet for options in SOME_OPTIONS} == set(SHEETS)
    for key in drawings(lang, options.ground.name):
        sheet = layout(key, lang, options)
        fits(sheet)
        assert sheet.title and sheet.subtitle
        assert sheet.body_box[3] - sheet.body_box[1] > 0.4 * sheet.height, key


NARROWEST, USUAL = Options("1x1", large=True), Options("4x3")


@pytest.mark.parametrize("options", [NARROWEST, USUAL], ids=["1x1 large", "4x3"])
@pytest.mark.parametrize(
    "key",
    ["matched", "shares", "non-capitals", "matrix", "periods", "in-force", "ranks", "distances",
     "continents", "same-country", "latecomers", "coverage", "verdicts", "official"],
)  # fmt: skip
def test_no_word_of_a_chart_is_cut_off_where_room_is_narrow(key: str, options: Options) -> None:
    cut_off = beyond(list(texts(layout(key, "en", options, charts=True).svg)), 1.5)
    assert not cut_off


def inner(sheet: Sheet) -> list[ET.Element]:
    return ET.fromstring(sheet.svg).findall(f"{SVG}svg")


EVERY_SIZE = [
    ("zh", Options("16x9", large=True)),
    ("en", Options("16x9-4k")),
    ("en", Options("4x3", large=True)),
    ("zh", Options("1x1")),
    ("en", Options("1x1", large=True)),
    ("zh", Options("a4", large=True)),
    ("en", Options("a4")),
]
"""Every format, both sizes of type, both languages: not each with each."""
SIZES = pytest.mark.parametrize(
    ("lang", "options"), EVERY_SIZE, ids=[f"{o.format} {o.large} {lang}" for lang, o in EVERY_SIZE]
)


@SIZES
def test_the_fields_name_every_partner_in_type_that_can_be_read(
    lang: str, options: Options
) -> None:
    sheet = layout("matrix", lang, options, charts=True)
    sentences = [one.sentence for one in texts(sheet.svg)]
    assert not [line for line in sentences if ELLIPSIS in line]
    here = scene(lang, options)
    ties = select(here.roster, here.view)
    certain = ties[ties["made"] == CERTAIN]
    names = {drawable(str(name)) for name in certain[f"name_{lang}"]}
    assert names <= {name for line in sentences for name in line.split("  ·  ")}
    for chart in inner(sheet):
        _, _, width, height = map(float, chart.attrib["viewBox"].split())
        drawn = min(float(chart.attrib["width"]) / width, float(chart.attrib["height"]) / height)
        sizes = [float(e.attrib["font-size"][:-2]) * drawn for e in chart.iter(f"{SVG}text")]
        assert min(sizes) > 13


@SIZES
def test_headings_and_remarks_are_whole_and_charts_stand_level(lang: str, options: Options) -> None:
    for key, drawing in drawings(lang, options.ground.name).items():
        if key in (
            "shares",
            "non-capitals",
            "periods",
            "in-force",
            "official",
            "verdicts",
            "coverage",
        ):
            sheet = layout(key, lang, options, charts=True)
            found = own_texts(sheet.svg)
            assert not [one.sentence for one in found if one.sentence.endswith(ELLIPSIS)], key
            whole = "".join("".join(one.sentence.split()) for one in found)
            for panel in drawing.panels:
                for sentence in (panel.topic, panel.heading):
                    assert "".join(drawable(sentence).split()) in whole, key
            fits(sheet)
            tops = {chart.attrib["y"] for chart in inner(sheet)}
            lefts = {chart.attrib["x"] for chart in inner(sheet)}
            assert len(tops) * len(lefts) < len(drawing.panels) + len(lefts), key


@pytest.mark.parametrize("options", [NARROWEST, USUAL, PLAIN], ids=["1x1 large", "4x3", "16x9"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_official_numbers_do_not_lie_over_one_another(lang: str, options: Options) -> None:
    sheet = layout("official", lang, options, charts=True)
    for chart in inner(sheet):
        found = list(_texts(chart, 0.0, 0.0, (1.0, 1.0)))
        apart = {
            (one.sentence, one.left, one.y): one for one in found
        }  # a halo is the same text below
        assert not over_one_another(list(apart.values()))


def reach(key: str, lang: str, options: Options) -> float:
    """The share of the body's height that is filled."""
    sheet = layout(key, lang, options, charts=True)
    drawn = Image.open(BytesIO(render.png(svg.sheet(sheet.width, sheet.height, [
        part for part in sheet.body if part.startswith("<svg")
    ], None)))).convert("RGBA")  # fmt: skip
    _, top, _, bottom = drawn.getbbox() or (0, 0, 0, 0)
    return (bottom - top) / (sheet.body_box[3] - sheet.body_box[1])


@pytest.mark.parametrize(
    "options", [NARROWEST, USUAL, PLAIN, Options("a4")], ids=lambda o: o.format
)
def test_charts_of_rows_fill_their_room(options: Options) -> None:
    for key in ("shares", "ranks", "continents", "latecomers", "coverage", "verdicts"):
        assert reach(key, "en", options) > 0.75, key


def test_no_word_of_the_map_is_cut_off_and_none_stands_over_another() -> None:
    for lang, options in (("en", USUAL), ("zh", NARROWEST)):
        found = list(texts(layout("map", lang, options, charts=True).svg))
        assert not beyond(found, 0.5)
        own = [one for one in found if one.room != (options.shape.width, options.shape.height)]
        apart = {
            (one.sentence, one.left, one.y): one for one in own
        }  # a halo is the same text below
        assert not over_one_another(list(apart.values()))


SAYING_MORE = ("coverage", "anniversaries")
"""Figures that have something of their own to say where no tie is left."""


def test_the_empty_view_is_a_sheet_with_a_sentence() -> None:
    for lang in LANGUAGES:
        here = scene(lang, q="zzzz")
        sentence = here.words.say("These filters and years leave no tie.")
        for key, one in catalogue(here).items():
            if one.page not in ("article", "prospects") and key not in SAYING_MORE:
                sheet = lay_out(figure_of(here, key), here, PLAIN)
                fits(sheet)
                assert sentence in [text.sentence for text in own_texts(sheet.svg)], key


def titled(title: str, subtitle: str, options: Options = PLAIN) -> Sheet:
    asked = replace(options, title=title, subtitle=subtitle)
    drawing = drawings("en", options.ground.name)["shares"]
    return lay_out(drawing, scene("en", asked), asked, charts=False)


def titles() -> st.SearchStrategy[str]:
    parts = st.sampled_from(["W" * 40, "上海", "友好城市，", "sister", " ", "“to”"])
    return st.one_of(st.text(max_size=400), st.lists(parts, max_size=80).map("".join))


@given(titles(), st.sampled_from(SOME_OPTIONS))
@example("two words " * 40, PLAIN)
@settings(max_examples=30)
def test_any_title_fits_the_sheet_and_says_only_what_can_be_drawn(
    title: str, options: Options
) -> None:
    sheet = titled(title, title[::-1], options)
    fits(sheet)
    assert sheet.title == drawable(title[:300])
    assert not undrawable(sheet.title + sheet.subtitle)


@pytest.mark.parametrize("options", SOME_OPTIONS, ids=lambda o: f"{o.format} {o.sheet} {o.large}")
def test_a_title_of_300_letters_fits_and_leaves_room_for_the_chart(options: Options) -> None:
    for title in ("m" * 300, "友" * 300, "two words " * 30):
        sheet = titled(title, title, options)
        fits(sheet)
        assert sheet.body_box[3] - sheet.body_box[1] > 0.35 * sheet.height
        assert "".join(title.split()) in "".join(
            "".join(one.sentence.split()) for one in own_texts(_only(sheet, sheet.head))
        )


@SIZES
def test_the_approval_number_stays_whole_beside_long_lines(lang: str, options: Options) -> None:
    asked = replace(
        options, organisation="外事办公室" * 24, approval="审图号 GS(2026)1234", address="a" * 300
    )
    sheet = lay_out(drawings(lang, "light")["shares"], scene(lang, asked), asked, charts=False)
    fits(sheet)
    assert any(asked.approval in line for line in sheet.footer)
    assert len(sheet.footer) <= 5


def test_markup_in_the_readers_own_words_stays_words() -> None:
    options = Options(
        title=HOSTILE, subtitle=HOSTILE, organisation=HOSTILE, approval=HOSTILE, address=HOSTILE
    )
    here = scene("en", options)
    sheet = lay_out(figure_of(here, "ranks"), here, options)
    root = ET.fromstring(sheet.svg)
    assert not list(root.iter(f"{SVG}script"))
    assert not [e for e in root.iter() if any(name.startswith("on") for name in e.attrib)]
    whole = " ".join(one.sentence for one in own_texts(sheet.svg))
    assert whole.count(HOSTILE) == 5


def test_letters_that_cannot_be_drawn_are_left_out_of_the_readers_words() -> None:
    sheet = titled("Friends 👯 مرحبا of Shanghai\x07", "")
    assert sheet.title == "Friends of Shanghai"
    assert sheet.subtitle == ""
    assert "Friends of Shanghai" in [one.sentence for one in own_texts(sheet.svg)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_foot_says_source_version_day_approval_and_who_made_it(lang: str) -> None:
    options = Options(
        approval="审图号 GS(2026)1234", organisation="外事办公室", address="atlas.example/?q=1"
    )
    here = scene(lang, options)
    sheet = lay_out(figure_of(here, "map"), here, options, charts=False)
    fits(sheet)
    lines = sorted(own_texts(_only(sheet, sheet.foot)), key=lambda line: line.y)
    foot = " ".join(line.sentence for line in lines)
    day = here.words.date(ROSTER.as_of.isoformat())
    for sentence in (
        options.approval,
        options.organisation,
        options.address,
        ROSTER.release.version,
        day,
    ):
        assert sentence in foot
    assert source_line(ROSTER, here.words).split()[0] in foot
    assert " ".join(sheet.footer) == foot


def test_without_ones_own_lines_the_foot_is_the_source_alone() -> None:
    sheet = layout("map", "en", Options())
    assert " ".join(sheet.footer) == source_line(ROSTER, Words("en"))


def test_type_for_the_back_rows_is_larger_in_head_and_foot() -> None:
    usual, large = (layout("ranks", "en", Options("a4", large=large)) for large in (False, True))
    for part in ("head", "foot"):
        one, other = (own_texts(_only(s, getattr(s, part))) for s in (usual, large))
        assert max(t.size for t in other) > 1.05 * max(t.size for t in one)
    assert large.type_scale == pytest.approx(LARGE * usual.type_scale)


@pytest.mark.parametrize("options", SOME_OPTIONS, ids=lambda o: f"{o.format} {o.sheet} {o.large}")
def test_a_png_has_the_pixels_of_its_format_and_ground_only_if_asked_for(options: Options) -> None:
    made = render.png(layout("ranks", "en", options, charts=True).svg, options.shape.scale)
    picture = Image.open(BytesIO(made)).convert("RGBA")
    assert picture.size == options.shape.pixels
    assert (
        str(picture.size[0]) in options.shape.label and str(picture.size[1]) in options.shape.label
    )
    right, bottom = picture.size[0] - 1, picture.size[1] - 1
    corners: list[Any] = [
        picture.getpixel(at) for at in ((0, 0), (right, 0), (0, bottom), (right, bottom))
    ]
    paper = tuple(bytes.fromhex(options.ground.paper.removeprefix("#")))
    for corner in corners:
        assert corner[3] == 0 if options.sheet.startswith("clear") else corner == (*paper, 255)
    assert picture.getchannel("A").getextrema()[1] == 255, "something is drawn"


@pytest.mark.parametrize("format_", FORMATS)
def test_a_pdf_has_one_page_in_the_size_of_its_format_and_its_text_as_text(format_: str) -> None:
    options = Options(format_)
    sheet = layout("ranks", "zh", options, charts=True)
    [page] = PdfReader(BytesIO(render.pdf(sheet.svg, options.shape.page))).pages
    width, height = (float(edge) for edge in (page.mediabox.width, page.mediabox.height))
    assert (width, height) == pytest.approx(options.shape.page, abs=0.6)
    assert width / height == pytest.approx(options.shape.width / options.shape.height, rel=0.001)
    assert sheet.footer[0][:10] in page.extract_text()


def test_the_bare_body_is_the_same_body_on_transparent_ground() -> None:
    sheet = layout("ranks", "en", Options(), charts=True)
    sentence = {one.sentence for one in texts(sheet.bare)}
    assert sentence < {one.sentence for one in texts(sheet.svg)}
    assert sheet.title.split()[0] not in " ".join(sentence)
    picture = Image.open(BytesIO(render.png(sheet.bare))).convert("RGBA")
    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    assert sheet.head_box[3] - 1 <= top < bottom <= sheet.foot_box[1] + 1
    assert 0 <= left < right <= sheet.width


def test_pictures_have_names_of_their_own_and_belong_to_a_page() -> None:
    found = catalogue(scene())
    assert all(one.key == key for key, one in found.items())
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in found)
    pages = {"", "choice", "same_country", "timeline", "prospects", "article"}
    assert {one.page for one in found.values()} == pages
    several = [one.part for one in found.values() if one.key.startswith("same-country")]
    assert several == list(range(1, len(several) + 1)) or several == [0]


def test_three_homes_make_pictures_too(small: Roster) -> None:
    here = scene(roster=small, levels=("sister", "exchange", "district"))
    for key, one in catalogue(here).items():
        if one.page != "article":
            fits(
                lay_out(
                    figure_of(here, key),
                    here,
                    Options(),
                    charts=key in ("map", "shares", "same-country"),
                )
            )
