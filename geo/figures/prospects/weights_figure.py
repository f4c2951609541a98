"""The figure: what each home has chosen by, term by term, and before and since a year."""

from __future__ import annotations

import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.panel import Numbers, Panel, Series, stretched
from geo.figures.prospects.composing import NARROW, able, asked_of, composed, refused, year_of
from geo.figures.prospects.intervals_chart import Row, intervals_chart, signed
from geo.figures.prospects.model import Question, fitted, second_opinion
from geo.figures.prospects.terms import TERMS
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.stats.choice import Fit, p_of_difference
from geo.style.chart import home_keys
from geo.style.colours import home_colours
from geo.ties.names import home_name

TOPIC = mark("What the cities have chosen by")
ENDS = (-4.0, 4.0)
READ = mark(
    "Right of the line: chosen more often, other things equal; 1 makes a choice 2.7 times as "
    "likely. Rank, population, distance, own ties and share are logarithms; the other is the other "
    "city of the comparison. Bars: 95% intervals (Wald, on the penalised information). Weights of "
    "few choices lie nearer to 0."
)
CLEAR = mark("{term} ({numbers})")


def chosen_by(scene: Scene) -> Figure:
    """The weights of all homes side by side: over the whole time, before a year, since it."""
    words, asked, year = scene.words, asked_of(scene), year_of(scene)
    homes = [] if asked is None else able(asked, year)
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    turn = scene.view.turning_year
    spans = {
        words.say("All choices"): {home: fitted(asked, home, year) for home in homes},
        words.say("Before {year}", year=turn): {
            home: fitted(asked, home, turn - 1) for home in homes
        },
        words.say("Since {year}", year=turn): {
            home: fitted(asked, home, year, turn) for home in homes
        },
    }
    told = {
        head: {home: fit for home, fit in some.items() if fit is not None}
        for head, some in spans.items()
    }
    colours = home_colours(scene.roster.homes, scene.ground)
    names = [home_name(scene.roster, home, words) for home in homes]
    return composed(
        scene,
        _title(scene, asked, homes),
        [_panel(scene, head, some) for head, some in told.items() if some],
        topic=words.say(TOPIC),
        columns=3,
        remarks=[words.say(READ)],
        keys=home_keys(names, [colours[home] for home in homes]),
        tables=[_table(scene, asked, told)],
    )


def _title(scene: Scene, asked: Question, homes: list[str]) -> str:
    """The terms in which two homes differ by more than chance; of one its own clear terms."""
    words, year = scene.words, year_of(scene)
    fits = [fit for home in homes if (fit := fitted(asked, home, year)) is not None]
    if len(fits) != 2:
        return words.say("; ").join(_own(scene, homes[n], fit) for n, fit in enumerate(fits))
    apart = p_of_difference(*fits)
    clear = [n for n in range(len(TERMS)) if apart[n] < 0.05]
    names = [home_name(scene.roster, home, words) for home in homes]
    if not clear:
        return words.say("No term in which {homes} clearly differ", homes=words.join(names))
    most = max(clear, key=lambda n: abs(float(fits[0].weights[n] - fits[1].weights[n])))
    return words.say(
        "{homes} differ in {terms}, most in {most}",
        homes=words.join(names),
        terms=words.count("{n} term", "{n} terms", len(clear)),
        most=words.say(
            CLEAR,
            term=words.say(list(TERMS.values())[most]),
            numbers=words.row(signed(float(fit.weights[most]), words) for fit in fits),
        ),
    )


def _own(scene: Scene, home: str, fit: Fit) -> str:
    words = scene.words
    clear = [
        words.say(CLEAR, term=words.say(name), numbers=signed(float(fit.weights[n]), words))
        for n, name in enumerate(TERMS.values())
        if fit.intervals[n, 0] > 0 or fit.intervals[n, 1] < 0
    ]
    return words.say(
        "{home}: {cities}",
        home=home_name(scene.roster, home, words),
        cities=words.row(clear) or words.say("none"),
    )


def _panel(scene: Scene, head: str, fits: dict[str, Fit]) -> Panel:
    words = scene.words
    colours = home_colours(scene.roster.homes, scene.ground)
    counts = words.row(
        words.say(
            "{home} {n}",
            home=home_name(scene.roster, home, words),
            n=words.number(fit.choices),
        )
        for home, fit in fits.items()
    )
    heading = words.say("{span} ({counts})", span=head, counts=counts)
    rows = [
        Row(
            words.say(name),
            home,
            colours[home],
            float(fit.weights[n]),
            float(fit.intervals[n, 0]),
            float(fit.intervals[n, 1]),
            signed(float(fit.weights[n]), words),
        )
        for n, name in enumerate(TERMS.values())
        for home, fit in fits.items()
    ]
    series = [
        Series(
            home_name(scene.roster, home, words),
            colours[home],
            fit.weights.tolist(),
            fit.intervals[:, 0].tolist(),
            fit.intervals[:, 1].tolist(),
        )
        for home, fit in fits.items()
    ]
    return Panel(
        lambda size: intervals_chart(rows, scene.ground, heading, ENDS, narrow=size[0] < NARROW),
        stretched,
        heading,
        numbers=Numbers("bar", [words.say(name) for name in TERMS.values()], series, False, 1),
        scale=1.5,
        least=400,
        tall=330,
    )


def _table(scene: Scene, asked: Question, told: dict[str, dict[str, Fit]]) -> Table:
    words = scene.words

    def rows() -> pd.DataFrame:
        year = year_of(scene)
        found = []
        for head, fits in told.items():
            for home, fit in fits.items():
                found += _rows(scene, head, home, fit)
        for home in next(iter(told.values())):
            other = second_opinion(asked, home, year)
            if other is not None:
                found += _rows(scene, words.say("All choices, pooled logistic"), home, other)
        return pd.DataFrame(found)

    return Table(words.say("The weights in numbers"), rows, "prospects-weights")


def _rows(scene: Scene, head: str, home: str, fit: Fit) -> list[dict[str, object]]:
    words = scene.words
    return [
        {
            words.say("Span"): head,
            words.say("City"): home_name(scene.roster, home, words),
            words.say("Choices"): fit.choices,
            words.say("Term"): words.say(name),
            words.say("Weight"): round(float(fit.weights[n]), 4),
            words.say("95% confidence interval from"): round(float(fit.intervals[n, 0]), 4),
            words.say("95% confidence interval to"): round(float(fit.intervals[n, 1]), 4),
        }
        for n, name in enumerate(TERMS.values())
    ]
