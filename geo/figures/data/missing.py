"""What is missing: ties without a day or with one source only, and papers that are left out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.data import read_table
from geo.figures.data.known import NO_DATE, NO_DAY, ONE_SOURCE, REFERENCE_ONLY, known
from geo.figures.data.table import addresses_of, rows
from geo.figures.date_columns import DATE, SINCE, bounds_of, date_of, spread
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.i18n.phrases import LEVEL
from geo.ties.names import country_name, home_head, home_name
from geo.ties.roster import Roster
from geo.ties.select import select

GAPS = {
    "without-a-date": (mark("Ties whose date is not known ({n})"), NO_DATE),
    "without-a-day": (mark("Ties known by month or year only ({n})"), NO_DAY),
    "one-source": (mark("Ties with one source only ({n})"), ONE_SOURCE),
    "reference-works": (mark("Ties known from reference works alone ({n})"), REFERENCE_ONLY),
}
"""Tables of ties about which something is missing, and the mark of these ties."""


def gaps(scene: Scene) -> list[Table]:
    """The ties of a view about which something is missing, a table for each thing; no empty one."""
    chosen, words = select(scene.roster, scene.view), scene.words
    marked = {one.tie: one.marks for one in known(scene.roster, scene.view)}
    tables = []
    for key, (name, missing) in GAPS.items():
        ties = chosen[[missing in marked[tie] for tie in chosen.index]]
        if len(ties):
            tables.append(_gap(scene, ties, key, words.say(name, n=words.number(len(ties)))))
    return tables


def _gap(scene: Scene, ties: pd.DataFrame, key: str, name: str) -> Table:
    words = scene.words

    def some() -> pd.DataFrame:
        wanted = [words.say("Partner"), words.say("Country"), home_head(scene.roster, words)]
        wanted += [words.say("District")]
        wanted += [words.say("Level"), date_of(SINCE, words), *bounds_of(SINCE, words)]
        wanted += [words.say("Sources"), words.say("Note")]
        return rows(scene, ties)[wanted]

    return Table(name, some, key, dates=[date_of(SINCE, words)])


WEAKER = "weaker_ties"
"""The table of what is no tie, with the reason; a package may do without it."""


def left_out(scene: Scene) -> Table | None:
    """Letters of intent and the like, which are not counted, and why; none if there are none."""
    words = scene.words
    weaker = weaker_ties(scene.roster)
    some = weaker[weaker["home"].isin(scene.view.homes)]
    if some.empty:
        return None
    return Table(
        words.say(
            "Letters of intent and other papers left out, and why ({n})",
            n=words.number(len(some)),
        ),
        lambda: _left_out(scene.roster, some, words),
        "left-out",
        dates=[date_of(DATE, words)],
        bounds=bounds_of(DATE, words),
    )


def _left_out(roster: Roster, some: pd.DataFrame, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.say("Partner"): list(some[f"name_{words.lang}"]),
            words.say("Country"): [country_name(roster, code, words) for code in some["country"]],
            home_head(roster, words): [home_name(roster, home, words) for home in some["home"]],
            words.say("District"): list(some[f"home_district_{words.lang}"]),
            words.say("Level claimed"): [words.say(LEVEL[one]) for one in some["level_claimed"]],
            **spread(list(some["date"]), words, DATE),
            words.say("Why it is left out"): list(some[f"note_{words.lang}"]),
            words.say("Sources"): list(some["sources"]),
            words.say("Addresses of the sources"): addresses_of(some["sources"], roster),
        }
    )


@lru_cache(maxsize=16)
def weaker_ties(roster: Roster) -> pd.DataFrame:
    """The table ``weaker_ties`` as it stands; one without rows where the package has none."""
    columns = "weaker home level_claimed home_district_en home_district_zh name_en name_zh"
    columns += " country date sources note_en note_zh"
    package = Path(roster.package)
    if not (package / f"{WEAKER}.csv").is_file():
        return pd.DataFrame(columns=columns.split(), dtype=str)
    table = read_table(WEAKER, package).reindex(columns=columns.split(), fill_value="")
    known_ones = table["home"].isin(roster.homes.index) & table["country"].isin(
        roster.countries.index
    )
    return table[known_ones & table["level_claimed"].isin(LEVEL)]
