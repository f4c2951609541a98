"""Files look the same on machines that have none of our letters, and say the same words."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from pypdf import PdfReader
from pypdf.generic import ContentStream

from geo.data import read_table
from geo.i18n import messages
from geo.i18n.folding import HAN
from geo.place.gazetteer_tables import opened
from geo.style.text import FAMILY, FILES, FONTS, glyph_path, undrawable
from geo.ties.roster import load_roster

HOUSE = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
SAID = "上海 Łódź Győr Hồ Chí Minh Санкт-Петербург"
PROGRAM = """
import sys
from pathlib import Path
import vl_convert
from geo.export import render
from geo.style import svg

folder, said = Path(sys.argv[1]), sys.argv[2]

def line(bold=False):
    return svg.sheet(700, 60, [svg.text(said, 10, 40, 28, "#000000", bold)], "#FFFFFF")

for family in ("Youcheng Sans", "DejaVu Sans", "Noto Sans", "Noto Sans CJK SC", "Roboto"):
    other = line().replace(svg.FAMILY, family)
    (folder / f"unasked {family}.png").write_bytes(vl_convert.svg_to_png(other))
(folder / "nothing.png").write_bytes(render.png(svg.sheet(700, 60, [], "#FFFFFF")))
for name, picture in {"regular": line(), "bold": line(True)}.items():
    (folder / f"{name}.png").write_bytes(render.png(picture))
    (folder / f"{name}.pdf").write_bytes(render.pdf(picture, (700, 60)))
    (folder / f"{name}.svg").write_text(svg.outlined(picture), "utf-8")
"""
CONFIG = '<?xml version="1.0"?><fontconfig><dir>{}</dir></fontconfig>'


def run(folder: Path, fonts: Path | None = None) -> Path:
    """Make the files where the machine has the fonts of one folder alone, or its own."""
    environment = dict(os.environ)
    if fonts:
        home = folder / "home"
        home.mkdir()
        config = home / "fonts.conf"
        config.write_text(CONFIG.format(fonts), "utf-8")
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        environment |= {name: str(home) for name in names} | {"FONTCONFIG_FILE": str(config)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), SAID],
        cwd=HOUSE,
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is made where the machine's own fonts can be seen."""
    return run(tmp_path_factory.mktemp("seen"))


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is made where the machine has no font at all."""
    return run(tmp_path_factory.mktemp("hidden"), tmp_path_factory.mktemp("empty"))


def test_fonts_of_the_machine_are_really_hidden(hidden: Path, tmp_path: Path) -> None:
    """A font that nobody handed over is drawn where the machine has it, and not where it is hidden:
    so what is made in hiding is made of the fonts that geo.export hands over."""
    listed = run(tmp_path, FONTS)
    nothing = (listed / "nothing.png").read_bytes()
    assert (listed / "unasked Youcheng Sans.png").read_bytes() != nothing
    unasked = list(hidden.glob("unasked *.png"))
    assert len(unasked) == 5
    assert all(picture.read_bytes() == nothing for picture in unasked)


@pytest.mark.parametrize("name", ["regular", "bold"])
def test_a_png_without_any_font_on_the_machine_is_the_same_byte_by_byte(
    seen: Path, hidden: Path, name: str
) -> None:
    one, other = ((made / f"{name}.png").read_bytes() for made in (seen, hidden))
    assert hashlib.sha256(one).hexdigest() == hashlib.sha256(other).hexdigest()
    assert one != (hidden / "nothing.png").read_bytes()


@pytest.mark.parametrize(("name", "face"), [("regular", "Regular"), ("bold", "Bold")])
def test_a_pdf_holds_our_font_alone_and_every_letter_of_it(
    hidden: Path, name: str, face: str
) -> None:
    [page] = PdfReader(BytesIO((hidden / f"{name}.pdf").read_bytes())).pages
    assert page.extract_text().strip() == SAID
    fonts = list(fonts_of(page))
    assert fonts
    for font in fonts:
        wanted = f"{FAMILY.replace(' ', '')}-{face}"
        assert str(font["/BaseFont"]).split("+")[-1].replace(" ", "") == wanted
        [inside] = font["/DescendantFonts"]
        descriptor = inside.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor), "the font is in the file"
    glyphs = list(glyphs_of(page))
    assert len(glyphs) >= len(SAID.replace(" ", ""))
    assert 0 not in glyphs


@pytest.mark.parametrize(("name", "bold"), [("regular", False), ("bold", True)])
def test_an_outlined_svg_has_no_text_left_and_every_outline_is_a_letter_of_our_font(
    hidden: Path, name: str, bold: bool
) -> None:
    root = ET.fromstring((hidden / f"{name}.svg").read_text("utf-8"))
    assert not list(root.iter(f"{SVG}text"))
    paths = {str(path.get("id")): path.get("d", "") for path in root.iter(f"{SVG}path")}
    wanted = glyphs_in_font(SAID, bold)
    assert 0 not in wanted.values()
    assert {int(name[1:]) for name in paths} == set(wanted.values())
    for glyph, outline in ((int(name[1:]), d) for name, d in paths.items()):
        assert outline == glyph_path(glyph, bold)
        assert outline or glyph == wanted[" "]
    used = [str(use.get("href")) for use in root.iter(f"{SVG}use")]
    assert [int(name[2:]) for name in used] == [wanted[letter] for letter in SAID]


def glyphs_in_font(text: str, bold: bool) -> dict[str, int]:
    """The glyph of each letter by the font's own table."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / FILES[bold]))))
    return {letter: font.get_nominal_glyph(ord(letter)) or 0 for letter in text}


