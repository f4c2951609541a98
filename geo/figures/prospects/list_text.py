"""What is said below the list: cities of the article, the reader's weights, relations."""

from __future__ import annotations

from geo.figures.prospects.composing import (
    able,
    city_name,
    day_of,
    year_of,
)
from geo.figures.prospects.model import Question
from geo.figures.prospects.named import ARTICLE_YEAR, Named, named
from geo.figures.prospects.ranking import GROUP_CALLED, ranking
from geo.figures.prospects.relations import no_relations
from geo.figures.scene import Scene
from geo.stats.ranking import FIRST
from geo.ties.names import country_name, home_name


def article_places(scene: Scene, asked: Question) -> list[str]:
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


def meanings(scene: Scene, asked: Question) -> list[str]:
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


def weights_changed(scene: Scene, asked: Question) -> list[str]:
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


def states_without_relations(scene: Scene, asked: Question) -> list[str]:
    """Which states have none, by what is known of the day."""
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
