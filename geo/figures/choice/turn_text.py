"""How the choice moved, said in sentences, right also when it moved the other way or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.choice.compare import CAPITALS_OR_PORTS
from geo.figures.choice.turn import Turn
from geo.i18n import Words, mark
from geo.stats.changepoint import Split
from geo.stats.proportions import FEW
from geo.stats.text import count_of, odds_text
from geo.ties.names import home_name
from geo.ties.roster import Roster
from geo.ties.time import Years

CLEAR_RISE = mark(
    "{home} has turned to {kind}: {since} of the ties made since {year}, {before} before"
)
CLEAR_FALL = mark(
    "{home} has turned away from {kind}: {since} of the ties made since {year}, {before} before"
)
NO_TURN = mark(
    "{home} shows no clear turn in {kind}: {since} of the ties made since {year}, {before} before"
)
TOO_FEW = mark(
    "{home} has too few ties on one side of {year} to tell a turn in {kind}: "
    "{since} since, {before} before"
)

TURNED = {
    True: mark("{home} has turned to {kind}"),
    False: mark("{home} has turned away from {kind}"),
    None: mark("{home} shows no clear turn"),
}


def verdict(turns: Sequence[Turn], roster: Roster, words: Words) -> str:
    """Whether each home turned, in the fewest words; of too few ties nothing is said."""
    sentences = [
        words.say(
            TURNED[one.rises if one.clear else None],
            home=home_name(roster, one.home, words),
            kind=words.say(CAPITALS_OR_PORTS[one.kind]),
        )
        for one in turns
        if not one.few
    ]
    year = turns[0].year
    if not sentences:
        return words.say("Too few ties before {year} or since to tell a turn", year=year)
    return words.say("Since {year} {homes}", year=year, homes=words.say("; ").join(sentences))


def turns_sentence(turns: Sequence[Turn], roster: Roster, words: Words) -> str:
    """Whether each home turned to a kind of partner or away from it, in one sentence."""
    return words.say("; ").join(_turn(one, roster, words) for one in turns)


def _turn(one: Turn, roster: Roster, words: Words) -> str:
    message = NO_TURN
    if one.few:
        message = TOO_FEW
    elif one.clear:
        message = CLEAR_RISE if one.rises else CLEAR_FALL
    return words.say(
        message,
        home=home_name(roster, one.home, words),
        kind=words.say(CAPITALS_OR_PORTS[one.kind]),
        year=one.year,
        since=count_of(one.since, words),
        before=count_of(one.before, words),
    )


def certainty(
    one: Turn, steady: Years | None, split: Split | None, roster: Roster, words: Words
) -> str:
    """How sure one turn is: odds since against before, other years, and the sharpest year.

    Args:
        steady: the turning years with which it stays clear
            (:func:`geo.figures.choice.turn.steady`).
        split: where the ties break most sharply, if anywhere.
    """
    name = home_name(roster, one.home, words)
    if one.few:
        return words.say(
            "{home}: fewer than {few} ties on one side, so nothing is claimed.",
            home=name,
            few=words.number(FEW),
        )
    if one.odds is None:
        return words.say("{home}: the same on both sides.", home=name)
    sentence = words.say(
        "{home}, since against before: {odds}.", home=name, odds=odds_text(one.odds, words)
    )
    return sentence + _steady(steady, one.year, words) + _split(split, words)


def _steady(years: Years | None, chosen: int, words: Words) -> str:
    if years is None:
        return ""
    if years == (chosen, chosen):
        return words.say(" With no other neighbouring year as the turning point is it clear.")
    return words.say(
        " It is clear with any turning year from {first} to {last}.",
        first=years[0],
        last=years[1],
    )


def _split(split: Split | None, words: Words) -> str:
    if split is None:
        return ""
    return words.say(
        " All years tried, the sharpest break is {year}; the same ties in random order break so "
        "sharply in {p}.",
        year=split.year,
        p=_often(split.p, words),
    )


def _often(p: float, words: Words) -> str:
    """How often, in per cent: under 0.1%, 0.4%, 12%."""
    if p < 0.001:
        return words.say("fewer than {n}% of cases", n=words.number(0.1, 1))
    return words.say("{n}% of cases", n=words.number(100 * p, 1 if p < 0.1 else 0))
