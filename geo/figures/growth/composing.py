"""What all figures of growth have in common: which ties they count, and what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.figure import Figure, Remark, Table
from geo.figures.growth.turning import Mark
from geo.figures.panel import Numbers, Panel, Series
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.style.colours import home_colours
from geo.ties.names import home_name
from geo.ties.select import passing
from geo.ties.time import undated

MARKED = mark(
    "Marked: {marks}. That ties were made after an event does not mean that they were made "
    "because of it."
)
OF_MARKS = mark(
    "Vertical lines are events in the world. They say when something happened, and nothing of "
    "causes."
)
AT_SIGNING = mark("Capitals as they were when the tie was made.")


def filtered_ties(scene: Scene) -> pd.DataFrame:
    """The ties that pass the filters, whenever they were made; those that have ended too."""
    return passing(scene.roster, scene.view)


def subtitle(scene: Scene) -> str:
    """Homes, levels, years and filters of the view; ended ties count while they lasted."""
    return view_line(scene.roster, scene.view.but(ended=False), scene.words)


def marks_remark(marks: Sequence[Mark], words: Words) -> list[str]:
    """What the marks are, and that after is not because; nothing where there are none."""
    if not marks:
        return []
    named = words.row(words.say("{name} ({year})", name=one.name, year=one.year) for one in marks)
    return [Remark(words.say(MARKED, marks=named), native="")]


def undated_remark(ties: pd.DataFrame, words: Words) -> list[str]:
    """How many ties have neither a date nor bounds; nothing where all have."""
    dateless = int(undated(ties).sum())
    if not dateless:
        return []
    return [
        words.count(
            "{n} tie has no date at all: it may have been in force in any year.",
            "{n} ties have no date at all: they may have been in force in any year.",
            dateless,
        )
    ]


def roles_remark(scene: Scene) -> list[str]:
    """That roles are those at signing, where curves are parted by them."""
    return [scene.words.say(AT_SIGNING)] if scene.view.split == "role" else []


def year_by_year(
    scene: Scene, kind: str, values: Mapping[str, Sequence[float | None]], digits: int = 0
) -> Numbers | None:
    """The numbers of a chart of the years of the view.

    Args:
        kind: as :class:`Numbers` has it.
        values: one a year for each home (slug); ``None`` where there is none.
        digits: as :class:`Numbers` has it.

    Returns:
        Nothing where the reader has set marks: an office's chart has none, and our own is shown.
    """
    if scene.view.own_marks:
        return None
    first, last = scene.view.years
    colours = home_colours(scene.roster.homes, scene.ground)
    return Numbers(
        kind,
        [str(year) for year in range(first, last + 1)],
        [
            Series(home_name(scene.roster, home, scene.words), colours[home], some)
            for home, some in values.items()
        ],
        percent=False,
        digits=digits,
    )


def composed(
    scene: Scene,
    title: str,
    panels: Sequence[Panel],
    *,
    topic: str,
    columns: int = 1,
    remarks: Sequence[str] = (),
    details: Sequence[str] = (),
    definitions: Sequence[str] = (),
    keys: Sequence[tuple[str, str]] = (),
    tables: Sequence[Table] = (),
    instead: str = "",
) -> Figure:
    """One figure of the question, with what all of them say.

    Args:
        scene: what it is composed from.
        title, panels, topic, columns, remarks, details, definitions, keys, tables, instead: as
            :class:`Figure` has them.
    """
    words = scene.words
    return Figure(
        title=title,
        subtitle=subtitle(scene),
        panels=panels,
        topic=topic,
        columns=columns,
        remarks=remarks if panels else (),
        details=details if panels else (),
        definitions=[*definitions, words.say(OF_MARKS)],
        keys=keys if panels else (),
        tables=tables if panels else (),
        instead=instead,
    )
