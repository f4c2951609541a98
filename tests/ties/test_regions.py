"""Regions of the United Nations' M49 standard."""

from __future__ import annotations

from geo.ties.regions import TIERS, lies_in, regions_present
from geo.ties.roster import Roster

SOUTHEAST_ASIA = {"BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"}


def test_southeast_asia_has_its_eleven_countries(roster: Roster) -> None:
    assert set(roster.countries.index[roster.countries["subregion_m49"] == "035"]) == SOUTHEAST_ASIA


def test_present_regions_are_those_of_the_countries_that_count(roster: Roster) -> None:
    present = regions_present(roster.countries, {"BR", "NA"})
    assert [(region.code, region.depth) for region in present] == [
        ("002", 0),  # Africa
        ("202", 1),  # Sub-Saharan Africa
        ("018", 2),  # Southern Africa
        ("019", 0),  # the Americas
        ("419", 1),  # Latin America and the Caribbean
        ("005", 2),  # South America
    ]
    assert all(region.en and region.zh for region in present)
    assert regions_present(roster.countries, set()) == []


def test_every_part_stands_after_its_whole_and_no_region_twice(roster: Roster) -> None:
    present = regions_present(roster.countries, set(roster.ties["country"]))
    codes = [region.code for region in present]
    assert len(codes) == len(set(codes))
    above: list[str] = []
    for region in present:
        above = [*above[: region.depth], region.code]
        assert len(above) == region.depth + 1
        columns = [f"{tier}_m49" for tier in TIERS[: region.depth + 1]]
        assert (roster.countries[columns] == above).all(axis=1).any(), region.en
    continents = [region.en for region in present if region.depth == 0]
    assert continents == sorted(continents)


def test_a_tie_lies_in_all_tiers_of_its_country_and_in_no_other(small: Roster) -> None:
    def inside(*codes: str) -> set[str]:
        return set(small.ties.loc[lies_in(small.ties, codes), "place"])

    assert inside("202") == inside("018") == {"windhoek"}
    assert inside("150") == {"lodz", "sofia", "bergen"}
    assert inside("151") == {"lodz", "sofia"}
    assert inside("154", "030") == {"bergen", "kobe", "oita"}
    assert inside("009") == set()
    assert inside() == set()
    assert inside("035") == set()
