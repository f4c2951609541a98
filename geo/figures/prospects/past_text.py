"""What the past test says: the verdict, how it was tested, against which rule."""

from __future__ import annotations

from collections.abc import Callable

from geo.figures.prospects.model import Question
from geo.figures.prospects.past import CUTS, FEWEST, MAIN, MODEL, Test, together
from geo.figures.prospects.rules import RULES
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.stats.ranking import FIRST, Estimate
from geo.stats.text import percent
from geo.ties.names import home_name

NAME = {MODEL: mark("the model")} | {key: rule.name for key, rule in RULES.items()}
BETTER, NO_BETTER, WORSE = "better", "no better", "worse"
VERDICT = {
    (BETTER,): mark("Better than every plain rule: {homes}"),
    (NO_BETTER,): mark("Not clearly better than a plain rule: {homes}"),
    (WORSE,): mark("Worse than a plain rule: {homes}"),
}
MIXED = mark("Clearly better than plain rules for {better} only: {homes}")
MIXED_WORSE = mark("Clearly better than plain rules for none: {homes}")
HITS = mark("{home} {hits} of {of}, rule {best}")
"""How many later partners the model has among the first 30, and how many the best plain rule: what
is counted stands over the charts."""
TOO_FEW_LATER = mark("{home}: only {of} ties followed, too few to test the model")
HOW = mark(
    "Fitted at the end of {cuts} with what was known then; each later tie is forecast once, from "
    "the last cut-off before it. Best plain rule: {rules}. Bars: 95% intervals by drawing the ties "
    "anew."
)


def none_tested(scene: Scene, tests: dict[str, Test]) -> str:
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


def past_title(scene: Scene, tests: dict[str, Test]) -> str:
    """The verdict of all homes, and how many hits each has."""
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
        hits=words.number(hits_of(test, MODEL)),
        of=words.number(test.of),
        best=words.number(hits_of(test, best_rule(test))),
    )


def hits_of(test: Test, name: str) -> int:
    """How many later partners the model, or a rule, has among the first."""
    return int((test.made[name].ranks <= FIRST).sum())


def how_tested(scene: Scene, tests: dict[str, Test]) -> str:
    """How it was tested, and which rule was the best one."""
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


def paired_sentences(scene: Scene, asked: Question, tests: dict[str, Test]) -> list[str]:
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


def not_forecast(scene: Scene, tests: dict[str, Test]) -> list[str]:
    """Which ties could not be forecast, because of their dates."""
    words = scene.words
    ties = [tie for test in tests.values() for tie in test.left_out]
    if not ties:
        return []
    names = words.join(words.of(scene.roster.ties.loc[tie], "name") for tie in ties)
    return [
        words.say("Not forecast, because the date may fall before or after: {names}.", names=names)
    ]
