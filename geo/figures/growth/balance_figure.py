"""The figure: how evenly the ties in force are spread over the continents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.growth.balance import Balance, Balances, agreement, balances, continents_of
from geo.figures.growth.composing import (
    composed,
    filtered_ties,
    marks_remark,
    year_by_year,
)
from geo.figures.growth.curves_chart import Plot, Point, curves_chart
from geo.figures.growth.growth_text import moment_of
from geo.figures.growth.turning import decimal, marks_of
from geo.figures.panel import Numbers, Panel, filled
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.i18n.phrases import CONTINENTS
from geo.stats.proportions import FEW
from geo.stats.text import percent
from geo.ties.names import home_head, home_name

MEASURE = mark(
    "Shannon’s evenness over {n} continents: 1 if all have as many ties, 0 if one has all. It does "
    "not ask how many countries or people a continent has. Counted: ties certainly in force, from "
    "{few} on."
)
TOO_FEW = mark("Too few ties in force to follow their balance.")
ONE_CONTINENT = mark("The countries or regions chosen lie on one continent: nothing to balance")
"""Where the filters leave one continent, for which the measure would be 0 whatever the ties."""


def balance(scene: Scene) -> Figure:
    """Evenness over the continents at the end of each year, home against home."""
    view, words, roster = scene.view, scene.words, scene.roster
    continents, marks = continents_of(roster), marks_of(scene)
    ties = filtered_ties(scene)
    found = balances(ties, view.homes, view.years, roster.as_of, continents)
    several = {home: rows for home, rows in found.items() if len(rows) > 1}
    one = bool(view.countries or view.regions) and ties["continent"].nunique() == 1
    if one:
        several = {}
    told = words.say(ONE_CONTINENT) if one else _title(scene, several)
    plot = Plot(
        {home: _points(scene, rows) for home, rows in several.items()},
        {
            home: f"{home_name(roster, home, words)} {words.number(rows[-1].even, 2)}"
            for home, rows in several.items()
        },
        1.0,
        (0.0, 0.25, 0.5, 0.75, 1.0),
        ".2f",
        marks,
    )
    instead = words.say(TOO_FEW) if len(ties) else ""
    panel = Panel(
        lambda size: curves_chart(plot, scene, told, size),
        filled,
        numbers=_numbers(scene, several),
        scale=1.8,
        least=330,
        tall=200,
    )
    return composed(
        scene,
        told,
        [panel] if several else [],
        topic=words.say("Balance of the continents among the ties in force"),
        remarks=[
            words.say(MEASURE, n=words.number(len(continents)), few=words.number(FEW)),
            *_agreements(scene, several),
            *marks_remark(marks, words),
        ],
        instead=words.say("Choose more countries or regions.") if one else instead,
        tables=[_table(scene, several, continents)],
    )


def _title(scene: Scene, found: Balances) -> str:
    words = scene.words
    if not found:
        return words.say("Too few ties in force to follow their balance")
    homes = [
        words.say(
            "{home} {last} ({year}: {first})",
            home=home_name(scene.roster, home, words),
            last=words.number(rows[-1].even, 2),
            year=rows[0].year,
            first=words.number(rows[0].even, 2),
        )
        for home, rows in found.items()
    ]
    return words.say(
        "Balance of the continents {moment}: {homes}; 1 is even",
        moment=moment_of(scene),
        homes=words.row(homes),
    )


def _points(scene: Scene, rows: Sequence[Balance]) -> list[Point]:
    words = scene.words
    end = decimal(scene.roster.as_of + dt.timedelta(days=1))
    return [
        Point(
            min(row.year + 1.0, end),
            row.even,
            row.even,
            row.even,
            f"{row.year}{words.say(': ')}{words.number(row.even, 2)}",
        )
        for row in rows
    ]


def _agreements(scene: Scene, found: Balances) -> list[str]:
    """For each two homes how much of their ties lies on the same continents."""
    words, told = scene.words, []
    for one, other in combinations(found, 2):
        share = agreement(found, one, other)
        if share is not None:
            told.append(
                words.say(
                    "By continent {one} and {other} agree to {percent}: so much of their ties lies "
                    "in the same proportions.",
                    one=home_name(scene.roster, one, words),
                    other=home_name(scene.roster, other, words),
                    percent=percent(share, words),
                )
            )
    return told


def _numbers(scene: Scene, found: Balances) -> Numbers | None:
    first, last = scene.view.years
    even = {home: {row.year: row.even for row in rows} for home, rows in found.items()}
    return year_by_year(
        scene,
        "line",
        {home: [one.get(year) for year in range(first, last + 1)] for home, one in even.items()},
        digits=2,
    )


def _table(scene: Scene, found: Balances, continents: Sequence[str]) -> Table:
    """One row a year and home, with the ties on each continent."""
    words = scene.words
    known = [CONTINENTS.get(one, one) for one in continents]
    names = [words.say(name) for name in known]

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Year"): row.year,
                home_head(scene.roster, words): home_name(scene.roster, home, words),
                words.say("Evenness"): round(row.even, 4),
                **dict(zip(names, row.counts, strict=True)),
            }
            for home, some in found.items()
            for row in some
        )

    return Table(words.say("Ties in force by continent, year by year"), rows, "balance")
