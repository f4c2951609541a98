"""The figure: the ties that reach a round number of years, by date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.date_columns import SINCE, bounds_of, date_of, since
from geo.figures.figure import Figure, Table
from geo.figures.growth.anniversaries import anniversaries, lines, span, why_inexact
from geo.figures.growth.anniversaries_drawing import draw_anniversaries
from geo.figures.growth.anniversaries_text import counted_as_round, remarks, rules, title
from geo.figures.panel import Panel
from geo.figures.scene import Scene
from geo.i18n.dates import precision
from geo.ties.anniversaries import Anniversary, written
from geo.ties.names import home_head


def falling_due(scene: Scene) -> Figure:
    """The anniversaries of the view as a list."""
    found, words = anniversaries(scene), scene.words
    rows = lines(scene, found)
    sentence = title(scene, found)
    return Figure(
        sentence,
        _subtitle(scene),
        [
            Panel(
                lambda size: draw_anniversaries(rows, scene, size),
                least=560,
                tall=min(420, 24 * len(rows)),
            )
        ]
        if found
        else [],
        topic=words.say("Anniversaries"),
        remarks=remarks(scene, found),
        definitions=[counted_as_round(scene), *rules(words)],
        instead=""
        if found
        else words.say("Choose another year, other round years, or fewer filters."),
        tables=[_table(scene, found)] if found else [],
    )


def _subtitle(scene: Scene) -> str:
    """What is shown, and the days asked about where the title does not say them."""
    line = view_line(scene.roster, scene.view.but(ended=False), scene.words)
    if precision(scene.view.due) == "year":
        return line
    first, last = span(scene)
    return f"{line} · {scene.words.date(f'{first}/{last}')}"


def _table(scene: Scene, found: Sequence[Anniversary]) -> Table:
    """Every anniversary with the date of its tie, how sure it is, and why it is not."""
    words, roster = scene.words, scene.roster

    def rows() -> pd.DataFrame:
        told = lines(scene, found)
        columns: dict[str, Any] = {
            words.say("Anniversary"): [written(one) for one in found],
            words.say("Anniversary, first day possible"): [one.first.isoformat() for one in found],
            words.say("Anniversary, last day possible"): [one.last.isoformat() for one in found],
            words.say("Years reached"): [one.years for one in found],
            home_head(roster, words): [line.home for line in told],
            words.say("Partner"): [line.partner for line in told],
            words.say("Country"): [line.country for line in told],
            words.say("Level"): [line.level for line in told],
            words.say("Certainly then"): [
                words.say("yes") if one.sure else words.say("no") for one in found
            ],
            **since([one.tie for one in found], words),
            words.say("Caution"): [line.note for line in told],
            words.say("Note"): [why_inexact(one, roster, words) for one in found],
        }
        return pd.DataFrame(columns)

    return Table(
        words.say("The anniversaries in full"),
        rows,
        "anniversaries",
        dates=[words.say("Anniversary"), date_of(SINCE, words)],
        bounds=[
            words.say("Anniversary, first day possible"),
            words.say("Anniversary, last day possible"),
            *bounds_of(SINCE, words),
        ],
    )
