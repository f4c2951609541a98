"""Our own roster and lists of readers as one roster."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest

from geo.i18n import Words
from geo.style.colours import GROUNDS, home_colours
from geo.style.vision import SEEN_BY, contrast, distance
from geo.ties.evidence import evidence
from geo.ties.joining import COLOURS, PREFIX, Added, joined
from geo.ties.roster import Roster, roster_of
from geo.ties.select import select
from geo.ties.view import View

APART = 12.0
"""Least distance of two colours in CIELAB (CIE 1976)."""


def added(roster: Roster, home: str = "busan", **changes: str) -> Added:
    """A list of one home: Osaka, which is ours, and Kalmar, which is not."""
    tables = {name: roster.tables[name].iloc[:0] for name in ("homes", "places", "ties", "sources")}
    names = {"full_en": "", "full_zh": "", "seat_en": "", "seat_zh": "", "kind": "city"}
    rows: dict[str, list[dict[str, str]]] = {
        "homes": [_place("home", home, "Busan", "釜山", "KR", "35.1", "129.04") | changes],
        "places": [
            _place("place", "osaka", "Osaka", "大阪", "JP", "34.69", "135.50") | names,
            _place("place", "kalmar", "Kalmar", "卡尔马", "SE", "56.6616", "16.3616") | names,
        ],
        "ties": [
            {
                "tie": f"{home}-{place}",
                "home": home,
                "place": place,
                "level": "sister",
                "established": "2008-05",
                "earliest": "2008-05-01",
                "latest": "2008-05-31",
                "sources": "ROSTER",
            }
            for place in ("osaka", "kalmar")
        ],
        "sources": [
            {"source": "ROSTER", "title": "list.csv", "kind": "other", "url": "javascript:x()"}
        ],
    }
    made = {
        name: pd.DataFrame(rows[name]).reindex(columns=table.columns, fill_value="")
        for name, table in tables.items()
    }
    return Added(made, home.encode())


def _place(
    key: str, slug: str, en: str, zh: str, country: str, lat: str, lon: str
) -> dict[str, str]:
    names = {key: slug, "name_en": en, "name_zh": zh, "country": country}
    return names | {
        "lat": lat,
        "lon": lon,
        "color_light": "#000000",
        "color_dark": "#ffffff",
    }


def test_a_roster_of_tables_is_that_of_the_folder(roster: Roster) -> None:
    again = roster_of(roster.tables, roster.release, roster.package, roster.key)
    pd.testing.assert_frame_equal(again.ties, roster.ties)
    assert again.without_brought is again


def test_nothing_added_is_our_roster_itself(roster: Roster) -> None:
    assert joined(roster, []) is roster


def test_a_list_stands_beside_ours_and_changes_nothing_of_it(roster: Roster) -> None:
    both = joined(roster, [added(roster)])
    assert list(both.homes.index) == ["shanghai", "beijing", "my-busan"]
    ours = both.ties[~both.ties["home"].str.startswith(PREFIX)]
    pd.testing.assert_frame_equal(ours[roster.ties.columns], roster.ties)
    assert list(both.ties.index[-2:]) == ["my-busan-osaka", "my-busan-kalmar"]
    pd.testing.assert_frame_equal(both.official_counts, roster.official_counts)
    assert len(both.claims) == len(roster.claims)
    assert both.without_brought is roster and both.key != roster.key
    assert both.brought == (b"busan",)


def test_a_place_that_is_ours_stays_ours_and_others_get_computed_roles(roster: Roster) -> None:
    both = joined(roster, [added(roster)])
    assert both.ties.at["my-busan-osaka", "place"] == "osaka"
    assert "my-osaka" not in both.places.index
    assert evidence(both.places.loc["osaka"], Words("en")) == evidence(
        roster.places.loc["osaka"], Words("en")
    )
    kalmar = both.places.loc["my-kalmar"]
    assert both.ties.at["my-busan-kalmar", "role"] == "port"
    for lang in ("en", "zh"):
        assert Words(lang).say(
            "computed by the rule of the atlas, not checked by hand"
        ) in " ".join(evidence(kalmar, Words(lang)))


def test_what_cannot_be_computed_is_told_to_be_unknown_and_never_denied(roster: Roster) -> None:
    inland = added(roster)
    inland.tables["places"].loc[1, ["name_en", "name_zh", "country", "lat", "lon"]] = [
        "Madison",
        "麦迪逊",
        "US",
        "43.07",
        "-89.40",
    ]
    place = joined(roster, [inland]).places.loc["my-kalmar"]
    assert place["port"] == ""
    assert "whether it has a port is not known" in evidence(place, Words("en"))


def test_two_lists_with_the_same_keys_do_not_mix(roster: Roster) -> None:
    other = added(roster, name_en="Daegu", name_zh="大邱")
    both = joined(roster, [added(roster), Added(other.tables, b"other")])
    assert list(both.homes.index)[2:] == ["my-busan", "my-busan-2"]
    assert both.ties.groupby("home").size()["my-busan-2"] == 2
    assert set(both.ties["place"][-4:]) == {"osaka", "my-kalmar"}, "one place, whoever names it"
    assert both.key != joined(roster, [added(roster)]).key


def test_a_home_that_is_called_like_ours_is_told_apart(roster: Roster) -> None:
    both = joined(roster, [added(roster, name_en="Shanghai", name_zh="上海")])
    assert both.homes.at["my-busan", "name_en"] == "Shanghai (your list)"
    assert both.homes.at["my-busan", "name_zh"] == "上海（自有名单）"


def test_the_list_is_a_source_without_an_address_that_is_none(roster: Roster) -> None:
    both = joined(roster, [added(roster)])
    assert both.ties.at["my-busan-kalmar", "sources"] == "my-ROSTER"
    assert both.sources.at["my-ROSTER", "title"] == "list.csv"
    assert both.sources.at["my-ROSTER", "url"] == ""


def test_an_added_home_is_shown_when_it_is_chosen_and_the_address_names_it(roster: Roster) -> None:
    both = joined(roster, [added(roster)])
    usual = View.default(both)
    assert usual.homes == ("shanghai", "beijing") and "home" not in usual.to_query(both)
    chosen = usual.but(homes=("shanghai", "my-busan"))
    assert chosen.to_query(both)["home"] == ["shanghai", "my-busan"]
    assert View.from_query(chosen.to_query(both), both) == chosen
    assert set(select(both, chosen)["home"]) == {"shanghai", "my-busan"}
    assert View.from_query({"home": ["my-busan"]}, roster).homes == ("shanghai", "beijing")


def test_more_homes_than_there_are_colours_are_refused(roster: Roster) -> None:
    with pytest.raises(ValueError, match="No more than 5 cities"):
        joined(roster, [added(roster, f"home-{n}") for n in range(6)])


@pytest.mark.parametrize("ground", list(GROUNDS))
@pytest.mark.parametrize("seen_by", list(SEEN_BY))
def test_colours_of_homes_are_told_apart_and_stand_out(
    ground: str, seen_by: str, roster: Roster
) -> None:
    some = joined(roster, [added(roster, f"home-{n}") for n in range(len(COLOURS))])
    colours = list(home_colours(some.homes, GROUNDS[ground]).values())
    assert len(colours) == 7
    for one, other in combinations(colours, 2):
        assert distance(one, other, seen_by) > APART, (one, other)
    for colour in colours:
        assert contrast(colour, GROUNDS[ground].land) >= 3, colour
