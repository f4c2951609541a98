"""How the choice moved, said in sentences, right also when it moved the other way or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.choice.compare import kinds_called
from geo.figures.choice.turn import (
    FALLEN,
    MAY_FALL,
    MAY_RISE,
    RISEN,
    SAME,
    TOO_FEW,
    Doubtful,
    Turn,
)
from geo.i18n import YEARS_TO, Words, mark
from geo.stats.changepoint import Split
from geo.stats.proportions import FEW, Share
from geo.stats.text import count_of, odds_text, p_value
from geo.ties.doubts import CALLED, doubts
from geo.ties.names import home_name
from geo.ties.roster import Roster

SENTENCE = {
    RISEN: mark("{home}: share of {kind} up, {since} since {year}, {before} before"),
    FALLEN: mark("{home}: share of {kind} down, {since} since {year}, {before} before"),
    MAY_RISE: mark(
        "{home}: share of {kind} rising, not certain, {since} since {year}, {before} before"
    ),
    MAY_FALL: mark(
        "{home}: share of {kind} falling, not certain, {since} since {year}, {before} before"
    ),
    SAME: mark("{home}: no clear change, {since} since {year}, {before} before"),
    TOO_FEW: mark("{home}: too few to tell a change, {since} since {year}, {before} before"),
}
COURSE = {
    RISEN: mark("{home}: share of {kind} has risen"),
    FALLEN: mark("{home}: share of {kind} has fallen"),
    MAY_RISE: mark("{home}: share of {kind} rising, not certain"),
    MAY_FALL: mark("{home}: share of {kind} falling, not certain"),
    SAME: mark("{home}: no clear change in {kind}"),
    TOO_FEW: mark("{home}: too few ties to tell"),
}
COUNTED = mark("Counted: ties certainly made, ended ones too; capitals as they were at signing.")


def verdict(turns: Sequence[Turn], broad: bool, roster: Roster, words: Words) -> str:
    """How each home's share went, in the fewest words.

    Args:
        broad: how roles are counted.
    """
    if all(one.course == TOO_FEW for one in turns):
        return words.say("Too few ties before {year} or since to tell a change", year=turns[0].year)
    return words.say("; ").join(
        words.say(
            COURSE[one.course],
            home=home_name(roster, one.home, words),
            kind=words.say(kinds_called(broad)[one.kind]),
        )
        for one in turns
    )


def turns_sentence(turns: Sequence[Turn], broad: bool, roster: Roster, words: Words) -> str:
    """How each home's share of a kind of partner went, with its counts, in one sentence."""
    return words.say("; ").join(
        words.say(
            SENTENCE[one.course],
            home=home_name(roster, one.home, words),
            kind=words.say(kinds_called(broad)[one.kind]),
            year=one.year,
            since=count_of(one.since, words),
            before=count_of(one.before, words),
        )
        for one in turns
    )


def stretches_sentence(
    one: Turn,
    parts: Sequence[tuple[int | None, Share]],
    broad: bool,
    roster: Roster,
    words: Words,
) -> str:
    """The share in its stretches of time, one after the other."""
    years = [year for year, _ in parts]
    clauses = []
    for place, (first, share) in enumerate(parts):
        following = years[place + 1] if place + 1 < len(years) else None
        clauses.append(_stretch(first, following, share, words))
    return words.say(
        "{home}, {kind} among the ties made: {parts}.",
        home=home_name(roster, one.home, words),
        kind=words.say(kinds_called(broad)[one.kind]),
        parts=words.clauses(clauses),
    )


def _stretch(first: int | None, following: int | None, share: Share, words: Words) -> str:
    counted = count_of(share, words)
    if first is None:
        return words.say("{count} before {year}", count=counted, year=following)
    if following is None:
        return words.say("{count} since {year}", count=counted, year=first)
    return words.say("{count} in {years}", count=counted, years=words.years(first, following - 1))


def doubts_sentence(one: Turn, found: Doubtful, broad: bool, roster: Roster, words: Words) -> str:
    """Which ties a share since the turning year rests on that are open to doubt."""
    names = [
        words.say("{name} ({text})", name=name, text=words.say(CALLED[doubt]))
        for name, doubt in zip(found.ties[f"name_{words.lang}"], doubts(found.ties), strict=True)
    ]
    return words.say(
        "{home}’s {kind} since {year} that are open to doubt: {names}. Without them {since} since, "
        "against {before} before ({p}, Fisher’s exact test).",
        home=home_name(roster, one.home, words),
        kind=words.say(kinds_called(broad)[one.kind]),
        year=one.year,
        names=words.row(names),
        since=count_of(found.since, words),
        before=count_of(one.before, words),
        p=p_value(found.p, words),
    )


def certainty(one: Turn, broad: bool, roster: Roster, words: Words) -> str:
    """How sure one turn is: odds since against before, the sharpest year, and all years like it."""
    head = words.say(
        "{home}, {kind}",
        home=home_name(roster, one.home, words),
        kind=words.say(kinds_called(broad)[one.kind]),
    )
    if one.few:
        return words.say(
            "{home}: fewer than {few} ties before or after the turning year, so no "
            "conclusion is drawn.",
            home=head,
            few=words.number(FEW),
        )
    if one.odds is None:
        return words.say("{home}: the same before and after.", home=head)
    sentence = words.say(
        "{home}, since relative to before: {odds}.", home=head, odds=odds_text(one.odds, words)
    )
    return sentence + _split(one.split, one.standing, words)


def _split(split: Split | None, standing: Split | None, words: Words) -> str:
    if split is None:
        return ""
    sentence = words.say(
        " Of all possible turning years, {year} gives the largest difference; the "
        "same ties in random order give one as large in {p} (permutation test).",
        year=split.year,
        p=_often(split.p, words),
    )
    if standing is not None:
        sentence += words.say(
            " Without ended ties it is {year}, in {p}.",
            year=standing.year,
            p=_often(standing.p, words),
        )
    return sentence + _dated(split, words)


def _dated(split: Split, words: Words) -> str:
    """In which years a break would be as telling, and whether a slow change fits as well."""
    if not split.beyond:
        return ""
    spans = [
        str(first) if first == last else f"{first}{YEARS_TO[words.lang]}{last}"
        for first, last in split.beyond
    ]
    sentence = words.say(
        " A larger difference than in 95% of random orders is found with the turning years "
        "{years}.",
        years=words.row(spans),
    )
    message = (
        mark(" One step fits better than a steady change (log likelihood {step}; {trend}).")
        if split.dated
        else mark(
            " A steady change fits about as well as one step (log likelihood {trend}; {step}): "
            "these ties do not date the change."
        )
    )
    return sentence + words.say(
        message, step=_likelihood(split.step, words), trend=_likelihood(split.trend, words)
    )


def _likelihood(value: float, words: Words) -> str:
    return f"−{words.number(-value, 1)}"


def _often(p: float, words: Words) -> str:
    """How often, in per cent: under 0.1%, 0.4%, 12%."""
    if p < 0.001:
        return words.say("fewer than {n}% of cases", n=words.number(0.1, 1))
    return words.say("{n}% of cases", n=words.number(100 * p, 1 if p < 0.1 else 0))
