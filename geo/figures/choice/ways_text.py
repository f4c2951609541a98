"""What all ways of counting give, said in sentences, and what each way is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.figures.choice.compare import CAPITALS_OR_PORTS
from geo.figures.choice.ways import BY_RULE, LARGE_ONLY, Outcome, Pair, Way
from geo.i18n import Words, mark
from geo.stats.text import ratio
from geo.ties.names import home_name
from geo.ties.roster import Roster

HOW_TO_READ = mark(
    "Each line is one way of counting. Plain: sister cities only, strict "
    "definition of capital and port, ties in force, capitals of today. "
    "Exchanges: friendly exchanges too; wide: wider definition; ended: ended "
    "ties too; at signing: capitals as they were then. For ports also: by the rule over the "
    "World Port Index without overrides, and with large and medium harbours only."
)
"""What the names of the ways stand for."""
SHADED = mark("Shaded: as counted in this selection.")
AT_THE_RIGHT = mark("On the right: odds ratios with exact 95% confidence intervals.")


def ways_sentence(
    outcomes: Sequence[Outcome], kind: str, pair: Pair, roster: Roster, words: Words
) -> str:
    """In how many ways of counting the first home of a pair has the larger share.

    Args:
        outcomes: one a way, with the odds of the first home of ``pair`` against the second.
        kind: a key of :data:`geo.figures.choice.compare.CAPITALS_OR_PORTS`.
        pair: slugs of the two homes.
    """
    known = [one.odds for one in outcomes if one.odds is not None]
    if not known:
        return words.say(
            "None of the {n} ways of counting has enough ties to compare", n=len(outcomes)
        )
    larger = [one for one in known if one.ratio > 1]
    clear = sum(one.tells for one in larger)
    message = (
        mark(
            "However counted ({n} ways), {more} has a larger share of {kind} than "
            "{less}; significant in all (odds ratio {low} to {high})"
        )
        if clear == len(outcomes)
        else mark(
            "However counted ({n} ways), {more} has a larger share of {kind} than "
            "{less}; significant in {clear} (odds ratio {low} to {high})"
        )
        if len(larger) == len(outcomes)
        else mark(
            "In {larger} of {n} ways of counting {more} has a larger share of {kind} "
            "than {less}; significant in {clear} (odds ratio {low} to {high})"
        )
    )
    return words.say(
        message,
        n=len(outcomes),
        larger=len(larger),
        clear=clear,
        more=home_name(roster, pair[0], words),
        less=home_name(roster, pair[1], words),
        kind=words.say(CAPITALS_OR_PORTS[kind]),
        low=ratio(min(one.ratio for one in known), words),
        high=ratio(max(one.ratio for one in known), words),
    )


def ways_title(
    outcomes: Mapping[str, Sequence[Outcome]],
    pairs: Mapping[str, Pair | None],
    roster: Roster,
    words: Words,
) -> str:
    """For each kind of partner in how many ways the same home has the larger share.

    Args:
        outcomes: one a way, by kind.
        pairs: the two homes that are compared, by kind; none where there are not two.
    """
    clauses = [
        _clause(outcomes[kind], kind, pair[0], roster, words)
        for kind, pair in pairs.items()
        if pair and any(one.odds for one in outcomes[kind])
    ]
    if not clauses:
        return words.say("Every way of counting, and what it gives")
    return words.say(
        "Larger share, ways of counting – {clauses}",
        clauses=words.say("; ").join(clauses),
    )


def _clause(of_kind: Sequence[Outcome], kind: str, home: str, roster: Roster, words: Words) -> str:
    larger = sum(one.odds is not None and one.odds.ratio > 1 for one in of_kind)
    return words.say(
        "{kind}: {more} in {larger} of {n}",
        larger=words.number(larger),
        n=words.number(len(of_kind)),
        more=home_name(roster, home, words),
        kind=words.say(CAPITALS_OR_PORTS[kind]),
    )


def way_name(way: Way, words: Words) -> str:
    """What sets a way apart from the plain one, in a few words."""
    parts = [
        words.say(name)
        for here, name in (
            (len(way.levels) > 1, mark("exchanges")),
            (way.broad, mark("wide")),
            (way.ended, mark("ended")),
            (way.at_signing, mark("at signing")),
            (way.harbours == BY_RULE, mark("index alone")),
            (way.harbours == LARGE_ONLY, mark("large harbours")),
        )
        if here
    ]
    return " + ".join(parts) or words.say("plain")
