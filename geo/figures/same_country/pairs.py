"""Ties beside the nearest earlier one of another home, as the columns of a table."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.date_columns import Columns, Headings, since
from geo.i18n import Words, mark
from geo.ties.tie import Tie

OTHER_SINCE: Headings = (
    mark("Other city since"),
    mark("Other city, earliest day"),
    mark("Other city, latest day"),
)


def pairs(both: Sequence[tuple[Tie, Tie]], words: Words) -> Columns:
    """Ties and, beside each, the nearest earlier one of another home in the country."""
    later, earlier = [one for one, _ in both], [other for _, other in both]
    return (
        {
            words.say("Country"): [words.of(tie, "country") for tie in later],
            words.say("Later city"): [words.of(tie, "home") for tie in later],
            words.say("Its partner"): [words.of(tie, "name") for tie in later],
        }
        | since(later, words)
        | {
            words.say("Other city"): [words.of(tie, "home") for tie in earlier],
            words.say("Nearest earlier partner of the other city"): [
                words.of(tie, "name") for tie in earlier
            ],
        }
        | since(earlier, words, OTHER_SINCE)
    )
