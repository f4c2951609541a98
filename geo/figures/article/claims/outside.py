"""Statements that our data cannot test and other sources can: what these say, as the row has it."""

from __future__ import annotations

from geo.figures.article.claims.case import Case
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.verdict import Part
from geo.i18n import mark

ANSWERS = {
    "yes": (True, mark("Outside sources bear it out")),
    "no": (False, mark("Outside sources contradict it")),
    "open": (None, mark("No outside source was found that settles it")),
}
"""What sources may say of a condition, as ``claims.csv`` has it."""


@KINDS.add(
    "outside",
    mark("Not in our data: judged by the sources named below, condition by condition."),
)
def outside(case: Case) -> Outcome:
    """What sources other than our tables say: ``found``, an answer for each condition.

    Raises:
        ValueError: an answer is none of :data:`ANSWERS`.
    """
    found = case.many("found")
    if unknown := [answer for answer in found if answer not in ANSWERS]:
        raise ValueError(f"found must be some of {', '.join(ANSWERS)}, not {', '.join(unknown)}")
    parts = tuple(
        Part(case.words.say(sentence), answer)
        for answer, sentence in (ANSWERS[answer] for answer in found)
    )
    decided = [part for part in parts if part.answer is not None] or parts
    return Outcome(case.words.clauses(dict.fromkeys(part.sentence for part in decided)), parts)
