"""The figure: would the model have found the partners that came later?"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from geo.figures.figure import Figure, Numbers, Panel, Scene, Series, Table, stretched
from geo.figures.prospects.composing import NARROW, able, asked_of, composed, refused, year_of
from geo.figures.prospects.intervals_chart import Row, intervals_chart
from geo.figures.prospects.model import Question
from geo.figures.prospects.past import CUTS, FEWEST, MAIN, MODEL, Test, ever_after, joined, together
from geo.figures.prospects.rules import RULES
from geo.i18n import Words, mark
from geo.stats.ranking import FIRST, Estimate
from geo.stats.text import percent
from geo.style.colours import home_colours
from geo.ties.names import home_name

TOPIC = mark("Tested on the past")
NAME = {MODEL: mark("the model")} | {key: rule.name for key, rule in RULES.items()}
BETTER, NO_BETTER, WORSE = "better", "no better", "worse"
VERDICT = {
    (BETTER,): mark("Better than every plain rule, tested on the past: {homes}"),
    (NO_BETTER,): mark("Not clearly better than a plain rule, tested on the past: {homes}"),
    (WORSE,): mark("Worse than a plain rule, tested on the past: {homes}"),
}
MIXED = mark("Tested on the past, clearly better than every plain rule for {better} only: {homes}")
MIXED_WORSE = mark("Tested on the past, clearly better than every plain rule for none: {homes}")
HITS = mark(
    "{home} {hits} of {of} later partners among the first {first}, the best plain rule {best}"
)
TOO_FEW_LATER = mark("{home}: only {of} ties followed, too few to test the model")
MEASURES = {
    "hits": mark("Among the first 30"),
    "median": mark("Median place, as a share of all cities"),
    "best1": mark("In the best 1%"),
    "best5": mark("In the best 5%"),
    "best10": mark("In the best 10%"),
    "log_score": mark("Mean log score"),
}
HOW = mark(
    "Fitted at the end of {cuts} with what was known then; each later tie is forecast once, from "
    "the last cut-off before it. Best plain rule: {rules}. Bars: 95% intervals by drawing the ties "
    "anew."
)


def past_test(scene: Scene) -> Figure:
    """The share of later partners among the first 30, of the model and of each plain rule."""
    words, asked = scene.words, asked_of(scene)
    if asked is None or not able(asked, year_of(scene)):
        return refused(scene, words.say(TOPIC))
    tests = {home: joined(asked, home) for home in able(asked, asked.roster.as_of.year)}
    enough = {home: test for home, test in tests.items() if test.of >= FEWEST}
    return composed(
        scene,
        _title(scene, tests),
        [_panel(scene, home, test) for home, test in enough.items()],
        topic=words.say(TOPIC),
        remarks=[_how(scene, enough), *_paired(scene, asked, enough)] if enough else [],
        details=_left_out(scene, tests),
        instead=_too_few(scene, tests),
        explained=True,
        tables=[_table(scene, asked, tests)] if enough else [],
    )


def _too_few(scene: Scene, tests: dict[str, Test]) -> str:
    """The sentence that stands where no home can be tested."""
    if any(test.of >= FEWEST for test in tests.values()):
        return ""
    return scene.words.say("; ").join(_finding(scene, home, test) for home, test in tests.items())


def best_rule(test: Test) -> str:
    """The plain rule with most hits; of several the one with the best log score."""
    told = {rule: test.summaries[rule] for rule in RULES}
    return max(RULES, key=lambda rule: (told[rule][MAIN].value, told[rule]["log_score"].value))


def verdict(test: Test) -> str:
    """Whether the model has more hits than the best plain rule, by more than chance."""
    between = test.against[best_rule(test)][MAIN]
    if not between.tells:
        return NO_BETTER
    return BETTER if between.value > 0 else WORSE


def _title(scene: Scene, tests: dict[str, Test]) -> str:
    words = scene.words
    enough = {home: test for home, test in tests.items() if test.of >= FEWEST}
    few = [_finding(scene, home, test) for home, test in tests.items() if home not in enough]
    if not enough:
        return words.say("; ").join(few)
    told = words.say("; ").join(
        [*(_finding(scene, home, test) for home, test in enough.items()), *few]
    )
    verdicts = {home: verdict(test) for home, test in enough.items()}
    all_of = tuple(sorted(set(verdicts.values())))
    if all_of in VERDICT:
        return words.say(VERDICT[all_of], homes=told)
    better = [home for home, one in verdicts.items() if one == BETTER]
    if not better:
        return words.say(MIXED_WORSE, homes=told)
    names = words.join(home_name(scene.roster, home, words) for home in better)
    return words.say(MIXED, better=names, homes=told)


def _finding(scene: Scene, home: str, test: Test) -> str:
    words = scene.words
    name = home_name(scene.roster, home, words)
    if test.of < FEWEST:
        return words.say(TOO_FEW_LATER, home=name, of=words.number(test.of))
    return words.say(
        HITS,
        home=name,
        hits=words.number(_hits(test, MODEL)),
        of=words.number(test.of),
        first=words.number(FIRST),
        best=words.number(_hits(test, best_rule(test))),
    )


def _hits(test: Test, name: str) -> int:
    return int((test.made[name].ranks <= FIRST).sum())


def _how(scene: Scene, tests: dict[str, Test]) -> str:
    words = scene.words
    rules = words.say("; ").join(
        words.say(
            "{home}: {rule}",
            home=home_name(scene.roster, home, words),
            rule=words.say(NAME[best_rule(test)]),
        )
        for home, test in tests.items()
    )
    return words.say(HOW, cuts=words.row(words.date(str(cut)) for cut in CUTS), rules=rules)


def _paired(scene: Scene, asked: Question, tests: dict[str, Test]) -> list[str]:
    """The difference of the log score against the best rule of each home, and of all as one."""
    words = scene.words
    told = {home_name(scene.roster, home, words): test for home, test in tests.items()}
    if len(tests) > 1:
        told[words.say("together")] = together(asked)
    against = {name: test.against[best_rule(test)] for name, test in told.items()}
    hits = _each(against, MAIN, lambda value: percent(value, words), words)
    logs = _each(against, "log_score", lambda value: words.number(value, 2), words)
    return [
        words.say("Hits more than the best plain rule has, of all: {parts}.", parts=hits),
        words.say(
            "Mean log score above that of the best plain rule: {parts}. Above 0 the model gave the "
            "cities that were chosen a better chance.",
            parts=logs,
        ),
    ]


def _each(
    against: dict[str, dict[str, Estimate]],
    measure: str,
    written: Callable[[float], str],
    words: Words,
) -> str:
    """A difference with its interval for each home, and for all as one."""
    return words.say("; ").join(
        words.say(
            "{name} {value} ({low} to {high})",
            name=name,
            **{
                part: written(getattr(told[measure], part)).replace("-", "−")
                for part in ("value", "low", "high")
            },
        )
        for name, told in against.items()
    )


def _left_out(scene: Scene, tests: dict[str, Test]) -> list[str]:
    words = scene.words
    ties = [tie for test in tests.values() for tie in test.left_out]
    if not ties:
        return []
    names = words.join(words.of(scene.roster.ties.loc[tie], "name") for tie in ties)
    return [
        words.say("Not forecast, because the date may fall before or after: {names}.", names=names)
    ]


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
            f"{_hits(test, name)}/{test.of}",
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
