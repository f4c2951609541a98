"""The matched comparison, counted a second time by plain loops over the rows of the tables."""

from __future__ import annotations

import csv
from fractions import Fraction
from math import comb

import pytest
from scipy.stats import binomtest

from geo.data import PACKAGE
from geo.figures.catalogue import figure_of
from geo.figures.choice.matched import WHO, matched, shared_countries
from geo.figures.choice.matched_figure import KINDS, matched_matrices, partners_there
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.stats.exact import matched_p
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View

ROSTER = load_roster()
DEFAULT = Scene(ROSTER, View.default(ROSTER), GROUNDS["light"])
VIEWS = {
    "default": {},
    "turned round": {"homes": ("beijing", "shanghai")},
    "Europe": {"regions": ("150",)},
    "wide": {"broad": True},
    "early": {"years": (1973, 1995)},
    "exchanges": {"levels": ("sister", "exchange")},
}


def rows(name: str) -> list[dict[str, str]]:
    with (PACKAGE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def recount(view: View, kind: str) -> dict[str, int]:
    """Shared countries by who has a partner of a kind, from the rows as they are written."""
    places = {row["place"]: row for row in rows("places")}
    region = {row["country"]: row["region_m49"] for row in rows("countries")}
    wanted = {
        "capital": ("is", "contains") if view.broad else ("is",),
        "port": ("sea", "river", "lake") if view.broad else ("sea",),
    }[kind]
    whole = view.years == ROSTER.period
    has: dict[str, dict[str, bool]] = {}
    for tie in rows("ties"):
        place = places[tie["place"]]
        first, last = (tie[bound][:4] for bound in ("earliest", "latest"))
        made = view.years[0] <= int(first) and int(last) <= view.years[1] if first else whole
        gone = tie["ended"] and int(tie["ended"][:4]) <= view.years[1]
        if not made or gone or tie["home"] not in view.homes or tie["level"] not in view.levels:
            continue
        if view.regions and region[place["country"]] not in view.regions:
            continue
        here = has.setdefault(place["country"], {})
        here[tie["home"]] = here.get(tie["home"], False) or place[kind] in wanted
    found = dict.fromkeys(WHO, 0)
    for here in has.values():
        if len(here) == 2:
            first_has, second_has = (here[home] for home in view.homes)
            who = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}
            found[WHO[who[first_has, second_has]]] += 1
    return found


@pytest.mark.parametrize("changes", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("kind", KINDS)
def test_countries_as_the_rows_give_them(changes: dict[str, object], kind: str) -> None:
    scene = DEFAULT.but(**changes)
    pair, countries = shared_countries(scene, KINDS)
    assert pair == scene.view.homes
    assert matched(countries, pair, kind).counts == recount(scene.view, kind)


def test_the_usual_view_is_the_one_that_is_talked_about() -> None:
    pair, countries = shared_countries(DEFAULT, KINDS)
    assert pair == ("shanghai", "beijing")
    capital, port = (matched(countries, pair, kind) for kind in KINDS)
    assert list(capital.counts.values()) == [8, 0, 27, 6]
    assert list(port.counts.values()) == [18, 15, 2, 6]
    assert capital.ahead == (("beijing", 27), ("shanghai", 0))
    assert capital.p == pytest.approx(1.5e-8, rel=0.01) and not capital.few
    assert port.p == pytest.approx(2.35e-3, rel=0.02)


@pytest.mark.parametrize(("one", "other"), [(27, 0), (15, 2), (0, 0), (5, 0), (3, 3), (7, 12)])
def test_matched_pairs_are_tested_against_a_coin(one: int, other: int) -> None:
    pairs = one + other
    as_uneven = [k for k in range(pairs + 1) if abs(2 * k - pairs) >= abs(one - other)]
    expected = sum(Fraction(comb(pairs, k), 2**pairs) for k in as_uneven)
    assert matched_p(one, other) == matched_p(other, one) == pytest.approx(float(expected))
    if pairs:
        assert matched_p(one, other) == pytest.approx(binomtest(one, pairs).pvalue)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("changes", VIEWS.values(), ids=VIEWS)
def test_every_shared_country_is_named_once_a_kind(changes: dict[str, object], lang: str) -> None:
    scene = DEFAULT.but(lang=lang, **changes)
    _, countries = shared_countries(scene, KINDS)
    figure = figure_of(scene, "matched")
    for panel, matrix in zip(figure.panels, matched_matrices(scene).values(), strict=True):
        named = [tile.name for row in matrix.fields for field in row for tile in field.partners]
        assert sorted(named) == sorted(one.name for one in countries)
        drawing = panel.draw((700.0, 560.0))
        assert isinstance(drawing, str) and all(name.split()[0] in drawing for name in named)
    assert len(figure.tables[0].frame) == len(countries)
    for one in countries:
        assert len(partners_there(scene, one.code)) == 2


def test_turned_round_it_says_the_same() -> None:
    other = DEFAULT.but(homes=("beijing", "shanghai"))
    assert figure_of(other, "matched").title == figure_of(DEFAULT, "matched").title
    assert figure_of(other, "matched").remarks == figure_of(DEFAULT, "matched").remarks


def test_with_few_countries_nothing_is_concluded() -> None:
    remarks = figure_of(DEFAULT.but(years=(1973, 1983)), "matched").remarks
    assert any("too few countries" in one for one in remarks)
    assert not any("McNemar" in one for one in remarks)


def test_without_two_homes_that_meet_it_says_why() -> None:
    one = figure_of(DEFAULT.but(homes=("beijing",)), "matched")
    apart = figure_of(DEFAULT.but(countries=("MM", "IR")), "matched")
    words = Words("en")
    assert not one.panels and "one is selected" in one.shown_instead(words)
    assert not apart.panels and "No two" in apart.shown_instead(words)


def test_of_three_homes_the_two_that_meet_most_often_are_compared(small: Roster) -> None:
    view = View.default(small).but(levels=("sister", "exchange", "district"))
    scene = Scene(small, view, GROUNDS["dark"])
    there = {home: set(small.ties.loc[small.ties.home == home, "country"]) for home in view.homes}
    pair, countries = shared_countries(scene, KINDS)
    if pair is None:
        assert not figure_of(scene, "matched").panels
        return
    most = max(len(there[a] & there[b]) for a in view.homes for b in view.homes if a != b)
    assert len(countries) <= most
