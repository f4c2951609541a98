"""What if: hypothetical ties on figures, said on every one of them, and in nothing that is data."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from geo.export.file_names import file_name
from geo.export.film.frames import Film
from geo.export.formats import Options
from geo.export.request import Request, compose_svg
from geo.export.sheet import subtitle_of
from geo.export.view_file import ViewFile, made
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.figure import Figure
from geo.figures.map.key_figures import key_figures
from geo.figures.map.screen import screen_map
from geo.figures.map.static.rings import DASHES
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.address import read_address
from geo.ties.roster import Roster, load_roster
from geo.ties.supposed import Supposed
from geo.ties.view import View

ROSTER = load_roster()
YANGON = Supposed("shanghai", "MM", "Yangon")
VIENTIANE = Supposed("shanghai", "LA", "Vientiane")
USUAL = View.default(ROSTER, "en")
OF_HISTORY = {
    "periods", "in-force", "later-ties", "late-entries", "latecomers", "since-article", "verdicts",
    "official",
}  # fmt: skip


def scene(*suppose: Supposed, **choices: Any) -> Scene:
    return Scene(ROSTER, USUAL.but(suppose=suppose, **choices), GROUNDS["light"])


def told(figure: Figure) -> tuple[str, list[str]]:
    return figure.title, [table.frame.to_csv() for table in figure.tables]


@pytest.mark.parametrize(
    ("lang", "name", "word"),
    [("en", "Shanghai–Yangon", "hypothetical"), ("zh", "上海—仰光", "假设")],
)
def test_every_figure_says_what_is_hypothetical_and_none_of_history_counts_it(
    lang: str, name: str, word: str
) -> None:
    asked, usual = scene(YANGON, lang=lang), scene(lang=lang)
    entries, known = catalogue(asked), catalogue(usual)
    of_pages = {key for key, entry in entries.items() if entry.page in ("timeline", "prospects")}
    assert {key for key, one in entries.items() if not one.supposes} == OF_HISTORY | of_pages
    for key in entries:
        of_all = key if key in known else key.partition("-")[0]  # one sheet more than without
        figure, without = figure_of(asked, key), figure_of(usual, of_all)
        first = figure.remarks[0]
        assert word in first.lower(), key
        if not entries[key].supposes:
            assert told(figure) == told(without), key
            assert name in first, key
            assert not figure.supposes, key
        else:
            assert f"{without.subtitle} · {figure.supposes}" == figure.subtitle, key
            assert name in figure.supposes, key
            for table in figure.tables:
                assert (table.frame.iloc[:, -1] == name).all(), key
            assert (without.title in first) == (without.title != figure.title), key
            own = Options(subtitle="Ours")
            assert subtitle_of(figure, own) == f"Ours · {figure.supposes}", key
            assert name not in subtitle_of(without, own)


def test_what_a_port_of_myanmar_would_change() -> None:
    """Yangon is a sea port, and since 2006 no capital; Myanmar has no other tie."""
    asked = scene(YANGON)
    numbers = {one.name: int(one.number) for one in key_figures(asked)}
    before = {one.name: int(one.number) for one in key_figures(scene())}
    more = {name: number - before[name] for name, number in numbers.items()}
    assert more == {
        "Ties": 1, "Shanghai": 1, "Beijing": 0, "Partners": 1, "Shared partners": 0,
        "Countries and territories": 1,
    }  # fmt: skip
    [with_it, as_it_is] = (
        re.findall(r"\d+", figure_of(one, "non-capitals").title) for one in (asked, scene())
    )
    assert [int(n) for n in with_it[:2]] == [int(n) + 1 for n in as_it_is[:2]]
    [row] = supposed_rows(asked)
    tie = asked.supposed.roster.ties.loc[row]
    assert (tie["role_strict"], tie["capital"], tie["port"]) == ("port", "no", "sea")
    assert tie["name_zh"] == "仰光（假设）"


def test_a_partner_of_the_other_city_is_the_same_place_and_came_later() -> None:
    asked = scene(VIENTIANE)
    found = asked.supposed.roster.ties.loc[supposed_rows(asked)[0]]
    assert found["place"] == "vientiane"
    own = ROSTER.ties[ROSTER.ties["place"] == "vientiane"]
    assert (own["earliest"] < found["earliest"]).all()
    first = re.findall(r"\d+", figure_of(asked, "same-country").title)
    before = re.findall(r"\d+", figure_of(scene(), "same-country").title)
    assert [int(n) for n in first] == [int(before[0]) + 1, int(before[1]), int(before[2]) + 1, 1]
    assert [one.name for one in key_figures(asked) if one.number == "9"] == ["Shared partners"]


def supposed_rows(asked: Scene) -> list[str]:
    ties = asked.supposed.roster.ties
    return list(ties.index[ties["supposed"]])


def test_it_stands_in_every_view_and_only_where_the_filters_leave_it() -> None:
    early = figure_of(scene(YANGON, years=(1973, 1980)), "map")
    assert early.supposes
    assert figure_of(scene(years=(1973, 1980)), "map").title in early.remarks[0]
    elsewhere = figure_of(scene(YANGON, VIENTIANE, countries=("LA",)), "map")
    assert elsewhere.supposes.endswith(": Shanghai–Vientiane")
    nowhere = figure_of(scene(YANGON, countries=("JP",)), "map")
    assert nowhere.title == figure_of(scene(countries=("JP",)), "map").title
    assert (nowhere.supposes, "left out by the filters" in nowhere.remarks[0]) == ("", True)
    assert figure_of(scene(YANGON, roles=("capital",)), "shares").supposes  # sets roles aside


def test_on_the_map_it_is_dashed_in_every_year() -> None:
    size, there = (1128, 552), {"regions": ("035",)}
    drawn = json.loads(screen_map(scene(YANGON, VIENTIANE, **there), size))
    flags = [tie for tie in drawn["ties"] if tie[7]]
    assert [tie[2:5] for tie in flags] == [[9999, 0, 9999]] * 2
    assert {drawn["places"][tie[0]]["name"] for tie in flags} == {
        "Yangon (hypothetical)",
        "Vientiane",
    }
    assert "Shanghai · hypothetical · sister city" in flags[0][6]
    assert drawn["legend"]["supposed"] == "hypothetical"
    plain = json.loads(screen_map(scene(**there), size))
    assert [tie[1:] for tie in plain["ties"]] == [tie[1:] for tie in drawn["ties"] if not tie[7]]
    assert plain["legend"]["supposed"] == ""
    chart = figure_of(scene(YANGON, **there), "map").panels[0].draw((1000.0, 560.0))
    assert isinstance(chart, dict)
    rings = [row for row in chart["datasets"]["marks 0"] if row["dash"] == DASHES]
    assert len(rings) == 1
    assert sum("supposed" in row["properties"] for row in chart["datasets"]["ways"]) == 1


def test_no_file_of_data_has_it_and_no_film() -> None:
    before = {name: table.to_csv() for name, table in ROSTER.tables.items()}
    asked = scene(YANGON).view
    for kind in ("csv", "json", "geojson"):
        files = [made(ViewFile(view, "data", kind, "map"), ROSTER) for view in (USUAL, asked)]
        assert files[0] == files[1], kind
    assert Film(asked) == Film(USUAL)
    assert {name: table.to_csv() for name, table in ROSTER.tables.items()} == before
    assert not ROSTER.ties["supposed"].any()


def test_a_file_of_a_figure_says_it_by_its_name_title_and_address() -> None:
    asked = scene(YANGON).view
    assert file_name(asked, "shares", "png").startswith(
        "shanghai-beijing_shares_1973-2026_if-shanghai-mm-yangon_en"
    )
    origin = compose_svg(Request(asked, "coverage"), ROSTER).origin
    assert origin.title.endswith("(with a hypothetical tie: Shanghai–Yangon)")
    assert "suppose=shanghai%3AMM%3AYangon" in origin.address


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        (["shanghai:MM:Yangon"], ["shanghai:MM:Yangon"]),
        (["上海：缅甸：仰光", "SHANGHAI:mm:rangoon"], ["shanghai:MM:Yangon"]),
        (["beijing:US:Springfield:illinois"], ["beijing:US:Springfield:Illinois"]),
        (["beijing:US:Springfield:Missouri"], ["beijing:US:Springfield"]),
    ],
)
def test_an_address_round(asked: list[str], read: list[str]) -> None:
    view, missed = read_address({"suppose": asked}, ROSTER, "en")
    assert not missed
    assert view.to_query(ROSTER)["suppose"] == read
    assert View.from_query(view.to_query(ROSTER), ROSTER) == view


@pytest.mark.parametrize(
    "asked",
    [
        "shanghai:JP:Yokohama",  # there is this tie
        "shanghai:CN:Hangzhou",
        "shanghai:HK:Hong Kong",
        "tianjin:MM:Yangon",
        "shanghai:MM:Atlantis",
        "shanghai:XX:Yangon",
        "shanghai:US:Springfield:Nowhere",
        "shanghai:MM",
        ":::",
        "shanghai:MM:" + "Yangon" * 50,
        "shanghai:MM:<script>alert(1)</script>",
        "shanghai:MM:=1+1",
        "shanghai:MM:Yangon\x00",
        "a:b:c:d:e:f",
    ],
)
def test_what_is_no_tie_to_suppose_is_named_and_left_out(asked: str) -> None:
    view, missed = read_address({"suppose": [asked]}, ROSTER, "en")
    assert (view.suppose, len(missed)) == ((), 1)


def test_no_more_than_three_and_other_data_have_their_own(small: Roster) -> None:
    cities = ["MM:Yangon", "NG:Lagos", "KE:Mombasa", "PH:Cebu City"]
    view, missed = read_address({"suppose": [f"shanghai:{one}" for one in cities]}, ROSTER, "en")
    assert (len(view.suppose), missed) == (3, ["suppose=shanghai:PH:Cebu City"])
    mine = View.default(small).but(suppose=(Supposed("wuhan", "MM", "Yangon"),))
    figure = figure_of(Scene(small, mine, GROUNDS["dark"]), "map")
    assert figure.supposes.endswith("–Yangon")
