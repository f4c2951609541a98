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
from geo.i18n import YEARS_TO, Words, mark, sentences
from geo.stats.changepoint import Split
from geo.stats.proportions import Share
from geo.stats.text import count_of, p_value
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


def timing_sentence(one: Turn, broad: bool, roster: Roster, words: Words) -> str:
    """Whether the ties of a share that moved can tell when it did; empty where nothing moved."""
    split = one.split
    if split is None or one.course in (SAME, TOO_FEW):
        return ""
    told = [
        words.say(
            "{home}, {kind}: of all turning years {year} gives the largest difference; the same "
            "ties in random order give one as large in {p}.",
            home=home_name(roster, one.home, words),
            kind=words.say(kinds_called(broad)[one.kind]),
            year=split.year,
            p=_often(split.p, words),
        )
    ]
    if split.beyond:
        told.append(
            words.say(
                "A larger difference than in 95% of random orders is found with the turning "
                "years {years}.",
                years=words.row(spans_called(split, words)),
            )
        )
        told.append(
            words.say("One step fits better than a steady change.")
            if split.dated
            else words.say(
                "A steady change fits about as well as one step: these ties do not date the change."
            )
        )
    return sentences(told)


def spans_called(split: Split, words: Words) -> list[str]:
    """The years in which a break would be beyond random orders: 1994, 2007–2018."""
    return [
        str(first) if first == last else f"{first}{YEARS_TO[words.lang]}{last}"
        for first, last in split.beyond
    ]


def _often(p: float, words: Words) -> str:
    """How often, in per cent: under 0.1%, 0.4%, 12%."""
    if p < 0.001:
        return words.say("fewer than {n}% of cases", n=words.number(0.1, 1))
    return words.say("{n}% of cases", n=words.number(100 * p, 1 if p < 0.1 else 0))
