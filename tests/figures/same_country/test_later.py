"""Later ties: where another city was already, before a year and since, counted a second time."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from geo.figures.catalogue import catalogue
from geo.figures.same_country.latecomers import entries, late
from geo.figures.same_country.later import (
    expected_together,
    later_ties,
    shared_capitals,
    side_of,
    sides,
)
from geo.figures.same_country.later_figure import same_city_since
from geo.figures.same_country.later_text import later_sentences, told_of
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.tie import ties_of
from geo.ties.view import LANGUAGES, View

ROSTER = load_roster()
USUAL = View.default(ROSTER)
DATA = Path(__file__).resolve().parents[3] / "data"


def scene(lang: str = "en", **choices: object) -> Scene:
    return Scene(ROSTER, View.default(ROSTER, lang).but(**choices), GROUNDS["light"])


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def plain_later(home: str, year: int) -> dict[str, tuple[int, int]]:
    """Of a home's standing sister ties that came later: those in the same place, and all."""
    lies_in = {row["place"]: row["country"] for row in table("places")}
    ties = [row for row in table("ties") if row["level"] == "sister" and not row["ended"]]
    found = {"before": [0, 0], "since": [0, 0]}
    for tie in ties:
        if tie["home"] != home:
            continue
        earlier = [
            other["place"]
            for other in ties
            if other["home"] != home
            and lies_in[other["place"]] == lies_in[tie["place"]]
            and other["latest"] < tie["earliest"]
        ]
        if not earlier:
            continue
        if tie["latest"] < f"{year}-01-01":
            side = "before"
        elif tie["earliest"] >= f"{year}-01-01":
            side = "since"
        else:
            continue
        found[side][0] += tie["place"] in earlier
        found[side][1] += 1
    return {side: (same, of) for side, (same, of) in found.items()}


@pytest.mark.parametrize("home", list(ROSTER.homes.index))
@pytest.mark.parametrize("year", [1980, 1994, 2001, 2008, 2013, 2018, 2025])
def test_later_ties_are_those_of_the_tables(home: str, year: int) -> None:
    found = sides(later_ties(ROSTER, USUAL), home, year)
    own = plain_later(home, year)
    assert (found.before.count, found.before.of) == own["before"]
    assert (found.since.count, found.since.of) == own["since"]


def plain_capitals(home: str, year: int) -> dict[str, tuple[int, int]]:
    """Of a home's standing sister ties with capitals: those then another home's, and all."""
    capital = {row["place"] for row in table("places") if row["capital"] == "is"}
    ties = [row for row in table("ties") if row["level"] == "sister" and not row["ended"]]
    found = {"before": [0, 0], "since": [0, 0]}
    for tie in ties:
        if tie["home"] != home or tie["place"] not in capital:
            continue
        side = (
            "before"
            if tie["latest"] < f"{year}-01-01"
            else "since"
            if tie["earliest"] >= f"{year}-01-01"
            else ""
        )
        if side:
            found[side][1] += 1
            found[side][0] += any(
                other["place"] == tie["place"]
                and other["home"] != home
                and other["latest"] < tie["earliest"]
                for other in ties
            )
    return {side: (same, of) for side, (same, of) in found.items()}


@pytest.mark.parametrize("home", list(ROSTER.homes.index))
@pytest.mark.parametrize("year", [1990, 2001, 2013, 2018])
def test_capitals_that_were_the_other_citys_are_those_of_the_tables(home: str, year: int) -> None:
    found, plain = shared_capitals(ROSTER, USUAL, home, year), plain_capitals(home, year)
    assert (found.before.count, found.before.of) == plain["before"]
    assert (found.since.count, found.since.of) == plain["since"]


def test_capitals_were_the_other_citys_only_since_2013() -> None:
    assert plain_capitals("shanghai", 2013) == {"before": (0, 8), "since": (7, 8)}
    told = [one for one in same_city_since(scene()).details if "capitals" in one]
    assert told[0].startswith(
        "Of Shanghai’s capitals, 7 of 8 since 2013 were already Beijing’s partners, 0 of 8 before"
    )


def test_before_2013_never_the_same_city_since_then_mostly() -> None:
    assert plain_later("shanghai", 2013) == {"before": (0, 11), "since": (7, 10)}
    title = same_city_since(scene()).title
    assert title == (
        "Where Beijing was earlier, Shanghai shares its partner in 7 of 10 since 2013, "
        "0 of 11 before"
    )


