"""Files of views with a city that a reader has added: made, and telling of no other city."""

from __future__ import annotations

import csv
import io
import json

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from geo.export.dataset import as_json
from geo.export.film.frames import Film, frame
from geo.export.geojson import as_geojson
from geo.export.origin import origin_from
from geo.export.request import Request, deck_of, film_of, render_file, slide_of
from geo.export.tables import table_csv
from geo.export.xlsx import Notes, table_xlsx
from geo.figures.data.table import ties_notes, ties_table
from geo.figures.scene import Scene
from geo.intake.saved import roster_for
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import View
from tests.intake.test_saved import saved


@pytest.fixture(scope="module")
def both() -> Roster:
    return roster_for("", (saved(),))


@pytest.fixture
def view(both: Roster) -> View:
    return View.default(both, "zh").but(homes=("shanghai", "my-wuhan"), countries=("JP", "DE"))


def test_tables_hold_the_ties_of_the_added_city(both: Roster, view: View) -> None:
    scene = Scene(both, view, GROUNDS["light"])
    table = ties_table(scene)
    rows = list(csv.DictReader(io.StringIO(table_csv(table).decode("utf-8-sig"))))
    assert "武汉" in {row["中方城市"] for row in rows}
    origin = origin_from(scene, table.name, "data", "")
    book = load_workbook(io.BytesIO(table_xlsx(table, scene, origin, Notes(*ties_notes(scene)))))
    assert book.worksheets[0].max_row == len(rows) + 1
    told = json.loads(as_json(both, view))
    assert {row["home"] for row in told["rows"]} == {"shanghai", "my-wuhan"}
    assert "my-wuhan" in as_geojson(both, view).decode()


def test_pictures_decks_and_films_are_made_from_what_a_worker_is_sent(
    both: Roster, view: View
) -> None:
    request = Request(view, "shares", data=both.key, brought=both.brought)
    assert render_file(request, "svg") == render_file(request, "svg", both)
    deck = deck_of([slide_of(request, "")], request)
    texts = [
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(deck)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any("武汉" in text for text in texts)
    film = Film(view.but(years=(1973, 1974)), height=240, data=both.key, brought=both.brought)
    ours = Film(view.but(years=(1973, 1974), homes=("shanghai",)), height=240)
    assert frame(film, 1974) != frame(ours, 1974)
    made = film_of([frame(film, year) for year in film.years], film, "gif")
    assert made.startswith(b"GIF89a")
