"""The article's statements and the official counts: the pictures of the Article page."""

from __future__ import annotations

import pandas as pd

from geo.figures.article.claims import claims_of, examine
from geo.figures.article.official import agreement, drawn
from geo.figures.article.official_chart import (
    HOW_TO_READ,
    HOW_TO_READ_LINES,
    OfficialPanel,
    official_panel,
)
from geo.figures.article.text import RULE, VERDICT, changes, headline
from geo.figures.article.verdicts_chart import SHAPES, heads_and_titles, marks_of, verdicts_chart
from geo.figures.figure import Figure, Numbers, Panel, Remark, Scene, Series, filled, stretched
from geo.style.altair_theme import described
from geo.style.colours import home_colours


def verdicts(scene: Scene) -> Figure:
    """A mark a statement of the article, then and now."""
    words = scene.words
    tested = examine(scene.roster, words.lang, claims_of(scene.roster))
    sentence = headline(tested, words)
    panel = Panel(
        lambda size: described(
            verdicts_chart(
                marks_of(tested, words),
                *heads_and_titles(words),
                scene.ground,
                sentence,
                narrow=False,
                width=size[0],
            )
        ),
        stretched,
        scale=2.4,
        least=540,
        tall=290,
    )
    keys = [
        (f'<path d="{SHAPES[verdict]}" fill="{scene.ground.ink}"/>', words.say(VERDICT[verdict]))
        for verdict in SHAPES
    ]
    return Figure(
        sentence,
        words.say("Tested on the whole roster"),
        [panel] if tested else [],
        remarks=[changes(tested, words), words.say(RULE)] if tested else [],
        keys=keys,
    )


def official(scene: Scene) -> Figure:
    """Official counts beside ours."""
    roster, words = scene.roster, scene.words
    homes = tuple(roster.homes.index)
    claims = claims_of(roster)
    tested = claims[0].sources[0] if claims else ""
    panels = [
        _panel(scene, home, official_panel(roster, home, what, tested, words, scene.ground))
        for home, what in drawn(roster, homes)
    ]
    return Figure(
        agreement(roster, homes, words),
        words.say("Tested on the whole roster"),
        panels,
        columns=min(3, len(panels) or 1),
        remarks=[Remark(words.say(HOW_TO_READ), native=words.say(HOW_TO_READ_LINES))],
    )


def _panel(scene: Scene, home: str, found: OfficialPanel) -> Panel:
    return Panel(
        lambda size: described(found.chart),
        filled,
        found.title,
        numbers=_numbers(scene, home, found),
        least=300,
        tall=210,
    )


def _numbers(scene: Scene, home: str, found: OfficialPanel) -> Numbers:
    """Year by year: our certain and possible numbers at its end, the official ones of the year."""
    words, colour = scene.words, home_colours(scene.roster.homes, scene.ground)[home]
    first = int(found.band["day"].min().year)
    years = list(range(first, scene.roster.as_of.year + 1))
    states = [found.band[found.band["day"] <= pd.Timestamp(year, 12, 31)] for year in years]
    stated = {int(point.day.year): float(point.stated) for point in found.points.itertuples()}
    return Numbers(
        "line",
        [str(year) for year in years],
        [
            Series(
                words.say("ours, certain"), colour, [float(s["certain"].iloc[-1]) for s in states]
            ),
            Series(
                words.say("ours, possible"),
                scene.ground.faint,
                [float(s["possible"].iloc[-1]) for s in states],
            ),
            Series(
                words.say("official"),
                scene.ground.ink,
                [stated.get(year) for year in years],
                marks=True,
            ),
        ],
        percent=False,
    )