def fonts_of(part: Any) -> Iterator[Any]:
    """The fonts of a page and of the forms inside it."""
    for resources in _resources(part):
        for font in resources.get("/Font", {}).values():
            yield font.get_object()


def glyphs_of(part: Any) -> Iterator[int]:
    """The numbers of all glyphs that a page and the forms inside it show."""
    for stream in _streams(part):
        for operands, operator in stream.operations:
            if operator in (b"Tj", b"TJ"):
                shown = operands[0] if operator == b"TJ" else operands
                for piece in shown:
                    if not isinstance(piece, (int, float)):
                        yield from _numbers(piece)


def _numbers(piece: Any) -> Iterator[int]:
    raw = piece if isinstance(piece, bytes) else piece.original_bytes
    return (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))


def _forms(resources: Any) -> Iterator[Any]:
    for form in resources.get("/XObject", {}).values():
        if form.get_object().get("/Subtype") == "/Form":
            yield form.get_object()


def _resources(part: Any) -> Iterator[Any]:
    resources = part["/Resources"].get_object() if "/Resources" in part else {}
    yield resources
    for form in _forms(resources):
        yield from _resources(form)


def _streams(page: Any) -> Iterator[ContentStream]:
    yield ContentStream(page.get_contents(), None)
    for resources in _resources(page):
        for form in _forms(resources):
            yield ContentStream(form, None)


def test_every_character_that_the_atlas_itself_writes_in_chinese_is_in_the_font() -> None:
    sentence = "".join(str(message.string) for message in messages() if message.id)
    places = load_roster().places
    names = "".join(places[[name for name in places.columns if name.endswith("_zh")]].agg("".join))
    assert undrawable(sentence + names) == ""


def test_every_character_of_the_names_of_other_places_is_in_the_font() -> None:
    """Those that a list of the reader's own may have, and the cities and capitals of the world: a
    name that lost a character in a picture would be another's."""
    names, places = opened()
    known = {cell for line in places for cell in line.decode().split("\t")[:4]}
    for table in ("agglomerations", "capitals"):
        known |= set(read_table(table)[["name", "chinese"]].to_numpy().ravel())
    assert {"Hokota", "鉾田", "Ibaraki", "圣胡利娅-德洛里亚"} <= known
    written = set("".join(known)) | set(HAN.findall(names.decode()))
    assert undrawable("".join(sorted(written))) == ""
