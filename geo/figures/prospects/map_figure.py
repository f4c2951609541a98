"""The figure: where the first cities of each home lie."""

from __future__ import annotations

from typing import Any

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.panel import Panel, as_drawn
from geo.figures.prospects.composing import able, asked_of, city_name, composed, refused, year_of
from geo.figures.prospects.list_figure import rows_of
from geo.figures.prospects.map_chart import Candidate, candidates_chart
from geo.figures.prospects.model import Question
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.stats.ranking import FIRST
from geo.style.chart import home_keys
from geo.style.colours import home_colours
from geo.ties.names import country_name, home_name

TOPIC = mark("Where they lie")


def candidates_map(scene: Scene) -> Figure:
    """The first thirty of each home on the map, each with its place."""
    words, asked = scene.words, asked_of(scene)
    homes = [] if asked is None else able(asked, year_of(scene))
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    colours = home_colours(scene.roster.homes, scene.ground)
    names = [home_name(scene.roster, home, words) for home in homes]
    rows = {home: _first(scene, asked, home) for home in homes}
    heading = words.say(
        "The first {n} cities of {homes}, with their places",
        n=words.number(FIRST),
        homes=words.join(names),
    )
    shared = _shared(rows)
    title = (
        words.count(
            "{n} city is among the first {first} of both",
            "{n} cities are among the first {first} of both",
            len(shared),
            first=words.number(FIRST),
        )
        if len(homes) == 2
        else heading
    )
    panel = Panel(
        lambda size: candidates_chart(
            [one for found in rows.values() for _, one in found],
            homes,
            colours,
            scene.ground,
            heading,
            size,
        ),
        as_drawn,
        heading,
        scale=1.0,
        least=340,
        tall=170,
    )
    named = [city_name(asked, city, words) for city in shared]
    told = [words.say("In both: {names}.", names=words.join(named))] if named else []
    return composed(
        scene,
        title,
        [panel],
        topic=words.say(TOPIC),
        remarks=told,
        keys=home_keys(names, [colours[home] for home in homes]),
        filtered=True,
        tables=[_table(scene, asked, rows)],
    )


def _table(scene: Scene, asked: Question, rows: dict[str, list[tuple[int, Candidate]]]) -> Table:
    """Every city on the map: its place for each home that has it among its first."""
    words = scene.words

    def frame() -> pd.DataFrame:
        found: dict[int, dict[str, Any]] = {}
        for home, some in rows.items():
            head = words.say("Place for {home}", home=home_name(scene.roster, home, words))
            for city, one in some:
                country = country_name(scene.roster, str(asked.cities.country[city]), words)
                known = {words.say("City"): one.name, words.say("Country"): country}
                where = {words.say("Latitude"): one.lat, words.say("Longitude"): one.lon}
                found.setdefault(city, known | where)[head] = one.place
        return pd.DataFrame(found.values())

    return Table(words.say("The cities on the map"), frame, "candidates-map")


def _first(scene: Scene, asked: Question, home: str) -> list[tuple[int, Candidate]]:
    """The first cities of a home that pass the filters, each with its number in the table."""
    of, rows = rows_of(scene, asked, home)
    found = []
    for row in rows[:FIRST]:
        city = int(of.known.free[row])
        at = float(asked.cities.lon[city]), float(asked.cities.lat[city])
        name = city_name(asked, city, scene.words)
        found.append((city, Candidate(home, int(of.places[row]), *at, name)))
    return found


def _shared(rows: dict[str, list[tuple[int, Candidate]]]) -> list[int]:
    """The cities that stand among the first of two homes, in the order of the first of them."""
    if len(rows) != 2:
        return []
    one, other = rows.values()
    there = {row[0] for row in other}
    return [row[0] for row in one if row[0] in there]
