"""The figure: ties made in each year."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from geo.figures.figure import Figure, Remark, Table
from geo.figures.growth.composing import (
    composed,
    marks_remark,
    roles_remark,
    year_by_year,
)
from geo.figures.growth.made import Made, MadeByHome, ever_made, made
from geo.figures.growth.made_chart import made_chart
from geo.figures.growth.parts import Part, parts_of
from geo.figures.growth.turning import Mark, marks_of
from geo.figures.panel import Panel, filled
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.ties.names import home_head, home_name

COUNTED = mark("Counted: all ties made in these years, those that have ended since too.")
BOXES = mark("Flat boxes below a line: ties made in one of several years, nobody knows in which.")
LEFT_OUT = mark("Ties whose year is not known are left out: {n}.")
"""Where ties of unknown year stand, and what is said of an office's charts, which have none."""
MOST_YEARS = 3
"""More fullest years are not named."""


def made_by_year(scene: Scene) -> Figure:
    """Ties made in each year, by home; parted as the view asks."""
    view, words = scene.view, scene.words
    ties, marks = ever_made(scene), marks_of(scene)
    parts = parts_of(scene, ties)
    every = np.ones(len(ties), dtype=bool)
    whole = made(ties, view.homes, view.years, every)
    found = [made(ties, view.homes, view.years, part.flags) for part in parts]
    most = max((one.most for some in found for one in some.values()), default=0)
    panels = [
        _panel(scene, part, some, most, marks) for part, some in zip(parts, found, strict=True)
    ]
    return composed(
        scene,
        made_title(scene, whole),
        panels if len(ties) else [],
        topic=words.say("Ties made a year"),
        columns=3,
        remarks=[
            words.say(COUNTED),
            *roles_remark(scene),
            *_unsure(whole, words),
            *marks_remark(marks, words),
        ],
        tables=[_table(scene, parts, found)],
    )


def made_title(scene: Scene, found: MadeByHome) -> str:
    """The most ties that each home made in one year, and when."""
    words = scene.words
    told = [
        _fullest(home_name(scene.roster, home, words), one, words)
        for home, one in found.items()
        if one.most
    ]
    if not told:
        return words.say("No tie of a known year was made in these years")
    return words.say("Most ties in one year: {homes}", homes=words.say("; ").join(told))


def _fullest(home: str, one: Made, words: Words) -> str:
    n = words.number(one.most)
    if len(one.fullest) > MOST_YEARS:
        return words.say(
            "{home} {n}, in {times} years", home=home, n=n, times=words.number(len(one.fullest))
        )
    years = words.row(words.date(str(year)) for year in one.fullest)
    return words.say("{home} {n}, in {years}", home=home, n=n, years=years)


def _unsure(whole: MadeByHome, words: Words) -> list[str]:
    """What is said of ties whose year is not known, and of those without any date."""
    told: list[str] = []
    unsure = sum(len(one.spans) for one in whole.values())
    if unsure:
        told.append(Remark(words.say(BOXES), native=words.say(LEFT_OUT, n=words.number(unsure))))
    dateless = sum(one.undated for one in whole.values())
    if dateless:
        told.append(
            words.count(
                "{n} tie has no date at all and stands in no year.",
                "{n} ties have no date at all and stand in no year.",
                dateless,
            )
        )
    return told


def _panel(scene: Scene, part: Part, found: MadeByHome, most: int, marks: Sequence[Mark]) -> Panel:
    heading = _heading(scene, part, found)
    told = heading or made_title(scene, found)
    return Panel(
        lambda size: made_chart(found, most, marks, scene, told, size),
        filled,
        heading,
        numbers=year_by_year(
            scene,
            "column",
            {
                home: [float(count) if count else None for count in one.counts]
                for home, one in found.items()
            },
        ),
        scale=1.8,
        least=300,
        tall=70.0 * max(len(found), 1),
    )


def _heading(scene: Scene, part: Part, found: MadeByHome) -> str:
    """The part with the number of ties of each home; nothing where there are no parts."""
    words = scene.words
    if not part.name:
        return ""
    homes = [
        words.say(
            "{home} {n}",
            home=home_name(scene.roster, home, words),
            n=words.number(sum(one.counts) + len(one.spans) + one.undated),
        )
        for home, one in found.items()
    ]
    return words.say("{part}: {homes}", part=part.name, homes=words.row(homes))


def _table(scene: Scene, parts: Sequence[Part], found: Sequence[MadeByHome]) -> Table:
    """One row a year, home and part."""
    words = scene.words
    first, last = scene.view.years

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Year"): year,
                home_head(scene.roster, words): home_name(scene.roster, home, words),
                words.say("Part"): part.name or words.say("all"),
                words.say("certainly made in it"): one.counts[year - first],
                words.say("at most"): one.counts[year - first]
                + sum(low <= year <= high for low, high in one.spans),
            }
            for part, some in zip(parts, found, strict=True)
            for home, one in some.items()
            for year in range(first, last + 1)
        )

    return Table(words.say("Ties made, year by year"), rows, "made")
