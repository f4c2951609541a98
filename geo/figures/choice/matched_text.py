"""The matched comparison, said in sentences."""

from __future__ import annotations

from geo.figures.choice.matched import BOTH, NEITHER, Matched
from geo.i18n import Words, mark
from geo.stats.text import p_value
from geo.ties.names import home_name
from geo.ties.roster import Roster

ALONE = mark("Of {of} shared countries, only {one} has the capital in {x}, only {other} in {y}")
ALONE_OR_NONE = mark(
    "Of {of} shared countries, only {one} has the capital in {x}, only {other} in none"
)
NONE_ALONE = mark("In none of {of} shared countries does only one city have the capital")
LOT = mark(
    "both in {both}, neither in {neither}. In the {n} countries where one city alone has it, {x} "
    "to {y} is tested against the toss of a coin: {p} (McNemar’s exact test of matched pairs)."
)
TOO_FEW = mark(
    "both in {both}, neither in {neither}. One city alone has it in {n}, too few countries to tell "
    "a split from the toss of a coin."
)
SAME = mark(
    "Each country is compared with itself, so the choice of countries plays no part. Only countries"
    " where both cities have a partner are counted."
)
NO_PAIR = mark("No two of the selected cities have partners in the same country.")
ONE_HOME = mark("Countries are matched between two cities; one is selected.")
MOST_SHARED = mark("Of {n} cities, the two that share the most countries are compared.")


def alone_sentence(found: Matched, roster: Roster, words: Words) -> str:
    """Who alone has the capital, in how many of the shared countries; the one with more first."""
    (one, x), (other, y) = found.ahead
    return words.say(
        ALONE if y else ALONE_OR_NONE if x else NONE_ALONE,
        of=words.number(found.of),
        one=home_name(roster, one, words),
        other=home_name(roster, other, words),
        x=words.number(x),
        y=words.number(y),
    )


def coin_sentence(found: Matched, words: Words) -> str:
    """How the other countries fall, and what the toss of a coin would give."""
    (_, x), (_, y) = found.ahead
    return words.say(
        TOO_FEW if found.few else LOT,
        both=words.number(found.counts[BOTH]),
        neither=words.number(found.counts[NEITHER]),
        n=words.number(found.differ),
        x=words.number(x),
        y=words.number(y),
        p=p_value(found.p, words),
    )
