"""Where everything on the strip of rivals stands: lanes, marks and labels that cross nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import Any

import pandas as pd

from geo.i18n import Words
from geo.i18n.dates import first_day
from geo.i18n.phrases import ROLE
from geo.ties.roster import Roster
from geo.ties.view import View

WIDE_LETTER, LETTER = 12.0, 6.4
"""About how wide a Chinese and a Latin letter of 12 pixels are; the server sets no type."""
MARK = 6.0
"""Half the width of a mark with its air, in pixels."""
GAP = 6.0

UNKNOWN_YEARS = 5.0
"""How many years' width stands left of the axis for ties whose date is not known."""


@dataclass(frozen=True)
class Frames:
    """What the chart draws.

    Attributes:
        marks: one row a tie. Columns ``x`` (decimal year, middle of the interval), ``x0, x1``,
            ``y`` (lane), ``label``, ``lx`` (where it begins or, at the left, ends),
            ``side`` (right, left), ``fill, stroke`` (colours), ``role``
            (word), ``partner, home, date, country`` (words, for the hover).
        rows: one row a country. Columns ``top, bottom`` (lanes), ``under`` (where its ties
            begin), ``name``, ``first`` and ``next``
            (decimal years, the first dated ties
            of the first home and the next; ``NaN`` without a lead), ``code``.
        lanes: one row a country and home. Columns ``y``, ``home`` (name), ``color``.
        height: in lanes.
        domain: first and last decimal year of the axis, the room for unknown dates included.
        unknown: whether that room is there.
    """

    marks: pd.DataFrame
    rows: pd.DataFrame
    lanes: pd.DataFrame
    height: float
    domain: tuple[float, float]
    unknown: bool


@dataclass(frozen=True)
class Setting:
    """What laying out needs to know.

    Attributes:
        plot: width of the plot in pixels, about.
        header: whether a country's name has a lane of its own, above its ties.
        colours: of the homes, by slug.
        paper: colour of the ground, for hollow marks.
    """

    plot: float
    header: bool
    colours: dict[str, str]
    paper: str


def lay_out(
    countries: pd.DataFrame,
    ties: pd.DataFrame,
    roster: Roster,
    view: View,
    words: Words,
    setting: Setting,
) -> Frames:
    """Put the ties of some countries on lanes, one country under another.

    Args:
        countries: rows of ``geo.figures.same_country.order.rivals``, in the order to be drawn.
        ties: the selection they were made from.
        roster, view, words: of the page.
        setting: widths and colours.
    """
    there = ties[ties["country"].isin(countries.index)]
    unknown = bool(there["earliest"].isna().any())
    domain = _domain(there, roster, unknown)
    marks: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    lanes: list[dict[str, Any]] = []
    y = 0.0
    for country in countries.itertuples():
        top = y
        y += 1.0 if setting.header else 0.0
        firsts = []
        for home in country.homes:
            own = there[(there["country"] == country.Index) & (there["home"] == home)]
            made = [_mark(tie, words, setting, domain, unknown) for tie in _by_day(own)]
            used = _into_lanes(made, setting.plot, domain)
            for mark in made:
                mark["y"] += y + 0.5
            lanes.append(
                {
                    "y": y + 0.5,
                    "home": words.of(roster.homes.loc[home], "name"),
                    "color": setting.colours[home],
                }
            )
            firsts.append(min((mark["x"] for mark in made if mark["dated"]), default=nan))
            marks += made
            y += used
        firsts.sort()
        known = bool(country.first) and len(firsts) > 1 and not isnan(sum(firsts))
        rows.append(
            {
                "code": country.Index,
                "top": top,
                "under": top + (1.0 if setting.header else 0.0),
                "bottom": y,
                "name": words.of(country, "name"),
                "first": firsts[0] if known else nan,
                "next": firsts[1] if known else nan,
                "color": setting.colours.get(country.first, setting.paper),
            }
        )
    return Frames(pd.DataFrame(marks), pd.DataFrame(rows), pd.DataFrame(lanes), y, domain, unknown)


def _domain(ties: pd.DataFrame, roster: Roster, unknown: bool) -> tuple[float, float]:
    dated = ties.dropna(subset=["earliest"])
    first = float(dated["earliest"].min().year) if len(dated) else float(roster.period[0])
    last = max(float(roster.as_of.year), first) + 1.0
    return first - 1.0 - (UNKNOWN_YEARS if unknown else 0.0), last


def _by_day(ties: pd.DataFrame) -> list[Any]:
    return list(ties.sort_values(["earliest", "place"], na_position="first").itertuples())


def _mark(
    tie: Any, words: Words, setting: Setting, domain: tuple[float, float], unknown: bool
) -> dict[str, Any]:
    """One tie as a mark; on no lane yet."""
    colour = setting.colours[tie.home]
    start, end = (_year(day, domain, unknown) for day in (tie.earliest, tie.latest))
    name = words.of(tie, "name")
    gone = first_day(tie.ended) if tie.ended else None
    return {
        "x": (start + end) / 2,
        "x0": start,
        "x1": end,
        "y": 0.0,
        "label": words.say("{name} (ended {year})", name=name, year=gone.year) if gone else name,
        "side": "right",
        "fill": setting.paper if tie.ended else colour,
        "stroke": colour,
        "role": words.say(ROLE[tie.role]),
        "partner": name,
        "home": words.of(tie, "home"),
        "dated": not pd.isna(tie.earliest),
        "date": words.date(tie.established),
        "country": words.of(tie, "country"),
    }


def _year(day: Any, domain: tuple[float, float], unknown: bool) -> float:
    """A day as a decimal year; the room for unknown dates for none."""
    if pd.isna(day):
        return domain[0] + UNKNOWN_YEARS * 0.2
    return float(day.year + (day.day_of_year - 1) / 365.25)


def _into_lanes(marks: list[dict[str, Any]], plot: float, domain: tuple[float, float]) -> int:
    """Give every mark the first lane on which it and its label are free.

    The label stands right of the mark, or left where the right is taken or the plot ends.

    Returns:
        How many lanes there are.
    """
    scale = plot / (domain[1] - domain[0])
    lanes: list[list[tuple[float, float]]] = []
    for mark in marks:
        middle = (mark["x"] - domain[0]) * scale
        left = min(middle - MARK, (mark["x0"] - domain[0]) * scale)
        right = max(middle + MARK, (mark["x1"] - domain[0]) * scale)
        wide = width_of(mark["label"])
        sides = {"right": (left, right + wide), "left": (left - wide, right)}
        ends = {"right": right, "left": left}
        for number in range(len(lanes) + 1):
            if number == len(lanes):
                lanes.append([])
            fitting = [
                (side, room)
                for side, room in sides.items()
                if room[0] >= 0 and room[1] <= plot and _free(lanes[number], room)
            ]
            if fitting or not lanes[number]:
                side, room = fitting[0] if fitting else ("right", sides["right"])
                mark["side"], mark["y"] = side, float(number)
                mark["lx"] = domain[0] + ends[side] / scale
                lanes[number].append(room)
                break
    return len(lanes)


def _free(taken: list[tuple[float, float]], room: tuple[float, float]) -> bool:
    return all(room[1] + GAP <= start or room[0] - GAP >= end for start, end in taken)


def width_of(text: str) -> float:
    """About how many pixels a label of 12 pixels takes."""
    return sum(WIDE_LETTER if ord(letter) > 0x2E7F else LETTER for letter in text) + 2
