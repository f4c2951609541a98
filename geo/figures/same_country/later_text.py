"""Whether later ties went to the other city's own partner, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.same_country.latecomers import Entry, Late
from geo.figures.same_country.later import LaterTie, Sides, expected_together
from geo.figures.same_country.relation import OTHER, SAME
from geo.i18n import Words, mark
from geo.stats.text import p_value
from geo.ties.names import home_name
from geo.ties.roster import Roster
from geo.ties.view import View

EVERY_LATER = mark(
    "Counted is every tie, not only a city’s first in the country, that was certainly made after "
    "one of the other city there. All such ties are counted, none is a sample."
)
"""What a reader must know to read the later ties."""


def told_of(found: Sequence[Sides]) -> Sides | None:
    """The home that the title tells of: the largest change with enough ties, else the most ties."""
    some = [one for one in found if one.all]
    enough = [one for one in some if not one.few]
    if enough:
        return max(enough, key=lambda one: abs(one.since.share - one.before.share))
    return max(some, key=lambda one: one.all, default=None)


def later_title(found: Sequence[Sides], roster: Roster, view: View, words: Words) -> str:
    """How often a home that came later has the other's own partner, before a year and since."""
    told = told_of(found)
    if told is None:
        return words.say("In this selection no city certainly came after another")
    names = {
        "home": home_name(roster, told.home, words),
        "other": _other(told, roster, view, words),
    }
    if told.few:
        return words.say(
            "Where {other} was earlier, {home} shares its partner in {a} of {n}",
            a=words.number(told.before.count + told.since.count),
            n=words.number(told.before.of + told.since.of),
            **names,
        )
    return words.say(
        "Where {other} was earlier, {home} shares its partner in {a} of {n} since {year}, "
        "{b} of {m} before",
        year=view.turning_year,
        a=words.number(told.since.count),
        n=words.number(told.since.of),
        b=words.number(told.before.count),
        m=words.number(told.before.of),
        **names,
    )


def _other(told: Sides, roster: Roster, view: View, words: Words) -> str:
    """The other home; of several no one."""
    others = [home for home in view.homes if home != told.home]
    return home_name(roster, others[0], words) if len(others) == 1 else words.say("another")


def side_sentences(found: Sequence[Sides], roster: Roster, view: View, words: Words) -> list[str]:
    """Of every home with later ties how many have the other's partner, before and since."""
    year = view.turning_year
    sentences = [
        words.say(
            "{home}: the same city in {sides}{few}.",
            home=home_name(roster, one.home, words),
            sides=words.row(_sides(one, year, words)),
            few=words.say(", too few to compare") if one.few else "",
        )
        for one in found
        if one.before.of or one.since.of
    ]
    if unsure := sum(one.unsure for one in found):
        sentences.append(
            words.count(
                "{n} later tie may have been made before {year} or since and is left out.",
                "{n} later ties may have been made before {year} or since and are left out.",
                unsure,
                year=year,
            )
        )
    return sentences


def by_chance(found: Sequence[Sides], roster: Roster, view: View, words: Words) -> list[str]:
    """How often the same ties in random order would differ as much, home by home."""
    return [
        words.say(
            "{home}: the same ties dealt at random to the years before {year} and since differ as "
            "much in {p}% of cases (Fisher’s exact test).",
            home=home_name(roster, one.home, words),
            year=view.turning_year,
            p=words.number(100 * one.p, 1 if one.p < 0.1 else 0),
        )
        for one in found
        if not one.few
    ]


def capitals_sentences(
    found: Sequence[Sides], roster: Roster, view: View, words: Words
) -> list[str]:
    """Of every home's capitals, how many were then another's partner, before a year and since."""
    return [
        words.say(
            "Of {home}’s capitals, {a} of {n} since {year} were already {other}’s partners, "
            "{b} of {m} before ({p}, Fisher’s exact test).",
            home=home_name(roster, one.home, words),
            other=_other(one, roster, view, words),
            year=view.turning_year,
            a=words.number(one.since.count),
            n=words.number(one.since.of),
            b=words.number(one.before.count),
            m=words.number(one.before.of),
            p=p_value(one.p, words),
        )
        for one in found
        if not one.few
    ]


def later_sentences(
    late: Late, found: Sequence[Entry], every: Sequence[LaterTie], words: Words
) -> list[str]:
    """How often the later city chose another partner city, and what chance alone would give.

    Args:
        late: the late entries, counted.
        found: all entries.
        every: all later ties, first and further ones.

    Returns:
        A sentence on first ties; one that counts further ties too, where there are any; none where
        no city was later.
    """
    if not late.all:
        return []
    sentences = [
        words.count(
            "The later city’s first partner is a different city in {other} of {n} case; if the "
            "cities had chosen capitals independently, each as often as it did, about {expected} "
            "would be expected.",
            "The later city’s first partner is a different city in {other} of {n} cases; if the "
            "cities had chosen capitals independently, each as often as it did, about {expected} "
            "would be expected.",
            late.all,
            other=words.number(late.relations[OTHER]),
            expected=words.number(late.all - expected_together(found)),
        )
    ]
    firsts = {one.tie.tie for one in found}
    further = [one for one in every if one.tie.tie not in firsts]
    if not further:
        return sentences
    same = [words.of(one.tie, "name") for one in further if one.relation == SAME]
    theirs = words.say(
        "; further ties with the other city’s own partner: {names}", names=words.row(same)
    )
    return [
        *sentences,
        words.count(
            "Counting further ties in a country too, it is {other} of {n} case{same}.",
            "Counting further ties in a country too, it is {other} of {n} cases{same}.",
            len(every),
            other=words.number(sum(one.relation == OTHER for one in every)),
            same=theirs if same else "",
        ),
    ]


def _sides(one: Sides, year: int, words: Words) -> list[str]:
    """The shares before the year and since, those of nothing left out."""
    called = (
        (one.since, mark("{a} of {n} since {year}")),
        (one.before, mark("{a} of {n} before {year}")),
    )
    return [
        words.say(message, a=words.number(side.count), n=words.number(side.of), year=year)
        for side, message in called
        if side.of
    ]
