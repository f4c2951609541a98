"""Every figure of the question: valid charts, the sentences of its view, the rows behind it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from geo.figures.catalogue import catalogue, figure_of
from geo.figures.choice.compare import compare, counted, shares_by_kind
from geo.figures.choice.fields import known_of, matrices
from geo.figures.choice.in_force_figure import FAINT
from geo.figures.periods import ERAS
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.stats.proportions import odds
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.charts import assert_valid

ROSTER = load_roster()
DEFAULT = Scene(ROSTER, View.default(ROSTER), GROUNDS["light"])
KEYS = [key for key, entry in catalogue(DEFAULT).items() if entry.page == "choice"]
DRAWN = [key for key in KEYS if key not in ("matched", "matrix")]
VIEWS = {
    "default": {},
    "zh": {"lang": "zh"},
    "two years": {"years": (1973, 1974)},
    "one year": {"years": (2020, 2020)},
    "one home": {"homes": ("beijing",)},
    "all levels": {"levels": ("sister", "exchange", "district"), "ended": True, "broad": True},
    "own periods": {"periods": (1985, 2005), "turn": 1995},
    "no periods": {"periods": (), "lang": "zh"},
    "one role": {"roles": ("port",)},
}


@pytest.mark.parametrize("changes", VIEWS.values(), ids=VIEWS)
def test_every_chart_is_valid_and_described_at_every_width(changes: dict[str, object]) -> None:
    for ground in GROUNDS.values():
        scene = replace(DEFAULT.but(**changes), ground=ground)
        for key in DRAWN:
            figure = figure_of(scene, key)
            assert figure.panels, key
            for panel in figure.panels:
                for width in (350.0, 1080.0) if ground.name == "light" else (532.0,):
                    spec = panel.draw((width, 0.0))
                    assert isinstance(spec, dict)
                    assert_valid(spec)
                    assert spec["description"] and spec["background"] == ground.paper
                    assert "NaN" not in json.dumps(spec)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_three_homes_are_drawn_too(small: Roster, lang: str) -> None:
    view = View.default(small, lang).but(levels=("sister", "exchange", "district"))
    scene = Scene(small, view, GROUNDS["dark"])
    for key in DRAWN:
        for panel in figure_of(scene, key).panels:
            spec = panel.draw((532.0, 0.0))
            assert isinstance(spec, dict)
            assert_valid(spec)
    assert list(matrices(scene)) == [home for home in view.homes if (small.ties.home == home).any()]


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_view_has_no_charts_and_no_tables(key: str) -> None:
    figure = figure_of(DEFAULT.but(q="no such place at all"), key)
    assert not figure.panels and not figure.tables
    assert figure.shown_instead(Words("en")) == "These filters and years leave no tie."


@pytest.mark.parametrize("key", KEYS)
def test_a_filter_by_role_is_set_aside_and_said_to_be(key: str) -> None:
    plain, filtered = figure_of(DEFAULT, key), figure_of(DEFAULT.but(roles=("port",)), key)
    assert (filtered.title, filtered.subtitle) == (plain.title, plain.subtitle)
    set_aside = (
        "The capital/port filter is ignored on this page, because it would fix the "
        "shares in advance."
    )
    assert list(filtered.remarks) == [*plain.remarks, set_aside]


def test_possible_ties_are_said_to_be_left_out_where_they_are() -> None:
    scene = DEFAULT.but(years=(1985, 2015))
    out = "inexact date may fall outside these years."
    for key in KEYS:
        told = any(one.endswith(out) for one in figure_of(scene, key).remarks)
        assert told == (key not in ("periods", "in-force", "ways")), key
    assert any(
        "whose period is not certain is left out" in one
        for one in figure_of(scene, "periods").remarks
    )
    assert FAINT in figure_of(scene, "in-force").remarks


def test_the_shares_are_written_as_they_were_counted() -> None:
    figure = figure_of(DEFAULT, "shares")
    ties = counted(select(ROSTER, DEFAULT.view))
    found = compare(ties, DEFAULT.view.homes, "capital")
    for home, share in found.shares.items():
        name = ROSTER.homes.loc[home, "name_en"]
        assert f"{name} {share.count} of {share.of} ({100 * share.share:.0f}%)" in figure.remarks[0]
    strict, broad = (panel.numbers for panel in figure.panels)
    assert strict and broad and strict.categories == ["capitals", "sea ports", "both"]
    by_kind = shares_by_kind(ties, DEFAULT.view.homes)
    for series, home in zip(strict.series, DEFAULT.view.homes, strict=True):
        assert list(series.values) == [by_kind[kind][home].share for kind in by_kind]


def test_the_table_of_odds_has_every_kind_strictly_and_broadly() -> None:
    (table,) = figure_of(DEFAULT, "shares").tables
    rows = table.frame
    assert len(rows) == 6 and list(rows["Counted"]) == ["strict"] * 3 + ["wide"] * 3
    pair = ("beijing", "shanghai")
    ties = counted(select(ROSTER, DEFAULT.view))
    for column, at in (("role_strict", 0), ("role_broad", 3)):
        for number, shares in enumerate(shares_by_kind(ties, pair, column).values()):
            row, expected = rows.iloc[at + number], odds(shares[pair[0]], shares[pair[1]])
            assert expected is not None
            assert (row["Beijing"], row["Beijing: all ties"]) == (
                shares["beijing"].count,
                shares["beijing"].of,
            )
            assert row["Odds ratio (Beijing / Shanghai)"] == pytest.approx(expected.ratio, rel=1e-3)
            assert row["p (Fisher)"] == pytest.approx(expected.p, rel=1e-3)
    (alone,) = figure_of(DEFAULT.but(homes=("beijing",)), "shares").tables
    assert list(alone.frame.columns) == ["Counted", "Partners", "Beijing", "Beijing: all ties"]


def test_the_table_of_ways_has_every_way_and_the_view_is_shaded() -> None:
    figure = figure_of(DEFAULT, "ways")
    (table,) = figure.tables
    assert len(table.frame) == 34 and not table.frame.duplicated().any()
    assert "Shaded: as counted in this selection." in figure.remarks
    other = figure_of(DEFAULT.but(levels=("district",)), "ways")
    assert "Shaded: as counted in this selection." not in other.remarks
    assert [name for _, name in figure.keys] == ["Shanghai", "Beijing"]


def test_turning_year_and_own_periods_reach_page_and_picture_alike() -> None:
    assert "2013" in figure_of(DEFAULT, "periods").panels[0].heading
    own = figure_of(DEFAULT.but(periods=(1985, 2005), turn=1995), "periods")
    assert "since 1995" in own.panels[0].heading and own.topic == "Made before 1995 and since"
    numbers = own.panels[0].numbers
    assert numbers and list(numbers.categories) == ["1973–84", "1985–2004", "2005–"]
    whole = figure_of(DEFAULT.but(periods=()), "periods").panels[0].numbers
    assert whole and list(whole.categories) == ["1973–"]
    early = DEFAULT.but(years=(1980, 1999))
    assert figure_of(early, "periods").topic == "Made before 1999 and since"
    eras = figure_of(DEFAULT, "periods").panels[0].numbers
    assert eras and len(eras.categories) == len(ERAS) + 1
    table, _ = own.tables
    assert len(table.frame) == 2 * len(DEFAULT.view.homes)
    assert [one.split(":")[0] for one in own.details] == ["Shanghai, capitals"]


def test_every_counted_partner_stands_in_one_field_the_oldest_first() -> None:
    scene = DEFAULT.but(years=(1980, 2010), broad=True)
    ties = counted(select(ROSTER, scene.view))
    named = []
    for home, matrix in matrices(scene).items():
        for row in matrix.fields:
            for field in row:
                slugs = [partner.tie for partner in field.partners]
                own = ties.loc[slugs]
                assert set(own["home"]) <= {home} and set(own["role"]) <= {field.role}
                assert own["earliest"].is_monotonic_increasing
                assert field.count == str(len(slugs))
                named += slugs
    assert sorted(named) == sorted(ties.index)
    title = figure_of(scene, "matrix").title
    assert all(one.name in title for one in matrices(scene).values())


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_known_of_every_tie_can_be_told(lang: str) -> None:
    for tie in ROSTER.ties.index:
        lines = known_of(ROSTER, lang, tie)
        assert len(lines) >= 3 and all(lines)


def test_too_many_names_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.figures.captions.MOST_NAMED", 10)
    figure = figure_of(DEFAULT.but(years=(1974, 2024)), "matrix")
    assert not figure.panels and "too many" in figure.shown_instead(Words("en"))


def test_the_names_of_all_homes_are_whole_and_of_one_size() -> None:
    figure = figure_of(DEFAULT, "matrix")
    for panel, matrix in zip(figure.panels, matrices(DEFAULT).values(), strict=True):
        drawing = panel.draw((700.0, 560.0))
        assert isinstance(drawing, str)
        for row in matrix.fields:
            for partner in (one for field in row for one in field.partners):
                assert partner.name.replace("’", "&#x27;").split()[0] in drawing


@pytest.mark.parametrize("homes", [("shanghai", "beijing"), ("beijing", "shanghai")])
def test_what_falls_with_few_changes_is_called_fragile(homes: tuple[str, str]) -> None:
    (told,) = [
        one
        for one in figure_of(DEFAULT.but(homes=homes), "shares").remarks
        if "another kind" in one
    ]
    assert "capitals 22, sea ports 10 and capitals that are sea ports 2, which is fragile" in told
    for alone in (figure_of(DEFAULT.but(homes=("beijing",)), "shares"),):
        assert not any("another kind" in one for one in alone.remarks)
