"""What the world map draws, apart from the years: one row a tie, made once a set of filters."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.figures.map.groups import grouped, in_order, when
from geo.i18n import Words
from geo.i18n.phrases import ROLE, tie_line
from geo.place.basemap import shift
from geo.place.distance import great_circle
from geo.style.colours import Ground, home_colours, rgba
from geo.style.icons import full, hollow
from geo.ties.roster import Roster
from geo.ties.time import Years, year_not_exact

Row = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """What the description of a map must know of the rows that the browser fetches.

    Attributes:
        groups: homes that have a partner in common, for the sheet of marks.
        letters: every character of the labels; without them the browser would ask for the
            letters of labels that it has not fetched yet, and complain.
        corners: west, south, east and north of the marks, in degrees; nothing without marks.
    """

    groups: tuple[tuple[str, ...], ...]
    letters: str
    corners: tuple[float, float, float, float] | None


@dataclass(frozen=True)
class Rows:
    """What the map draws, apart from the years.

    Attributes:
        marks: one row a tie, then one for every group of ties that share a partner, drawn over
            the single ones: ``place``, ``at``, texts for label and tooltip, names of marks, and
            ``when``: first and last year in which it may have been made, and year of its end.
        ways: one row for every piece of a great circle, with its colour and ``when``.
        unsure: the marks of ties that may lie in one year or another.
        groups: homes that have a partner in common, for the sheet of marks.
    """

    marks: list[Row]
    ways: list[Row]
    unsure: list[Row]
    groups: tuple[tuple[str, ...], ...]

    @property
    def facts(self) -> Facts:
        """What the description of the map must know of its rows."""
        return Facts(
            groups=self.groups,
            letters="".join(sorted(set("".join(row["name"] for row in self.marks)))),
            corners=_corners([row["at"] for row in self.marks]),
        )


def rows(roster: Roster, ties: pd.DataFrame, words: Words, ground: Ground) -> Rows:
    """The rows for a frame of joined ties, in one language, in the colours of one ground."""
    colours = home_colours(roster.homes, ground)
    drawn = in_order(roster, ties)
    whole = roster.period
    marks = grouped(drawn)
    groups = dict.fromkeys(tuple(tie.home for tie in some) for some in marks if len(some) > 1)
    open_year = year_not_exact(drawn) & drawn["earliest"].notna()
    return Rows(
        marks=[_mark(some, words, whole) for some in marks],
        ways=[way for tie in drawn.itertuples() for way in _ways(tie, colours[tie.home], whole)],
        unsure=[_mark([tie], words, whole) for tie in drawn[open_year].itertuples()],
        groups=tuple(groups),
    )


def as_json(records: list[Row]) -> bytes:
    """Rows as the browser reads them."""
    return json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()


def _mark(ties: list[Any], words: Words, whole: Years) -> Row:
    """The row of one tie, or of several that share a partner."""
    tie = ties[0]
    sentences = [tie_line(words, one) for one in ties]
    other = "en" if words.lang == "zh" else "zh"
    return {
        "place": tie.place,
        "at": at(tie.lon, tie.lat),
        "name": words.of(tie, "name"),
        "also": getattr(tie, f"name_{other}"),
        "where": f"{words.of(tie, 'country')} · {words.say(ROLE[tie.role])}",
        "said": sentences[0],
        "said2": sentences[1] if len(sentences) > 1 else "",
        "said3": " / ".join(sentences[2:]),
        "mark": full((one.home for one in ties), tie.role),
        "faint": hollow(tie.home, tie.role),
        "first": _right_of_way(tie.lon, len(ties), tie.turn),
        "when": list(when(ties, whole)),
    }


def _ways(tie: Any, colour: str, whole: Years) -> list[Row]:
    pieces = great_circle((tie.home_lon, tie.home_lat), (tie.lon, tie.lat))
    years, tint = list(when([tie], whole)), rgba(colour, 0.38)
    return [{"way": piece, "colour": tint, "when": years} for piece in pieces]


def _right_of_way(lon: float, homes: int, turn: int) -> float:
    """Which of two labels stays where they would meet (deck.gl takes -1000 to 1000).

    Names run eastwards from their marks, and the browser asks only whether a mark, not its name,
    lies under another label. If the western one always stays, no two names can overlap. Of the
    rows of one place, the one with most homes speaks for it.
    """
    return round(700 - 4 * shift(lon) + homes - turn / 10, 1)


def at(lon: float, lat: float) -> list[float]:
    """Longitude in the frame of the map, and latitude, in degrees."""
    return [round(shift(lon), 3), round(lat, 3)]


def _corners(points: list[list[float]]) -> tuple[float, float, float, float] | None:
    if not points:
        return None
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)
