"""Shares of capitals and ports, counted a second time from the rows of the tables."""

import csv
from collections import Counter
from itertools import pairwise

import pandas as pd

from geo.data import PACKAGE
from geo.figures.choice.compare import compare, counted, left_out, shares_by_kind
from geo.figures.choice.shares_text import headline
from geo.figures.choice.ways import BY_RULE, HARBOUR_WAYS, WAYS, outcomes, way_of, ways_for
from geo.figures.choice.ways_text import way_name, ways_sentence, ways_title
from geo.i18n import Words
from geo.stats.proportions import FEW
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View

ROSTER = load_roster()
VIEW = View.default(ROSTER)


def rows(name: str) -> list[dict[str, str]]:
    with (PACKAGE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def recount(
    levels: tuple[str, ...], broad: bool, ended: bool, then: bool
) -> dict[str, Counter[str]]:
    """Ties, capitals and ports of each home, without pandas and without geo/ties."""
    places = {row["place"]: row for row in rows("places")}
    found: dict[str, Counter[str]] = {}
    for tie in rows("ties"):
        if tie["level"] not in levels or (tie["ended"] and not ended):
            continue
        place = places[tie["place"]]
        capital = (place["capital_at_signing"] if then else "") or place["capital"]
        home = found.setdefault(tie["home"], Counter())
        home["ties"] += 1
        home["capital"] += capital == "is" or (broad and capital == "contains")
        home["port"] += place["port"] == "sea" or (broad and place["port"] in ("river", "lake"))
    return found


def test_every_way_of_counting_as_the_rows_give_it() -> None:
    found = outcomes(ROSTER, VIEW, {"capital": None, "port": None})
    for kind, of_kind in found.items():
        assert [one.way for one in of_kind] == list(ways_for(ROSTER, kind))
        assert len(of_kind) == len(WAYS) + (len(HARBOUR_WAYS) if kind == "port" else 0)
        for one in of_kind[: len(WAYS)]:
            way = one.way
            expected = recount(way.levels, way.broad, way.ended, way.at_signing)
            for home, share in one.shares.items():
                assert (share.count, share.of) == (expected[home][kind], expected[home]["ties"])
            assert one.odds is None


def test_the_default_shares_as_the_rows_give_them() -> None:
    ties = counted(select(ROSTER, VIEW))
    expected = recount(("sister",), broad=False, ended=False, then=False)
    for kind, shares in shares_by_kind(ties, VIEW.homes).items():
        for home, share in shares.items():
            if kind != "both":
                assert (share.count, share.of) == (expected[home][kind], expected[home]["ties"])


def test_the_ways_are_sixteen_and_the_view_is_one_of_them() -> None:
    assert len(set(WAYS)) == 16
    assert way_of(VIEW) in WAYS
    assert way_of(VIEW.but(levels=("district",))) is None


def test_only_certain_ties_that_stand_count() -> None:
    chosen = select(ROSTER, VIEW.but(levels=("sister", "district"), years=(1990, 2010), ended=True))
    assert set(counted(chosen)["made"]) == {"certain"} and counted(chosen)["stands"].all()
    possible = chosen[(chosen["made"] == "possible") & chosen["stands"]]
    assert left_out(chosen) == len(possible)


def made_up(**roles: str) -> pd.DataFrame:
    """Ties of homes by name: c a capital, p a port, b both, n neither."""
    names = {"c": "capital", "p": "port", "b": "both", "n": "neither"}
    pairs = [(home, names[letter]) for home, letters in roles.items() for letter in letters]
    return pd.DataFrame(pairs, columns=["home", "role"])


def test_three_homes_are_compared_by_their_ends() -> None:
    ties = made_up(a="cccccpp", b="cccbpppp", c="pppppppc", d="cc")
    found = compare(ties, ("a", "b", "c", "d"), "capital")
    assert (found.more, found.less, found.few) == ("a", "c", ("d",))
    shares = [found.shares[home].share for home in ("a", "b", "c")]
    assert all(higher > lower for higher, lower in pairwise(shares))


def test_too_few_ties_say_nothing() -> None:
    found = compare(made_up(a="c" * (FEW - 1), b="p" * 30), ("a", "b"), "capital")
    assert found.more is None and found.odds is None and not found.clear


def test_the_sentence_turns_round_with_the_finding() -> None:
    words = Words("en")
    homes = ("shanghai", "beijing")
    for rich, poor in (homes, homes[::-1]):
        ties = made_up(**{rich: "c" * 20 + "p", poor: "p" * 20 + "c"})
        sentence = headline([compare(ties, homes, "capital")], False, ROSTER, words)
        names = [ROSTER.homes.loc[home, "name_en"] for home in (rich, poor)]
        assert sentence.startswith(f"{names[0]} has the larger share of capitals (")
    alike = headline(
        [compare(made_up(shanghai="cp" * 9, beijing="cp" * 9), homes, "capital")],
        False,
        ROSTER,
        words,
    )
    assert alike == "Capitals: not significant (Shanghai 50%; Beijing 50%)"


def test_one_home_and_none() -> None:
    words, homes = Words("en"), ("shanghai",)
    alone = headline([compare(made_up(shanghai="cccppp"), homes, "capital")], False, ROSTER, words)
    assert alone == "Shanghai has 6 ties: 50% with capitals"
    few = headline([compare(made_up(shanghai="cc"), homes, "capital")], False, ROSTER, words)
    assert "Too few" in few
    none = headline([compare(made_up(), homes, "capital")], False, ROSTER, words)
    assert none == "No tie matches this selection"


def test_the_sentences_over_all_ways_count_them() -> None:
    pair, words = ("beijing", "shanghai"), Words("en")
    for kind, ways in (("capital", 16), ("port", 18)):
        for first, second in (pair, pair[::-1]):
            found = outcomes(ROSTER, VIEW, {kind: (first, second)})
            larger = sum(1 for one in found[kind] if one.odds and one.odds.ratio > 1)
            sentence = ways_sentence(found[kind], kind, (first, second), ROSTER, words)
            assert sentence.startswith(
                f"However counted ({ways} ways)"
                if larger == ways
                else f"In {larger} of {ways} ways"
            )
            title = ways_title(found, {kind: (first, second)}, ROSTER, words)
            name = ROSTER.homes.loc[first, "name_en"]
            assert title.endswith(f"s: {name} in {larger} of {ways}")


def test_ports_by_the_index_alone_as_the_rows_give_them() -> None:
    """Once more by plain comparisons of the cells, without the rule of geo/ties."""
    places = {row["place"]: row for row in rows("places")}

    def port(place: dict[str, str], large_only: bool) -> bool:
        if not place["wpi_km"]:
            return False
        km, size = float(place["wpi_km"]), place["wpi_size"]
        if large_only and size not in ("Large", "Medium"):
            return False
        if place["wpi_named"] == "yes":
            return km <= 100
        listed, ranked = place["population_source"] == "WUP2018", place["rank"] != ""
        if place["kind"] == "district" or (listed and not ranked) or size == "Very Small":
            return False
        return km <= (30 if listed and size != "Small" else 15)

    found = outcomes(ROSTER, VIEW, {"port": ("shanghai", "beijing")})["port"]
    for one in found[len(WAYS) :]:
        for home, share in one.shares.items():
            own = [
                places[tie["place"]]
                for tie in rows("ties")
                if tie["home"] == home and tie["level"] == "sister" and not tie["ended"]
            ]
            large_only = one.way.harbours != BY_RULE
            assert share.of == len(own)
            assert share.count == sum(port(place, large_only) for place in own)
    by_rule = {home: share.count for home, share in found[len(WAYS)].shares.items()}
    assert by_rule == {"shanghai": 48, "beijing": 23}


def test_ways_have_names_of_their_own_in_both_languages() -> None:
    for lang in ("en", "zh"):
        names = [way_name(way, Words(lang)) for way in ways_for(ROSTER, "port")]
        assert len(set(names)) == len(WAYS) + len(HARBOUR_WAYS)
    assert way_name(WAYS[0], Words("en")) == "plain"
    assert way_name(WAYS[-1], Words("en")) == "exchanges + wide + ended + at signing"
