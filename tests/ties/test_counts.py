"""Counts: the certain and the possible, against a naive recount."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.data import PACKAGE
from geo.ties.counts import Span, Tally, Unsure, tally, unsure
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.plain import PlainTie, passes, plain_ties, shown
from tests.views import views

ROSTER, PLAIN = load_roster(), plain_ties(PACKAGE)


def recount(ties: list[PlainTie], view: View, roster: Roster) -> Tally:
    answers = shown(ties, view, roster)
    at_most = [tie for tie in ties if answers.get(tie.tie, ("", False))[1]]
    sure = [tie for tie in at_most if answers[tie.tie][0] == "certain"]

    def span(field: str, of: str | None = None) -> Span:
        sets = [
            {getattr(tie, field) for tie in some if of in (None, tie.home)}
            for some in (sure, at_most)
        ]
        return Span(len(sets[0]), len(sets[1]))

    pairs = {(tie.place, tie.home) for tie in at_most}
    places = [place for place, _ in pairs]
    return Tally(
        ties=span("tie"),
        partners=span("place"),
        countries=span("country"),
        by_home={home: span("tie", home) for home in view.homes},
        shared=len({place for place in places if places.count(place) > 1}),
        ended=sum(not stands for _, stands in answers.values()),
    )


def recount_unsure(ties: list[PlainTie], view: View, roster: Roster) -> Unsure:
    passing = [tie for tie in ties if passes(tie, view)]
    return Unsure(
        undated=sum(tie.made is None for tie in passing),
        bounded=sum(tie.made is not None and tie.made[0] != tie.made[1] for tie in passing),
        hidden=0
        if view.ended
        else sum(not stands for _, stands in shown(ties, view.but(ended=True), roster).values()),
    )


@given(views(ROSTER))
def test_the_tally_of_any_view_is_a_naive_recount(view: View) -> None:
    assert tally(select(ROSTER, view), view) == recount(PLAIN, view, ROSTER)
    assert unsure(ROSTER, view) == recount_unsure(PLAIN, view, ROSTER)


@given(st.data())
def test_the_tally_of_three_homes_is_a_naive_recount(
    small: Roster, small_package: Path, data: st.DataObject
) -> None:
    view, plain = data.draw(views(small)), plain_ties(small_package)
    assert tally(select(small, view), view) == recount(plain, view, small)
    assert unsure(small, view) == recount_unsure(plain, view, small)


@given(views(ROSTER))
def test_no_certain_count_is_above_its_possible_one(view: View) -> None:
    counts = tally(select(ROSTER, view), view)
    spans = [counts.ties, counts.partners, counts.countries, *counts.by_home.values()]
    assert all(0 <= span.certain <= span.possible for span in spans)
    assert sum(span.possible for span in counts.by_home.values()) == counts.ties.possible
    assert counts.countries.possible <= counts.partners.possible <= counts.ties.possible


def test_a_partner_of_three_homes_is_three_ties_and_one_partner(small: Roster) -> None:
    view = View.default(small).but(countries=("PL",))
    counts = tally(select(small, view), view)
    assert (counts.ties, counts.partners, counts.shared) == (Span(3, 3), Span(1, 1), 1)
    assert list(counts.by_home) == ["tianjin", "guangzhou", "wuhan"]
    assert set(counts.by_home.values()) == {Span(1, 1)}


@pytest.mark.parametrize(
    ("years", "ties"),
    [((1973, 2000), Span(0, 0)), ((1973, 2003), Span(0, 1)), ((1973, 2004), Span(1, 1))],
)
def test_a_tie_between_bounds_is_possible_before_it_is_certain(
    small: Roster, years: tuple[int, int], ties: Span
) -> None:
    view = View.default(small).but(homes=("guangzhou",), countries=("BG",), years=years)
    counts = tally(select(small, view), view)
    assert (counts.ties, counts.partners) == (ties, ties)
    assert unsure(small, view) == Unsure(undated=0, bounded=1, hidden=0)


def test_ended_ties_are_hidden_or_shown_but_never_counted_as_standing(small: Roster) -> None:
    hiding = View.default(small).but(levels=LEVELS)
    showing = hiding.but(ended=True)
    assert unsure(small, hiding).hidden == tally(select(small, showing), showing).ended == 3
    assert unsure(small, showing).hidden == tally(select(small, hiding), hiding).ended == 0
    assert tally(select(small, hiding), hiding).ties == tally(select(small, showing), showing).ties


def test_a_span_is_something_if_anything_is_possible() -> None:
    assert Span(0, 1)
    assert not Span(0, 0)
