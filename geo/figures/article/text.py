"""The verdicts in words: of one statement, and of all of them in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.article.claims import Tested
from geo.figures.article.claims.verdict import VERDICTS, Verdict
from geo.i18n import Words, mark
from geo.ties.citation import publisher_of, title_of
from geo.ties.roster import Roster

VERDICT: dict[Verdict, str] = {
    "holds": mark("holds"),
    "partly": mark("holds in part"),
    "outdated": mark("out of date"),
    "fails": mark("does not hold"),
    "untold": mark("cannot be determined"),
}
"""What a verdict is called."""

RULE = mark(
    "Each statement is split into conditions. It holds if all are met, in part "
    "if some are; it does not hold if none is met and at least one fails; it "
    "cannot be determined if none can be decided. Where dates are inexact, a "
    "condition is decided only if every possible date gives the same answer. "
    "Where today’s figures are worse only through what came after, the statement is "
    "out of date and not refuted."
)
"""The one rule for all verdicts, as a message."""


def stated(tested: Sequence[Tested]) -> list[Tested]:
    """What the article states, without the questions of our own."""
    return [each for each in tested if each.of_article]


def tallies(tested: Sequence[Tested]) -> dict[Verdict, tuple[int, int]]:
    """How many statements have each verdict: as of the article's dates, and today."""
    return {
        verdict: (
            sum(each.then.verdict == verdict for each in stated(tested)),
            sum(each.today == verdict for each in stated(tested)),
        )
        for verdict in VERDICTS
    }


def headline(tested: Sequence[Tested], words: Words) -> str:
    """The sentence over the page: how many statements held, then and now."""
    some = stated(tested)
    if not some:
        return words.say("There is no statement to test")
    return words.say(
        "{then} of the article’s {n} statements held when it was written; today {now}",
        n=words.number(len(some)),
        then=words.number(sum(each.then.verdict == "holds" for each in some)),
        now=words.number(sum(each.today == "holds" for each in some)),
    )


def in_full(tested: Sequence[Tested], words: Words) -> str:
    """How many statements have which verdict, at the time of writing and today."""
    counts = tallies(tested)
    return words.say(
        "At the time of writing {then}; today {now}.",
        then=_sentence({verdict: pair[0] for verdict, pair in counts.items()}, words),
        now=_sentence({verdict: pair[1] for verdict, pair in counts.items()}, words),
    )


def _sentence(counts: dict[Verdict, int], words: Words) -> str:
    """Counts of verdicts, those of none left out: 17 hold, 4 hold in part and 1 cannot be told."""
    sentence = {
        "holds": words.count("{n} holds", "{n} hold", counts["holds"]),
        "partly": words.count("{n} holds in part", "{n} hold in part", counts["partly"]),
        "outdated": words.count("{n} is out of date", "{n} are out of date", counts["outdated"]),
        "fails": words.count("{n} does not hold", "{n} do not hold", counts["fails"]),
        "untold": words.say("{n} cannot be determined", n=words.number(counts["untold"])),
    }
    return words.row(sentence[verdict] for verdict in VERDICTS if counts[verdict])


def changes(tested: Sequence[Tested], words: Words) -> str:
    """How many verdicts are others today than as of the article's dates."""
    number = sum(each.changed for each in stated(tested))
    if not number:
        return words.say("No verdict has changed since.")
    return words.count(
        "{n} verdict has changed since; what has not is pale.",
        "{n} verdicts have changed since; those that have not are pale.",
        number,
    )


def own_questions(tested: Sequence[Tested], words: Words) -> list[str]:
    """How many questions are ours and not the article's; nothing if none is."""
    number = len(tested) - len(stated(tested))
    if not number:
        return []
    return [
        words.count(
            "{n} question of our own is kept apart and not counted.",
            "{n} questions of our own are kept apart and not counted.",
            number,
        )
    ]


def about(roster: Roster, tested: Sequence[Tested], words: Words) -> list[str]:
    """Which article, in whose words; nothing where the data do not say."""
    source = tested[0].claim.sources[0] if tested else ""
    if source not in roster.sources.index:
        return []
    return [
        words.say(
            "The article: {title}. {publisher}. Its statements are given in our own words, "
            "its own stand below each.",
            title=title_of(roster.sources.loc[source], words),
            publisher=publisher_of(roster.sources.loc[source], words),
        )
    ]
