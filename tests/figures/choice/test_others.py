"""Ports given that a partner is no capital, counted a second time from the rows of the tables."""

from __future__ import annotations

import csv
from fractions import Fraction

import pytest

from geo.data import PACKAGE
from geo.figures.catalogue import figure_of
from geo.figures.choice.compare import counted
from geo.figures.choice.others import CAPITALS, OTHERS, expected, ports_by_group
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster, role_column
from geo.ties.select import select
from geo.ties.view import View

ROSTER = load_roster()
VIEW = View.default(ROSTER)
DEFAULT = Scene(ROSTER, VIEW, GROUNDS["light"])
TIES = counted(select(ROSTER, VIEW))


def rows(name: str) -> list[dict[str, str]]:
    with (PACKAGE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def partners(home: str) -> list[dict[str, str]]:
    """The places with which a home has a sister tie that stands."""
    places = {row["place"]: row for row in rows("places")}
    return [
        places[tie["place"]]
        for tie in rows("ties")
        if tie["home"] == home and tie["level"] == "sister" and not tie["ended"]
    ]


@pytest.mark.parametrize("home", VIEW.homes)
@pytest.mark.parametrize("broad", [False, True])
def test_ports_by_group_as_the_rows_give_them(home: str, broad: bool) -> None:
    capitals = ("is", "contains") if broad else ("is",)
    ports = ("sea", "river", "lake") if broad else ("sea",)
    found = ports_by_group(TIES, VIEW.homes, role_column(broad))
    for group, wanted in ((CAPITALS, True), (OTHERS, False)):
        own = [place for place in partners(home) if (place["capital"] in capitals) == wanted]
        share = found[group][home]
        assert share.of == len(own)
        assert share.count == sum(place["port"] in ports for place in own)


@pytest.mark.parametrize("home", VIEW.homes)
def test_what_a_random_choice_gives_as_the_rows_have_it(home: str) -> None:
    rates = {row["country"]: row for row in rows("base_rates")}
    others = [place for place in partners(home) if place["capital"] != "is"]
    chances: dict[str, list[Fraction]] = {"": [], "_million": []}
    for place in others:
        for size, found in chances.items():
            row = rates.get(place["country"])
            if row and int(row[f"cities{size}"]):
                found.append(Fraction(int(row[f"ports{size}"]), int(row[f"cities{size}"])))
    told = expected(TIES, home, ROSTER.base_rates)
    assert told is not None and told.of == len(chances[""])
    assert told.share == pytest.approx(float(sum(chances[""]) / len(chances[""])))
    assert told.million == pytest.approx(float(sum(chances["_million"]) / len(chances["_million"])))


def test_base_rates_are_shares() -> None:
    for row in rows("base_rates"):
        cities, ports, large, large_ports = (
            int(row[name]) for name in ("cities", "ports", "cities_million", "ports_million")
        )
        assert cities > 0 and ports <= cities and large <= cities
        assert large_ports <= min(large, ports)
    by_country = {row["country"]: row for row in rows("base_rates")}
    assert by_country["JP"]["ports_million"] == by_country["JP"]["cities_million"]
    assert not any(int(by_country[inland]["ports"]) for inland in ("UZ", "CZ", "BY"))


@pytest.mark.parametrize("homes", [("shanghai", "beijing"), ("beijing", "shanghai")])
def test_what_may_be_said_and_what_not(homes: tuple[str, str]) -> None:
    figure = figure_of(DEFAULT.but(homes=homes), "non-capitals")
    assert "Shanghai 42 of 52" in figure.title and "Beijing 4 of 11, too few" in figure.title
    assert [one for one in figure.remarks if one.startswith("Beijing has only 11")]
    assert not [one for one in figure.remarks if one.startswith("Shanghai has only")]
    assert len(figure.details) == 1
    alone = figure_of(DEFAULT.but(homes=("beijing",)), "non-capitals")
    assert alone.panels and not alone.details


def test_other_data_have_no_base_rates_and_no_strokes() -> None:
    rates = ROSTER.base_rates.iloc[:0]
    assert expected(TIES, "shanghai", rates) is None
