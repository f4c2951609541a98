"""What a page says is what its picture says, its slide, and the command line's file.

Ten addresses, five of which carry choices of a page, in both languages: for every figure of the
catalogue heading, subtitle, remarks and numbers are held against one another.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from geo.export import panels, render
from geo.export.__main__ import main
from geo.export.formats import Options
from geo.export.sheet import lay_out
from geo.figures.catalogue import Entry, catalogue, figure_of
from geo.figures.figure import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View

HOUSE = Path(__file__).resolve().parents[1]
ADDRESSES = (
    "",
    "years=1985&years=2012&ended=1",
    "home=shanghai&level=sister&level=exchange",
    "region=150&broad=1",
    "country=JP&country=KR&role=port&q=o",
    "area=150",
    "area=asean&order=date&region=142",
    "periods=decades&turn=2001",
    "periods=own&turn=1995&years=1979&years=2020",
    "periods=1985&periods=2005&order=name&verdict=fails",
)
PAGES = ("map", "strategy", "rivals", "article")


def scene_of(roster: Roster, address: str, lang: str) -> Scene:
    query = parse_qs(address) | {"lang": [lang]}
    return Scene(roster, View.from_query(query, roster).pictured, GROUNDS["light"])


@pytest.fixture(scope="module", params=("en", "zh"))
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=ADDRESSES, ids=lambda address: address or "default")
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Page:
    """One page of the app, opened by an address."""

    def __init__(self, page: str, address: str, lang: str) -> None:
        app = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=120)
        for name, values in (parse_qs(address) | {"lang": [lang]}).items():
            app.query_params[name] = values
        app.run()
        self.app = app if page == "map" else app.switch_page(f"pages/{page}.py").run()
        assert not self.app.exception
        self.html = "\n".join(str(part.proto.body) for part in self.app.get("html"))

    def heading(self, key: str) -> list[str]:
        found = re.findall(rf'<h\d[^>]*data-figure="{key}"[^>]*>(.*?)</h\d>', self.html, re.DOTALL)
        return [plain(re.sub(r"<small>.*?</small>", "", one)) for one in found]

    def caption(self, key: str, what: str) -> list[str]:
        """The subtitle or the remarks below a figure."""
        block = re.search(rf'data-figure="{key}">(<span.*?)</p>', self.html, re.DOTALL)
        assert block, f"{key} has no caption on its page"
        return [
            plain(one)
            for one in re.findall(rf'<span class="{what}">(.*?)</span>', block[1], re.DOTALL)
        ]

    def charts(self, key: str) -> list[Any]:
        """The specifications of a figure's charts."""
        return [
            chart.proto
            for chart in self.app.get("vega_lite_chart")
            if re.search(rf"-{key} \d+$", chart.proto.id)
        ]


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def on_pages(scene: Scene) -> Iterator[tuple[str, Entry]]:
    """The figures by the page that they stand on; further parts of a strip stand on pictures."""
    for entry in catalogue(scene).values():
        if entry.part < 2:
            yield entry.page or "map", entry


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_its_figures_say(page: str, address: str, lang: str) -> None:
    scene = scene_of(load_roster(), address, lang)
    shown = Page(page, address, lang)
    for on, entry in on_pages(scene):
        figure = figure_of(scene, entry.key)
        if on != page:
            continue
        assert shown.heading(entry.key) == [plain(figure.title)], entry.key
        assert shown.caption(entry.key, "subtitle") == [plain(figure.subtitle)], entry.key
        assert shown.caption(entry.key, "remark") == [plain(one) for one in figure.remarks]


def test_a_picture_and_its_slide_say_what_its_figure_says(
    address: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster = load_roster()
    scene = scene_of(roster, address, lang)
    figures = {key: figure_of(scene, key) for key in catalogue(scene)}
    for key, figure in figures.items():
        sheet = lay_out(figure, scene, Options(), charts=False)
        assert (sheet.title, sheet.subtitle) == (figure.title, figure.subtitle), key
        written = re.sub(
            r"\s", "", plain(" ".join(re.findall(r"<text[^>]*>(.*?)</text>", sheet.svg)))
        )
        assert re.sub(r"\s", "", figure.title) in written or "…" in written, key
    slides = slides_of(address, lang, tmp_path, monkeypatch)
    assert len(slides) == len(figures)
    for (key, figure), texts in zip(figures.items(), slides, strict=True):
        assert figure.title in texts, key
        assert figure.subtitle in texts, key


def slides_of(
    address: str, lang: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> list[list[str]]:
    """The texts on the slides that the command line makes of a view; pictures are left white."""
    white = (HOUSE / "static" / "icon.png").read_bytes()
    monkeypatch.setattr(render, "png", lambda *_: white)
    monkeypatch.setattr(panels, "_panel", lambda *_: [])  # words are looked at, not charts
    asked = urlencode(parse_qs(address) | {"lang": [lang]}, doseq=True)
    assert main([str(folder), "--address", f"?{asked}", "--kind", "pptx"]) == 0
    (file,) = folder.glob("*.pptx")
    return [
        [" ".join(shape.text_frame.text.split()) for shape in slide.shapes if shape.has_text_frame]
        for slide in Presentation(str(file)).slides
    ]
