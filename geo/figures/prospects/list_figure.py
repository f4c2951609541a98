"""The figure: the cities that a home's past choices point to, with reasons."""

from __future__ import annotations

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.panel import Panel, as_drawn
from geo.figures.prospects.composing import (
    able,
    asked_of,
    city_name,
    composed,
    refused,
    year_of,
)
from geo.figures.prospects.list_chart import Line, list_chart
from geo.figures.prospects.list_text import (
    article_places,
    meanings,
    states_without_relations,
    weights_changed,
)
from geo.figures.prospects.model import Question
from geo.figures.prospects.ranking import Ranking, passing, ranking
from geo.figures.prospects.reasons import NO_RELATIONS, in_words, reasons
from geo.figures.prospects.relations import no_relations
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.style.colours import home_colours
from geo.ties.names import country_name, home_name

TOPIC = mark("Where next, by past choices")
DRAWN = 20
"""Rows of a page at most; a picture has as many as it has room for, the table all."""
NAMED_AT_HEAD = 2


def listed(scene: Scene) -> Figure:
    """The first cities of each home, with what speaks for and against them."""
    words, asked = scene.words, asked_of(scene)
    homes = [] if asked is None else able(asked, year_of(scene))
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    found = {home: rows_of(scene, asked, home) for home in homes}
    lines = {home: _lines(scene, asked, home, *one) for home, one in found.items()}
    return composed(
        scene,
        _title(scene, asked, found),
        [_panel(scene, home, lines, len(rows)) for home, (_, rows) in found.items()],
        topic=words.say(TOPIC),
        remarks=[*article_places(scene, asked), *weights_changed(scene, asked)],
        details=[*meanings(scene, asked), *states_without_relations(scene, asked)],
        tables=[_table(scene, asked, home, *one) for home, one in found.items()],
        filtered=True,
    )


def rows_of(scene: Scene, asked: Question, home: str) -> tuple[Ranking, list[int]]:
    """The ranking of a home as the reader weighs it, and the rows that pass the filters.

    Raises:
        ValueError: the home has too few choices for a ranking.
    """
    of = ranking(asked, home, year_of(scene), scene.view.weights)
    if of is None:
        raise ValueError(f"{home} has too few choices for a ranking.")
    return of, passing(asked, of, home, scene.view)


def _title(scene: Scene, asked: Question, found: dict[str, tuple[Ranking, list[int]]]) -> str:
    words = scene.words
    told = words.say("; ").join(
        words.say(
            "{home}: {cities}",
            home=home_name(scene.roster, home, words),
            cities=words.row(
                city_name(asked, int(of.known.free[row]), words) for row in rows[:NAMED_AT_HEAD]
            )
            or words.say("no city passes the filters"),
        )
        for home, (of, rows) in found.items()
    )
    return words.say("Highest by past choices – {homes}", homes=told)


def _lines(scene: Scene, asked: Question, home: str, of: Ranking, rows: list[int]) -> list[Line]:
    words = scene.words
    without = no_relations(asked.roster)
    lines = []
    for row in rows[:DRAWN]:
        city = int(of.known.free[row])
        pros, cons = in_words(reasons(asked, of, home, row, words), words)
        country = str(asked.cities.country[city])
        if country in without:
            against = words.say(NO_RELATIONS, day=words.date(without[country]))
            cons = words.say("; ").join(filter(None, [against, cons]))
        lines.append(
            Line(
                words.number(int(of.places[row])),
                city_name(asked, city, words),
                country_name(scene.roster, country, words),
                pros,
                cons,
            )
        )
    return lines


def _panel(scene: Scene, home: str, lines: dict[str, list[Line]], of: int) -> Panel:
    """The list of a home beside those of the others, of so many cities."""
    words = scene.words
    colour = home_colours(scene.roster.homes, scene.ground)[home]
    heading = words.say(
        "{home}: the first of {of} cities",
        home=home_name(scene.roster, home, words),
        of=words.number(of),
    )
    every = list(lines.values())
    return Panel(
        lambda size: list_chart(lines[home], every, scene.ground, colour, heading, size),
        as_drawn,
        heading,
        scale=1.35,
        least=430,
        tall=300,
    )


def _table(scene: Scene, asked: Question, home: str, of: Ranking, rows: list[int]) -> Table:
    words, cities = scene.words, asked.cities
    without = no_relations(asked.roster)

    def frame() -> pd.DataFrame:
        none = words.say("none")
        ranks, people = cities.ranks_in(of.known.year), cities.people_in(of.known.year)
        found = []
        for row in rows[:300]:
            city = int(of.known.free[row])
            pros, cons = in_words(reasons(asked, of, home, row, words), words)
            country = str(cities.country[city])
            found.append(
                {
                    words.say("Place"): int(of.places[row]),
                    words.say("City"): city_name(asked, city, words),
                    words.say("Country"): country_name(scene.roster, country, words),
                    words.say("Thousand people"): round(float(people[city]), 1),
                    words.say("Rank in its country"): int(ranks[city]),
                    words.say("What speaks for it"): pros,
                    words.say("What speaks against it"): cons,
                    words.say("Relations with China"): none if country in without else "",
                    words.say("Score"): round(float(of.scores[row]), 4),
                }
            )
        return pd.DataFrame(found)

    name = words.say("All places of {home}", home=home_name(scene.roster, home, words))
    return Table(name, frame, f"prospects-{home}")
