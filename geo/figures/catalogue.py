"""Every figure of the atlas by its key: what pages show and files are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache, partial

from geo.figures.article import figures as article
from geo.figures.choice.in_force_figure import shares_in_force
from geo.figures.choice.matched_figure import matched_countries
from geo.figures.choice.matrix_figure import who_sits_where
from geo.figures.choice.others_figure import ports_among_others
from geo.figures.choice.periods_figure import choice_by_periods
from geo.figures.choice.profile_figures import continents, distances, ranks
from geo.figures.choice.shares_figure import shares
from geo.figures.choice.ways_figure import ways_of_counting
from geo.figures.figure import Figure
from geo.figures.growth.anniversaries_figure import falling_due
from geo.figures.growth.balance_figure import balance
from geo.figures.growth.events_figure import events
from geo.figures.growth.growth_figure import growth
from geo.figures.growth.made_figure import made_by_year
from geo.figures.growth.pace_figure import pace_by_period
from geo.figures.growth.talks_figure import ways_to_ties
from geo.figures.map import figures as world_map
from geo.figures.numbers_table import numbers_table
from geo.figures.prospects.city_figure import one_city
from geo.figures.prospects.composing import offered
from geo.figures.prospects.following_figure import followed
from geo.figures.prospects.list_figure import listed
from geo.figures.prospects.map_figure import candidates_map
from geo.figures.prospects.past_figure import past_test
from geo.figures.prospects.weights_figure import chosen_by
from geo.figures.same_country import area, strips, thesis
from geo.figures.same_country.later_figure import same_city_since
from geo.figures.scene import Scene
from geo.figures.supposed import left_out, marked
from geo.i18n import mark
from geo.ties.view import View


@dataclass(frozen=True)
class Entry:
    """One figure that there is.

    Attributes:
        key: its name in addresses, file names and on the command line.
        page: the page that it stands on: the page's own part of the address.
        name: what it is called (a message).
        compose: makes it.
        part: which part of several it is, counted from 1; 0 for a whole one.
        supposes: whether hypothetical ties count in it. Where it is about what has happened, such
            as the years in which ties were made, or about what others have published, they do not.
    """

    key: str
    page: str
    name: str
    compose: Callable[[Scene], Figure]
    part: int = 0
    supposes: bool = False


_supposing = partial(Entry, supposes=True)

_FIRST = (
    _supposing("map", "", mark("Map"), world_map.world),
    _supposing("matched", "choice", mark("Shared countries: capital and port"), matched_countries),
    _supposing("shares", "choice", mark("Shares of capitals and ports"), shares),
    _supposing(
        "non-capitals", "choice", mark("Ports where capitals are set aside"), ports_among_others
    ),
    _supposing("matrix", "choice", mark("Where the partners fall"), who_sits_where),
    Entry("periods", "choice", mark("Capitals and ports by period"), choice_by_periods),
    Entry("in-force", "choice", mark("Shares among the ties in force"), shares_in_force),
    _supposing("ranks", "choice", mark("Rank among the cities of its country"), ranks),
    _supposing("distances", "choice", mark("Distance to the partners"), distances),
    _supposing("continents", "choice", mark("Continents"), continents),
    _supposing("ways", "choice", mark("Ways of counting"), ways_of_counting),
)
_THESIS = (
    Entry(
        "later-ties",
        "same_country",
        mark("The same city, before a year and since"),
        same_city_since,
    ),
    Entry(
        "late-entries",
        "same_country",
        mark("What the later city chose"),
        thesis.what_latecomers_chose,
    ),
    Entry(
        "latecomers",
        "same_country",
        mark("When the capital was already a partner"),
        thesis.where_capital_already,
    ),
    Entry("since-article", "same_country", mark("Since the article"), thesis.since_the_article),
)
"""What is asked only where homes meet."""
_AMID = (
    _supposing("coverage", "same_country", mark("Presence in a region"), area.covered),
    Entry("growth", "timeline", mark("Ties in force"), growth),
    Entry("made", "timeline", mark("Ties made a year"), made_by_year),
    Entry("pace", "timeline", mark("Pace"), pace_by_period),
    Entry("balance", "timeline", mark("Balance of the continents"), balance),
    Entry("talks", "timeline", mark("From the first step to the tie"), ways_to_ties),
    Entry("events", "timeline", mark("What happened in the ties"), events),
    Entry("anniversaries", "timeline", mark("Anniversaries"), falling_due),
)
_PROSPECTS = (
    Entry("past-test", "prospects", mark("Prospects tested on the past"), past_test),
    Entry("candidates", "prospects", mark("Where next, by past choices"), listed),
    Entry("candidates-map", "prospects", mark("Candidates on the map"), candidates_map),
    Entry("candidate", "prospects", mark("Prospects of one city"), one_city),
    Entry("chosen-by", "prospects", mark("What the cities have chosen by"), chosen_by),
    Entry("followed", "prospects", mark("Where the other city was already"), followed),
)
"""What is asked only where homes have chosen often enough among cities that are known."""
_LAST = (
    Entry("verdicts", "article", mark("The article’s statements"), article.verdicts),
    Entry("official", "article", mark("Published counts"), article.official_counts),
)
_ALL = (*_FIRST, *_THESIS, *_AMID, *_PROSPECTS, *_LAST)
"""All but the strips."""
CHOICES = {
    "same_country": ("area", "order"),
    "choice": ("periods", "turn"),
    "timeline": ("split", "marks", "own_marks"),
    "pace": ("periods", "marks", "own_marks"),
    "balance": ("marks", "own_marks"),
    "talks": (),
    "events": ("events",),
    "anniversaries": ("due", "round_years"),
    "article": ("verdict",),
    "later-ties": ("turn",),
    "map": ("proposals",),
    "candidates": ("untied", "weights"),
    "candidates-map": ("untied", "weights"),
    "candidate": ("city", "weights"),
    "chosen-by": ("turn",),
    "followed": ("turn",),
}
"""What a page, or one figure, adds to the choices of the view; no other figure depends on it."""
STRIPS = {
    "same-country": (False, mark("Who came first")),
    "alone": (True, mark("Countries with partners of one city only")),
}
"""The strips of countries, each in as many figures as it takes."""
FORMER = re.compile(r"rivals(?=-\d|$)")
"""What the keys of the strip of shared countries began with in addresses of old."""


def present_key(key: str) -> str:
    """A key of a figure as it is written now; addresses and commands of old still say it."""
    return FORMER.sub("same-country", key, count=1) if FORMER.match(key) else key


def entry_of(scene: Scene, key: str) -> Entry | None:
    """One figure of a view; the strips, which take counting, are counted only if one is asked for.

    Returns:
        Nothing, if the view has no such figure.
    """
    plain = {one.key: one for one in _ALL}
    return plain.get(key) or catalogue(scene).get(key)


def catalogue(scene: Scene) -> dict[str, Entry]:
    """Every figure of a view, by key, in the order of the pages."""
    supposed = scene.supposed
    met, alone = (_strips(supposed, key) for key in STRIPS)
    asked = _THESIS if strips.homes_meet(scene.actual) else ()
    next_ones = _PROSPECTS if offered(scene.actual) else ()
    return {one.key: one for one in (*_FIRST, *met, *asked, *alone, *_AMID, *next_ones, *_LAST)}


def _strips(scene: Scene, key: str) -> list[Entry]:
    """The parts of a strip; one that may be empty of the countries in which homes meet."""
    alone, name = STRIPS[key]
    several = len(strips.parts(scene, alone)) or (0 if alone else 1)
    return [
        Entry(
            key if part == 0 else f"{key}-{part + 1}",
            "same_country",
            name,
            partial(strips.strip, alone=alone, part=part),
            part + 1 if several > 1 else 0,
            supposes=True,
        )
        for part in range(several)
    ]


def own_view(view: View, key: str) -> View:
    """A view without the choices that belong to other pages than a figure's own.

    Views that differ in nothing else give the same figure.

    Args:
        key: of the figure; the view stays as it is where no figure has it.
    """
    pages = dict.fromkeys(STRIPS, "same_country")
    pages |= {one.key: one.page for one in _ALL}
    page = pages.get(re.sub(r"-\d+$", "", key))
    if page is None:
        return view
    usual = {one.name: one.default for one in fields(View)}
    others = {choice for some in CHOICES.values() for choice in some}
    own = CHOICES.get(key, CHOICES.get(page, ()))
    return view.but(**{choice: usual[choice] for choice in others - set(own)})


@lru_cache(maxsize=128)
def figure_of(scene: Scene, key: str) -> Figure:
    """One figure of a view, composed once for all who want the same.

    Where the view supposes ties that there are not, the figure says so.

    Raises:
        ValueError: the view has no such figure.
    """
    entry = entry_of(scene, key)
    if entry is None:
        known = ", ".join(catalogue(scene))
        raise ValueError(f"There is no picture “{key}” in this view; there are: {known}.")
    if not scene.view.suppose:
        return _composed(entry, scene)
    if not entry.supposes:
        return left_out(figure_of(scene.actual, key), scene)
    supposed = scene.supposed
    figure = _composed(entry, supposed)
    by_role = entry.page == "choice"  # where the filter by role is set aside
    return marked(figure, _as_it_is(scene, key), supposed.but(roles=()) if by_role else supposed)


def _composed(entry: Entry, scene: Scene) -> Figure:
    """A figure with its key; and with its numbers as a table, if it has no other table."""
    figure = replace(entry.compose(scene), key=entry.key)
    own = figure.tables or numbers_table(figure.panels, entry.key, scene.words)
    return replace(figure, tables=own)


def _as_it_is(scene: Scene, key: str) -> str:
    """The finding of a figure without what is supposed; of a strip that is not there without it,
    that of its first part."""
    actual = scene.actual
    asked = key if entry_of(actual, key) else re.sub(r"-\d+$", "", key)
    return figure_of(actual, asked).title if entry_of(actual, asked) else ""
