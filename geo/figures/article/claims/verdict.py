"""What becomes of a statement: it is taken apart into conditions, and these decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from geo.ties.counts import Span

Verdict = Literal["holds", "partly", "fails", "untold", "outdated"]
VERDICTS: tuple[Verdict, ...] = ("holds", "partly", "outdated", "fails", "untold")
"""It holds, holds in part, has been overtaken since, does not hold, cannot be told."""
WORTH: dict[Verdict, int] = {"holds": 3, "partly": 2, "untold": 1, "fails": 0}
"""Which of two verdicts says more for a statement."""


def today(then: Verdict, now: Verdict) -> Verdict:
    """The verdict today on a statement about a day: what came after it does not refute it.

    Args:
        then: by its conditions on its own day.
        now: by the same conditions today. Where it is worse, the statement is out of date.
    """
    return "outdated" if WORTH[now] < WORTH[then] else now


@dataclass(frozen=True)
class Part:
    """One condition of a statement.

    Attributes:
        sentence: what was found, in words.
        answer: whether the condition is met; ``None`` where the data leave both open.
    """

    sentence: str
    answer: bool | None


def verdict_of(parts: Iterable[Part]) -> Verdict:
    """The verdict on a statement from its conditions.

    It holds if all conditions are met, and holds in part if some are. It does not hold if one
    fails and none is met. It cannot be told if none is decided.
    """
    answers = [part.answer for part in parts]
    if answers and all(answers):
        return "holds"
    if any(answers):
        return "partly"
    return "fails" if False in answers else "untold"


def agreed(answers: Iterable[bool]) -> bool | None:
    """The answer that every possible state of things gives; ``None`` where they disagree."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None


def equals(span: Span, stated: int) -> bool | None:
    """Whether a count is the stated number, for every number that it may be."""
    return agreed(number == stated for number in range(span.certain, span.possible + 1))


def about_equal(one: Span, other: Span, percent: float) -> bool | None:
    """Whether two counts differ by at most so many percent of the larger one."""
    return agreed(
        abs(a - b) * 100 <= percent * max(a, b)
        for a, b in product((one.certain, one.possible), (other.certain, other.possible))
    )


def more(low: float, high: float, than_low: float, than_high: float) -> bool | None:
    """Whether a number between two bounds is larger than another between two bounds."""
    if low > than_high:
        return True
    return False if high <= than_low else None
