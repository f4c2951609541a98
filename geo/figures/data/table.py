"""The ties of a view as a table for people: headings and words in their language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from geo.figures.data.fields import FIELDS
from geo.figures.date_columns import ENDED, SINCE, bounds_of, date_of, since, spread
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.i18n.phrases import (
    CAPITAL,
    KIND,
    LEVEL,
    LEVELS_MEANT,
    PORT,
    ROLES_MEANT,
    roles_called,
)
from geo.ties.names import home_head
from geo.ties.partner import ids_of
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.tie import ties_of


def ties_table(scene: Scene) -> Table:
    """Every tie of a view with its dates, roles and sources."""
    words = scene.words
    return Table(
        words.say("The ties of this selection"),
        lambda: rows(scene, select(scene.roster, scene.view)),
        "ties",
        dates=[date_of(some, words) for some in (SINCE, ENDED)],
        bounds=[bound for some in (SINCE, ENDED) for bound in bounds_of(some, words)],
    )


def rows(scene: Scene, ties: pd.DataFrame) -> pd.DataFrame:
    """Some ties, one a row, with headings and words in the scene's language.

    Args:
        ties: rows of :func:`geo.ties.select.select`.
    """
    roster, words = scene.roster, scene.words
    other = Words("zh" if words.lang == "en" else "en")
    dated = ties_of(roster)
    columns: dict[str, Any] = {
        words.say("Partner"): ties[f"name_{words.lang}"],
        words.say("Partner, name in Chinese")
        if other.lang == "zh"
        else words.say("Partner, name in English"): ties[f"name_{other.lang}"],
        words.say("Kind"): [words.say(KIND[kind]) for kind in ties["kind"]],
        words.say("Country"): ties[f"country_{words.lang}"],
        words.say("Country code"): ties["country"],
        home_head(roster, words): ties[f"home_{words.lang}"],
        words.say("District"): ties[f"home_district_{words.lang}"],
        words.say("Level"): [words.say(LEVEL[level]) for level in ties["level"]],
        **since([dated[tie] for tie in ties.index], words),
        **spread(list(ties["ended"]), words, ENDED),
        **_place(ties, scene),
        words.say("Sources"): ties["sources"],
        words.say("Addresses of the sources"): addresses_of(ties["sources"], roster),
        words.say("Note"): ties[f"note_{words.lang}"],
        words.say("Name in the data"): ties.index,
    }
    return pd.DataFrame({head: list(cells) for head, cells in columns.items()})


def ties_notes(scene: Scene) -> tuple[list[str], list[str]]:
    """What the headings of the table mean, a sentence each, and the ids of all its sources."""
    words, ties = scene.words, select(scene.roster, scene.view)
    meanings = [
        words.say("{name}: {remark}", name=words.say(heading), remark=words.say(meaning))
        for heading, meaning in EXPLAINED.items()
    ]
    return meanings, list(ids_of([*ties["sources"], *ties["ended_sources"]]))


EXPLAINED = {
    "Kind": FIELDS["kind"],
    "Level": LEVELS_MEANT,
    "Since": FIELDS["established"],
    "Earliest day": FIELDS["earliest"],
    "Latest day": FIELDS["latest"],
    "Ended": FIELDS["ended"],
    "Capital or port": ROLES_MEANT,
    "Rank by population": FIELDS["rank"],
    "Distance in km": FIELDS["km"],
    "Latitude": FIELDS["lat"],
    "Longitude": FIELDS["lon"],
    "Sources": mark("the sources by their short names, which are listed below"),
    "Name in the data": FIELDS["tie"],
}
"""Headings of the table whose meaning a reader may look up, and what they mean: in the words of the
table, which are not the codes that the data have."""


def _place(ties: pd.DataFrame, scene: Scene) -> dict[str, Any]:
    """What a partner is and where."""
    words, called = scene.words, roles_called(scene.view.broad)
    return {
        words.say("Capital or port"): [words.say(called[role]) for role in ties["role"]],
        words.say("Capital"): [words.say(CAPITAL[one]) for one in ties["capital"]],
        words.say("Port"): [words.say(PORT[one]) for one in ties["port"]],
        words.say("Rank by population"): [
            int(rank) if rank == rank else "" for rank in ties["rank"]
        ],
        words.say("Distance in km"): ties["km"].round().astype(int),
        words.say("Latitude"): ties["lat"],
        words.say("Longitude"): ties["lon"],
    }


def addresses_of(cells: Sequence[str], roster: Roster) -> list[str]:
    """The addresses of the sources in some cells, with a blank between."""
    return [
        " ".join(
            str(roster.sources.at[one, "url"])
            for one in ids_of([cell])
            if one in roster.sources.index and roster.sources.at[one, "url"]
        )
        for cell in cells
    ]
