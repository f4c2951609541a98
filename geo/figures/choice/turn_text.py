"""How the choice moved, said in sentences, right also when it moved the other way or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.choice.compare import kinds_called
from geo.figures.choice.turn import Turn
from geo.i18n import Words, mark
from geo.stats.changepoint import Split
from geo.stats.proportions import FEW
from geo.stats.text import count_of, odds_text
from geo.ties.names import home_name
from geo.ties.roster import Roster
from geo.ties.time import Years

CLEAR_RISE = mark(
    "{home}’s new ties since {year} are more often with {kind}: {since}, against {before} before"
)
CLEAR_FALL = mark(
    "{home}’s new ties since {year} are less often with {kind}: {since}, against {before} before"
)
NO_TURN = mark(
    "{home}: no clear change in {kind} ({since} of the ties since {year}; {before} before)"
)
TOO_FEW = mark(
    "{home} has too few ties before {year} or since to tell whether the share "
    "of {kind} has changed: {since} since, {before} before"
)

TURNED = {
    True: mark("{home}’s new ties are more often with {kind}"),
    False: mark("{home}’s new ties are less often with {kind}"),
    None: mark("{home} shows no clear change"),
}


def verdict(turns: Sequence[Turn], broad: bool, roster: Roster, words: Words) -> str:
    """Whether each home turned, in the fewest words; of too few ties nothing is said.

    Args:
        broad: how roles are counted.
    """
    called = kinds_called(broad)
    sentences = [
        words.say(
            TURNED[one.rises if one.clear else None],
            home=home_name(roster, one.home, words),
            kind=words.say(called[one.kind]),
        )
        for one in turns
        if not one.few
    ]
    year = turns[0].year
    if not sentences:
        return words.say("Too few ties before {year} or since to tell a change", year=year)
    return words.say("Since {year} {homes}", year=year, homes=words.say("; ").join(sentences))


def turns_sentence(turns: Sequence[Turn], broad: bool, roster: Roster, words: Words) -> str:
    """Whether each home turned to a kind of partner or away from it, in one sentence."""
    return words.say("; ").join(_turn(one, broad, roster, words) for one in turns)


def _turn(one: Turn, broad: bool, roster: Roster, words: Words) -> str:
    message, called = NO_TURN, kinds_called(broad)
    if one.few:
        message = TOO_FEW
    elif one.clear:
        message = CLEAR_RISE if one.rises else CLEAR_FALL
    return words.say(
        message,
        home=home_name(roster, one.home, words),
        kind=words.say(called[one.kind]),
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
            "{home}: fewer than {few} ties before or after the turning year, so no "
            "conclusion is drawn.",
            home=name,
            few=words.number(FEW),
        )
    if one.odds is None:
        return words.say("{home}: the same before and after.", home=name)
    sentence = words.say(
        "{home}, since relative to before: {odds}.", home=name, odds=odds_text(one.odds, words)
    )
    return sentence + _steady(steady, one.year, words) + _split(split, words)


def _steady(years: Years | None, chosen: int, words: Words) -> str:
    if years is None:
        return ""
    if years == (chosen, chosen):
        return words.say(" It is not significant with any neighbouring year as the turning year.")
    return words.say(
        " It is significant with any turning year from {first} to {last}, each tested by itself.",
        first=years[0],
        last=years[1],
    )


def _split(split: Split | None, words: Words) -> str:
    if split is None:
        return ""
    return words.say(
        " Of all possible turning years, {year} gives the largest difference; the "
        "same ties in random order give one as large in {p} (permutation test).",
        year=split.year,
        p=_often(split.p, words),
    )


def _often(p: float, words: Words) -> str:
    """How often, in per cent: under 0.1%, 0.4%, 12%."""
    if p < 0.001:
        return words.say("fewer than {n}% of cases", n=words.number(0.1, 1))
    return words.say("{n}% of cases", n=words.number(100 * p, 1 if p < 0.1 else 0))
