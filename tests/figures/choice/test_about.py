"""The line of the front page: the same shares as the page on them, counted a second time."""

from __future__ import annotations

import csv

import pytest

from geo.data import PACKAGE
from geo.figures.choice.about import about
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.view import LANGUAGES, View

ROSTER = load_roster()


def line(lang: str = "en", **choices: object) -> str:
    return about(Scene(ROSTER, View.default(ROSTER, lang).but(**choices), GROUNDS["light"]))


def percents(last: str = "9999") -> dict[tuple[str, str], str]:
    """Shares in per cent of standing sister ties, from the tables; made by the end of a year."""
    with (PACKAGE / "places.csv").open(encoding="utf-8-sig", newline="") as lines:
        places = {row["place"]: row for row in csv.DictReader(lines)}
    with (PACKAGE / "ties.csv").open(encoding="utf-8-sig", newline="") as lines:
        ties = [row for row in csv.DictReader(lines) if row["level"] == "sister"]
    found = {}
    for home in ("shanghai", "beijing"):
        own = [
            places[tie["place"]]
            for tie in ties
            if tie["home"] == home
            and tie["latest"][:4] <= last
            and not (tie["ended"] and tie["ended"][:4] <= last)
        ]
        for kind, value in (("capital", "is"), ("port", "sea")):
            share = 100 * sum(place[kind] == value for place in own) / len(own)
            found[home, kind] = f"{share:.0f}%"
    return found


@pytest.mark.parametrize("last", [1995, 2010, ROSTER.period[1]])
def test_the_shares_are_those_of_the_tables(last: int) -> None:
    own = percents(str(last))
    assert line(years=(ROSTER.period[0], last)).startswith(
        f"Partners that are capitals: Shanghai {own['shanghai', 'capital']} and Beijing "
        f"{own['beijing', 'capital']}; sea ports: Shanghai {own['shanghai', 'port']} and Beijing "
        f"{own['beijing', 'port']}."
    )


def test_it_follows_the_view() -> None:
    assert "Beijing" not in line(homes=("shanghai",))
    assert "; ports: " in line(broad=True)
    assert "Beijing 3 of 3" in line(countries=("VN", "TH", "PH"))  # few are told as counts
    assert line(roles=("port",)) == ""  # by what partners are: it would be decided beforehand
    assert line(q="nowhere at all") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_line_says_as_of_when(lang: str) -> None:
    assert str(ROSTER.release.as_of.year) in line(lang)
    assert "{" not in line(lang)
