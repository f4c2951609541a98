"""Cities that the article names and that are no ties: what the map shows of them, if asked to.

They stand in a table of their own (``proposals.csv``): no count, share or test reads it.
"""

from __future__ import annotations

import pandas as pd

from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.symbols import DIAMOND
from geo.ties.groups import Area, countries_of
from geo.ties.roster import Roster
from geo.ties.view import View


def proposed(roster: Roster, view: View) -> pd.DataFrame:
    """The rows that the map shows: none until the reader asks.

    Returns:
        Rows of ``roster.proposals``, indexed by slug, of the homes, countries and areas of the
        view.
    """
    rows = roster.proposals
    if not view.proposals or rows.empty:
        return rows.head(0)
    kept = rows["home"].isin(view.homes)
    if view.countries:
        kept &= rows["country"].isin(view.countries)
    if view.regions:
        there = [countries_of(Area(code), roster, roster.as_of) for code in view.regions]
        kept &= rows["country"].isin(frozenset().union(*there))
    return rows[kept]


def called(words: Words) -> str:
    """What the legend calls them."""
    return words.say("named in the article, no tie")


def keys(scene: Scene) -> list[tuple[str, str]]:
    """The entry of a picture's legend; none where none is shown."""
    if proposed(scene.roster, scene.view).empty:
        return []
    look = f'fill="none" stroke="{scene.ground.ink}" stroke-width="0.24" stroke-dasharray="0.4 0.3"'
    return [(f'<path d="{DIAMOND}" transform="scale(0.85)" {look}/>', called(scene.words))]


def remark(roster: Roster, view: View, words: Words) -> str:
    """Which they are and what the article says of each; "" where none is shown."""
    rows = proposed(roster, view)
    if rows.empty:
        return ""
    each = [
        words.say("{name} ({why})", name=words.of(row, "name"), why=words.of(row, "why"))
        for _, row in rows.iterrows()
    ]
    return words.say(
        "Named in the article, no ties and in no count: {cities}.",
        cities=words.say("; ").join(each),
    )
