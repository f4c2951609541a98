"""The article's statements as marks, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.draw.charts.verdicts import Mark
from geo.measure.claims import Tested
from geo.measure.claims.said import VERDICT
from geo.words import Words


def marks_of(tested: Sequence[Tested], words: Words) -> list[Mark]:
    """One mark a statement, with its part of the article, its words and its verdicts."""
    return [
        Mark(
            words.of(each.claim, "section"),
            words.of(each.claim, "statement"),
            each.then.verdict,
            each.now.verdict,
            words.say(VERDICT[each.then.verdict]),
            words.say(VERDICT[each.now.verdict]),
        )
        for each in tested
    ]


def heads_and_titles(words: Words) -> tuple[tuple[str, str], tuple[str, str]]:
    """What stands over the two halves, and the titles of the two lines of the tooltip."""
    return (
        (words.say("as of the article"), words.say("as of today")),
        (words.say("Statement"), words.say("Verdict")),
    )
