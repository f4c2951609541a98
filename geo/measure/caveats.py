"""What must be said beside figures: how sure they are, and where they come from."""

from __future__ import annotations

from geo.measure.counts import Tally, Unsure
from geo.ties.roster import Roster
from geo.words import Words


def caveats_said(unsure: Unsure, counts: Tally, whole: bool, words: Words) -> list[str]:
    """How sure the figures are: dates not known or not exact, ties that ended, a sentence each.

    Args:
        whole: whether the view shows the whole period.
    """
    return [
        *_of_ranges(counts, words),
        *_of_undated(unsure, whole, words),
        *_of_bounds(unsure, words),
        *_of_hidden(unsure, words),
    ]


def source_said(roster: Roster, words: Words) -> str:
    """Where the figures come from: sources, data version, as-of day, licence."""
    release = roster.release
    return words.say(
        "Source: Friendship-city atlas, data {version}, as of {date}, {licence}; "
        "{n} sources listed tie by tie. Land: Natural Earth.",
        version=release.version,
        date=words.date(release.as_of.isoformat()),
        licence=release.licence,
        n=words.number(len(roster.sources)),
    )


def _of_ranges(counts: Tally, words: Words) -> list[str]:
    if counts.ties.possible == counts.ties.certain:
        return []
    return [
        words.say(
            "Where two numbers stand, the first is certain, the second possible by inexact dates."
        )
    ]


def _of_undated(unsure: Unsure, whole: bool, words: Words) -> list[str]:
    if not unsure.undated:
        return []
    if whole:
        return [
            words.count(
                "{n} tie without a known date is shown, because the whole period is.",
                "{n} ties without a known date are shown, because the whole period is.",
                unsure.undated,
            )
        ]
    return [
        words.count(
            "{n} tie without a known date is not shown: it belongs only to the whole period.",
            "{n} ties without a known date are not shown: they belong only to the whole period.",
            unsure.undated,
        )
    ]


def _of_bounds(unsure: Unsure, words: Words) -> list[str]:
    if not unsure.bounded:
        return []
    return [
        words.count(
            "Of {n} tie only bounds are known; where it is merely possible its mark is hollow.",
            "Of {n} ties only bounds are known; where they are merely possible marks are hollow.",
            unsure.bounded,
        )
    ]


def _of_hidden(unsure: Unsure, words: Words) -> list[str]:
    if not unsure.hidden:
        return []
    return [
        words.count(
            "{n} tie that had ended is hidden.",
            "{n} ties that had ended are hidden.",
            unsure.hidden,
        )
    ]
