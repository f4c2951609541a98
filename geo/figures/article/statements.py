"""Each statement of the article in words: what is stated, what became of it, how it was judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.figures.article.claims import Claim, Tested, claims_of, examine, slips_of
from geo.figures.article.claims.kinds import Outcome
from geo.figures.article.claims.verdict import Part, Verdict
from geo.figures.article.text import VERDICT
from geo.i18n import Words, mark
from geo.ties.partner import ids_of
from geo.ties.roster import Roster

ANSWER = {True: mark("met"), False: mark("not met"), None: mark("open")}
"""What a condition's answer is called."""

ALL, CHANGED = "", "changed"
THEN: tuple[Verdict, ...] = ("holds", "partly", "fails", "untold")
"""The verdicts that there are on a statement's own day."""
CHOICES = (ALL, *THEN, CHANGED)
"""Which statements may be listed: all, those of a verdict as of the article, those that changed."""


@dataclass(frozen=True)
class Finding:
    """What became of a statement as of a day: the day, the verdict with its word, the figure.

    Attributes:
        same: a word in place of the figure, where it is that of the article's day; else empty.
    """

    when: str
    verdict: Verdict
    word: str
    figure: str
    same: str = ""


@dataclass(frozen=True)
class Quote:
    """The article's own words.

    Attributes:
        original: in Chinese; "" where it is none of its statements.
        translation: in English, which is ours; "" for a reader of Chinese on the page.
        where: section and paragraph, in words.
    """

    original: str
    translation: str
    where: str


@dataclass(frozen=True)
class Statement:
    """One statement in the reader's language.

    Attributes:
        slug: its key.
        section: the part of the article that it belongs to.
        sentence: what is stated.
        notes: what a reader should know besides.
        then, now: what became of it, as of the article and as of today.
        changed: whether the verdict is another today.
        opens: what stands over the way in which it was judged.
        whose: whether the article states it or the question is ours, in words.
        quote: the article's own words.
    """

    slug: str
    section: str
    sentence: str
    notes: tuple[str, ...]
    then: Finding
    now: Finding
    changed: bool
    opens: str
    whose: str
    quote: Quote


@dataclass(frozen=True)
class Slip:
    """Where the article contradicts itself: how, what stands against it, its own words.

    Attributes:
        sources: ids of what else is known of it; none where the article alone shows it.
    """

    sentence: str
    note: str
    quote: Quote
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What the article sets around its argument: when, what, where in it, by which sources."""

    when: str
    sentence: str
    where: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Half:
    """The conditions as of a day: each with its answer; "" in place of what is unchanged."""

    day: str
    conditions: tuple[tuple[str, str], ...]
    instead: str = ""


@dataclass(frozen=True)
class Judged:
    """How a statement was judged.

    Attributes:
        rule: of its kind of test.
        halves: the conditions, as of the article and as of today.
        cited: what stands before the sources of the statement.
        sources: their ids.
    """

    rule: str
    halves: tuple[Half, Half]
    cited: str
    sources: tuple[str, ...]


@lru_cache(maxsize=16)
def statements(roster: Roster, lang: str) -> tuple[Statement, ...]:
    """Every statement that comes with a roster, in their order."""
    words = Words(lang)
    return tuple(
        _statement(each, roster, words) for each in examine(roster, lang, claims_of(roster))
    )


def listed(some: Sequence[Statement], choice: str) -> list[Statement]:
    """The statements that a reader asks for.

    Args:
        choice: one of :data:`CHOICES`.
    """
    if choice == CHANGED:
        return [one for one in some if one.changed]
    return [one for one in some if choice in (ALL, one.then.verdict)]


def choices(some: Sequence[Statement], words: Words) -> dict[str, str]:
    """What may be asked for, with how many there are of each."""
    names = {ALL: words.say("all"), CHANGED: words.say("changed since")}
    names |= {verdict: words.say(VERDICT[verdict]) for verdict in THEN}
    return {
        choice: words.say(
            "{name} ({n})", name=names[choice], n=words.number(len(listed(some, choice)))
        )
        for choice in CHOICES
    }


def judged(roster: Roster, lang: str, slug: str) -> Judged:
    """How one statement was judged."""
    words, tested = Words(lang), tested_of(roster, lang, slug)
    then, now = tested.then.parts, tested.now.parts
    days = (tested.claim.day, roster.as_of)
    dates = [words.date(day.isoformat()) for day in days]
    same = words.say("unchanged") if then == now else ""
    return Judged(
        tested.rule,
        (
            Half(dates[0], _conditions(then, words)),
            Half(dates[1], () if same else _conditions(now, words), same),
        ),
        words.say("Sources of the statement and its remark"),
        tested.claim.sources,
    )


def tested_of(roster: Roster, lang: str, slug: str) -> Tested:
    """One statement with what became of it."""
    return next(
        each for each in examine(roster, lang, claims_of(roster)) if each.claim.slug == slug
    )


def _statement(tested: Tested, roster: Roster, words: Words) -> Statement:
    claim, number = tested.claim, len(tested.ties)
    opens = words.say("How it was judged")
    if number:
        opens = words.count(
            "How it was judged, and the {n} tie behind it",
            "How it was judged, and the {n} ties behind it",
            number,
        )
    same = words.say("unchanged") if tested.then.figure == tested.now.figure else ""
    return Statement(
        claim.slug,
        words.of(claim, "section"),
        words.of(claim, "statement"),
        tuple(filter(None, (words.of(claim, "note"), tested.then.remark))),
        _finding(tested.then, tested.then.verdict, claim.day.isoformat(), words),
        _finding(tested.now, tested.today, roster.as_of.isoformat(), words, same),
        tested.changed,
        opens,
        words.say("the article") if tested.of_article else words.say("our own question"),
        quote_of(claim, words),
    )


def slips(roster: Roster, lang: str) -> tuple[Slip, ...]:
    """The slips of the article, in their order."""
    words = Words(lang)
    return tuple(
        Slip(
            words.of(one, "statement"),
            words.of(one, "note"),
            quote_of(one, words),
            one.sources[1:],
        )
        for one in slips_of(roster)
    )


def besides(roster: Roster, lang: str) -> tuple[Beside, ...]:
    """The context of the article: what has a date in its order, then the rest."""
    words = Words(lang)
    rows = roster.context.sort_values("date", key=lambda dates: dates.replace("", "~"))
    return tuple(
        Beside(
            words.date(row.date) if row.date else "",
            words.of(row, "text"),
            where_in_article(row.located, words),
            ids_of([row.sources])[1:],
        )
        for row in rows.itertuples()
    )


def quote_of(claim: Claim, words: Words) -> Quote:
    """The article's own words for a statement, and where they stand in it."""
    inner = str.maketrans("“”", "‘’")  # marks inside a quotation are single (GB/T 15834)
    quoted = claim.quote_zh.translate(inner)
    return Quote(quoted, claim.quote_en, where_in_article(claim.located, words))


def where_in_article(located: str, words: Words) -> str:
    """Section and paragraph of the article, in words; "" where it is not in it."""
    section, dot, paragraph = located.partition(".")
    if dot:
        return words.say(
            "section {section}, paragraph {paragraph}", section=section, paragraph=paragraph
        )
    return words.say("table 1") if located else ""


def _finding(outcome: Outcome, verdict: Verdict, day: str, words: Words, same: str = "") -> Finding:
    return Finding(
        words.say("as of {date}", date=words.date(day)),
        verdict,
        words.say(VERDICT[verdict]),
        outcome.figure,
        same,
    )


def _conditions(parts: Sequence[Part], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((words.say(ANSWER[part.answer]), part.sentence) for part in parts)
