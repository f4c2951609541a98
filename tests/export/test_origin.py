"""A file says where it comes from, whatever its kind, and a file that does not is told apart."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from geo.export.film.frames import Film, frame
from geo.export.origin import Origin, origin_from, origin_of, stamped
from geo.export.request import ENCODERS, KINDS, Request, deck_of, film_of, render_file, slide_of
from geo.export.xlsx import table_xlsx
from geo.figures.catalogue import figure_of
from geo.figures.data.table import ties_table
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View

SITE = "https://atlas.example.org/"


def view(roster: Roster, lang: str = "zh") -> View:
    return View.default(roster, lang).but(countries=("JP",))


def scene(roster: Roster) -> Scene:
    return Scene(roster, view(roster), GROUNDS["light"])


@pytest.fixture(scope="module")
def files(roster: Roster) -> dict[str, bytes]:
    """A file of every kind, of one view."""
    asked = Request(view(roster), "shares", site=SITE)
    film = Film(view(roster).but(years=(1973, 1974)), height=240)
    frames = [frame(film, year, roster) for year in film.years]
    table = ties_table(scene(roster))
    origin = origin_from(scene(roster), table.name, "data", SITE)
    return (
        {kind: render_file(asked, kind, roster) for kind in KINDS}
        | {kind: film_of(frames, film, kind, roster, SITE) for kind in ENCODERS}
        | {"pptx": deck_of([slide_of(asked, "", roster)], asked, roster)}
        | {"xlsx": table_xlsx(table, scene(roster), origin)}
    )


ALL = (*KINDS, *ENCODERS, "pptx", "xlsx")


@pytest.mark.parametrize("kind", ALL)
def test_a_file_says_where_it_comes_from(
    kind: str, files: dict[str, bytes], roster: Roster
) -> None:
    origin = origin_of(files[kind])
    assert origin
    assert (origin.version, origin.as_of) == (roster.release.version, roster.as_of)
    assert origin.address.startswith(SITE)
    assert "country=JP" in origin.address and "lang=zh" in origin.address
    assert roster.release.version in origin.citation
    titles = {"xlsx": "当前范围的友好关系", "gif": "截至1974年", "mp4": "截至1974年"}
    title = titles.get(kind) or figure_of(scene(roster), "shares").title
    assert title in origin.title


def test_the_address_names_page_and_figure(files: dict[str, bytes]) -> None:
    origin = origin_of(files["png"])
    assert origin
    assert origin.address == f"{SITE}choice?lang=zh&country=JP&picture=shares"


def test_other_programs_read_it_too(files: dict[str, bytes], roster: Roster) -> None:
    title = figure_of(scene(roster), "shares").title
    picture = Image.open(io.BytesIO(files["png"]))
    picture.load()
    assert picture.text["Title"] == title  # type: ignore[attr-defined]
    assert picture.text["Address"].startswith(SITE)  # type: ignore[attr-defined]
    pdf = PdfReader(io.BytesIO(files["pdf"]))
    assert pdf.metadata and pdf.metadata.title == title
    assert pdf.xmp_metadata and pdf.xmp_metadata.dc_title == {"x-default": title}
    assert pdf.pages[0].extract_text()
    assert pdf.root_object["/Lang"] == "zh-Hans"  # what tags it is still there
    deck = Presentation(io.BytesIO(files["pptx"])).core_properties
    assert (deck.title, deck.version) == (title, roster.release.version)
    assert deck.identifier.startswith(SITE)
    assert load_workbook(io.BytesIO(files["xlsx"])).properties.identifier.startswith(SITE)


def test_pictures_are_still_what_they_were(files: dict[str, bytes]) -> None:
    assert Image.open(io.BytesIO(files["png"])).size == (1920, 1080)
    film = Image.open(io.BytesIO(files["gif"]))
    assert film.n_frames == 2  # type: ignore[attr-defined]
    film.seek(1)
    film.load()


ORIGIN = Origin("Title", "choice?lang=en", "1.2.3", dt.date(2026, 1, 2), "Cited")
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60).map(
    lambda text: " ".join(text.split())
)


@given(TEXT, TEXT)
def test_any_words_come_back_as_they_were(title: str, cited: str) -> None:
    origin = replace(ORIGIN, title=title, citation=cited)
    back = origin_of(stamped(b"<svg xmlns='x'></svg>", "svg", origin))
    assert back
    assert (back.title, back.citation) == (" ".join(title.split()), " ".join(cited.split()))


def test_words_of_a_reader_stay_words() -> None:
    origin = replace(ORIGIN, title="</rdf:li><script>alert(1)</script> & “友城”")
    content = stamped(b"<svg xmlns='x'></svg>", "svg", origin)
    assert b"<script" not in content
    assert origin_of(content) == origin


def with_core(core: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", core)
    return out.getvalue()


META = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">%s</x:xmpmeta>'
BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        META % b"",
        META % b"<broken>",
        META % (b"<a>" + b"x" * 70_000 + b"</a>"),
        b"<x:xmpmeta" * 1000,
        with_core(b"no xml"),
        with_core(BOMB),
        with_core(b"<a>" + b"x" * 1_000_000 + b"</a>"),
    ],
)
def test_a_file_that_does_not_say_it_or_says_rubbish_has_none(content: bytes) -> None:
    assert origin_of(content) is None


def test_a_day_that_is_none_is_no_origin() -> None:
    content = stamped(b"<svg xmlns='x'></svg>", "svg", ORIGIN)
    assert origin_of(content.replace(b"2026-01-02", b"2026-13-02")) is None


@pytest.mark.parametrize("kind", ALL)
def test_a_file_of_another_kind_is_refused(kind: str) -> None:
    with pytest.raises(Exception, match=r"no|PDF|stream|EOF|Stream"):
        stamped(b"something else", kind, ORIGIN)


def test_a_kind_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="“bmp” is no kind"):
        stamped(b"", "bmp", ORIGIN)
