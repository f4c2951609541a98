"""The first-comer thesis in figures: what late homes chose, and what came since the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.date_columns import SINCE, Columns, Headings, bounds_of, date_of, since
from geo.figures.figure import Figure, Scene, Table
from geo.figures.same_country.cross import late_entries
from geo.figures.same_country.cross_chart import cross_panel
from geo.figures.same_country.intervals_chart import deterred_rows, intervals_panel
from geo.figures.same_country.latecomers import (
    LATE,
    Change,
    Entry,
    deterred,
    entries,
    late,
    overtaken,
)
from geo.figures.same_country.latecomers_text import (
    ENTERED,
    LATE_IS,
    change_line,
    chosen_sentence,
    deterred_sentence,
    deterred_title,
    overtaken_rule,
    overtaken_sentence,
    taken_sentence,
)
from geo.figures.same_country.order import in_order, rivals
from geo.figures.same_country.strips import strip_panel
from geo.figures.same_country.text import HOW_TO_READ, RELATION
from geo.i18n import Words, mark
from geo.ties.names import home_names
from geo.ties.tie import Tie

RIVAL_SINCE: Headings = (
    mark("Other city since"),
    mark("Other city, earliest day"),
    mark("Other city, latest day"),
)


def what_latecomers_chose(scene: Scene) -> Figure:
    """Late entries by what they found and what they chose, every one by name."""
    found, words = entries(scene.roster, scene.view), scene.words
    cross = late_entries(found, scene)
    there, rule = bool(cross.rows), words.say(LATE_IS)
    came = [entry for entry in found if entry.order == LATE]
    counts = late(found)
    return Figure(
        taken_sentence(counts, words),
        view_line(scene.roster, scene.view, words),
        [cross_panel(cross, scene.ground)] if there else [],
        remarks=[*chosen_sentence(counts, words), rule] if there else [],
        instead=rule if found else "",
        tables=[_entries_table(came, words)] if there else [],
    )


def kept_away(scene: Scene) -> Figure:
    """Whether a taken capital kept a home away from it."""
    roster, view, words = scene.roster, scene.view, scene.words
    found = entries(roster, view)
    tested = {home: deterred(found, home) for home in view.homes}
    names = home_names(roster, view.homes, words)
    named = {name: tested[home] for home, name in zip(view.homes, names, strict=True)}
    title = deterred_title(named, words)
    rows = deterred_rows(tested, scene)
    return Figure(
        title,
        view_line(roster, view, words),
        [intervals_panel(scene, rows, title)] if found else [],
        remarks=[
            *(deterred_sentence(name, one, words) for name, one in named.items()),
            words.say(ENTERED),
        ],
    )


def since_the_article(scene: Scene) -> Figure:
    """The ties after the article's last year that changed the picture of a country."""
    roster, view, words = scene.roster, scene.view, scene.words
    found = overtaken(roster, view)
    title, rule = overtaken_sentence(found, words), overtaken_rule(words)
    changed = {change.tie.country for change in found}
    countries = rivals(roster, view)
    shown = [one for one in in_order(countries, view) if one.code in changed]
    return Figure(
        title,
        view_line(roster, view, words),
        [strip_panel(shown, scene, title)] if shown else [],
        remarks=[rule, words.say(HOW_TO_READ)] if shown else [],
        details=[change_line(change, words) for change in found],
        instead=rule if countries else "",
        tables=[_changes_table(found, words)] if found else [],
    )


def _entries_table(came: Sequence[Entry], words: Words) -> Table:
    """Late entries, each beside the nearest earlier partner of another home."""

    def rows() -> pd.DataFrame:
        pairs = [(entry.tie, entry.beside) for entry in came if entry.beside]
        return pd.DataFrame(
            _pairs(pairs, words)
            | {
                words.say("Relation"): [words.say(RELATION[entry.relation]) for entry in came],
                words.say("Capital already a partner"): [
                    _yes(entry.capital_taken, words) for entry in came
                ],
            }
        )

    return _table(words.say("Every later tie"), "late-entries", rows, words)


def _changes_table(found: Sequence[Change], words: Words) -> Table:
    """Ties since the article, each beside the nearest earlier partner of another home."""

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            _pairs([(change.tie, change.beside) for change in found], words)
            | {
                words.say("Relation"): [words.say(RELATION[change.relation]) for change in found],
                words.say("The city’s first there"): [
                    _yes(change.entered, words) for change in found
                ],
            }
        )

    return _table(words.say("Every one of these ties"), "since-article", rows, words)


def _table(name: str, key: str, rows: Callable[[], pd.DataFrame], words: Words) -> Table:
    both = (SINCE, RIVAL_SINCE)
    return Table(
        name,
        rows,
        key,
        dates=[date_of(headings, words) for headings in both],
        bounds=[bound for headings in both for bound in bounds_of(headings, words)],
    )


def _pairs(pairs: Sequence[tuple[Tie, Tie]], words: Words) -> Columns:
    """Ties and, beside each, the nearest earlier one of another home in the country."""
    later, earlier = [one for one, _ in pairs], [other for _, other in pairs]
    return (
        {
            words.say("Country"): [words.of(tie, "country") for tie in later],
            words.say("Later city"): [words.of(tie, "home") for tie in later],
            words.say("Its partner"): [words.of(tie, "name") for tie in later],
        }
        | since(later, words)
        | {
            words.say("Other city"): [words.of(tie, "home") for tie in earlier],
            words.say("Nearest earlier partner of the other city"): [
                words.of(tie, "name") for tie in earlier
            ],
        }
        | since(earlier, words, RIVAL_SINCE)
    )


def _yes(so: bool, words: Words) -> str:
    return words.say("yes") if so else words.say("no")
