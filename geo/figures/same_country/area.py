"""Any area of the world: how far the homes cover its states, and its ties as in the article."""

from __future__ import annotations

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.date_columns import ENDED, SINCE, Columns, bounds_of, date_of, since, spread
from geo.figures.figure import Figure, Table
from geo.figures.numbers_table import numbers_table
from geo.figures.panel import Cross, CrossRow
from geo.figures.same_country.coverage import area_of, coverage, parted, ties_in
from geo.figures.same_country.coverage_text import (
    basis,
    coverage_sentence,
    gaps_sentence,
    names_of,
)
from geo.figures.same_country.cross_chart import cross_panel
from geo.figures.same_country.intervals_chart import coverage_rows, intervals_panel
from geo.figures.scene import Scene
from geo.i18n.phrases import CAPITAL, PORT
from geo.style.colours import home_colours
from geo.ties.groups import Area, area_name
from geo.ties.names import home_head, home_names
from geo.ties.supposing import named_hypothetical
from geo.ties.tie import Tie


def covered(scene: Scene) -> Figure:
    """Which share of an area's states each home covers, which those are, and the gaps."""
    roster, view, words = scene.roster, scene.view, scene.words
    area = area_of(roster, view)
    name = area_name(area, roster, words)
    found, states = coverage(roster, view, area), parted(roster, view, area)
    gaps = states.get((), [])
    title = coverage_sentence(roster, name, found, len(gaps), words)
    panels = [intervals_panel(scene, coverage_rows(found, scene), title, census=True)]
    cross = _by_homes({homes: codes for homes, codes in states.items() if homes}, area, scene)
    if cross.rows:
        panels.append(cross_panel(cross, scene.ground))
    remarks = [gaps_sentence(roster, gaps, words), basis(roster, view, area, words)]
    there = bool(found[0].share.of)
    ties = ties_in(roster, view, area)
    return Figure(
        title,
        f"{name} · {view_line(roster, view, words)}",
        panels if there else [],
        remarks=[remark for remark in remarks if remark],
        instead=words.say("The filters leave no country in this area: choose another area."),
        tables=[_ties_table(ties, area, scene), *numbers_table(panels, "coverage", words)]
        if ties
        else [],
    )


def _by_homes(states: dict[tuple[str, ...], list[str]], area: Area, scene: Scene) -> Cross:
    """States by the homes that have a tie there."""
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    actual = parted(scene.roster.without_supposed, scene.view, area)
    changed = {
        code for homes, codes in states.items() for code in set(codes) - set(actual.get(homes, ()))
    }
    rows = [
        CrossRow(
            words.join(home_names(scene.roster, homes, words)),
            colours[homes[0]] if len(homes) == 1 else scene.ground.faint,
            [(words.number(len(codes)), _listed(codes, changed, scene))],
        )
        for homes, codes in states.items()
    ]
    return Cross([], rows)


def _listed(codes: list[str], changed: set[str], scene: Scene) -> str:
    """Countries by name, those marked that stand here by a hypothetical tie alone."""
    named = names_of(scene.roster, codes, scene.words)
    hypothetical = names_of(scene.roster, [code for code in codes if code in changed], scene.words)
    return scene.words.say(", ").join(
        named_hypothetical(name, scene.words) if name in hypothetical else name for name in named
    )


def _ties_table(ties: list[Tie], area: Area, scene: Scene) -> Table:
    """The ties of an area as the article's table 1."""
    words = scene.words
    headings = [SINCE, ENDED] if any(tie.ended for tie in ties) else [SINCE]

    def rows() -> pd.DataFrame:
        places = scene.roster.places
        columns = {
            home_head(scene.roster, words): [words.of(tie, "home") for tie in ties],
            words.say("Partner"): [
                words.of(tie, "name") if tie.supposed else words.of(places.loc[tie.place], "full")
                for tie in ties
            ],
            words.say("Country"): [words.of(tie, "country") for tie in ties],
        } | since(ties, words)
        if ENDED in headings:
            columns |= spread([tie.ended for tie in ties], words, ENDED)
        columns |= _what_they_are(ties, scene)
        return pd.DataFrame(columns)

    return Table(
        words.say("The ties of the area, as the article’s table 1 has them"),
        rows,
        f"ties-{area.code}",
        dates=[date_of(some, words) for some in headings],
        bounds=[bound for some in headings for bound in bounds_of(some, words)],
    )


def _what_they_are(ties: list[Tie], scene: Scene) -> Columns:
    """Capital, port and rank of each partner, as its own row has them; empty where it does not."""
    words, places = scene.words, scene.roster.places
    rows = [places.loc[tie.place] for tie in ties]
    named = (
        ("capital", words.say("Capital"), CAPITAL),
        ("port", words.say("Port"), PORT),
    )
    found: Columns = {
        heading: [words.say(called[row[column]]) if row[column] in called else "" for row in rows]
        for column, heading, called in named
        if column in places
    }
    if "rank" in places:
        found[words.say("Rank")] = [str(row["rank"]) for row in rows]
    return found
