"""The figure: from the first dated step to the tie."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.figures.date_columns import bounds_of, date_of, since, spread
from geo.figures.figure import Figure, Table
from geo.figures.growth.composing import composed
from geo.figures.growth.made import ever_made
from geo.figures.growth.talks import Talk, median_years, talks, years_told
from geo.figures.growth.talks_chart import talks_chart
from geo.figures.numbers_table import numbers_table
from geo.figures.panel import Numbers, Panel, Series, stretched
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.stats.proportions import FEW
from geo.style.colours import home_colours
from geo.ties.names import home_name
from geo.ties.tie import ties_of

FIRST_STEP = (mark("First dated step"), mark("Its earliest day"), mark("Its latest day"))
MADE = (mark("Tie made"), mark("Earliest day"), mark("Latest day"))
"""Columns of dates."""
KNOWN = mark(
    "First dated step: the first event before the tie that is known with a date: a visit, talks, "
    "a letter of intent, an agreement of a lower kind. Earlier ones may not be on record, so the "
    "way may have been longer."
)
FOUND = mark(
    "Steps were found for {n} of {of} ties, and not for a sample of them: the median says how "
    "long these took, not how long it takes."
)
MOST = 28
"""Ties in the picture; the table has all of them."""


def ways_to_ties(scene: Scene) -> Figure:
    """The years from the first dated step to the tie, tie by tie."""
    roster, words = scene.roster, scene.words
    ties = ever_made(scene)
    found = talks(roster, ties)
    drawn = found[:MOST]
    panels = [_panel(scene, drawn)] if found else []
    return composed(
        scene,
        _title(found, len(ties), scene),
        panels,
        topic=words.say("From the first dated step to the tie"),
        remarks=[
            words.say(KNOWN),
            words.say(FOUND, n=words.number(len(found)), of=words.number(len(ties))),
            *_left_out(len(found), words),
        ],
        keys=_keys(scene),
        instead=""
        if ties.empty
        else words.say("For no tie of this selection is a dated step before it known."),
        tables=[_table(scene, found), *numbers_table(panels, "talks", words)],
    )


def _title(found: Sequence[Talk], ties: int, scene: Scene) -> str:
    words = scene.words
    if not found:
        return words.say("From the first dated step to the tie: not known here")
    if len(found) < FEW:
        return words.say(
            "First step and tie are both dated in only {n} of {of} ties",
            n=words.number(len(found)),
            of=words.number(ties),
        )
    return words.say(
        "From first dated step to tie: median {years} years ({n} ties), longest {most}",
        years=words.number(median_years(found), 1),
        n=words.number(len(found)),
        most=years_told(found[0], words),
    )


def _keys(scene: Scene) -> list[tuple[str, str]]:
    """The colours of the homes, and what the ends of a line are."""
    words, ink = scene.words, scene.ground.faint
    homes = list(scene.view.homes)
    colours = home_colours(scene.roster.homes, scene.ground)
    ends = [
        (f'<circle r="0.6" fill="none" stroke="{ink}" stroke-width="0.28"/>', FIRST_STEP[0]),
        (f'<circle r="0.72" fill="{ink}"/>', MADE[0]),
    ]
    return [
        *(
            (
                f'<rect x="-0.8" y="-0.8" width="1.6" height="1.6" fill="{colours[home]}"/>',
                home_name(scene.roster, home, words),
            )
            for home in homes
        ),
        *((svg, words.say(name)) for svg, name in ends),
    ]


def _left_out(found: int, words: Words) -> list[str]:
    if found <= MOST:
        return []
    return [
        words.say(
            "Drawn are the {n} longest; the table has all {of}.",
            n=words.number(MOST),
            of=words.number(found),
        )
    ]


def _panel(scene: Scene, drawn: Sequence[Talk]) -> Panel:
    words, roster = scene.words, scene.roster
    told = words.say("From the first dated step to the tie")
    colours = home_colours(roster.homes, scene.ground)
    series = Series(
        words.say("Years"),
        scene.ground.faint,
        [round(one.middle, 1) for one in drawn],
        colours=[colours[roster.ties.loc[one.tie, "home"]] for one in drawn],
    )
    return Panel(
        lambda size: talks_chart(drawn, scene, told, size),
        stretched,
        numbers=Numbers("bar", [row_name(scene, one) for one in drawn], [series], False, digits=1),
        scale=1.6,
        least=340,
        tall=40 + 15.0 * len(drawn),
    )


def row_name(scene: Scene, one: Talk) -> str:
    """The partner, and the home where several are shown."""
    words, tie = scene.words, scene.roster.ties.loc[one.tie]
    partner = words.of(tie, "name")
    if len(scene.view.homes) == 1:
        return partner
    return f"{partner} · {home_name(scene.roster, tie['home'], words)}"


def _table(scene: Scene, found: Sequence[Talk]) -> Table:
    """One row a tie."""
    words, roster = scene.words, scene.roster
    known = ties_of(roster)

    def rows() -> pd.DataFrame:
        ties = [known[one.tie] for one in found]
        events = roster.events.loc[[one.event for one in found]]
        starts = [date.partition("/")[0] for date in events["date"]]
        return pd.DataFrame(
            {
                words.say("Partner"): [words.of(tie, "name") for tie in ties],
                words.say("City"): [home_name(roster, tie.home, words) for tie in ties],
                **spread(starts, words, FIRST_STEP),
                words.say("What happened"): events[f"text_{words.lang}"].tolist(),
                **since(ties, words, MADE),
                words.say("Years, at least"): [round(one.years[0], 2) for one in found],
                words.say("Years, at most"): [round(one.years[1], 2) for one in found],
                words.say("Sources"): events["sources"].tolist(),
            }
        )

    return Table(
        words.say("First steps and ties"),
        rows,
        "talks",
        dates=[date_of(headings, words) for headings in (FIRST_STEP, MADE)],
        bounds=[*bounds_of(FIRST_STEP, words), *bounds_of(MADE, words)],
    )
