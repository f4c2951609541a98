"""The article's statements and the official counts: the figures of the Article page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import pandas as pd

from geo.figures.article.claims import claims_of, examine
from geo.figures.article.official import Stated, Step, agreement, band, drawn, official, stated
from geo.figures.article.official_chart import official_chart
from geo.figures.article.official_text import (
    COUNTED,
    HOW_TO_READ,
    HOW_TO_READ_LINES,
    dress,
    panel_title,
)
from geo.figures.article.shapes import SHAPES, verdict_path
from geo.figures.article.statements import statements
from geo.figures.article.text import (
    RULE,
    VERDICT,
    about,
    changes,
    headline,
    in_full,
    own_questions,
)
from geo.figures.article.verdicts_chart import Heads, marks_of, verdicts_chart
from geo.figures.date_columns import DATE, bounds_of, date_of, spread
from geo.figures.figure import Figure, Remark, Table
from geo.figures.numbers_table import numbers_table
from geo.figures.panel import Numbers, Panel, Series, Size, Spec, filled, stretched
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import Ground, home_colours
from geo.ties.roster import Roster


def verdicts(scene: Scene) -> Figure:
    """A mark a statement of the article, then and now."""
    return _verdicts(scene.roster.without_brought, scene.view.lang, scene.ground)


def official_counts(scene: Scene) -> Figure:
    """Official counts beside ours."""
    return _official(scene.roster.without_brought, scene.view.lang, scene.ground)


@lru_cache(maxsize=16)
def _verdicts(roster: Roster, lang: str, ground: Ground) -> Figure:
    """The same for every view: the statements are tested on the whole roster."""
    words = Words(lang)
    tested = examine(roster, lang, claims_of(roster))
    panel = Panel(
        partial(_verdicts_drawn, roster, lang, ground), stretched, scale=2.4, least=540, tall=290
    )
    return Figure(
        headline(tested, words),
        words.say("Based on all the data, whatever the filters"),
        [panel] if tested else [],
        remarks=[
            in_full(tested, words),
            changes(tested, words),
            *own_questions(tested, words),
            words.say(RULE),
        ]
        if tested
        else [],
        details=about(roster, tested, words),
        keys=[(verdict_path(one, ground.ink), words.say(VERDICT[one])) for one in SHAPES],
        instead=words.say("These data come without statements."),
        tables=[_statements_table(roster, words)] if tested else [],
    )


def _verdicts_drawn(roster: Roster, lang: str, ground: Ground, size: Size) -> Spec:
    words = Words(lang)
    tested = examine(roster, lang, claims_of(roster))
    heads = Heads(
        (words.say("when written"), words.say("today")),
        (words.say("Statement"), words.say("Verdict")),
        headline(tested, words),
    )
    return verdicts_chart(marks_of(tested, words), heads, ground, size[0], spread=size[1] > 0)


def _statements_table(roster: Roster, words: Words) -> Table:
    """A row a statement: what is stated, what became of it then and today."""
    heads = (
        words.say("Part"),
        words.say("Statement"),
        words.say("when written"),
        words.say("Figure when written"),
        words.say("today"),
        words.say("Figure today"),
        words.say("Whose"),
        words.say("Where in the article"),
        words.say("Original"),
        words.say("Translation"),
    )
    rows = [
        (
            one.section,
            one.sentence,
            one.then.word,
            one.then.figure,
            one.now.word,
            one.now.figure,
            one.whose,
            one.quote.where,
            one.quote.original,
            one.quote.translation,
        )
        for one in statements(roster, words.lang)
    ]
    name = words.say("The article’s statements")
    return Table(name, pd.DataFrame(rows, columns=list(heads)), "statements")


@lru_cache(maxsize=16)
def _official(roster: Roster, lang: str, ground: Ground) -> Figure:
    """The same for every view: counts are of the whole roster."""
    words, homes = Words(lang), tuple(roster.homes.index)
    panels = [_panel(roster, lang, ground, home, what) for home, what in drawn(roster, homes)]
    return Figure(
        agreement(roster, homes, words),
        words.say("Based on all the data, whatever the filters"),
        panels,
        columns=min(3, len(panels) or 1),
        remarks=[Remark(words.say(HOW_TO_READ), native=words.say(HOW_TO_READ_LINES))]
        if panels
        else [],
        instead=words.say("There are too few published figures for a chart."),
        tables=[_official_table(roster, words), *numbers_table(panels, "official", words)]
        if official(roster)
        else [],
    )


def _panel(roster: Roster, lang: str, ground: Ground, home: str, what: str) -> Panel:
    words = Words(lang)
    return Panel(
        partial(_official_drawn, roster, lang, ground, home, what),
        filled,
        panel_title(roster, home, what, words),
        numbers=_numbers(
            band(roster, home, what),
            stated(roster, home, what),
            home_colours(roster.homes, ground)[home],
            ground,
            words,
        ),
        least=300,
        tall=210,
    )


def _official_drawn(
    roster: Roster, lang: str, ground: Ground, home: str, what: str, size: Size
) -> Spec:
    colour = home_colours(roster.homes, ground)[home]
    return official_chart(
        band(roster, home, what),
        stated(roster, home, what),
        ground,
        dress(roster, home, what, colour, Words(lang)),
    )


def _numbers(
    steps: Sequence[Step], points: Sequence[Stated], colour: str, ground: Ground, words: Words
) -> Numbers:
    """Year by year: our certain and possible numbers at its end, the official ones of the year."""
    years = list(range(steps[0].day.year, steps[-1].day.year + 1))
    last = {step.day.year: step for step in steps}
    ends: list[Step] = []
    for year in years:
        ends.append(last.get(year) or ends[-1])
    official_of = {point.day.year: float(point.number) for point in points}
    return Numbers(
        "line",
        [str(year) for year in years],
        [
            Series(words.say("atlas, certain"), colour, [float(end.certain) for end in ends]),
            Series(
                words.say("atlas, possible"), ground.faint, [float(end.possible) for end in ends]
            ),
            Series(
                words.say("published"),
                ground.ink,
                [official_of.get(year) for year in years],
                marks=True,
            ),
        ],
        percent=False,
    )


def _official_table(roster: Roster, words: Words) -> Table:
    """A row a number of an official count: ours beside it."""
    dates = roster.official_counts["as_of"]
    columns = {
        words.say("Chinese city"): [
            words.of(roster.homes.loc[one.home], "name") for one in official(roster)
        ],
        words.say("What is counted"): [words.say(COUNTED[one.what]) for one in official(roster)],
        **spread([str(dates[one.count]) for one in official(roster)], words, DATE),
        words.say("published"): [one.number for one in official(roster)],
        words.say("atlas, certain"): [one.own.certain for one in official(roster)],
        words.say("atlas, possible"): [one.own.possible for one in official(roster)],
        words.say("Source"): [one.source for one in official(roster)],
    }
    return Table(
        words.say("Published counts"),
        pd.DataFrame(columns),
        "official",
        dates=[date_of(DATE, words)],
        bounds=bounds_of(DATE, words),
    )
