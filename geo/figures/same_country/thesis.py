"""The first-comer thesis in figures: what late homes chose, and what came since the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.date_columns import SINCE, bounds_of, date_of
from geo.figures.figure import Figure, Table
from geo.figures.same_country.cross import late_entries
from geo.figures.same_country.cross_chart import cross_panel
from geo.figures.same_country.intervals_chart import capital_first_rows, intervals_panel
from geo.figures.same_country.latecomers import (
    LATE,
    Change,
    Entry,
    capital_first,
    changes_since,
    entries,
    late,
)
from geo.figures.same_country.latecomers_text import (
    ENTERED,
    LATE_IS,
    already_sentence,
    capital_first_sentence,
    capital_first_title,
    change_line,
    changes_rule,
    changes_sentence,
    chosen_sentence,
)
from geo.figures.same_country.order import by_country, in_order
from geo.figures.same_country.pairs import OTHER_SINCE, pairs
from geo.figures.same_country.strips import strip_panel
from geo.figures.same_country.text import HOW_TO_READ, RELATION
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.ties.names import home_names


def what_latecomers_chose(scene: Scene) -> Figure:
    """Late entries by what they found and what they chose, every one by name."""
    found, words = entries(scene.roster, scene.view), scene.words
    cross = late_entries(found, scene)
    there, rule = bool(cross.rows), words.say(LATE_IS)
    came = [entry for entry in found if entry.order == LATE]
    counts = late(found)
    return Figure(
        already_sentence(counts, words),
        view_line(scene.roster, scene.view, words),
        [cross_panel(cross, scene.ground)] if there else [],
        remarks=[*chosen_sentence(counts, words), rule] if there else [],
        instead=rule if found else "",
        tables=[_entries_table(came, words)] if there else [],
    )


def where_capital_already(scene: Scene) -> Figure:
    """How often a home entered by the capital where another had it already, and elsewhere."""
    roster, view, words = scene.roster, scene.view, scene.words
    found = entries(roster, view)
    tested = {home: capital_first(found, home) for home in view.homes}
    names = home_names(roster, view.homes, words)
    named = {name: tested[home] for home, name in zip(view.homes, names, strict=True)}
    title = capital_first_title(named, words)
    rows = capital_first_rows(tested, scene)
    return Figure(
        title,
        view_line(roster, view, words),
        [intervals_panel(scene, rows, title)] if found else [],
        remarks=[
            *(capital_first_sentence(name, one, words) for name, one in named.items()),
            words.say(ENTERED),
        ],
    )


def since_the_article(scene: Scene) -> Figure:
    """The ties after the article's last year that changed the picture of a country."""
    roster, view, words = scene.roster, scene.view, scene.words
    found = changes_since(roster, view)
    title, rule = changes_sentence(found, words), changes_rule(words)
    changed = {change.tie.country for change in found}
    countries = by_country(roster, view)
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
        both = [(entry.tie, entry.beside) for entry in came if entry.beside]
        return pd.DataFrame(
            pairs(both, words)
            | {
                words.say("Relation"): [words.say(RELATION[entry.relation]) for entry in came],
                words.say("Capital already a partner"): [
                    _yes(entry.capital_already, words) for entry in came
                ],
            }
        )

    return _table(words.say("Every later tie"), "late-entries", rows, words)


def _changes_table(found: Sequence[Change], words: Words) -> Table:
    """Ties since the article, each beside the nearest earlier partner of another home."""

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            pairs([(change.tie, change.beside) for change in found], words)
            | {
                words.say("Relation"): [words.say(RELATION[change.relation]) for change in found],
                words.say("The city’s first there"): [
                    _yes(change.entered, words) for change in found
                ],
            }
        )

    return _table(words.say("Every one of these ties"), "since-article", rows, words)


def _table(name: str, key: str, rows: Callable[[], pd.DataFrame], words: Words) -> Table:
    both = (SINCE, OTHER_SINCE)
    return Table(
        name,
        rows,
        key,
        dates=[date_of(headings, words) for headings in both],
        bounds=[bound for headings in both for bound in bounds_of(headings, words)],
    )


def _yes(so: bool, words: Words) -> str:
    return words.say("yes") if so else words.say("no")
