"""A reading as a data package: what the checks, the roster and the pictures take."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.data import archived
from geo.i18n import Words
from geo.intake.asked import Asked
from geo.intake.names import kind_of_name, named, romanised, slug_of
from geo.intake.package import Packed, names_not_found, package_of, sentences, write_package
from geo.intake.reading import read_text
from geo.intake.saved import list_in
from geo.place.candidate import BY_NOMINATIM, Candidate
from geo.ties.checks import faults
from geo.ties.joining import joined
from geo.ties.roster import load_roster
from tests.intake.few_places import FewPlaces

HOUSE = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 26)
LIST = """Sister city,Country,Date,Notes
Kobe,Japan,1973-06-24,
Osaka,Japan,1974-04,
Osaka Prefecture,Japan,1980,
Hamburg,Germany,1986-05-29,
Windhoek,NA,1999-02-30,
Lyon,France,,suspended since 2020
Bloomington-Normal,US,1962,
Atlantis,Greece,1990,
Kaohsiung,Taiwan,1991,
"""


def packed(text: str, home: str = "Wuhan", **asked: object) -> Packed:
    known = FewPlaces()
    told = Asked(home=home, today=TODAY, **asked)  # type: ignore[arg-type]
    return package_of(read_text(text, told, known), told, known)


def table(package: Packed, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(package.files[f"{name}.csv"].decode("utf-8"))))


def test_the_package_has_no_fault_and_is_a_roster(tmp_path: Path) -> None:
    package = packed(LIST)
    write_package(package, tmp_path)
    assert [str(fault) for fault in faults(tmp_path)] == []
    roster = load_roster(tmp_path)
    assert list(roster.ties.index) == [
        "wuhan-kobe",
        "wuhan-osaka",
        "wuhan-osaka-prefecture",
        "wuhan-hamburg",
        "wuhan-windhoek",
        "wuhan-lyon",
        "wuhan-bloomington",
    ]
    assert roster.ties.loc["wuhan-osaka", "established"] == "1974-04"
    assert roster.ties.loc["wuhan-osaka", "latest"].date() == dt.date(1974, 4, 30)
    assert roster.ties.loc["wuhan-windhoek", "country"] == "NA"
    assert "suspended since 2020" in roster.ties.loc["wuhan-lyon", "note_en"]
    assert list(roster.homes["name_zh"]) == ["武汉"]
    assert roster.as_of == TODAY


def test_what_is_not_in_it_is_told() -> None:
    package = packed(LIST)
    told = list(sentences(package, Words("en")))
    assert told == [
        "row 9, Atlantis: no place of this name was found: give its latitude and longitude",
        "row 10, Kaohsiung: the map has no country TW to place “Kaohsiung” in",
    ]
    assert len(table(package, "ties")) + len(package.left_out) == len(LIST.splitlines()) - 1


def test_nothing_is_claimed_of_capitals_and_ports() -> None:
    assert not {"capital", "port", "rank"} & set(table(packed(LIST), "places")[0])


def test_inhabitants_of_the_gazetteer_tell_whose_port_a_large_one_is(tmp_path: Path) -> None:
    """Belawan lies 22 km from Medan; of a place at the same point nobody knows how large it is."""
    text = "City,Country,Lat,Lon\nMedan,Indonesia,,\nPerth,Australia,-31.95,115.86\n"
    text += "Saitama,Japan,,\nNowhere,Indonesia,3.5833,98.6667\n"
    package = package_of(read_text(text, Asked(home="Wuhan")), Asked(home="Wuhan"))
    people = {row["place"]: row["population"] for row in table(package, "places")}
    assert [place for place, told in people.items() if told] == ["medan", "perth", "saitama"]
    write_package(package, tmp_path)
    assert not faults(tmp_path)
    both = joined(load_roster(), [list_in(archived(package.files))])
    ports = {row["place"]: row["port"] for row in both.tables["places"].to_dict("records")}
    assert [ports[f"my-{place}"] for place in people] == ["sea", "sea", "", ""]
    assert set(both.tables["sources"]["source"]) >= {"GEONAMES", "my-ROSTER"}
    assert "my-GEONAMES" not in set(both.tables["sources"]["source"])


def test_coordinates_of_the_list_place_what_no_gazetteer_knows(tmp_path: Path) -> None:
    text = "City,Country,Lat,Lon\nKatano,Japan,34.79,135.68\nKatano,France,34.79,135.68\n"
    package = packed(text)
    assert [row["place"] for row in table(package, "places")] == ["katano"]
    assert [remark.message for _, remark in package.left_out] == [
        "{found} would lie outside of {expected}"
    ]
    write_package(package, tmp_path)
    assert not faults(tmp_path)


def test_districts_are_levels_of_their_own(tmp_path: Path) -> None:
    text = "城市名,國家,締約日,區別\n神户市,日本,1973年,漢陽區\n横滨市,日本,1974年,\n"
    package = packed(text, home="武汉市")
    write_package(package, tmp_path)
    assert not faults(tmp_path)
    ties = table(package, "ties")
    assert [(tie["level"], tie["home_district_en"], tie["home_district_zh"]) for tie in ties] == [
        ("district", "Hanyang District", "漢陽區"),
        ("sister", "", ""),
    ]
    written = "中方城市,日方城市\n武汉市汉阳区,横滨市\n武汉市,神户市\n上海市,大阪市\n"
    ties = table(packed(written, home=""), "ties")
    assert [tie["tie"] for tie in ties] == [
        "wuhan-hanyang-district-yokohama",
        "wuhan-kobe",
        "shanghai-osaka",
    ]


@pytest.mark.parametrize(
    "home", ["=1+1", "../../etc/passwd", "<script>alert(1)</script>", "@SUM(A1)", "a" * 500]
)
def test_a_home_of_any_name_breaks_nothing(home: str, tmp_path: Path) -> None:
    package = packed("City,Country\nKobe,Japan\n", home=home)
    write_package(package, tmp_path / "in")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]
    assert not faults(tmp_path / "in")
    assert len(package.left_out) == 1


@settings(max_examples=6)  # each checks a whole package
@given(
    rows=st.lists(
        st.tuples(st.text(max_size=20), st.sampled_from(["Kobe ", "", "=", "(a)+"])), min_size=20
    )
)
def test_names_of_any_letters_make_a_package_without_faults(
    rows: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Partner", "Country", "Date", "Latitude", "Longitude"])
    for name, town in rows:
        writer.writerow([f"{town}{name}", "Japan", name, "34.69", "135.18"])
    writer.writerow(["Kobe", "Japan", "1973", "", ""])
    folder = tmp_path_factory.mktemp("any")
    write_package(packed(out.getvalue()), folder)
    assert [str(fault) for fault in faults(folder)] == []


def test_pictures_are_made_of_it(tmp_path: Path) -> None:
    write_package(packed(LIST), tmp_path / "in")
    done = subprocess.run(
        [sys.executable, "-m", "geo.export", str(tmp_path / "out"), "--data", str(tmp_path / "in"),
         "--kind", "svg", "--picture", "map", "--lang", "zh"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    picture = next((tmp_path / "out").iterdir()).read_text("utf-8")
    assert "武汉" in " ".join(re.findall(r'aria-label="([^"]*)"', picture))


@pytest.mark.parametrize(
    ("text", "country", "names"),
    [
        ("横滨市 City of Yokohama", "JP", ("City of Yokohama", "横滨市", "city")),
        ("神奈川県", "JP", ("神奈川県", "神奈川県", "prefecture")),
        ("哈特福縣", "US", ("哈特福縣", "哈特福縣", "county")),
        ("Province of Bulacan", "PH", ("Province of Bulacan",) * 2 + ("province",)),
        ("圣地亚哥省 Santiago Province", "CU", ("Santiago Province", "圣地亚哥省", "province")),
    ],
)
def test_names_are_parted_by_language(text: str, country: str, names: tuple[str, ...]) -> None:
    assert named(text, country, None) == names


@pytest.mark.parametrize(
    ("name", "latin"),
    [("嘉定區", "Jiading District"), ("长宁区", "Changning District"), ("Wola", "Wola")],
)
def test_a_district_is_written_in_latin_letters(name: str, latin: str) -> None:
    assert romanised(name) == latin


def test_a_kind_is_told_by_the_end_of_a_name() -> None:
    assert kind_of_name("大阪府", "JP") == "prefecture"
    assert kind_of_name("昆士兰州", "AU") == "state"
    assert kind_of_name("Mombasa County", "KE") == "county"
    assert kind_of_name("杭州", "CN") == "city"


@given(st.text(max_size=120))
def test_a_key_is_plain_or_empty(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))


def looked_up(lat: float, lon: float) -> Candidate:
    return Candidate("Atlantida", "", "GR", "", lat, lon, None, "city", True, BY_NOMINATIM)


def test_places_looked_up_elsewhere_are_for_names_that_nothing_else_places() -> None:
    text = LIST + "Thera,Greece,1991,\nThera,Greece,1992,\n"
    assert names_not_found(packed(text)) == [("Atlantis", "GR"), ("Thera", "GR")]
    far = Candidate("Kyoto", "京都", "JP", "", 35.0, 135.8, None, "city", True, BY_NOMINATIM)
    chosen = {("Atlantis", "GR"): looked_up(36.4, 25.4), ("Kobe", "JP"): far}
    package = packed(text, looked_up=chosen)
    assert names_not_found(package) == [("Thera", "GR")]
    places = {row["name_en"]: row for row in table(package, "places")}
    found = places["Atlantis"]
    assert (found["lat"], found["lon"], found["seat_en"]) == ("36.4000", "25.4000", "Atlantida")
    assert found["coordinates_source"] == "Nominatim, © OpenStreetMap contributors, ODbL 1.0"
    assert places["Kobe"]["lat"] == "34.6913"
    assert places["Kobe"]["coordinates_source"] == "found by name"
    (tie,) = (row for row in table(package, "ties") if row["place"] == "atlantis")
    assert "looked up with Nominatim" in tie["note_en"] and "Atlantida" in tie["note_en"]


def test_a_place_looked_up_in_another_country_is_refused_and_coordinates_of_the_list_win() -> None:
    chosen = {("Atlantis", "GR"): looked_up(52.5, 13.4)}
    (reason,) = sentences(packed("City,Country\nAtlantis,Greece\n", looked_up=chosen), Words("en"))
    assert "would lie outside of GR" in reason
    text = "City,Country,Latitude,Longitude\nAtlantis,Greece,36.4,25.4\n"
    package = packed(text, looked_up=chosen)
    assert table(package, "places")[0]["coordinates_source"] == "the list itself"
    assert "Nominatim" not in table(package, "ties")[0]["note_en"]
