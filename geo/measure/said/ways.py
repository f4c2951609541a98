"""Whether a difference hangs on how it is counted, said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from geo.measure.choice import CAPITALS_OR_PORTS
from geo.measure.definitions import Outcome
from geo.measure.said.figures import name_of, ratio
from geo.ties.roster import Roster
from geo.words import Words, mark


def ways_said(
    outcomes: Sequence[Outcome], kind: str, pair: tuple[str, str], roster: Roster, words: Words
) -> str:
    """In how many ways of counting the first home of a pair has the larger share.

    Args:
        outcomes: one a way, with the odds of the first home of ``pair`` against the second.
        kind: a key of :data:`CAPITALS_OR_PORTS`.
    """
    known = [one.odds for one in outcomes if one.odds is not None]
    if not known:
        return words.say(
            "In none of the {n} ways are there ties enough to compare", n=len(outcomes)
        )
    larger = [one for one in known if one.ratio > 1]
    clear = [one for one in larger if one.tells]
    message = (
        mark(
            "In all {n} ways of counting {more} has the larger share of {kind} than {less}, "
            "in {clear} of them by more than chance (odds ratio {low} to {high})"
        )
        if len(larger) == len(outcomes)
        else mark(
            "In {larger} of {n} ways of counting {more} has the larger share of {kind} than "
            "{less}, in {clear} of them by more than chance (odds ratio {low} to {high})"
        )
    )
    return words.say(
        message,
        n=len(outcomes),
        larger=len(larger),
        clear=len(clear),
        more=name_of(roster, pair[0], words),
        less=name_of(roster, pair[1], words),
        kind=words.say(CAPITALS_OR_PORTS[kind]),
        low=ratio(min(one.ratio for one in known), words),
        high=ratio(max(one.ratio for one in known), words),
    )
