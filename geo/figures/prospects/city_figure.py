"""The figure: one city, and what speaks for it and against it for each home."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.panel import Panel, stretched
from geo.figures.prospects.composing import (
    NARROW,
    able,
    asked_of,
    city_name,
    composed,
    refused,
    year_of,
)
from geo.figures.prospects.intervals_chart import Row, intervals_chart, signed
from geo.figures.prospects.matching import match
from geo.figures.prospects.model import Question
from geo.figures.prospects.ranking import GROUP_CALLED, ranking
from geo.figures.prospects.reasons import NO_RELATIONS, reasons
from geo.figures.prospects.relations import no_relations
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.i18n.phrases import PORT_SIZE
from geo.style.colours import home_colours
from geo.ties.names import country_name, home_name

TOPIC = mark("One city")
ENDS = (-6.0, 6.0)
NAMES = 0.5
"""Of the width, for the reasons at the left."""
READ = mark(
    "Each dot: what a group of terms adds to the city’s score or takes from it, beside the mean of "
    "all cities."
)


def one_city(scene: Scene) -> Figure:
    """The place of the chosen city for each home, and the parts of its score."""
    words, asked = scene.words, asked_of(scene)
    homes = [] if asked is None else able(asked, year_of(scene))
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    city = chosen_city(scene, asked)
    found = {home: _reasons(scene, asked, home, city) for home in homes}
    shown = {home: one for home, one in found.items() if one is not None}
    name = words.say(
        "{city} ({country})",
        city=city_name(asked, city, words),
        country=country_name(scene.roster, str(asked.cities.country[city]), words),
    )
    places = words.say("; ").join(_place(scene, asked, home, city) for home in homes)
    return composed(
        scene,
        words.say("{city}: {places}", city=name, places=places),
        [_panel(scene, home, one) for home, one in shown.items()],
        topic=words.say(TOPIC),
        remarks=[words.say(READ)] if shown else [],
        details=[*_facts(scene, asked, city), *_told(scene, shown)],
        tables=[_table(scene, shown)] if shown else [],
    )


def chosen_city(scene: Scene, asked: Question) -> int:
    """The city that the reader has chosen; else the first that the article proposes; else the
    first of the ranking."""
    keys = asked.cities.keys
    if scene.view.city in keys:
        return keys.index(scene.view.city)
    for row in scene.roster.proposals.to_dict("records"):
        at = (float(row["lon"]), float(row["lat"]))
        found = match(asked.cities, row["country"], at, (row["seat_en"],))
        if found is not None and found.core:
            return found.city
    home = able(asked, year_of(scene))[0]
    of = ranking(asked, home, year_of(scene))
    return 0 if of is None else int(of.known.free[of.order[0]])


Told = list[tuple[str, float, str]]
"""Group of terms, part of the score, and words."""


def _reasons(scene: Scene, asked: Question, home: str, city: int) -> Told | None:
    """The parts of its score; ``None`` where the home cannot choose the city."""
    of = ranking(asked, home, year_of(scene), scene.view.weights)
    if of is None or of.place_of(city) is None:
        return None
    rows = np.flatnonzero(of.known.free == city)
    told = reasons(asked, of, home, int(rows[0]), scene.words)
    return [(one.group, one.added, one.text) for one in told]


def _place(scene: Scene, asked: Question, home: str, city: int) -> str:
    words = scene.words
    of = ranking(asked, home, year_of(scene), scene.view.weights)
    place = None if of is None else of.place_of(city)
    name = home_name(scene.roster, home, words)
    if of is None or place is None:
        return words.say("no candidate for {home}", home=name)
    return words.say(
        "place {place} of {of} for {home}",
        place=words.number(place),
        of=words.number(len(of.order)),
        home=name,
    )


def _facts(scene: Scene, asked: Question, city: int) -> list[str]:
    """People, rank, port and its evidence, capital and its years, relations."""
    words, cities, year = scene.words, asked.cities, year_of(scene)
    row = cities.rows[city]
    facts = [
        words.say(
            "{people} people, rank {n} in its country",
            people=words.people(round(float(cities.people_in(year)[city]))),
            n=words.number(float(cities.ranks_in(year)[city])) if cities.part_of[city] < 0 else "–",
        )
    ]
    if cities.port[city]:
        facts.append(
            words.say(
                "sea port: {name}, harbour size {size}, {km} km (World Port Index {number})",
                name=row["wpi_name"],
                size=words.say(PORT_SIZE[row["wpi_size"]]) if row["wpi_size"] else "–",
                km=row["wpi_km"],
                number=row["wpi"],
            )
        )
    else:
        facts.append(words.say("no sea port by the World Port Index"))
    facts.append(
        words.say("national capital") if cities.capital_in(year)[city] else words.say("no capital")
    )
    code = str(cities.country[city])
    if day := no_relations(scene.roster).get(code):
        facts.append(words.say(NO_RELATIONS, day=words.date(day)))
    history = asked.history
    for home in asked.homes:
        there = history.country[history.home == home] == code
        facts.append(
            words.count(
                "{home}: {n} tie in the country",
                "{home}: {n} ties in the country",
                int(there.sum()),
                home=home_name(scene.roster, home, words),
            )
        )
    return [words.say("; ").join(facts) + words.say(".")]


def _told(scene: Scene, shown: dict[str, Told]) -> list[str]:
    words = scene.words
    return [
        words.say(
            "{home} – {reasons}",
            home=home_name(scene.roster, home, words),
            reasons=words.say("; ").join(text for _, _, text in told),
        )
        for home, told in shown.items()
    ]


def _panel(scene: Scene, home: str, told: Told) -> Panel:
    words = scene.words
    heading = words.say("For {home}", home=home_name(scene.roster, home, words))
    colour = home_colours(scene.roster.homes, scene.ground)[home]
    rows = [
        Row(text, "", colour, added, min(added, 0), max(added, 0), signed(added, words))
        for _, added, text in told
    ]
    return Panel(
        lambda size: intervals_chart(
            rows,
            scene.ground,
            heading,
            ENDS,
            narrow=size[0] < NARROW,
            names_wide=int(size[0] * NAMES),
        ),
        stretched,
        heading,
        scale=1.6,
        least=420,
        tall=190,
    )


def _table(scene: Scene, shown: dict[str, Told]) -> Table:
    words = scene.words

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("City"): home_name(scene.roster, home, words),
                words.say("Group of terms"): words.say(GROUP_CALLED[group]),
                words.say("Part of the score"): round(added, 4),
                words.say("In words"): text,
            }
            for home, told in shown.items()
            for group, added, text in told
        )

    return Table(words.say("Parts of the score"), rows, "prospects-city")
