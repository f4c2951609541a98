"""What is said of hypothetical ties: on every figure of a view that supposes some."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.ties.supposed import Supposed
from geo.ties.supposing import pairs, seen_of

LEFT_OUT = mark(
    "Hypothetical ties ({ties}) do not count here: this is about what has happened and been "
    "published."
)
IN_TABLE = mark("Hypothetical ties in this table")
FILTERED = mark("Hypothetical ties ({ties}) are left out by the filters.")


def marked(figure: Figure, as_it_is: str, scene: Scene) -> Figure:
    """A figure in which hypothetical ties count, saying so and what the finding is without them.

    Args:
        as_it_is: the finding without them; empty where there is no such figure without them.
        scene: that the figure was composed from.
    """
    words, suppose = scene.words, scene.view.suppose
    seen = seen_of(scene.roster, scene.view)
    if not seen:
        return _with_remark(figure, words.say(FILTERED, ties=pairs(scene.roster, suppose, words)))
    mark_of_it = _mark(seen, scene)
    return replace(
        _with_remark(figure, _change(as_it_is, figure.title, len(seen), words)),
        subtitle=f"{figure.subtitle} · {mark_of_it}",
        supposes=mark_of_it,
        tables=[_marked_table(table, seen, scene) for table in figure.tables],
    )


def left_out(figure: Figure, scene: Scene) -> Figure:
    """A figure in which hypothetical ties do not count, saying so."""
    ties = pairs(scene.roster, scene.view.suppose, scene.words)
    return _with_remark(figure, scene.words.say(LEFT_OUT, ties=ties))


def _marked_table(table: Table, seen: tuple[Supposed, ...], scene: Scene) -> Table:
    """A table that says in every row what is hypothetical in it, for rows are taken out of it."""
    heading = scene.words.say(IN_TABLE)

    def rows() -> pd.DataFrame:
        return table.frame.assign(**{heading: pairs(scene.roster, seen, scene.words)})

    return replace(table, rows=rows)


def _mark(seen: tuple[Supposed, ...], scene: Scene) -> str:
    return scene.words.count(
        "with a hypothetical tie: {ties}",
        "with hypothetical ties: {ties}",
        len(seen),
        ties=pairs(scene.roster, seen, scene.words),
    )


def _change(as_it_is: str, title: str, how_many: int, words: Words) -> str:
    """What the hypothetical ties change in the finding."""
    if as_it_is in ("", title):
        return words.count(
            "Without the hypothetical tie the finding is the same.",
            "Without the hypothetical ties the finding is the same.",
            how_many,
        )
    return words.count(
        "Without the hypothetical tie: {finding}.",
        "Without the hypothetical ties: {finding}.",
        how_many,
        finding=as_it_is,
    )


def _with_remark(figure: Figure, remark: str) -> Figure:
    return replace(figure, remarks=[remark, *figure.remarks])
