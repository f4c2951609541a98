"""What a page says is what its picture says, its slide, and the command line's file.

Ten addresses, five of which carry choices of a page, in either language: for every figure of the
catalogue heading, subtitle, remarks and numbers are held against one another.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from geo.export import panels, render
from geo.export.__main__ import main
from geo.export.formats import Options
from geo.export.pages import PAGES as ALL
from geo.export.sheet import lay_out
from geo.figures.alternative import of_panel
from geo.figures.catalogue import Entry, catalogue, figure_of
from geo.figures.opening import opening
from geo.figures.panel import Numbers
from geo.figures.scene import Scene
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
    "area=asean&order=date&region=142&suppose=shanghai:MM:Yangon",
    "periods=decades&turn=2001",
    "periods=own&turn=1995&years=1979&years=2020",
    "periods=1985&periods=2005&order=name&verdict=fails",
)
ASKED = [("", "en"), *((address, ("zh", "en")[at % 2]) for at, address in enumerate(ADDRESSES))]
"""The usual address in both languages, the others in one of them by turns: what is said in one
language and not in the other fails at the usual address already."""
LATER = {ADDRESSES[at] for at in (2, 5, 7, 9)}
"""Left to the long run, for their time: one home alone, say, or a verdict is only there."""
TIMELINES = (
    "years=1985&years=2012&split=region&marks=wto-2001&mark=2008+Games",
    "events=hamburg&periods=1990&level=sister&level=district&due=2027&round=10",
)
"""What the timeline adds; its page takes long, and is looked at with these alone."""
PAGES = ("map", "choice", "same_country", "article")


def scene_of(roster: Roster, address: str, lang: str) -> Scene:
    query = parse_qs(address) | {"lang": [lang]}
    return Scene(roster, View.from_query(query, roster).pictured, GROUNDS["light"])


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            (address, lang),
            id=f"{address or 'default'}-{lang}",
            marks=[pytest.mark.long] if address in LATER else [],
        )
        for address, lang in ASKED
    ],
)
def asked(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def address(asked: tuple[str, str]) -> str:
    return asked[0]


@pytest.fixture(scope="module")
def lang(asked: tuple[str, str]) -> str:
    return asked[1]


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

    @property
    def finding(self) -> str:
        """The sentence at the head of the page."""
        (found,) = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html, re.DOTALL)
        return plain(re.sub(r"<small>.*?</small>", "", found))

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

    def opens(self, key: str) -> bool:
        """Whether there is a box of this key that can be opened."""
        return any(box.proto.id.endswith(f"-{key}") for box in self.app.expander)

    def charts(self, alternative: str) -> list[Any]:
        """The specifications of the charts that have this sentence for those who do not see."""
        return [
            json.loads(chart.proto.spec)
            for chart in self.app.get("vega_lite_chart")
            if chart.proto.alt == alternative
        ]


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def on_pages(scene: Scene) -> Iterator[tuple[str, Entry]]:
    """The figures by the page that they stand on; further parts of a strip stand on pictures."""
    for entry in catalogue(scene).values():
        if entry.part < 2:
            yield entry.page or "map", entry


def numbers_in(part: Any) -> set[float]:
    """Every number in the rows of a chart, to six places."""
    if isinstance(part, dict):
        return set().union(*(numbers_in(one) for one in part.values()))
    if isinstance(part, list):
        return set().union(*(numbers_in(one) for one in part))
    if isinstance(part, bool) or not isinstance(part, int | float):
        return set()
    return {round(float(part), 6)}


def rows_of(part: Any) -> list[Any]:
    """The rows of data in a specification, wherever they stand."""
    if isinstance(part, list):
        return [row for one in part for row in rows_of(one)]
    if not isinstance(part, dict):
        return []
    own = part.get("data")
    here = own.get("values", []) if isinstance(own, dict) else []
    named = [row for rows in part.get("datasets", {}).values() for row in rows]
    rest = [one for name, one in part.items() if name not in ("data", "datasets")]
    return [*here, *named, *(row for one in rest for row in rows_of(one))]


def told(numbers: Numbers) -> set[float]:
    """The numbers that an office draws a chart of."""
    return {
        round(float(value), 6)
        for series in numbers.series
        for value in series.values
        if value is not None and isfinite(value)
    }


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_its_figures_say(page: str, address: str, lang: str) -> None:
    compare(page, address, lang)


@pytest.mark.parametrize(("address", "lang"), zip(TIMELINES, ("zh", "en"), strict=True))
def test_the_timeline_says_what_its_figures_say(address: str, lang: str) -> None:
    compare("timeline", address, lang)


def compare(page: str, address: str, lang: str) -> None:
    """A page as an address opens it against the figures of the catalogue."""
    scene = scene_of(load_roster(), address, lang)
    shown = Page(page, address, lang)
    path = page if page in ALL else ""
    assert shown.finding == plain(opening(scene, path, ALL[path].figure).finding)
    for on, entry in on_pages(scene):
        if on != page:
            continue
        figure = figure_of(scene, entry.key)
        assert shown.heading(entry.key) == [plain(figure.title)], entry.key
        assert shown.caption(entry.key, "subtitle") == [plain(figure.subtitle)], entry.key
        assert shown.caption(entry.key, "remark") == [plain(one) for one in figure.remarks]
        drawn = [panel for panel in figure.panels if panel.numbers]
        numbers = {one for panel in drawn if panel.numbers for one in told(panel.numbers)}
        on_page = [shown.charts(of_panel(figure, one, scene.words)) for one in figure.panels]
        assert not figure.panels or shown.opens(f"table {entry.key} 0"), entry.key
        on_sheet = [panel.on_sheet((700.0, 400.0)) for panel in figure.panels if drawn]
        assert numbers <= numbers_in(rows_of(on_page)), entry.key
        assert numbers <= numbers_in(rows_of(on_sheet)), entry.key


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