def test_every_later_tie_stands_once_in_the_figure_by_name() -> None:
    here = scene()
    figure = same_city_since(here)
    cross = figure.panels[0].cross
    assert cross is not None
    found = later_ties(ROSTER, here.view)
    names = [
        name for row in cross.rows for _, some in row.cells for name in some.split(", ") if name
    ]
    wanted = ", ".join(one.tie.name_en for one in found).split(", ")
    assert sorted(names) == sorted(wanted)
    assert sum(int(count) for row in cross.rows for count, _ in row.cells) == len(found)
    assert len(figure.tables[0].frame) == len(found)


def test_a_tie_whose_year_is_open_is_on_neither_side() -> None:
    tie = ties_of(ROSTER)["shanghai-rhone-alpes"]  # known by its year, 2008
    assert tie.earliest == dt.date(2008, 1, 1) and tie.latest == dt.date(2008, 12, 31)
    assert side_of(tie, 2008) == "since"
    assert side_of(tie, 2009) == "before"
    lisbon = ties_of(ROSTER)["beijing-lisbon"]  # between two dates of different years
    assert lisbon.earliest and lisbon.latest and lisbon.earliest.year < lisbon.latest.year
    assert side_of(lisbon, lisbon.latest.year) == "unsure"
    year = lisbon.latest.year
    figure = same_city_since(scene(turn=year))
    assert f"1 later tie may have been made before {year} or since" in " ".join(figure.remarks)


def test_independent_choice_is_what_the_shares_of_capitals_give() -> None:
    """Loops over the tables: share of capitals among first ties in shared countries."""
    places = {row["place"]: row for row in table("places")}
    firsts: dict[str, dict[str, dict[str, str]]] = {}
    ties = [row for row in table("ties") if row["level"] == "sister" and not row["ended"]]
    for tie in sorted(ties, key=lambda row: (row["earliest"], row["latest"])):
        country = places[tie["place"]]["country"]
        firsts.setdefault(country, {}).setdefault(tie["home"], tie)
    shared = {code: two for code, two in firsts.items() if len(two) == 2}
    capitals = {
        home: sum(places[two[home]["place"]]["capital"] == "is" for two in shared.values())
        for home in ("shanghai", "beijing")
    }
    assert (len(shared), capitals) == (41, {"shanghai": 5, "beijing": 32})
    told = sum(
        a["latest"] < b["earliest"] or b["latest"] < a["earliest"]
        for two in shared.values()
        for a, b in [tuple(two.values())]
    )
    assert told == 40
    expected = told * capitals["shanghai"] / 41 * capitals["beijing"] / 41
    assert expected_together(entries(ROSTER, USUAL)) == pytest.approx(expected)


def test_first_and_further_ties_are_told_apart() -> None:
    found = entries(ROSTER, USUAL)
    first, further = later_sentences(late(found), found, later_ties(ROSTER, USUAL), Words("en"))
    assert "in 34 of 40 cases" in first and "about 36 would be expected" in first
    assert "44 of 53 cases" in further
    assert further.endswith("Bangkok, Jakarta and Athens.")


def test_turned_round_the_other_home_is_told_of() -> None:
    """With the homes' ties exchanged the same sentences hold with their names exchanged."""
    swap = {"shanghai": "beijing", "beijing": "shanghai"}
    ties = ROSTER.ties.assign(home=ROSTER.ties["home"].map(swap))
    for lang in LANGUAGES:
        names = ROSTER.homes[f"name_{lang}"].rename(swap)
        ties[f"home_{lang}"] = ties["home"].map(ROSTER.homes[f"name_{lang}"])
        assert set(names) == set(ties[f"home_{lang}"])
    roster = replace(ROSTER, ties=ties)
    here = Scene(roster, View.default(roster), GROUNDS["light"])
    assert same_city_since(here).title.startswith("Where Shanghai was earlier, Beijing shares")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "choices",
    [{}, {"turn": 1990}, {"regions": ("150",)}, {"regions": ("019",)}, {"years": (2000, 2010)},
     {"years": (2015, 2015)}, {"ended": True, "levels": ("sister", "exchange", "district")},
     {"broad": True}, {"q": "nowhere at all"}, {"homes": ("beijing",)}, {"countries": ("FR",)}],
    ids=str,
)  # fmt: skip
def test_sentences_hold_in_any_view(lang: str, choices: dict[str, object]) -> None:
    here = scene(lang, **choices)
    figure = same_city_since(here)
    found = later_ties(ROSTER, here.view)
    assert bool(figure.panels) == bool(found)
    assert ("later-ties" in catalogue(here)) or not found
    for text in (figure.title, *figure.remarks, *figure.details, figure.instead):
        assert text
        assert "{" not in text
        assert "0 of 0" not in text and "0对中" not in text.replace("10对中", "")
    counted = [sides(found, home, here.view.turning_year) for home in here.view.homes]
    assert sum(one.all for one in counted) == len(found)
    assert (told_of(counted) is None) == (not found)
