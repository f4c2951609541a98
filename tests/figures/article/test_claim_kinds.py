"""The kinds of tests: on any data, however few, and with any parameters, however wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.figures.article.claims import Claim, claims_of, examine, wrong_claims
from geo.figures.article.claims.kinds import KINDS
from geo.figures.article.claims.verdict import VERDICTS
from geo.figures.article.official import agreement
from geo.i18n import Words
from geo.ties.roster import Roster, load_roster

ROSTER = load_roster()
CLAIMS = claims_of(ROSTER)


def test_every_kind_of_test_is_used_and_described() -> None:
    assert {claim.kind for claim in CLAIMS} == set(KINDS.by_name)
    for kind in KINDS.by_name.values():
        assert kind.rule.endswith(".")
        assert kind.run.__doc__


def of(kind: str, parameters: str, day: str = "2017-12-31") -> Claim:
    return replace(CLAIMS[0], slug="x", kind=kind, given=parameters, day=dt.date.fromisoformat(day))


TO_THE_SMALL = {
    "counts": "home=wuhan; levels=sister,district; expect=total:3,countries:2,district:1",
    "sums": "count=once",
    "about_as_many": "homes=wuhan,tianjin",
    "made_on": "ties=wuhan-oita:1979-09-07,wuhan-windhoek:1990,tianjin-nowhere:1980",
    "no_others": "homes=wuhan,tianjin; ties=wuhan-oita",
    "first_tie": "tie=wuhan-oita; date=1979-09-07",
    "only_one_earlier": "tie=tianjin-kobe; than=wuhan-windhoek",
    "came_first": "first=wuhan-windhoek; second=tianjin-lodz",
    "chooses": "home=wuhan; against=tianjin; role=port",
    "mostly_rank": "home=wuhan; rank=2; context=030",
    "mostly_role": "home=wuhan; role=port; least=90; context=030",
    "more_ties": "homes=wuhan,tianjin",
    "has_rank": "place=oita; rank=2; harbour=sea",
    "lasted": "tie=wuhan-oita; years=20",
    "took_longer": "longer=wuhan-oita; shorter=wuhan-windhoek",
    "none_in": "homes=wuhan,tianjin; country=JP,XX",
    "alone_in": "home=wuhan; country=JP",
    "partners_named": "home=wuhan; named=oita,JP,nowhere",
    "split_country": "country=JP; capital=tianjin; port=wuhan",
    "exceptions": "capital=tianjin; other=wuhan; expect=wuhan-kobe,wuhan-nowhere",
    "spread": "home=wuhan",
    "none_until": "home=wuhan; year=1978",
    "pace": "home=wuhan; periods=1979-1989,1990-1990",
    "membership": "region=035; group=asean; members=10; of=11",
    "talks": "ties=wuhan-oita:3,wuhan-windhoek:1",
    "outside": "found=yes,no,open",
    "beyond": "",
}
"""A statement of every kind, about the homes of the small roster."""


@given(
    kind=st.sampled_from(sorted(TO_THE_SMALL)),
    day=st.dates(dt.date(1949, 10, 1), dt.date(2030, 12, 31)),
    kept=st.sets(st.integers(0, 12)),
    world=st.booleans(),
    lang=st.sampled_from(["en", "zh"]),
)
def test_on_any_day_and_few_ties_there_is_an_outcome(
    small: Roster, kind: str, day: dt.date, kept: set[int], world: bool, lang: str
) -> None:
    """Before the first tie, without any, without a table of countries: never a traceback."""
    assert set(TO_THE_SMALL) == set(KINDS.by_name)
    few = replace(
        small,
        ties=small.ties.iloc[sorted(kept)],
        countries=small.countries if world else small.countries.iloc[:0],
        official_counts=pd.DataFrame(
            {"sister": ["3"], "exchange": [""], "district": ["2"], "total": ["6"]}, index=["once"]
        ),
        memberships=ROSTER.memberships if world else pd.DataFrame(),
    )
    (tested,) = examine(few, lang, (replace(of(kind, TO_THE_SMALL[kind]), day=day),))
    for outcome in (tested.then, tested.now):
        assert outcome.figure
        assert outcome.parts
        assert all(part.sentence for part in outcome.parts)
        assert outcome.verdict in VERDICTS
        assert set(outcome.ties) <= set(few.ties.index)
    empty = replace(few, official_counts=ROSTER.official_counts.iloc[:0])
    assert agreement(empty, ("wuhan",), Words(lang))


def test_the_pace_before_the_first_tie_cannot_be_told(small: Roster) -> None:
    early, late = (
        examine(small, "en", (of("pace", TO_THE_SMALL["pace"], day),))[0].then
        for day in ("1975-01-01", "1979-12-31")
    )
    assert early.verdict == "untold"
    assert early.figure == "No tie is known to have been made by that day"
    assert "1979–1979" in late.figure


def test_what_an_unknown_date_leaves_open_is_not_decided(small: Roster) -> None:
    """Windhoek may have come before Kōbe or after: neither is said."""
    for order in ("tie=wuhan-windhoek; than=tianjin-kobe", "tie=tianjin-kobe; than=wuhan-windhoek"):
        outcome = examine(small, "en", (of("only_one_earlier", order),))[0].then
        assert outcome.parts[0].answer is None


def test_homes_ties_and_places_that_are_not_in_the_data_break_nothing(small: Roster) -> None:
    """The article's statements, put to a roster of other homes, cannot be told."""
    claims = tuple(claim for claim in CLAIMS if claim.kind not in {"sums", "outside"})
    found = examine(small, "en", claims)
    assert all(each.then.figure for each in found)
    assert {each.then.verdict for each in found} == {"untold"}


