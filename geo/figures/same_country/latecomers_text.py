"""What the first-comer thesis comes to in the present view, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.figures.same_country.latecomers import ARTICLE_YEAR, CapitalFirst, Change, Late
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


def already_sentence(late: Late, words: Words) -> str:
    """What the later home did where the other had the capital already."""
    if not late.all:
        return words.say("In this selection no city certainly came after another")
    if not late.all_already:
        return words.count(
            "In {n} case of a later tie, the capital was not yet the other city’s partner",
            "In none of {n} cases of a later tie was the capital already the other city’s partner",
            late.all,
        )
    return words.count(
        "In {already} of {n} later tie the capital was already the other city’s partner",
        "In {already} of {n} later ties the capital was already the other city’s partner",
        late.all,
        already=words.number(late.all_already),
    )


def chosen_sentence(late: Late, words: Words) -> list[str]:
    """What the later city chose where the capital was already the other's partner."""
    if not late.all_already:
        return []
    chose = words.row(
        words.say("{what} {n}", what=words.say(RELATION[kind]), n=words.number(number))
        for kind, number in late.already.items()
        if number
    )
    return [words.say("Where it was, the later city chose: {chose}.", chose=chose)]


def capital_first_title(tested: Mapping[str, CapitalFirst], words: Words) -> str:
    """Whether homes began less or more often with a capital that was another's, in a few words.

    Args:
        tested: by the home's name.
    """
    if not any(found.already.of for found in tested.values()):
        return words.say("No city entered a country whose capital was already a partner")
    return words.say(
        "Capital first, where already a partner: {homes}",
        homes=words.say("; ").join(
            words.say("{home} {verdict}", home=home, verdict=words.say(_VERDICT[_worth(found)]))
            for home, found in tested.items()
        ),
    )


def capital_first_sentence(home: str, found: CapitalFirst, words: Words) -> str:
    """How often a home (its name) began with the capital, where it was another's and elsewhere."""
    if not found.already.of:
        return words.say(
            "{home} never entered a country whose capital was already the other city’s partner.",
            home=home,
        )
    sentence = words.count(
        "{home}’s first partner was the capital in {a} of {n} country where the other "
        "city already had it, and in {b} of {m} others",
        "{home}’s first partner was the capital in {a} of {n} countries where the other "
        "city already had it, and in {b} of {m} others",
        found.already.of,
        home=home,
        a=words.number(found.already.count),
        b=words.number(found.free.count),
        m=words.number(found.free.of),
    )
    verdict = _LONG_VERDICT[_worth(found)]
    return sentence + words.say("; ") + words.say(verdict) + words.say(".")


def changes_sentence(found: Sequence[Change], words: Words, year: int = ARTICLE_YEAR) -> str:
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


def changes_rule(words: Words, year: int = ARTICLE_YEAR) -> str:
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


_VERDICT = {
    "few": mark("too few"),
    "alike": mark("no significant difference"),
    "less": mark("significantly less often"),
    "more": mark("significantly more often"),
}
_LONG_VERDICT = {
    "few": mark("too few to judge"),
    "alike": mark("the difference is not significant"),
    "less": mark("significantly less often in such countries"),
    "more": mark("significantly more often in such countries"),
}
"""What a comparison comes to, by what it is worth; the longer words for a whole sentence."""


def _worth(found: CapitalFirst) -> str:
    """What the comparison of the two shares is worth: a key of :data:`_VERDICT`."""
    if found.odds is None or min(found.already.of, found.free.of) < FEW:
        return "few"
    if not found.odds.tells:
        return "alike"
    return "less" if found.odds.ratio < 1 else "more"
