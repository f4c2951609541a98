"""A reader looks at the sources, takes the data along, and brings a picture back."""

from __future__ import annotations

import csv
import io
from urllib.request import ProxyHandler, build_opener

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, expect

from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import download
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser


class _Table:
    """The table of the ties on the page."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.count = reader.page.locator(".listing .count")
        expect(self.count).to_contain_text(" of ")

    @property
    def names(self) -> list[str]:
        return self.reader.page.locator(".listing .name").all_inner_texts()

    def shows(self, names: list[str]) -> None:
        self.reader.until(lambda: self.names == names, lambda: f"{self.names}, not {names}")

    def head(self, name: str) -> Locator:
        return self.reader.page.locator(".listing .heads").get_by_role("button", name=name)


def test_the_data_are_read_and_taken_along(welcome: Welcome) -> None:
    reader = welcome()
    reader.choose("Country", "Germany")
    name, picture = download(reader, "Download picture")
    reader.to("Data")
    table = _Table(reader)
    oldest_first = table.names
    assert sorted(oldest_first) == ["Berlin", "Cologne", "Hamburg"]
    table.head("Partner").click()
    table.shows(["Berlin", "Cologne", "Hamburg"])
    table.head("Partner").click()
    table.shows(["Hamburg", "Cologne", "Berlin"])
    reader.page.locator(".listing .name", has_text="Hamburg").click()
    source = reader.page.locator(".listing .about a[href^=http]").first
    expect(source).to_be_visible()
    expect(reader.page.locator(".listing .about .note")).to_contain_text("misprint")
    reader.picture("what the sources say of Hamburg")

    reader.page.get_by_role("combobox", name="Filter: Chinese city").select_option("Beijing")
    table.shows([one for one in ["Cologne", "Berlin"] if one in table.names])
    reader.page.get_by_role("combobox", name="Filter: Chinese city").select_option("")
    search = reader.page.get_by_role("searchbox", name="Search in everything that is shown here")
    search.press_sequentially("köln")
    table.shows(["Cologne"])
    search.fill("no such words")
    expect(reader.page.locator(".listing .none")).to_be_visible()
    for called in ("hanbao", "ham"):  # by the sound of its Chinese name, by its English one
        search.fill(called)
        table.shows(["Hamburg"])

    _csv_and_workbook_agree(reader)
    _the_address_answers(reader)
    _the_picture_finds_its_way_back(reader, name, picture)
    root = reader.page.locator("html")
    expect(root).to_have_attribute("lang", "en")
    reader.page.get_by_role("radio", name="中文").click()
    expect(root).to_have_attribute("lang", "zh-Hans")
    expect(table.count).to_contain_text("对")
    reader.picture("in Chinese")


def _csv_and_workbook_agree(reader: Reader) -> None:
    """The files of the selection hold the three ties, dates as dates and Chinese intact."""
    _, content = download(reader, "CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert sorted(row["Partner"] for row in rows) == ["Berlin", "Cologne", "Hamburg"]
    assert "汉堡" in {row["Partner, name in Chinese"] for row in rows}
    name, workbook = download(reader, "XLSX")
    assert name.endswith(".xlsx") and "de" in name
    sheet, about = load_workbook(io.BytesIO(workbook)).worksheets
    heads = [cell.value for cell in sheet[1]]
    since = [row[heads.index("Since")] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value.strftime("%Y-%m-%d") for cell in since if cell.is_date] == [
        row["Since"] for row in rows if len(row["Since"]) == 10
    ]
    assert sheet.freeze_panes == "B2"
    assert any("CC BY 4.0" in str(cell.value) for row in about for cell in row)


def _the_address_answers(reader: Reader) -> None:
    """The address on the page is fetched by a program and gives the same ties."""
    address = reader.page.get_by_test_id("stCode").first.inner_text().strip()
    assert address.startswith(f"{reader.server.address}/data.csv?")
    with build_opener(ProxyHandler({})).open(address) as answer:
        rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert sorted(row["name_en"] for row in rows) == ["Berlin", "Cologne", "Hamburg"]


def _the_picture_finds_its_way_back(reader: Reader, name: str, picture: bytes) -> None:
    """Dropped on the page after the filters are gone, the picture opens its selection again."""
    before = reader.headline
    reader.button("Reset").click()
    reader.settled(before)
    assert "country" not in reader.query
    field = reader.page.locator("input[type=file]").last
    field.set_input_files([{"name": name, "mimeType": "image/png", "buffer": picture}])
    reader.until(
        lambda: reader.query.get("country") == ["DE"],
        lambda: f"the picture does not open its selection: {reader.page.url}",
    )
    expect(reader.page.locator(".dropped")).to_contain_text("Made from data")
    reader.quiet()
    reader.picture("a picture brought back")
    assert reader.headline == before
