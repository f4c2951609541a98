"""The rows of shares that the pages and pictures show with their intervals."""

from __future__ import annotations

import pandas as pd

from geo.draw.charts.intervals import Row
from geo.draw.palette import Ground, home_colours
from geo.measure.coverage import Coverage
from geo.measure.latecomers import deterred
from geo.measure.rivals_said import names_of
from geo.measure.shares import Share
from geo.ties.roster import Roster
from geo.ties.view import View
from geo.words import Words


def deterred_rows(
    found: pd.DataFrame, roster: Roster, view: View, words: Words, ground: Ground
) -> list[Row]:
    """How often each home entered by the capital where it was taken, and elsewhere.

    Args:
        found: entries (:func:`geo.measure.latecomers.entries`) of the view.
    """
    colours = home_colours(roster.homes, ground)
    rows = []
    for home, name in zip(view.homes, names_of(roster, view.homes, words), strict=True):
        result, colour = deterred(found, home), colours[home]
        taken = words.say("{home}, capital taken", home=name)
        free = words.say("{home}, elsewhere", home=name)
        rows += [
            Row(taken, result.taken, _of(result.taken, words), colour),
            Row(free, result.free, _of(result.free, words), colour),
        ]
    return rows


def coverage_rows(
    covered: list[Coverage], roster: Roster, words: Words, ground: Ground
) -> list[Row]:
    """Which share of an area's states each home covers, and any of them."""
    colours = home_colours(roster.homes, ground)
    return [
        Row(
            names_of(roster, (found.home,), words)[0] if found.home else words.say("any of them"),
            found.share,
            words.say(
                "{a} of {n}",
                a=words.range(found.share.count, found.possible),
                n=words.number(found.share.of),
            ),
            colours[found.home] if found.home else ground.faint,
        )
        for found in covered
    ]


def _of(share: Share, words: Words) -> str:
    return words.say("{a} of {n}", a=words.number(share.count), n=words.number(share.of))
