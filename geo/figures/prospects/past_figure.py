"""The figure: would the model have found the partners that came later?"""

from __future__ import annotations

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.panel import Numbers, Panel, Series, stretched
from geo.figures.prospects.composing import NARROW, able, asked_of, composed, refused, year_of
from geo.figures.prospects.intervals_chart import Row, intervals_chart
from geo.figures.prospects.model import Question
from geo.figures.prospects.past import CUTS, FEWEST, MAIN, MODEL, Test, ever_after, joined
from geo.figures.prospects.past_text import (
    NAME,
    hits_of,
    how_tested,
    none_tested,
    not_forecast,
    paired_sentences,
    past_title,
)
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.stats.ranking import FIRST, Estimate
from geo.style.colours import home_colours
from geo.ties.names import home_name

TOPIC = mark("Tested on the past")
MEASURES = {
    "hits": mark("Among the first 30"),
    "median": mark("Median place, as a share of all cities"),
    "best1": mark("In the best 1%"),
    "best5": mark("In the best 5%"),
    "best10": mark("In the best 10%"),
    "log_score": mark("Mean log score"),
}


def past_test(scene: Scene) -> Figure:
    """The share of later partners among the first 30, of the model and of each plain rule."""
    words, asked = scene.words, asked_of(scene)
    if asked is None or not able(asked, year_of(scene)):
        return refused(scene, words.say(TOPIC))
    tests = {home: joined(asked, home) for home in able(asked, asked.roster.as_of.year)}
    enough = {home: test for home, test in tests.items() if test.of >= FEWEST}
    return composed(
        scene,
        past_title(scene, tests),
        [_panel(scene, home, test) for home, test in enough.items()],
        topic=words.say(TOPIC),
        remarks=[how_tested(scene, enough), *paired_sentences(scene, asked, enough)]
        if enough
        else [],
        details=not_forecast(scene, tests),
        instead=none_tested(scene, tests),
        explained=True,
        tables=[_table(scene, asked, tests)] if enough else [],
    )


def _panel(scene: Scene, home: str, test: Test) -> Panel:
    words = scene.words
    colour = home_colours(scene.roster.homes, scene.ground)[home]
    told = {name: test.summaries[name][MAIN] for name in NAME}
    heading = words.say(
        "{home}: later partners among the first {first}",
        home=home_name(scene.roster, home, words),
        first=words.number(FIRST),
    )
    rows = [
        Row(
            words.say(NAME[name]),
            "",
            colour if name == MODEL else scene.ground.faint,
            one.value,
            one.low,
            one.high,
            f"{hits_of(test, name)}/{test.of}",
        )
        for name, one in told.items()
    ]
    series = Series(
        home_name(scene.roster, home, words),
        colour,
        [one.value for one in told.values()],
        [one.low for one in told.values()],
        [one.high for one in told.values()],
    )
    return Panel(
        lambda size: intervals_chart(
            rows, scene.ground, heading, (0.0, 1.0), percent=True, narrow=size[0] < NARROW
        ),
        stretched,
        heading,
        numbers=Numbers("bar", [words.say(NAME[name]) for name in told], [series], True),
        scale=1.8,
        least=360,
        tall=220,
    )


def _table(scene: Scene, asked: Question, tests: dict[str, Test]) -> Table:
    words = scene.words

    def rows() -> pd.DataFrame:
        windows = [("", joined)] + [
            (str(cut), lambda question, home, cut=cut: ever_after(question, home, cut))
            for cut in CUTS
        ]
        found = []
        for cut, test_of in windows:
            for home in tests:
                test = test_of(asked, home)
                if test.of < FEWEST:
                    continue
                for name, told in test.summaries.items():
                    found.append(_row(scene, home, cut, name, test, told))
        return pd.DataFrame(found)

    return Table(words.say("The test in numbers"), rows, "past-test")


def _row(
    scene: Scene, home: str, cut: str, name: str, test: Test, told: dict[str, Estimate]
) -> dict[str, object]:
    words = scene.words
    row: dict[str, object] = {
        words.say("City"): home_name(scene.roster, home, words),
        words.say("Cut-off"): cut or words.say("joined"),
        words.say("Ranked by"): words.say(NAME[name]),
        words.say("Ties forecast"): test.of,
    }
    for measure, message in MEASURES.items():
        one, head = told[measure], words.say(message)
        row[head] = round(one.value, 4)
        row[words.say("{name}, from", name=head)] = round(one.low, 4)
        row[words.say("{name}, to", name=head)] = round(one.high, 4)
    return row
