"""The files that are given away, opened by LibreOffice and read back: the Chinese is intact."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from geo.export.formats import Options
from geo.export.origin import origin_from
from geo.export.own_list.outcome import outcome_of
from geo.export.pptx import compose_slide, write_deck
from geo.export.tables import table_csv
from geo.export.xlsx import Notes, table_xlsx
from geo.figures.catalogue import figure_of
from geo.figures.data.table import ties_notes, ties_table
from geo.figures.scene import Scene
from geo.intake.asked import Asked
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View
from tests.programs import program

pytestmark = pytest.mark.long

HAN = re.compile(r"[\u3400-\u9fff]+")
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""UTF-8 (76), cells as they are shown, every sheet a file of its own (-1)."""
BY_ITS_MARK = "Text - txt - csv (StarCalc):44,34,0"
"""CSV whose encoding (0) is told by its byte-order mark, as the window for opening it does."""
KEYS = ("map", "matrix", "shares")


@pytest.fixture(scope="module")
def shown(roster: Roster) -> Scene:
    return Scene(roster, View.default(roster, "zh"), GROUNDS["light"])


def opened(files: Mapping[str, bytes], form: str, folder: Path, *more: str) -> dict[str, str]:
    """The texts that LibreOffice writes of some files, all opened in one call, by file name."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile, out = (folder / "profile").as_uri(), folder / "out"
    command = [program("soffice"), "--headless", f"-env:UserInstallation={profile}", *more]
    subprocess.run(
        [*command, "--convert-to", form, "--outdir", out, *(folder / name for name in files)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {path.name: path.read_text("utf-8-sig") for path in out.iterdir()}


def cells_of(text: str) -> set[str]:
    return {cell for row in csv.reader(io.StringIO(text)) for cell in row}


def chinese_in(scene: Scene) -> set[str]:
    """Every cell of the table of ties that holds Chinese."""
    frame = ties_table(scene).frame
    cells = {str(cell) for column in frame for cell in (column, *frame[column])}
    return {cell for cell in cells if HAN.search(cell)}


def test_csv_opens_with_its_chinese_as_it_is(shown: Scene, tmp_path: Path) -> None:
    text = "友好城市,国家\n鬼城,无此国\n横滨,日本\n"
    told = outcome_of(b"", text, "", Asked(home="天津")).understood
    assert told
    files = {"ties.csv": table_csv(ties_table(shown)), "refused.csv": told.refused_files["zh"]}
    written = opened(files, AS_CSV, tmp_path, f"--infilter={BY_ITS_MARK}")
    ties, refused = (
        next(cells_of(text) for name, text in written.items() if name.startswith(of))
        for of in ("ties", "refused")
    )
    assert len(chinese_in(shown)) > 300
    assert not chinese_in(shown) - ties
    assert {"鬼城", "原因"} <= refused


def test_workbooks_open_with_their_chinese_as_it_is(shown: Scene, tmp_path: Path) -> None:
    table = ties_table(shown)
    book = table_xlsx(table, shown, origin_from(shown, table.name), Notes(*ties_notes(shown)))
    rows, about = sorted(opened({"book.xlsx": book}, AS_CSV, tmp_path).values(), key=len)[::-1]
    assert not chinese_in(shown) - cells_of(rows)
    assert {"标题", shown.roster.release.version} <= cells_of(about)


def test_slides_open_with_their_chinese_as_it_is(shown: Scene, tmp_path: Path) -> None:
    options = Options()
    slides = [compose_slide(figure_of(shown, key), shown, options, "") for key in KEYS]
    deck = write_deck(slides, options, "zh", "友城图谱")
    (text,) = opened({"deck.pptx": deck}, "fodp", tmp_path).values()
    read = "".join("".join(ElementTree.fromstring(text).itertext()).split())
    for key in KEYS:
        assert "".join(figure_of(shown, key).title.split()) in read, key
