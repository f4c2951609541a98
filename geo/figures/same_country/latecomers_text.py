"""What the first-comer thesis comes to in the present view, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.same_country.latecomers import ARTICLE_YEAR, Change, Deterred, Late
from geo.figures.same_country.relation import OTHER
from geo.figures.same_country.text import RELATION
from geo.i18n import Words, mark
from geo.stats.proportions import FEW
from geo.ties.tie import Tie

ENTERED = mark(
    "Share of countries in which a city’s first partner was the capital, with "
    "95% confidence intervals (Wilson). Significant: the exact interval of the "
    "odds ratio excludes 1."
)
LATE_IS = mark("Later: the other city certainly had a tie in the country before.")
"""What a reader must know to read shares and entries."""


def taken_sentence(late: Late, words: Words) -> str:
    """What the later home did where the capital was already taken."""
    if not late.all:
        return words.say("In this selection no city certainly came after another")
    if not late.all_taken:
        return words.count(
            "In {n} case of a later tie, the capital was not yet the other city’s partner",
            "In none of {n} cases of a later tie was the capital already the other city’s partner",
            late.all,
        )
    chose = words.join(
        words.say("{what} {n}", what=words.say(RELATION[kind]), n=words.number(number))
        for kind, number in late.taken.items()
        if number
    )
    return words.count(
        "In {taken} of {n} case the later home found the capital taken, and then chose: {chose}",
        "In {taken} of {n} cases the later home found the capital taken, and then chose: {chose}",
        late.all,
        taken=words.number(late.all_taken),
        chose=chose,
    )


def deterred_sentence(home: str, found: Deterred, words: Words) -> str:
    """Whether a home (its name) kept away from capitals that another had taken."""
    if not found.taken.of:
        return words.say(
            "{home} never entered a country whose capital was already the other city’s partner.",
            home=home,
        )
    sentence = words.count(
        "{home}’s first partner was the capital in {a} of {n} country where the "
        "other city already had it, and in {b} of {m} others",
        "{home}’s first partner was the capital in {a} of {n} countries where the "
        "other city already had it, and in {b} of {m} others",
        found.taken.of,
        home=home,
        a=words.number(found.taken.count),
        b=words.number(found.free.count),
        m=words.number(found.free.of),
    )
    verdict = _verdict(found)
    return sentence + words.say("; ") + words.say(verdict) + words.say(".")


def overtaken_sentence(found: Sequence[Change], words: Words, year: int = ARTICLE_YEAR) -> str:
    """The ties after the article's last year that changed the picture of a country."""
    if not found:
        return words.say(
            "No tie made after {year} changes which of the cities has partners in a country",
            year=year,
        )
    near = sum(change.relation != OTHER for change in found)
    return words.count(
        "{n} tie since {year} in a shared country; {near} where the other city "
        "already had a partner",
        "{n} ties since {year} in shared countries; {near} where the other city "
        "already had a partner",
        len(found),
        year=year + 1,
        near=words.number(near),
    )


def overtaken_rule(words: Words, year: int = ARTICLE_YEAR) -> str:
    """Which ties count as having changed the picture of a country."""
    return words.say(
        "Ties made after {year}, the last year the article covers, in a country "
        "where the other city already had a partner: either the city’s first there,"
        " or in the same place as the other’s.",
        year=year,
    )


def change_line(change: Change, words: Words) -> str:
    """One tie that changed the picture of a country, beside what was there before it."""
    return words.say(
        "{country}: {home} with {partner}, {date}; before it {earlier}: {relation}",
        country=words.of(change.tie, "country"),
        home=words.of(change.tie, "home"),
        partner=words.of(change.tie, "name"),
        date=words.date(change.tie.established),
        earlier=_named(change.beside, words),
        relation=words.say(RELATION[change.relation]),
    )


def _named(tie: Tie, words: Words) -> str:
    return words.say(
        "{name} ({home}, {date})",
        name=words.of(tie, "name"),
        home=words.of(tie, "home"),
        date=words.date(tie.established),
    )


def _verdict(found: Deterred) -> str:
    """What the comparison of the two shares is worth."""
    if found.odds is None or min(found.taken.of, found.free.of) < FEW:
        return mark("too few to judge")
    if not found.odds.tells:
        return mark("the difference is not significant")
    if found.odds.ratio < 1:
        return mark("significantly less often in such countries")
    return mark("significantly more often in such countries")
