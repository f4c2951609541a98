"""The turning points that are marked, with their dates and sources."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.figures.date_columns import DATE, bounds_of, date_of, spread
from geo.figures.figure import Table
from geo.figures.growth.turning import Mark
from geo.figures.scene import Scene
from geo.ties.citation import publisher_of, title_of
from geo.ties.partner import ids_of


def turning_table(scene: Scene, marks: Sequence[Mark]) -> list[Table]:
    """One row a turning point; no table where none is marked.

    Args:
        marks: as :func:`geo.figures.growth.turning.marks_of` gives them; the reader's own have no
            sources and are left out.
    """
    words, roster = scene.words, scene.roster
    shown = [one.slug for one in marks if not one.own]
    if not shown:
        return []

    def rows() -> pd.DataFrame:
        table = roster.turning_points.loc[shown]
        ends = [date.partition("/") for date in table["date"]]
        return pd.DataFrame(
            {
                **spread([start for start, _, _ in ends], words, DATE),
                words.say("Until"): [end for _, _, end in ends],
                words.say("Name"): table[f"name_{words.lang}"].tolist(),
                words.say("What happened"): table[f"text_{words.lang}"].tolist(),
                words.say("Sources"): [
                    words.say("; ").join(_source(scene, one) for one in ids_of([cell]))
                    for cell in table["sources"]
                ],
            }
        )

    return [
        Table(
            words.say("Turning points"),
            rows,
            "turning-points",
            dates=[date_of(DATE, words)],
            bounds=bounds_of(DATE, words),
        )
    ]


def _source(scene: Scene, source: str) -> str:
    """A source with its publisher and address; of one that the data do not describe, its id."""
    if source not in scene.roster.sources.index:
        return source
    row = scene.roster.sources.loc[source]
    parts = [title_of(row, scene.words), publisher_of(row, scene.words), row["url"]]
    return ", ".join(filter(None, parts))
