"""The map through its years: what can be said of it while they run.

While the years run, words that change with every year could not be read, and words about the last
year would be wrong in all others. So the title says what runs, the remarks what holds in every
year, and the counts of each year stand under the year (:mod:`geo.figures.map.clock`). When the
years come to rest, the map says of its last year what the still map says.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geo.figures.captions import TWO_NUMBERS, dates_left_open, view_line
from geo.figures.figure import Figure
from geo.figures.map import proposals
from geo.figures.map.clock import by_year
from geo.figures.map.figures import legend_keys, lines_left_out, world
from geo.figures.map.static.layout import Layout
from geo.figures.scene import Scene
from geo.ties.counts import unsure
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.time import undated, year_not_exact
from geo.ties.view import View


def running(scene: Scene) -> Figure:
    """What is said while the years run: true of every one of them. Without charts.

    Ties of several years are on one map, so the legend explains all that any year shows.
    """
    roster, view, words = scene.roster, scene.view, scene.words
    ties = appearing(roster, view)
    homes = words.join(words.of(roster.homes.loc[home], "name") for home in view.homes)
    inexact = (year_not_exact(ties) & ~undated(ties)).any()
    return Figure(
        title=words.say("The partners of {homes}, year by year", homes=homes),
        subtitle=view_line(roster, view, words),
        panels=[],
        remarks=[
            *_counts(scene),
            *_undated(scene),
            *_ended(ties, scene),
            *lines_left_out(ties, words),
            *filter(None, [proposals.remark(roster, view, words)]),
        ],
        roles=True,
        keys=legend_keys(scene, bool(inexact), view.ended and bool(ties["gone"].notna().any())),
    )


def at_rest(scene: Scene) -> Figure:
    """What is said when the last year is reached: what the still map says. Without charts."""
    return replace(world(scene), panels=[])


def unnamed_while_running(layout: Layout, scene: Scene) -> str:
    """That names are missing, in a sentence that holds in every year; "" where none is."""
    if not layout.unnamed:
        return ""
    return scene.words.say("Partners whose names find no room are shown without them.")


def appearing(roster: Roster, view: View) -> pd.DataFrame:
    """The ties that show in at least one of the years of a view.

    Where ties that have ended are hidden, one that ended within the years shows until then.

    Returns:
        Rows as :func:`geo.ties.select.select` gives them.
    """
    made = select(roster, view.but(ended=True))
    if view.ended:
        return made
    begins = made["earliest"].dt.year.clip(lower=view.years[0])
    return made[made["stands"] | (made["gone"].dt.year > begins)]


def _counts(scene: Scene) -> list[str]:
    """What two numbers mean, where the counts of any year have them."""
    last = scene.view.years[1]
    counted = by_year(scene.roster, scene.view)
    spans = [span for year, of in counted.items() if year <= last for span in of.values()]
    inexact = any(span.certain != span.possible for span in spans)
    return [scene.words.say(TWO_NUMBERS)] if inexact else []


def _undated(scene: Scene) -> list[str]:
    """When ties without a date are shown: with the last year of the whole period, or never."""
    roster, view, words = scene.roster, scene.view, scene.words
    doubts = unsure(roster, view)
    if not view.shows_whole_period(roster):
        return dates_left_open(replace(doubts, hidden=0), False, words)
    if not doubts.undated:
        return []
    return [words.say("Ties without a known date appear only with the last year.")]


def _ended(ties: pd.DataFrame, scene: Scene) -> list[str]:
    """Until when a tie that has ended is shown, where such ties come and go in these years."""
    last = scene.view.years[1]
    if scene.view.ended or not (ties["gone"].dt.year <= last).any():
        return []
    return [scene.words.say("A tie that has ended is shown up to the year before its end.")]
