"""What each home has chosen: against a second computation, and through the traps of the field."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo.data import PACKAGE
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.prospects.cities import Cities, assembled
from geo.figures.prospects.history import AGAIN, CHOICE, COUNTED_IN, UNMATCHED
from geo.figures.prospects.matching import match
from geo.figures.prospects.model import Question, choices_of, fitted, made_by, question
from geo.figures.prospects.named import named
from geo.figures.prospects.past import MODEL, joined
from geo.figures.prospects.ranking import ranking
from geo.figures.prospects.report import report
from geo.figures.prospects.rules import COLUMN, RULES
from geo.figures.prospects.terms import known
from geo.figures.scene import Scene
from geo.prospects import main
from geo.style.colours import GROUNDS
from geo.ties.joining import joined as joined_lists
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from tests.figures.prospects.plain_prospects import Plain, likelihood
from tests.ties.test_joining import added


@pytest.fixture(scope="module")
def asked() -> Question:
    found = question(load_roster(), ("shanghai", "beijing"), ("sister",))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def plain() -> Plain:
    return Plain()


def city(cities: Cities, key: str) -> int:
    return cities.keys.index(key)


def standing(asked: Question, tie: str) -> tuple[str, str]:
    at = asked.history.ties.index(tie)
    there = asked.history.city[at]
    return str(asked.history.standing[at]), asked.cities.keys[there] if there >= 0 else ""


@pytest.mark.parametrize("home", ["shanghai", "beijing"])
def test_a_second_computation_finds_the_same_likelihood(
    asked: Question, plain: Plain, home: str
) -> None:
    fit = fitted(asked, home, 2026)
    assert fit is not None
    made = plain.occasions(home, 2026)
    assert len(made) == fit.choices == len(choices_of(asked, home))
    assert likelihood(made, fit.weights) == pytest.approx(fit.likelihood, abs=1e-8)


@pytest.mark.parametrize(
    ("home", "cut", "until"), [("shanghai", 1999, 2004), ("beijing", 2009, 2014)]
)
def test_a_second_computation_finds_the_same_places_in_the_past(
    asked: Question, plain: Plain, home: str, cut: int, until: int
) -> None:
    test = joined(asked, home)
    windows = test.windows
    at = next(n for n, one in enumerate(windows) if one.cut == cut)
    start = sum(len(one.ties) for one in windows[:at])
    ranks = test.made[MODEL].ranks[start : start + len(windows[at].ties)]
    found = dict(zip(windows[at].ties, ranks.tolist(), strict=True))
    assert len(found) >= 6
    assert found == plain.places(home, cut, until)


def test_a_place_in_another_city_is_no_choice_of_it(asked: Question) -> None:
    assert standing(asked, "shanghai-yokohama") == (COUNTED_IN, "jp-tokyo")
    assert standing(asked, "shanghai-piraeus") == (COUNTED_IN, "gr-athens")
    assert standing(asked, "shanghai-espoo") == (COUNTED_IN, "fi-helsinki")
    assert standing(asked, "shanghai-athens") == (AGAIN, "gr-athens")
    assert standing(asked, "shanghai-osaka-prefecture") == (AGAIN, "jp-osaka")
    assert standing(asked, "shanghai-queensland") == (CHOICE, "au-brisbane")
    assert standing(asked, "shanghai-salzburg") == (UNMATCHED, "")
    then = asked.known_on("shanghai", np.datetime64("1974-01-01"))
    assert city(asked.cities, "jp-tokyo") not in then.free


def test_no_part_of_a_city_is_a_candidate_nor_any_place_at_home(asked: Question) -> None:
    free = {
        asked.cities.keys[at] for at in asked.known_on("beijing", np.datetime64("2020-01-01")).free
    }
    assert {"id-bandung", "kr-incheon", "nl-rotterdam"} <= free
    assert not free & {"qa-ar-rayyan", "id-bekasi", "id-depok", "cn-shanghai", "hk-hong-kong"}


def test_a_port_of_another_country_makes_no_port() -> None:
    with (PACKAGE / "gazetteer" / "ports.csv").open(encoding="utf-8", newline="") as lines:
        of = {one["number"]: one["country"] for one in csv.DictReader(lines)}
    for table in ("agglomerations", "capitals"):
        with (PACKAGE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            for one in csv.DictReader(lines):
                assert not one["wpi"] or of[one["wpi"]] == one["country"], one["name"]


@pytest.mark.parametrize(
    ("name", "country", "at", "key"),
    [
        ("London", "GB", (-0.13, 51.51), "gb-london"),
        ("London", "CA", (-81.25, 42.98), "ca-london"),
        ("Valencia", "VE", (-68.0, 10.17), "ve-valencia"),
        ("Hyderabad", "PK", (68.37, 25.4), "pk-hyderabad"),
        ("Santiago", "DO", (-70.7, 19.45), "do-santiago"),
        ("Santiago", "CL", (-70.65, -33.46), "cl-santiago"),
        ("Valencia", "FR", (-0.38, 39.47), ""),
    ],
)
def test_a_name_is_that_of_a_city_in_its_own_country(
    asked: Question, name: str, country: str, at: tuple[float, float], key: str
) -> None:
    found = match(asked.cities, country, at, (name,))
    assert (asked.cities.keys[found.city] if found else "") == key


@pytest.mark.parametrize(
    ("key", "no", "yes"),
    [
        ("de-berlin", 1989, 1990),
        ("de-bonn", 1990, 1989),
        ("mm-yangon", 2005, 2004),
        ("kz-almaty", 1997, 1995),
        ("kz-almaty", 1985, 1991),
        ("kz-astana", 1996, 1997),
        ("ua-kyiv", 1990, 1991),
        ("hr-zagreb", 1980, 1991),
        ("ng-lagos", 1992, 1980),
    ],
)
def test_a_capital_is_one_in_its_years_only(asked: Question, key: str, no: int, yes: int) -> None:
    at = city(asked.cities, key)
    assert not asked.cities.capital_in(no)[at]
    assert asked.cities.capital_in(yes)[at]


def test_nothing_later_is_known(asked: Question) -> None:
    day = np.datetime64("2000-01-01")
    then = asked.known_on("shanghai", day)
    history, cities = asked.history, asked.cities
    kept = np.flatnonzero(~(history.earliest >= day))
    earlier = replace(
        history,
        ties=tuple(history.ties[at] for at in kept),
        places=tuple(history.places[at] for at in kept),
        **{
            name: getattr(history, name)[kept]
            for name in ("home", "country", "region", "city", "core", "standing")
        },
        earliest=history.earliest[kept],
        latest=history.latest[kept],
        gone=np.full(len(kept), np.datetime64("NaT"), dtype=history.gone.dtype),
    )
    people = cities.people.copy()
    people[:, 10:] = 1.0  # from 2000 on
    alone = replace(cities, people=people)
    found = known(alone, earlier, "shanghai", asked.place("shanghai"), day, strictly=True)
    assert found.free.tolist() == then.free.tolist()
    assert found.terms == pytest.approx(then.terms)


def test_the_other_home_counts_only_before(asked: Question) -> None:
    rival = COLUMN["rival_city"]
    by_tie = {asked.history.ties[one.at]: one for one in choices_of(asked, "shanghai")}
    prague, istanbul = by_tie["shanghai-prague"], by_tie["shanghai-maputo"]
    assert prague.known.terms[prague.row, rival] == 1
    assert istanbul.known.terms[istanbul.row, rival] == 0
    beijing = {asked.history.ties[one.at]: one for one in choices_of(asked, "beijing")}
    assert beijing["beijing-manila"].known.terms[beijing["beijing-manila"].row, rival] == 1


def test_neither_units_nor_the_order_of_rows_change_the_model(
    asked: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit = fitted(asked, "beijing", 2004)
    assert fit is not None
    rows = {name: _rows(name) for name in ("agglomerations", "capitals")}
    large, capitals = rows["agglomerations"][::-1], rows["capitals"][::-1]
    for one in large:
        for name in one:
            if name.startswith("population_"):
                one[name] = str(float(one[name]) * 1000)
    for one in capitals:
        one["population"] = str(float(one["population"]) * 1000) if one["population"] else ""
    small = [one for one in capitals if not one["agglomeration"]]
    regions = asked.roster.countries["region_m49"].to_dict()
    turned = assembled(large, small, capitals, regions)
    old = {place: turned.keys.index(key) for place, key in enumerate(asked.cities.keys)}
    moved = np.array([old.get(int(at), -1) for at in asked.history.city])
    other = replace(asked, cities=turned, history=replace(asked.history, city=moved))
    monkeypatch.setattr("geo.figures.prospects.terms.LEAST_PEOPLE", 1000.0)
    again = fitted(other, "beijing", 2004)
    assert again is not None
    assert again.weights == pytest.approx(fit.weights, abs=1e-7)


def _rows(table: str) -> list[dict[str, str]]:
    with (PACKAGE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_rule_ranks_by_its_keys_the_first_before_the_second(asked: Question) -> None:
    then = asked.known_on("beijing", np.datetime64("2015-01-01"))
    order = np.argsort(-RULES["hand"].scores(asked.cities, then))
    own, capital, people = (
        then.terms[order, COLUMN[term]] for term in ("own", "capital", "people")
    )
    keys = list(zip(own > 0, -capital, -people, strict=True))
    assert keys == sorted(keys)


def test_the_cities_of_the_article_are_ranked_in_every_meaning(asked: Question) -> None:
    found = {one.reading: one for one in named(asked, "shanghai", (2017, 2026))}
    penangs = [f"penang-{one}" for one in ("conurbation", "state", "city")]
    assert set(found) == {"yangon", "singapore", *penangs}
    place = found["yangon"].places[2017]
    of = ranking(asked, "shanghai", 2017)
    assert of is not None
    assert place is not None
    assert asked.cities.keys[of.known.free[of.order[place - 1]]] == "mm-yangon"
    penang = [found[one].places[2026] for one in penangs]
    assert penang == sorted(penang, key=lambda one: one or 0)
    assert len(set(penang)) == 3


def test_reader_weights_count(asked: Question) -> None:
    usual, none = (
        ranking(asked, "beijing", 2026),
        ranking(asked, "beijing", 2026, (("capital", 0),)),
    )
    assert usual is not None
    assert none is not None
    capitals = [
        int(one.known.terms[one.order[:30], COLUMN["capital"]].sum()) for one in (usual, none)
    ]
    assert capitals[0] > 25
    assert capitals[1] < 15
    assert len(made_by(asked, "beijing", 2026)) == 54


def test_a_list_of_a_readers_own_is_refused_by_name_beside_one_that_is_not(
    asked: Question,
) -> None:
    both = joined_lists(asked.roster, [added(asked.roster)])
    view = View.default(both).but(homes=("shanghai", "my-busan"))
    figure = figure_of(Scene(both, view, GROUNDS["light"]), "candidates")
    assert [panel.heading.partition(":")[0] for panel in figure.panels] == ["Shanghai"]
    assert any("Busan 1" in remark and "at least 15" in remark for remark in figure.remarks)
    alone = figure_of(Scene(both, view.but(homes=("my-busan",)), GROUNDS["light"]), "candidates")
    assert not alone.panels
    assert "Busan 1" in alone.instead


def test_a_package_without_cities_says_so(small: Roster) -> None:
    scene = Scene(small, View.default(small), GROUNDS["light"])
    assert not any(one.page == "prospects" for one in catalogue(scene).values())
    assert "agglomerations.csv" in figure_of(scene, "past-test").instead


def test_the_command_writes_the_same_twice_and_refuses_too_few(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    for file in files:
        assert main(["--json", str(file), "--home", "beijing", "--year", "2020"]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    told = json.loads(files[0].read_text("utf-8"))
    assert told["homes"]["beijing"]["past_test"]["enough"] is True
    assert main(["--json", "-", "--level", "district"]) == 2
    assert "15 choices" in capsys.readouterr().err
    assert main(["--json", "-", "--home", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_the_document_has_the_numbers_of_the_command(asked: Question) -> None:
    text = (PACKAGE.parent / "docs" / "prospects.md").read_text("utf-8")
    told = report(asked, 2026)

    def number(value: float) -> str:
        return f"{value:.2f}".replace("-", "−")

    homes = told["homes"]
    columns = [homes[home][span] for span in ("weights", "weights_since") for home in asked.homes]
    for term in COLUMN:
        cells = [fit["terms"][term] for fit in columns]
        row = " | ".join(
            f"{number(one['weight'])} ({number(one['low'])} to {number(one['high'])})"
            for one in cells
        )
        assert f" | {row} |" in text, term
    tests = [*(homes[home]["past_test"] for home in asked.homes), told["past_test_of_all"]]
    for name in (MODEL, *RULES):
        of = [(one["forecasts"], one["measures"][name]) for one in tests]
        row = " | ".join(
            f"{round(n * one['hits'][0])} of {n} | {100 * one['median'][0]:.1f}% | "
            f"{number(one['log_score'][0])}"
            for n, one in of
        )
        assert f" | {row} |" in text, name
