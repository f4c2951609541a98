"""The roster: every tie beside its partner, country and home."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from geo.data import PACKAGE
from geo.ties.roster import LEVELS, Roster, load_roster
from tests.plain import plain_ties, rows_of


def test_every_tie_is_joined_with_partner_country_and_home(roster: Roster) -> None:
    ties = roster.ties
    assert list(ties.index) == [row["tie"] for row in rows_of(PACKAGE, "ties")]
    sure = ["home_en", "home_zh", "name_en", "name_zh", "country_en", "country_zh", "region", "km"]
    assert ties[[*sure, "lat", "lon", "home_lat", "home_lon"]].notna().all(axis=None)
    assert (ties[sure[:-1]] != "").all(axis=None)
    assert set(ties["level"]) == set(LEVELS)


def test_the_columns_are_those_that_the_roster_documents(roster: Roster) -> None:
    documented = (
        "home place level home_district_en home_district_zh established earliest latest ended gone "
        "ended_by ended_why_en ended_why_zh ended_sources doubt sources note_en note_zh name_en "
        "name_zh kind country seat_en seat_zh lat lon country_en country_zh region subregion "
        "intermediate continent home_en home_zh home_lat home_lon km capital capital_then "
        "capital_since port rank role role_strict role_broad role_strict_then role_broad_then "
        "supposed"
    )
    assert sorted(roster.ties.columns) == sorted(documented.split())


def test_the_period_runs_from_the_first_tie_to_the_as_of_year(
    roster: Roster, small: Roster
) -> None:
    assert roster.period == (1973, roster.as_of.year)
    assert small.period == (1973, 2020)
    assert small.as_of == dt.date(2020, 6, 30)


def test_the_roster_is_loaded_once_a_package(roster: Roster, small_package: Path) -> None:
    assert load_roster() is roster
    assert load_roster(small_package) is load_roster(Path(str(small_package)))
    assert load_roster(small_package) is not roster


def test_a_package_without_ties_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_roster(tmp_path)


def test_distances_are_from_the_home_to_the_seat(roster: Roster) -> None:
    ties = roster.ties
    assert ties.loc["shanghai-yokohama", "km"] == pytest.approx(1755, rel=0.006)
    assert ties.loc["beijing-bangkok", "km"] == pytest.approx(3300, rel=0.01)
    east_java = ties.loc["shanghai-east-java"]
    assert east_java["seat_en"] == "Surabaya"
    assert east_java["km"] == pytest.approx(4377, rel=0.01)


def test_a_shared_partner_is_one_place(roster: Roster) -> None:
    bangkok = roster.ties[roster.ties["name_en"] == "Bangkok"]
    assert set(bangkok["place"]) == {"bangkok"}
    assert set(bangkok["home"]) == {"shanghai", "beijing"}
    assert roster.places.index.is_unique


def test_days_are_read_at_their_own_precision(small: Roster) -> None:
    ties = small.ties
    lodz = ties.loc["guangzhou-lodz"]
    assert (lodz["established"], lodz["earliest"].year, lodz["latest"].month) == ("1997", 1997, 12)
    assert pd.isna(ties.loc["wuhan-windhoek", "earliest"])
    assert pd.isna(ties.loc["tianjin-kobe", "gone"])


def test_a_tie_is_gone_on_the_last_day_of_its_end_but_never_after_the_as_of_day(
    small: Roster,
) -> None:
    gone = small.ties["gone"].dropna().dt.date.to_dict()
    assert gone == {
        "wuhan-kobe": dt.date(2010, 6, 30),
        "tianjin-sofia": dt.date(2012, 12, 31),
        "tianjin-bergen": small.as_of,
    }


def test_the_three_ended_ties_have_ended(roster: Roster) -> None:
    assert set(roster.ties.index[roster.ties["gone"].notna()]) == {
        "shanghai-gothenburg",
        "shanghai-prague",
        "beijing-prague",
    }


def test_every_tie_lies_in_the_regions_of_its_country(roster: Roster) -> None:
    for tie in plain_ties(PACKAGE):
        row = roster.ties.loc[tie.tie]
        tiers = {row["region"], row["subregion"], row["intermediate"]} - {""}
        assert tiers == tie.regions
