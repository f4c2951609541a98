"""Who sits where: the partners of each home by capital and port, for drawings and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.figures.choice.composing import counted_ties
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.i18n.phrases import tie_line
from geo.stats.text import percent
from geo.style.colours import home_colours
from geo.ties.evidence import evidence
from geo.ties.names import home_name
from geo.ties.roles import ROLES
from geo.ties.roster import Roster

LAYOUT = (("both", "capital"), ("port", "neither"))
"""Rows of capitals and of others, columns of ports and of others."""
ROWS = (mark("Capital"), mark("Not a capital"))
COLUMNS = {
    False: (mark("Sea port"), mark("Not a sea port")),
    True: (mark("Port"), mark("Not a port")),
}
"""The heads of the columns, strictly and broadly counted."""


@dataclass(frozen=True)
class Partner:
    """One partner in a field.

    Attributes:
        tie: slug of the tie, which leads to what is known of it.
        place: slug of the partner.
        name, country: in the reader's language.
    """

    tie: str
    place: str
    name: str
    country: str


@dataclass(frozen=True)
class Field:
    """One field of a home's matrix.

    Attributes:
        role: of all its partners, one of :data:`geo.ties.roles.ROLES`.
        count: how many they are, as the language writes it.
        share: of all partners of the home, likewise.
        partners: the oldest tie first.
        colour: ``#rrggbb``, where it is not that of the whole matrix.
    """

    role: str
    count: str
    share: str
    partners: Sequence[Partner]
    colour: str = ""


@dataclass(frozen=True)
class Matrix:
    """The four fields of one home.

    Attributes:
        name: of the home.
        colour: ``#rrggbb``.
        rows, columns: the heads of its rows and columns.
        fields: row by row, as :data:`LAYOUT` has them.
    """

    name: str
    colour: str
    rows: Sequence[str]
    columns: Sequence[str]
    fields: Sequence[Sequence[Field]]


@lru_cache(maxsize=64)
def matrices(scene: Scene) -> dict[str, Matrix]:
    """The matrix of every home that has a tie in the view, in its order: what is drawn, and what a
    page shows as tiles."""
    roster, words = scene.roster, scene.words
    ties = counted_ties(scene).sort_values("earliest", kind="stable")
    columns = ("home", "role", "place", f"name_{words.lang}", f"country_{words.lang}")
    cells = zip(ties.index, *(ties[column] for column in columns), strict=True)
    by_home: dict[str, dict[str, list[Partner]]] = {}
    for tie, home, role, place, name, country in cells:
        of_role = by_home.setdefault(home, {role: [] for role in ROLES})
        of_role[role].append(Partner(tie, place, name, country))
    colours = home_colours(roster.homes, scene.ground)
    return {
        home: Matrix(
            home_name(roster, home, words),
            colours[home],
            [words.say(head) for head in ROWS],
            [words.say(head) for head in COLUMNS[scene.view.broad]],
            [[_field(role, by_home[home], words) for role in roles] for roles in LAYOUT],
        )
        for home in scene.view.homes
        if home in by_home
    }


def told_fields(matrix: Matrix, words: Words) -> str:
    """How many are in each field of a matrix, for those who do not see it."""
    fields = [
        words.say(
            "{row} × {column}: {count} ({share})",
            row=row,
            column=column,
            count=field.count,
            share=field.share,
        )
        for row, fields in zip(matrix.rows, matrix.fields, strict=True)
        for column, field in zip(matrix.columns, fields, strict=True)
    ]
    return words.say(": ").join(filter(None, [matrix.name, words.say(", ").join(fields)]))


def _field(role: str, by_role: dict[str, list[Partner]], words: Words) -> Field:
    here, of = by_role[role], sum(map(len, by_role.values()))
    return Field(role, words.number(len(here)), percent(len(here) / of, words), here)


@lru_cache(maxsize=8192)
def known_of(roster: Roster, lang: str, tie: str) -> tuple[str, ...]:
    """What is known of a tie and of its partner's role, a sentence each; the same in every view.

    Args:
        tie: its slug.
    """
    words, row = Words(lang), roster.ties.loc[tie]
    return (tie_line(words, row), *evidence(roster.places.loc[row["place"]], words))
