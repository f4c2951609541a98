"""The data package as it stands, and what is written about it."""

from __future__ import annotations

import csv
import datetime as dt
import re

import pandas as pd
import pytest

from geo.data import PACKAGE, read_descriptor, read_release, read_table
from geo.i18n.dates import last_day
from geo.ties.roster import LEVELS, Roster
from geo.ties.time import CERTAIN, NO, in_force, undated
from tests.plain import rows_of

CHANGES = (PACKAGE / "CHANGES.md").read_text("utf-8")
COUNTED = (*LEVELS, "total", "countries")


def written_counts() -> dict[str, dict[str, dict[str, str]]]:
    """The table of counts in CHANGES.md: by home and day, by kind of line, by column."""
    section = CHANGES.split("## Our counts and the published ones")[1].split("\n###")[0]
    table: dict[str, dict[str, dict[str, str]]] = {}
    heading = ""
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 7 or cells[0].startswith(("home", "---")):
            continue
        heading = cells[0] or heading
        table.setdefault(heading, {})[cells[1]] = dict(zip(COUNTED, cells[2:], strict=True))
    return table


def counted(ties: pd.DataFrame, day: dt.date) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Ties in force on a day for certain, at most, and without any date."""
    force = in_force(ties, day)
    dateless = undated(ties)
    return ties[force == CERTAIN], ties[(force != NO) & ~dateless], ties[(force != NO) & dateless]


def sentence(certain: int, possible: int) -> str:
    return str(certain) if certain == possible else f"{certain}–{possible}"


OFFICIAL = rows_of(PACKAGE, "official_counts")


@pytest.mark.parametrize("row", OFFICIAL, ids=lambda row: row["count"])
def test_our_counts_beside_an_official_one_are_those_written_down(
    row: dict[str, str], roster: Roster
) -> None:
    home = roster.homes.loc[row["home"], "name_en"]
    written = written_counts()[f"{home}, {row['as_of']}"]
    assert written["official"] == {name: row[name] for name in COUNTED}

    day = last_day(row["as_of"])
    assert day is not None
    sure, at_most, dateless = counted(roster.ties[roster.ties["home"] == row["home"]], day)
    ours = {
        level: sentence((sure["level"] == level).sum(), (at_most["level"] == level).sum())
        for level in LEVELS
    }
    ours["total"] = sentence(len(sure), len(at_most))
    if row["home"] == "beijing":  # official counts of Beijing's countries are of its sister ties
        sure, at_most = (ties[ties["level"] == "sister"] for ties in (sure, at_most))
    ours["countries"] = sentence(sure["country"].nunique(), at_most["country"].nunique())
    assert written["ours"] == ours

    of_none = {level: str((dateless["level"] == level).sum()) for level in LEVELS}
    assert written["undated"] == of_none | {"total": str(len(dateless)), "countries": ""}


def test_every_written_count_has_its_official_row(roster: Roster) -> None:
    headings = {f"{roster.homes.loc[row['home'], 'name_en']}, {row['as_of']}" for row in OFFICIAL}
    assert set(written_counts()) == headings


def test_the_change_log_begins_with_the_version_and_day_of_the_package() -> None:
    release = read_release()
    newest = re.search(r"^## (\S+) \((\S+)\)$", CHANGES, re.MULTILINE)
    assert newest is not None
    assert newest.groups() == (release.version, release.as_of.isoformat())
    assert release.licence == "CC-BY-4.0"


@pytest.mark.parametrize("resource", read_descriptor()["resources"], ids=lambda one: one["name"])
def test_a_table_has_the_columns_that_the_descriptor_says(resource: dict[str, object]) -> None:
    described = [field["name"] for field in resource["schema"]["fields"]]  # type: ignore[index]
    assert list(read_table(str(resource["name"])).columns) == described


def test_a_table_is_read_cell_by_cell_as_it_is_written() -> None:
    for resource in read_descriptor()["resources"]:
        with (PACKAGE / resource["path"]).open(encoding="utf-8-sig", newline="") as lines:
            columns, *rows = csv.reader(lines)
        read = read_table(resource["name"])
        assert [list(read.columns), *read.to_numpy().tolist()] == [columns, *rows]


def test_namibia_is_a_country_and_not_a_missing_value(roster: Roster) -> None:
    assert read_table("countries").set_index("country").loc["NA", "name_en"] == "Namibia"
    windhoek = roster.ties[roster.ties["place"] == "windhoek"].iloc[0]
    assert (windhoek["country"], windhoek["country_en"]) == ("NA", "Namibia")


def test_a_table_that_is_not_there_is_named_in_the_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.csv"):
        read_table("nothing")