@pytest.mark.parametrize(
    ("claim", "column", "wrong"),
    [
        (of("no_such_test", ""), "test", "no test of the name no_such_test"),
        (of("counts", "home"), "parameters", "“home” is not a name and a value"),
        (of("counts", "home=shanghai; home=beijing"), "parameters", "home stands there twice"),
        (of("counts", "home=shanghai"), "parameters", "needs the parameter expect"),
        (of("counts", "home=shanghai; expect=total"), "parameters", "needs a colon"),
        (of("counts", "home=shanghai; expect=total:many"), "parameters", "“many” is not a whole"),
        (of("counts", "home=shanghai; expect=total:٣"), "parameters", "“٣” is not a whole number"),
        (of("counts", "home=shanghai; expect=mayors:3"), "parameters", "mayors is nothing that is"),
        (
            of("counts", "home=shanghai; levels=province; expect=total:3"),
            "parameters",
            "no such level: province",
        ),
        (of("sums", "count=nowhere"), "parameters", "no such official count: nowhere"),
        (of("sums", "count=shanghai-2024-11-28"), "parameters", "gives no total"),
        (of("chooses", "home=beijing; against=shanghai; role=river"), "parameters", "no such role"),
        (of("about_as_many", "homes=shanghai"), "parameters", "homes must name two"),
        (of("pace", "home=shanghai; periods=then"), "parameters", "“then” is not a year"),
        (of("pace", "home=shanghai; periods=1999-1990"), "parameters", "ends before it begins"),
        (of("none_until", "home=shanghai; year=99999"), "parameters", "“99999” is not a year"),
        (of("made_on", "ties=shanghai-yokohama:1973-13-30"), "parameters", "is not a date such as"),
        (of("talks", "ties=shanghai-east-java:long"), "parameters", "“long” is not a whole number"),
        (of("outside", "found=yes,maybe"), "parameters", "yes, no, open, not maybe"),
    ],
    ids=lambda value: value.given if isinstance(value, Claim) else "",
)
def test_a_statement_that_cannot_be_tested_is_a_fault_with_a_sentence(
    claim: Claim, column: str, wrong: str
) -> None:
    ((slug, where, sentence),) = wrong_claims(ROSTER, (claim,))
    assert (slug, where) == ("x", column)
    assert wrong in sentence
    with pytest.raises(ValueError, match="statement x: "):
        examine(ROSTER, "en", (claim,))
