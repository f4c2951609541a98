"""The figure: the cities that a home's past choices point to, with reasons."""

from __future__ import annotations

import pandas as pd

from geo.figures.figure import Figure, Panel, Scene, Table, as_drawn
from geo.figures.prospects.composing import (
    able,
    asked_of,
    city_name,
    composed,
    day_of,
    refused,
    year_of,
)
from geo.figures.prospects.list_chart import Line, list_chart
from geo.figures.prospects.model import Question
from geo.figures.prospects.named import ARTICLE_YEAR, Named, named
from geo.figures.prospects.ranking import GROUP_CALLED, Ranking, passing, ranking
from geo.figures.prospects.reasons import NO_RELATIONS, in_words, reasons
from geo.figures.prospects.relations import no_relations
from geo.i18n import mark
from geo.stats.ranking import FIRST
from geo.style.colours import home_colours
from geo.ties.names import country_name, home_name

TOPIC = mark("Where next, by past choices")
DRAWN = 20
"""Rows of a picture; the table has all."""
NAMED_AT_HEAD = 3


def listed(scene: Scene) -> Figure:
    """The first cities of each home, with what speaks for and against them."""
    words, asked = scene.words, asked_of(scene)
    homes = [] if asked is None else able(asked, year_of(scene))
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    found = {home: rows_of(scene, asked, home) for home in homes}
    return composed(
        scene,
        _title(scene, asked, found),
        [_panel(scene, asked, home, *one) for home, one in found.items()],
        topic=words.say(TOPIC),
        remarks=[*_article(scene, asked), *_weighed(scene, asked)],
        details=[*_which(scene, asked), *_relations(scene, asked)],
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


def _panel(scene: Scene, asked: Question, home: str, of: Ranking, rows: list[int]) -> Panel:
    words = scene.words
    colour = home_colours(scene.roster.homes, scene.ground)[home]
    heading = words.say(
        "{home}: the first {n} of {of} cities",
        home=home_name(scene.roster, home, words),
        n=words.number(min(DRAWN, len(rows))),
        of=words.number(len(rows)),
    )
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
    return Panel(
        lambda size: list_chart(lines, scene.ground, colour, heading, size),
        as_drawn,
        heading,
        scale=1.35,
        least=430,
        tall=300,
    )


def _article(scene: Scene, asked: Question) -> list[str]:
    """Where the cities that the article names stand, then and now."""
    words, year = scene.words, year_of(scene)
    found = []
    for home in able(asked, year):
        told = [
            _place_sentence(scene, home, one)
            for one in named(asked, home, tuple(sorted({ARTICLE_YEAR, year})))
        ]
        if told:
            found.append(
                words.say(
                    "Named in the article for {home}: {cities}.",
                    home=home_name(scene.roster, home, words),
                    cities=words.say("; ").join(told),
                )
            )
    return found


def _place_sentence(scene: Scene, home: str, one: Named) -> str:
    words = scene.words
    places = words.row(
        words.say("no candidate on {day}", day=day_of(scene, year))
        if place is None
        else words.say(
            "place {place} of {of} on {day}",
            place=words.number(place),
            of=words.number(one.of[year]),
            day=day_of(scene, year),
        )
        for year, place in one.places.items()
    )
    kind = (
        words.say("{name}, proposed", name=one.names[words.lang])
        if one.standing == "proposed"
        else words.say("{name}, not proposed", name=one.names[words.lang])
    )
    return words.say("{city}: {places}", city=kind, places=places)


def _which(scene: Scene, asked: Question) -> list[str]:
    """Which Penang is meant, where there are several meanings: each with its people and source."""
    words = scene.words
    several: dict[str, Named] = {}
    for home in able(asked, year_of(scene)):
        for one in named(asked, home, (year_of(scene),)):
            if one.reading != one.proposal:
                several[one.reading] = one
    if not several:
        return []
    titles = scene.roster.sources["title"]
    told = words.say("; ").join(
        words.say(
            "{name}: {people} people ({sources})",
            name=one.names[words.lang],
            people=words.people(one.people),
            sources=words.say(", ").join(
                str(titles[source]) for source in one.sources if source in titles.index
            ),
        )
        for one in several.values()
    )
    return [
        words.say(
            "Not an agglomeration of the UN’s tables, so that its place hangs on what is meant: "
            "{cities}.",
            cities=told,
        )
    ]


def _weighed(scene: Scene, asked: Question) -> list[str]:
    """What the reader's own weights change among the first thirty."""
    words, weights = scene.words, scene.view.weights
    if not weights:
        return []
    shares = words.row(
        words.say("{group} {share}%", group=words.say(GROUP_CALLED[group]), share=share)
        for group, share in weights
    )
    told = [words.say("Weights of your own: {weights}.", weights=shares)]
    for home in able(asked, year_of(scene)):
        mine = ranking(asked, home, year_of(scene), weights)
        usual = ranking(asked, home, year_of(scene))
        if mine is None or usual is None:
            continue
        first, before = (
            [int(one.known.free[row]) for row in one.order[:FIRST]] for one in (mine, usual)
        )
        come = [city_name(asked, city, words) for city in first if city not in before]
        told.append(
            words.say(
                "{home}: {n} of the first {first} are others, {names}.",
                home=home_name(scene.roster, home, words),
                n=words.number(len(come)),
                first=words.number(FIRST),
                names=words.row(come[:8]) if come else words.say("none"),
            )
        )
    return told


def _relations(scene: Scene, asked: Question) -> list[str]:
    words, without = scene.words, no_relations(asked.roster)
    if not without:
        return []
    names = words.join(
        country_name(scene.roster, code, words)
        for code in without
        if code in scene.roster.countries.index
    )
    day = words.date(max(without.values()))
    return [
        words.say(
            "Without diplomatic relations with China on {day}: {names}; their cities are ranked "
            "and marked.",
            day=day,
            names=names,
        )
    ]


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
