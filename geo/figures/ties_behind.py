"""The ties that a figure draws by name, as the table of it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.figures.date_columns import ENDED, SINCE, bounds_of, date_of, since, spread
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n.phrases import LEVEL, roles_called
from geo.ties.names import home_head
from geo.ties.tie import Tie


def ties_behind(scene: Scene, ties: Sequence[Tie], key: str) -> list[Table]:
    """Partner, country, home, dates, level and role of some ties, a row each.

    Args:
        ties: in the order of the rows.
        key: of the figure that draws them.

    Returns:
        One table; none where there is no tie.
    """
    if not ties:
        return []
    words = scene.words
    headings = [SINCE, ENDED] if any(tie.ended for tie in ties) else [SINCE]

    def rows() -> pd.DataFrame:
        called = roles_called(scene.view.broad)
        columns = {
            words.say("Country"): [words.of(tie, "country") for tie in ties],
            home_head(scene.roster, words): [words.of(tie, "home") for tie in ties],
            words.say("Partner"): [words.of(tie, "name") for tie in ties],
            **since(ties, words),
        }
        if ENDED in headings:
            columns |= spread([tie.ended for tie in ties], words, ENDED)
        columns |= {
            words.say("Level"): [words.say(LEVEL[tie.level]) for tie in ties],
            words.say("Capital or port"): [
                words.say(called[tie.role(scene.view.broad)]) for tie in ties
            ],
        }
        return pd.DataFrame(columns)

    return [
        Table(
            words.say("The ties in the figure"),
            rows,
            f"{key}-ties",
            dates=[date_of(some, words) for some in headings],
            bounds=[bound for some in headings for bound in bounds_of(some, words)],
        )
    ]
