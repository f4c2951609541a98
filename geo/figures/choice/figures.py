"""Capitals or ports: the pictures of the Strategy page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.choice.compare import (
    CAPITALS_OR_PORTS,
    COUNTED_AS,
    KIND_IN_SHORT,
    KINDS,
    compare,
    counted,
    left_out,
    share_table,
)
from geo.figures.choice.in_force_chart import standing_picture
from geo.figures.choice.periods_chart import period_picture
from geo.figures.choice.profile import (
    CONTINENTS,
    KM_A_BIN,
    RANKS,
    by_continent,
    by_distance,
    by_rank,
)
from geo.figures.choice.profile_charts import bars, histogram
from geo.figures.choice.profile_text import continent_sentence, distance_sentence, rank_sentence
from geo.figures.choice.shares_chart import share_picture
from geo.figures.choice.text import cautions, comparison_sentence, headline
from geo.figures.choice.trend import by_period, by_year, periods, starts_of, turn, turning_year
from geo.figures.choice.trend_text import (
    FAINT,
    PLAIN_LINES,
    TOPIC,
    standing_sentence,
    turns_sentence,
    verdict,
)
from geo.figures.figure import Figure, Numbers, Panel, Remark, Scene, Series, filled, stretched
from geo.i18n import mark
from geo.i18n.dates import year_span
from geo.style.altair_theme import described
from geo.style.colours import home_colours
from geo.ties.names import home_name
from geo.ties.roster import role_column
from geo.ties.select import select
from geo.ties.time import CERTAIN

NARROW = 540.0
"""Charts less wide than this in pixels of a page leave more of their width to their words."""

PERIOD = 60.0
"""Width of a period in a chart of them, so that its years and counts can be read."""

WILSON = mark("Bars: 95% intervals (Wilson). Counted: ties that stand, surely made in these years.")
ROLES_SAID = mark(
    "Capital: the seat of the national government or the constitutional capital. Port: decided by "
    "the nearest port of the World Port Index and the UN/LOCODE of the place."
)


def chosen_ties(scene: Scene) -> pd.DataFrame:
    """What the view shows, whatever the filter by role, which would decide the shares."""
    return select(scene.roster, scene.view.but(roles=()))


def drawing(
    scene: Scene, title: str, panels: Sequence[Panel], columns: int, remarks: Sequence[str]
) -> Figure:
    """One picture of the page, with what all of them say."""
    view, words = scene.view.but(roles=(), ended=False), scene.words
    chosen = chosen_ties(scene)
    out = left_out(chosen)
    sentences = list(remarks)
    if out:
        sentences.append(
            words.count(
                "{n} tie is left out, because it is only possible by its date.",
                "{n} ties are left out, because they are only possible by their dates.",
                out,
            )
        )
    return Figure(
        title=title,
        subtitle=view_line(scene.roster, view, words),
        panels=[] if chosen.empty else panels,
        columns=columns,
        remarks=sentences,
        definitions=[words.say(text) for text in (*COUNTED_AS.values(), ROLES_SAID)],
    )


def shares(scene: Scene) -> Figure:
    """Shares of capitals, ports and both, strictly and broadly counted."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted(chosen_ties(scene))
    found = [compare(ties, view.homes, kind) for kind in CAPITALS_OR_PORTS]
    sentence = headline(found, roster, words)
    panels = [
        _shares_panel(scene, ties, broad, words.say(text)) for broad, text in COUNTED_AS.items()
    ]
    remarks = [comparison_sentence(found[0], roster, words) + words.say(".")]
    remarks += cautions(found[0], roster, words)
    return drawing(scene, sentence, panels if len(ties) else [], 2, [*remarks, words.say(WILSON)])


def _shares_panel(scene: Scene, ties: pd.DataFrame, broad: bool, heading: str) -> Panel:
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    table = share_table(ties, view.homes, role_column(broad))
    return Panel(
        lambda size: described(
            share_picture(table, roster, words, ground, heading, size[0] < NARROW)
        ),
        stretched,
        heading,
        numbers=Numbers(
            "bar",
            [words.say(KIND_IN_SHORT[kind]) for kind in KINDS],
            series_of(scene, table, "kind", list(KINDS)),
            percent=True,
        ),
        scale=2.1,
        least=325,
        tall=210,
    )


def series_of(
    scene: Scene, table: pd.DataFrame, category: str, order: Sequence[Any], value: str = "share"
) -> list[Series]:
    """A frame of shares or counts, a row a home and category, as one series a home."""
    colours = home_colours(scene.roster.homes, scene.ground)
    found = []
    for home in dict.fromkeys(table["home"]):
        own = table[table["home"] == home].set_index(category).reindex(order)
        values = [None if pd.isna(one) else float(one) for one in own[value]]
        ends: dict[str, Any] = (
            {} if "low" not in own else {"low": list(own["low"]), "high": list(own["high"])}
        )
        found.append(
            Series(
                home_name(scene.roster, str(home), scene.words), colours[str(home)], values, **ends
            )
        )
    return found


