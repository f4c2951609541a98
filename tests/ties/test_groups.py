import datetime as dt

import pytest

from geo.data import PACKAGE
from geo.i18n import Words
from geo.ties.groups import (
    BELT_ROAD,
    GROUPS,
    Area,
    area_name,
    areas,
    countries_of,
    joined,
    knows_states,
    left,
    lies_in_areas,
    members,
    states_of,
)
from geo.ties.roster import Roster, load_roster
from tests.plain import rows_of

ROSTER = load_roster()
SOME_DAYS = (dt.date(2019, 3, 22), dt.date(2023, 11, 30), dt.date(2024, 1, 1))


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        ("asean", "1967-08-07", 0),
        ("asean", "1967-08-08", 5),
        ("asean", "2017-12-31", 10),
        ("asean", "2025-10-26", 11),
        ("eu", "1957-12-31", 0),
        ("eu", "2004-05-01", 25),
        ("eu", "2020-01-31", 28),
        ("eu", "2020-02-01", 27),
        ("brics", "2009-06-16", 4),
        ("brics", "2010-12-31", 5),
        ("brics", "2024-01-01", 9),
        ("brics", "2025-01-06", 10),
        ("belt-road", "2015-03-08", 0),
        ("belt-road", "2015-03-09", 1),
        ("belt-road", "2015-12-31", 10),
        ("belt-road", "2017-12-31", 30),
        ("belt-road", "2019-12-31", 56),
        ("belt-road", "2026-11-26", 60),
        ("un", "1973-12-31", 135 - 4),
        ("un", "2011-07-14", 193),
    ],
)
def test_a_group_has_its_members_of_the_day(group: str, day: str, count: int) -> None:
    # 1973: the 135 members of the day less the German Democratic Republic, Czechoslovakia,
    # Yugoslavia and Democratic Yemen, which have no code of their own today.
    assert len(members(ROSTER, group, dt.date.fromisoformat(day))) == count


def test_the_united_kingdom_left_and_saudi_arabia_is_left_out() -> None:
    assert "GB" in members(ROSTER, "eu", dt.date(2017, 12, 31))
    assert "GB" not in members(ROSTER, "eu", dt.date(2026, 1, 1))
    assert "SA" not in members(ROSTER, "brics", dt.date(2026, 1, 1))


def test_states_are_members_of_the_united_nations_abroad() -> None:
    there = states_of(Area("035"), ROSTER, ROSTER.as_of)
    assert len(there) == 11
    eastern = states_of(Area("030"), ROSTER, ROSTER.as_of)
    assert eastern == {"JP", "KP", "KR", "MN"}  # neither the homes' country nor parts of it
    assert {"HK", "CN"} <= countries_of(Area("030"), ROSTER, ROSTER.as_of)


def test_italy_and_panama_left_and_who_has_no_date_is_never_in() -> None:
    """Bolivia and Kazakhstan have signed on days that the sources do not tell."""
    italy = {day: "IT" in members(ROSTER, BELT_ROAD, day) for day in SOME_DAYS}
    assert list(italy.values()) == [False, True, False]
    assert left(ROSTER, BELT_ROAD, dt.date(2023, 11, 30)) == []
    assert left(ROSTER, BELT_ROAD, ROSTER.as_of) == ["IT", "PA"]
    undated = {
        row["country"]
        for row in rows_of(PACKAGE, "groups")
        if row["group"] == BELT_ROAD and not row["since"]
    }
    assert {"BO", "KZ"} <= undated
    assert not undated & members(ROSTER, BELT_ROAD, dt.date(2099, 1, 1))
    assert not undated & set(joined(ROSTER, BELT_ROAD))
    assert all(row["since"] for row in rows_of(PACKAGE, "groups") if row["group"] != BELT_ROAD)


def test_ties_lie_in_a_group_by_its_members_of_the_as_of_day() -> None:
    ties = ROSTER.ties
    there = lies_in_areas(ROSTER, ties, [BELT_ROAD])
    assert set(ties["country"][there]) <= members(ROSTER, BELT_ROAD, ROSTER.as_of)
    assert not ties["country"][there].isin(["IT", "PA"]).any()
    both = lies_in_areas(ROSTER, ties, [BELT_ROAD, "035"])
    assert (both == there | lies_in_areas(ROSTER, ties, ["035"])).all()
    assert both.sum() > there.sum()
    assert not lies_in_areas(ROSTER, ties, []).any()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_area_has_a_name_of_its_own(lang: str) -> None:
    names = [area_name(area, ROSTER, Words(lang)) for area in areas(ROSTER)]
    assert all(names)
    assert len(names) == len(set(names))
    assert [area.code for area in areas(ROSTER)][: len(GROUPS)] == list(GROUPS)


def test_states_of_an_area_are_countries_of_it_and_never_the_homes_own() -> None:
    for area in areas(ROSTER):
        states = states_of(area, ROSTER, ROSTER.as_of)
        assert states <= countries_of(area, ROSTER, ROSTER.as_of)
        assert "CN" not in states
    assert countries_of(Area("no such code"), ROSTER, ROSTER.as_of) == frozenset()


def test_one_rosters_memberships_never_answer_for_another(small: Roster) -> None:
    assert members(ROSTER, "asean", ROSTER.as_of)
    assert not members(small, "asean", ROSTER.as_of)
    assert not knows_states(small)
    assert [area.code for area in areas(small)] == [
        area.code for area in areas(ROSTER) if not area.is_group
    ]
    south_east = states_of(Area("035"), small, small.as_of)
    assert south_east == countries_of(Area("035"), small, small.as_of) - {"CN"}
