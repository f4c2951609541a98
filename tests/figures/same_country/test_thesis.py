"""What latecomers chose and what came since the article, as figures: tables, pictures, words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PIL import ImageFont

from geo.figures.panel import Cross, CrossRow
from geo.figures.same_country.cross import late_entries
from geo.figures.same_country.cross_chart import cross_svg
from geo.figures.same_country.latecomers import LATE, changes_since, entries, late
from geo.figures.same_country.thesis import (
    since_the_article,
    what_latecomers_chose,
    where_capital_already,
)
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.style.text import ELLIPSIS, FILES, FONTS
from geo.ties.roster import load_roster
from geo.ties.view import LANGUAGES, View

ROSTER = load_roster()
TYPE = {bold: ImageFont.truetype(str(FONTS / file), 100) for bold, file in FILES.items()}


def scene(lang: str = "en", **choices: object) -> Scene:
    return Scene(ROSTER, View.default(ROSTER, lang).but(**choices), GROUNDS["light"])


def test_the_cross_table_holds_every_late_entry_once() -> None:
    here = scene()
    found = entries(ROSTER, here.view)
    cross = late_entries(found, here)
    counts = [[int(count) for count, _ in row.cells] for row in cross.rows]
    names = [name for row in cross.rows for _, some in row.cells for name in some.split(", ")]
    came = [one for one in found if one.order == LATE]
    assert sum(map(sum, counts)) == len(came)
    assert sorted(filter(None, names)) == sorted(one.tie.name_en for one in came)
    already = [row for row in cross.rows if row.name.endswith("capital already a partner")]
    sums = [sum(int(row.cells[at][0]) for row in already) for at in range(3)]
    assert sums == list(late(found).already.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(1180.0, 520.0), (640.0, 480.0), (420.0, 900.0)], ids=str)
def test_the_drawn_table_is_whole_and_keeps_to_its_room(
    lang: str, size: tuple[float, float]
) -> None:
    here = scene(lang)
    cross = late_entries(entries(ROSTER, here.view), here)
    drawn = ET.fromstring(cross_svg(cross, here.ground, size))
    found = [element for element in drawn if element.tag.endswith("text")]
    words = "".join("".join(str(one.text).split()) for one in found)
    assert ELLIPSIS not in words
    for row in cross.rows:
        for count, names in row.cells:
            assert "".join((count + names).split()) in words
    for one in found:
        at, down = float(one.attrib["x"]), float(one.attrib["y"])
        font_size = float(one.attrib["font-size"].removesuffix("px"))
        wide = TYPE["font-weight" in one.attrib].getlength(str(one.text)) / 100 * font_size
        assert at >= 0 and at + wide <= size[0] + 1
        assert font_size * 0.7 <= down <= size[1]


def test_a_table_without_heads_is_drawn_too() -> None:
    cross = Cross([], [CrossRow("Shanghai <b>", "#123456", [("2", "Laos & Chile")])])
    drawn = cross_svg(cross, GROUNDS["dark"], (500.0, 200.0))
    assert "Shanghai &lt;b&gt;" in drawn
    assert "Laos &amp; Chile" in drawn


def test_the_rows_behind_the_entries_are_the_entries() -> None:
    here = scene()
    (table,) = what_latecomers_chose(here).tables
    rows = table.frame
    came = [one for one in entries(ROSTER, here.view) if one.order == LATE]
    assert list(rows["Its partner"]) == [one.tie.name_en for one in came]
    assert list(rows["Since"]) == [one.tie.established for one in came]
    assert list(rows["Other city since"]) == [one.beside.established for one in came if one.beside]
    for day, first in zip(rows["Other city since"], rows["Other city, earliest day"], strict=True):
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", first)
        assert first.startswith(day[:4])
    assert set(table.bounds) < set(rows.columns)


def test_the_ties_since_the_article_stand_on_the_strip_in_words_and_in_rows() -> None:
    here = scene()
    found = changes_since(ROSTER, here.view)
    figure = since_the_article(here)
    assert len(figure.details) == len(found) == len(figure.tables[0].frame)
    chart = figure.panels[0].draw((1080.0, 0.0))
    assert isinstance(chart, dict)
    points = next(one for one in chart["layer"] if one.get("mark", {}).get("type") == "point")
    shown = {(row["home"], row["partner"]) for row in points["data"]["values"]}
    for change, line in zip(found, figure.details, strict=True):
        assert (change.tie.home_en, change.tie.name_en) in shown
        assert line.startswith(f"{change.tie.country_en}: {change.tie.home_en} with")


def test_where_nothing_came_since_the_rule_stands_instead() -> None:
    figure = since_the_article(scene(years=(1973, 2017)))
    assert figure.title.startswith("No tie made after 2017")
    assert not figure.panels
    assert "the last year the article covers" in figure.instead
    assert not figure.remarks


def test_the_numbers_of_the_shares_are_those_of_the_sentences() -> None:
    figure = where_capital_already(scene())
    (panel,) = figure.panels
    assert panel.numbers
    (series,) = panel.numbers.series
    pairs = re.findall(r"in (\d+) of (\d+)", " ".join(figure.remarks))
    wanted = [int(a) / int(n) for a, n in pairs]
    assert list(series.values) == pytest.approx(wanted)
    assert len(panel.numbers.categories) == 4
