"""The figure: how often a home went where the other one was already, and what size alone gives."""

from __future__ import annotations

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.panel import Numbers, Panel, Series, stretched
from geo.figures.prospects.composing import NARROW, able, asked_of, composed, refused, year_of
from geo.figures.prospects.counts import Following, following, left_out
from geo.figures.prospects.intervals_chart import Row, intervals_chart
from geo.figures.prospects.model import Question
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.stats.proportions import share as share_of_count
from geo.style.colours import home_colours
from geo.ties.names import home_name

TOPIC = mark("Where the other city was already")
SINCE = mark("{home} {now} of {of} since {year}, before {before} of {of_before}")
HEAD = mark("Into the other’s cities: {homes}")
READ = mark(
    "Bars: 95% confidence intervals (Wilson). Upright strokes: what chance gives if every city is "
    "chosen by its population alone."
)
TWO = mark("This compares one city with another: choose two or more.")
LATER = mark(
    "{home}: {before} choices went to countries where {other} had been before, and {later} to "
    "countries where it came later. A country may simply suit both: coming later is not following."
)

Counts = dict[str, dict[str, Following]]
"""By home and side (``before``, ``since`` the turning year)."""


def followed(scene: Scene) -> Figure:
    """Shares of choices into cities and countries that another home already had, by side."""
    words, asked, year = scene.words, asked_of(scene), year_of(scene)
    homes = [] if asked is None else able(asked, year)
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    if len(asked.homes) < 2:
        return refused(scene, words.say(TOPIC), words.say(TWO))
    turn = scene.view.turning_year
    counts = {
        home: {
            "before": following(asked, home, None, turn - 1),
            "since": following(asked, home, turn, year),
        }
        for home in homes
    }
    panels = [
        _panel(scene, asked, counts, "city", words.say("Into a city that the other already had")),
        _panel(
            scene, asked, counts, "country", words.say("Into a country where the other already was")
        ),
    ]
    return composed(
        scene,
        words.say(
            HEAD, homes=words.say("; ").join(_sentence(scene, home, counts[home]) for home in homes)
        ),
        panels,
        topic=words.say(TOPIC),
        remarks=[words.say(READ)],
        details=[_later(scene, asked, home, counts[home]) for home in homes]
        + _uncertain(scene, asked, homes),
        tables=[_table(scene, counts)],
    )


def _others(scene: Scene, asked: Question, home: str) -> str:
    words = scene.words
    return words.join(
        home_name(scene.roster, other, words) for other in asked.homes if other != home
    )


def _sentence(scene: Scene, home: str, of: dict[str, Following]) -> str:
    words = scene.words
    return words.say(
        SINCE,
        home=home_name(scene.roster, home, words),
        now=words.number(of["since"].city),
        of=words.number(of["since"].of),
        before=words.number(of["before"].city),
        of_before=words.number(of["before"].of),
        year=scene.view.turning_year,
    )


def _later(scene: Scene, asked: Question, home: str, of: dict[str, Following]) -> str:
    words = scene.words
    return words.say(
        LATER,
        home=home_name(scene.roster, home, words),
        other=_others(scene, asked, home),
        before=words.number(sum(one.country for one in of.values())),
        later=words.number(sum(one.country_later for one in of.values())),
    )


def _uncertain(scene: Scene, asked: Question, homes: list[str]) -> list[str]:
    n = sum(left_out(asked, home, scene.view.turning_year) for home in homes)
    if not n:
        return []
    return [
        scene.words.count(
            "{n} choice is left out, because it may lie before or after the year.",
            "{n} choices are left out, because they may lie before or after the year.",
            n,
        )
    ]


def _panel(scene: Scene, asked: Question, counts: Counts, what: str, heading: str) -> Panel:
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    turn = scene.view.turning_year
    sides = {
        "before": words.say("before {year}", year=turn),
        "since": words.say("since {year}", year=turn),
    }
    rows, series = [], []
    for home, of in counts.items():
        name = home_name(scene.roster, home, words)
        shares = {side: share_of_count(getattr(one, what), one.of) for side, one in of.items()}
        for side, share in shares.items():
            expected = getattr(of[side], f"{what}_by_size")
            label = words.say(
                "{count}/{of} · by size {expected}",
                count=words.number(share.count),
                of=words.number(share.of),
                expected=words.number(expected, 1),
            )
            rows.append(
                Row(
                    words.say("{home}, {side}", home=name, side=sides[side]),
                    "",
                    colours[home],
                    share.share if share.of else 0.0,
                    share.low,
                    share.high,
                    label,
                    expected / share.of if share.of else None,
                )
            )
        series.append(
            Series(
                name,
                colours[home],
                [one.share if one.of else None for one in shares.values()],
                [one.low for one in shares.values()],
                [one.high for one in shares.values()],
            )
        )
    return Panel(
        lambda size: intervals_chart(
            rows, scene.ground, heading, (0.0, 1.0), percent=True, narrow=size[0] < NARROW
        ),
        stretched,
        heading,
        numbers=Numbers("bar", list(sides.values()), series, True),
        scale=1.9,
        least=400,
        tall=160,
    )


def _table(scene: Scene, counts: Counts) -> Table:
    words = scene.words

    def rows() -> pd.DataFrame:
        sides = {
            "before": words.say("before {year}", year=scene.view.turning_year),
            "since": words.say("since {year}", year=scene.view.turning_year),
        }
        return pd.DataFrame(
            {
                words.say("City"): home_name(scene.roster, home, words),
                words.say("Span"): sides[side],
                words.say("Choices"): one.of,
                words.say("Into a city that the other already had"): one.city,
                words.say("by size alone, cities"): round(one.city_by_size, 2),
                words.say("Into a country where the other already was"): one.country,
                words.say("by size alone, countries"): round(one.country_by_size, 2),
                words.say("Into a city to which the other came later"): one.city_later,
                words.say("Into a country to which the other came later"): one.country_later,
            }
            for home, of in counts.items()
            for side, one in of.items()
        )

    return Table(words.say("The counts"), rows, "prospects-following")