def moved(scene: Scene) -> Figure:
    """How the choice moved from period to period."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    chosen = chosen_ties(scene)
    made = chosen[chosen["made"] == CERTAIN]
    year = turning_year(view)
    spans = periods(starts_of(view), view.years)
    sentence = verdict([turn(made, home, "capital", year) for home in view.homes], roster, words)
    names = [year_span(span, roster.period[1]) for span in spans]

    def panel(kind: str) -> Panel:
        table = by_period(made, view.homes, spans, kind, roster.period)
        heading = turns_sentence(
            [turn(made, home, kind, year) for home in view.homes], roster, words
        )
        return Panel(
            lambda size: described(period_picture(table, roster, words, ground, heading)),
            filled,
            heading,
            numbers=Numbers(
                "column",
                names,
                series_of(scene, table, "first", [first for first, _ in spans]),
                percent=True,
            ),
            least=90 + PERIOD * len(spans),
            tall=200,
            topic=words.say(TOPIC[kind]),
        )

    ended = (
        words.say("Ties that have since ended are counted.")
        if view.ended
        else words.say("Ties that have since ended are not counted.")
    )
    date = words.date(roster.as_of.isoformat())
    read = Remark(
        words.say(
            "Bars: 95% intervals (Wilson); below, how many of how many. As of {date}.", date=date
        ),
        native=words.say("Thin bars: 95% intervals (Wilson). As of {date}.", date=date),
    )
    remarks = [read, ended]
    panels = [panel(kind) for kind in CAPITALS_OR_PORTS]
    return drawing(scene, sentence, panels if len(made) else [], 2, remarks)


def standing(scene: Scene) -> Figure:
    """Shares among the ties in force, year by year."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    ties = select(roster, view.but(ended=True, roles=()))
    panels, sentences = [], []

    def panel(kind: str, table: pd.DataFrame, heading: str) -> Panel:
        years = list(range(view.years[0], view.years[1] + 1))
        return Panel(
            lambda size: described(
                standing_picture(
                    table, view.years, roster, words, ground, heading, size[0] < NARROW
                )
            ),
            filled,
            "" if kind == "capital" else heading,
            numbers=Numbers(
                "line",
                [str(year) for year in years],
                series_of(scene, table.drop(columns=["low", "high"]), "year", years),
                percent=True,
            ),
            least=370,
            tall=230,
        )

    for kind in CAPITALS_OR_PORTS:
        table = by_year(ties, view.homes, view.years, kind, roster.as_of)
        sentences.append(standing_sentence(table, kind, roster, words))
        if not table.empty:
            panels.append(panel(kind, table, sentences[-1]))
    remark = Remark(words.say(FAINT), native=words.say(PLAIN_LINES))
    if panels:
        panels = [replace(panels[0], heading=sentences[0]), *panels[1:]]
    title = words.say("Share among the ties in force at the end of each year")
    return drawing(scene, title, panels, 2, [remark])


def _profile(
    scene: Scene,
    sentence: str,
    table: pd.DataFrame,
    names: dict[Any, str],
    draw: Callable[[str], Any],
    kind: str = "bar",
) -> Figure:
    """One picture a home, side by side, over one scale."""
    order = list(dict.fromkeys(table["category"]))
    rows = series_of(scene, table, "category", order, "count")
    fit = filled if kind == "column" else stretched
    panels = [
        Panel(
            lambda size, home=home: described(draw(home)),  # type: ignore[misc]
            fit,
            numbers=Numbers(kind, [names[at] for at in order], rows, percent=False)
            if not number
            else None,
            scale=1.8 if kind == "column" else 2.4,
            least=290,
            tall=180,
        )
        for number, home in enumerate(dict.fromkeys(table["home"]))
    ]
    return drawing(
        scene, sentence, panels if table["count"].sum() else [], min(3, len(panels) or 1), []
    )


def ranks(scene: Scene) -> Figure:
    """How large the partners are in their countries."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    ties = counted(chosen_ties(scene))
    sentence = rank_sentence(ties, view.homes, roster, words)
    names = {rank: words.say(name) for rank, name in RANKS.items()}
    table = by_rank(ties, view.homes)
    return _profile(
        scene,
        sentence,
        table,
        names,
        lambda home: bars(table, home, names, roster, words, ground, sentence),
    )


def distances(scene: Scene) -> Figure:
    """How far away the partners lie."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    ties = counted(chosen_ties(scene))
    sentence = distance_sentence(ties, view.homes, roster, words)
    table = by_distance(ties, view.homes)
    names = {
        edge: f"{words.number(edge)}–{words.number(edge + KM_A_BIN)}"
        for edge in dict.fromkeys(table["category"])
    }
    return _profile(
        scene,
        sentence,
        table,
        names,
        lambda home: histogram(table, home, KM_A_BIN, roster, words, ground, sentence),
        kind="column",
    )


def continents(scene: Scene) -> Figure:
    """On which continents the partners lie."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    ties = counted(chosen_ties(scene))
    sentence = continent_sentence(ties, view.homes, roster, words)
    table = by_continent(ties, view.homes)
    known = {name: CONTINENTS.get(name, name) for name in table["category"]}
    names = {name: words.say(known[name]) for name in known}
    return _profile(
        scene,
        sentence,
        table,
        names,
        lambda home: bars(table, home, names, roster, words, ground, sentence),
    )
