"""The ties of a view for programs, the package, the citation, the change log."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import yaml

from geo.data import Release, archived
from geo.export.changes import changes_since, order
from geo.export.citation import Citation, citation
from geo.export.dataset import as_data_csv, as_json
from geo.export.geojson import as_geojson
from geo.export.own_list.outcome import outcome_of
from geo.export.package import as_package
from geo.figures.data.fields import FIELDS
from geo.i18n import Words
from geo.intake.asked import Asked
from geo.intake.saved import list_in
from geo.ties.checks import faults
from geo.ties.joining import joined
from geo.ties.roster import LEVELS, Roster
from geo.ties.select import select
from geo.ties.view import LANGUAGES, View


def every(roster: Roster, lang: str = "en") -> View:
    return View.default(roster, lang).but(levels=LEVELS, ended=True)


def test_the_csv_is_read_back_as_it_is(roster: Roster) -> None:
    content = as_data_csv(roster, every(roster))
    assert content.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(io.BytesIO(content), keep_default_na=False, na_values=[""])
    assert list(read.columns) == list(FIELDS)
    assert list(read["tie"]) == list(select(roster, every(roster)).index)
    assert read["lat"].dtype.kind == "f"
    assert set(read["country"]) == set(roster.ties["country"]), "NA is Namibia"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_json_says_what_it_is(lang: str, roster: Roster) -> None:
    whole = json.loads(as_json(roster, every(roster, lang), "https://x/data?lang=en"))
    assert whole["version"] == roster.release.version
    assert whole["as_of"] == roster.as_of.isoformat()
    assert "https://x/data?lang=en" in whole["citation"]
    assert set(whole["definitions"]) == set(whole["rows"][0]) == set(FIELDS)
    assert bool(re.search("[一-鿿]", whole["definitions"]["tie"])) == (lang == "zh")


def test_the_geojson_is_one_of_its_standard(roster: Roster) -> None:
    whole = json.loads(as_geojson(roster, every(roster)))
    assert whole["type"] == "FeatureCollection" and whole["citation"]
    assert len({one["id"] for one in whole["features"]}) == len(roster.ties)
    for feature in whole["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        tie = roster.ties.loc[feature["id"]]
        assert (lon, lat) == (tie["lon"], tie["lat"])
        assert abs(lon) <= 180 and abs(lat) <= 90
        assert feature["properties"]["established"] == tie["established"]


def test_the_package_is_one_that_passes_its_own_check(roster: Roster, tmp_path: Path) -> None:
    content = as_package(roster)
    assert content == as_package(roster)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        package.extractall(tmp_path)
    assert {"ties.csv", "datapackage.json", "README.md", "CITATION.cff", "CHANGES.md"} <= set(names)
    assert not [name for name in names if "/" in name]
    assert not faults(tmp_path)


def test_a_list_that_was_added_lies_beside_the_package_and_opens_again(roster: Roster) -> None:
    told = outcome_of(b"", "City,Country\nKalmar,Sweden\n", "", Asked(home="Busan")).understood
    assert told
    saved = archived(told.files)
    both = joined(roster, [list_in(saved)])
    with zipfile.ZipFile(io.BytesIO(as_package(both))) as package:
        assert package.read("lists/list-1.zip") == saved
        assert "licence is not stated" in package.read("README.md").decode()
        assert set(package.namelist()) >= {"ties.csv", "LICENSE"}


RELEASE = Release("1.2.3", pd.Timestamp("2026-01-02").date(), "CC-BY-4.0")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_citation_names_what_is_in_the_file(lang: str) -> None:
    written = yaml.safe_load(Path("CITATION.cff").read_text("utf-8"))
    text = citation(RELEASE, "https://x/").text(Words(lang))
    author = written["authors"][0][{"en": "name", "zh": "alias"}[lang]]
    day = Words(lang).date("2026-01-02")
    for part in (written["title"], author, "1.2.3", day, "CC BY"):
        assert part in text
    assert text.endswith("https://x/")


def test_reference_managers_get_one_field_a_line() -> None:
    cited = Citation("A & B_1 {x} 100%", ("C\nD", "E # F"), (), RELEASE, "https://x/?a=1&b=2")
    bibtex = cited.bibtex()
    assert bibtex.startswith("@misc{a-b-1-x-100-1-2-3,\n")
    assert r"{A \& B\_1 \{x\} 100\%}" in bibtex and r"{E \# F}" in bibtex
    assert bibtex.replace(r"\{", "").replace(r"\}", "").count("{") == bibtex.replace(
        r"\{", ""
    ).replace(r"\}", "").count("}")
    lines = cited.ris().split("\r\n")
    assert lines[0] == "TY  - DATA" and lines[-2] == "ER  - "
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert "AU  - C D," in lines


def test_the_address_is_left_out_where_it_says_nothing() -> None:
    assert "url" not in citation(RELEASE).bibtex()
    assert "UR" not in citation(RELEASE).ris()


def test_changes_are_those_after_a_version(tmp_path: Path) -> None:
    log = "# Log\n\nText\n\n## 2.0.0 (2026-02-03)\n\nFirst.\n\n- **Days.** Two `x`.\n\n"
    log += "## 1.10.0 (2026-02-02)\n\nSecond.\n\n## 1.9.0 (2026-02-01)\n\nThird.\n\n## Notes\n\nNo."
    (tmp_path / "CHANGES.md").write_text(log, "utf-8")
    found = changes_since(tmp_path, "1.9.0")
    assert [one.version for one in found] == ["2.0.0", "1.10.0"]
    assert found[0].sentences == ("First.", "Days. Two x.")
    assert found[1].sentences == ("Second.",)
    assert changes_since(tmp_path, "2.0.0") == []
    assert len(changes_since(tmp_path, "no version")) == 3


def test_a_package_without_a_log_has_no_changes(tmp_path: Path) -> None:
    assert changes_since(tmp_path, "0.0.1") == []


def test_our_own_log_tells_the_same_versions_in_both_languages(roster: Roster) -> None:
    logs = {lang: changes_since(Path(roster.package), "0.0.0", lang) for lang in LANGUAGES}
    versions = {lang: [(one.version, one.date) for one in log] for lang, log in logs.items()}
    assert versions["zh"] == versions["en"]
    assert all(one.lang == lang and one.sentences for lang, log in logs.items() for one in log)


def test_a_log_in_another_language_only_is_shown_in_it(tmp_path: Path) -> None:
    (tmp_path / "CHANGES.md").write_text("## 1.0.0 (2026-02-03)\n\nFirst.\n", "utf-8")
    assert changes_since(tmp_path, "", "zh")[0].lang == "en"


def test_our_own_log_tells_every_version_up_to_this_one(roster: Roster) -> None:
    found = changes_since(Path(roster.package), "0.0.0")
    assert found[0].version == roster.release.version
    assert all(one.sentences for one in found)
    assert [order(one.version) for one in found] == sorted(
        (order(one.version) for one in found), reverse=True
    )
