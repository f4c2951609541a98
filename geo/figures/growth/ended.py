"""The ties that ended in the years shown, in a sentence."""

from __future__ import annotations

import pandas as pd

from geo.figures.scene import Scene
from geo.i18n.phrases import home_of

MOST_NAMED = 6
"""More are counted and not named."""


def ended_remark(scene: Scene, ties: pd.DataFrame) -> list[str]:
    """Which ties ended in the years of the view, with their dates; nothing where none did.

    Args:
        ties: every tie that passes the filters.
    """
    words, (first, last) = scene.words, scene.view.years
    gone = ties[ties["gone"].dt.year.between(first, last)].sort_values("gone")
    if gone.empty:
        return []
    if len(gone) > MOST_NAMED:
        return [words.say("{n} ties ended in these years.", n=words.number(len(gone)))]
    named = [
        words.say(
            "{home} with {partner}, {date}",
            home=home_of(words, tie),
            partner=words.of(tie, "name"),
            date=words.date(tie.ended),
        )
        for tie in gone.itertuples()
    ]
    return [words.say("Ended in these years: {ties}.", ties=words.say("; ").join(named))]
