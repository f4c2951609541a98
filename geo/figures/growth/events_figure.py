"""The figure: what happened in ties, over all of them and partner by partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from geo.figures.date_columns import DATE, bounds_of, date_of, spread
from geo.figures.figure import Figure, Table
from geo.figures.growth.composing import composed
from geo.figures.growth.events import Happening, a_year, happenings, places_with_events
from geo.figures.growth.made_chart import made_chart
from geo.figures.growth.spots import spots_of
from geo.figures.growth.strip_chart import strips_chart, words_chart
from geo.figures.numbers_table import numbers_table
from geo.figures.panel import Panel, stretched
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.style.chart import PATHS, SHAPES
from geo.style.colours import home_colours
from geo.ties.names import home_head, home_name
from geo.ties.partner import ids_of
from geo.ties.select import passing

ON_RECORD = mark(
    "Counted is what is on record here with a date and a source, and not all that happened: a tie "
    "of which much is told is not for that a livelier one."
)
NOTHING = mark("No dated event is on record for this selection.")
MOST_STRIPS, MOST_ROWS = 20, 24
"""Partners, and events of one partner, in a picture; the table has all of them."""


def events(scene: Scene) -> Figure:
    """The dated events of a view: a year, and a strip a partner; or those of one partner."""
    roster, view, words = scene.roster, scene.view, scene.words
    found = happenings(roster, view)
    places = places_with_events(roster, view)
    if view.events:
        panels, left_out = _of_one(scene, found)
    else:
        panels, left_out = _of_all(scene, found, places), max(0, len(places) - MOST_STRIPS)
    more = words.say("Not all fit into the picture: {n} more are in the table.", n=left_out)
    return composed(
        scene,
        _title(scene, found, places),
        panels if found else [],
        topic=words.say("What happened in the ties"),
        columns=2,
        remarks=[words.say(ON_RECORD), *([more] if left_out else [])],
        keys=_keys(scene),
        instead="" if passing(roster, view).empty else words.say(NOTHING),
        tables=[_table(scene, found), *numbers_table(panels, "events", words)],
    )


def _title(scene: Scene, found: Sequence[Happening], places: Sequence[str]) -> str:
    roster, words = scene.roster, scene.words
    if scene.view.events:
        name = words.of(roster.places.loc[scene.view.events], "name")
        return words.count(
            "{place}: {n} dated event", "{place}: {n} dated events", len(found), place=name
        )
    if not found:
        return words.say("No dated event is on record for this selection")
    counts = [sum(one.place == place for one in found) for place in places[:1]]
    return words.say(
        "{n} dated events in {ties} ties; most of them with {place}, {most}",
        n=words.number(len(found)),
        ties=words.number(len({one.tie for one in found})),
        place=words.of(roster.places.loc[places[0]], "name"),
        most=words.number(counts[0]),
    )


def _of_all(scene: Scene, found: Sequence[Happening], places: Sequence[str]) -> list[Panel]:
    """The events a year by home, and a strip a partner."""
    words, view = scene.words, scene.view
    by_home = {home: one for home, one in a_year(found, view.homes, view.years).items() if one.most}
    most = max((one.most for one in by_home.values()), default=0)
    shown = places[:MOST_STRIPS]
    yearly = words.say("Events a year")
    partners = words.say("Partner by partner")
    names = [words.of(scene.roster.places.loc[place], "name") for place in shown]
    spots = [spot for row, place in enumerate(shown) for spot in spots_of(scene, found, place, row)]
    return [
        Panel(
            lambda size: made_chart(by_home, most, (), scene, yearly, size),
            heading=yearly,
            scale=1.5,
            least=330,
            tall=60.0 * max(len(by_home), 1),
        ),
        Panel(
            lambda size: strips_chart(names, spots, scene, partners, size),
            stretched,
            heading=partners,
            scale=1.5,
            least=330,
            tall=46 + 16.0 * len(shown),
        ),
    ]


def _of_one(scene: Scene, found: Sequence[Happening]) -> tuple[list[Panel], int]:
    """An event of one partner a row, and the days on which its ties were made and ended.

    Returns:
        The panel, and how many found no room in it.
    """
    told = scene.words.say("What happened in the ties")
    spots = sorted(spots_of(scene, found, scene.view.events, 0), key=lambda spot: spot.first)
    rows = [replace(spot, row=row) for row, spot in enumerate(spots[:MOST_ROWS])]
    panel = Panel(
        lambda size: words_chart(rows, scene, told, size),
        stretched,
        scale=1.8,
        least=330,
        tall=46 + 17.0 * len(rows),
    )
    return [panel], len(spots) - len(rows)


def _keys(scene: Scene) -> list[tuple[str, str]]:
    """What the marks mean, and the colours of the homes."""
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    paths = dict(zip(SHAPES, PATHS, strict=True))
    faint = scene.ground.faint
    marks = [
        (f'<path d="{paths["circle"]}" fill="{faint}"/>', words.say("event")),
        (f'<path d="{paths["diamond"]}" fill="{faint}"/>', words.say("tie made")),
        (f'<path d="{paths["cross"]}" fill="{faint}"/>', words.say("tie ended")),
    ]
    homes = [
        (
            f'<path d="{paths["square"]}" fill="{colours[home]}"/>',
            home_name(scene.roster, home, words),
        )
        for home in scene.view.homes
    ]
    return [*homes, *marks]


def _table(scene: Scene, found: Sequence[Happening]) -> Table:
    """One row an event."""
    roster, words = scene.roster, scene.words

    def rows() -> pd.DataFrame:
        ends = [one.date.partition("/") for one in found]
        return pd.DataFrame(
            {
                **spread([start for start, _, _ in ends], words, DATE),
                words.say("Until"): [end for _, _, end in ends],
                words.say("Partner"): [
                    words.of(roster.places.loc[one.place], "name") for one in found
                ],
                home_head(roster, words): [home_name(roster, one.home, words) for one in found],
                words.say("What happened"): [
                    one.text_zh if words.lang == "zh" else one.text_en for one in found
                ],
                words.say("Sources"): ["; ".join(ids_of([one.sources])) for one in found],
            }
        )

    return Table(
        words.say("Dated events"),
        rows,
        "events",
        dates=[date_of(DATE, words)],
        bounds=bounds_of(DATE, words),
    )
