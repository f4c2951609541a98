"""Where everything on a strip of countries stands: lanes, marks and labels that cross nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from geo.figures.same_country.frames import Frames, Lane, Mark, Row, Setting
from geo.figures.same_country.order import Country
from geo.i18n import Words
from geo.i18n.dates import first_day
from geo.i18n.phrases import roles_called
from geo.style.text import width_of
from geo.ties.names import home_names
from geo.ties.roster import Roster
from geo.ties.tie import Tie

LABEL = 12.0
"""Size of the type of labels, in pixels."""
MARK = 6.0
"""Half the width of a mark with its air, in pixels."""
AIR = 3.0
"""Between a mark and its label, in pixels."""
GAP = 6.0
"""Between what stands on one lane, at the least, in pixels."""

WHOLE, DASHED = (1.0, 0.0), (2.0, 1.6)
"""Edges of marks, in pixels."""
PLACES = 3
"""Decimals of a decimal year that are kept: a third of a day, a hundredth of a pixel."""

UNKNOWN_YEARS = 5.0
"""How many years' width stands left of the axis for ties whose date is not known."""


def lay_out(
    countries: Sequence[Country],
    verdicts: Mapping[str, tuple[str, str]],
    roster: Roster,
    words: Words,
    setting: Setting,
) -> Frames:
    """Put the ties of some countries on lanes, one country under another.

    Args:
        countries: in the order to be drawn; at least one.
        verdicts: two short lines a country, by code.
        setting: widths and colours.
    """
    ties = [tie for country in countries for tie in country.ties]
    unknown = any(tie.earliest is None for tie in ties)
    domain = _domain(ties, roster, unknown)
    names = home_names(roster, roster.homes.index, words)
    homes = dict(zip(roster.homes.index, names, strict=True))
    marks: list[Mark] = []
    rows: list[Row] = []
    lanes: list[Lane] = []
    y = 0.0
    for country in countries:
        top = y
        y += 1.0 if setting.header else 0.0
        under, firsts = y, []
        for home in country.homes:
            own = sorted((tie for tie in country.ties if tie.home == home), key=_by_day)
            made = [_mark(tie, words, setting, domain) for tie in own]
            used = _into_lanes(made, setting.plot, domain)
            for mark in made:
                mark.y += y + 0.5
            lanes.append(Lane(y + 0.5, homes[home], setting.colours[home]))
            firsts.append(min((mark.x for mark in made if mark.dated), default=None))
            marks += made
            y += used
        color = setting.colours.get(country.first, setting.paper)
        name, lines = words.of(country, "name"), verdicts[country.code]
        rows.append(Row(top, under, y, name, *_lead(country, firsts), color, *lines))
    return Frames(marks, rows, lanes, y, domain, unknown)


def _lead(country: Country, firsts: Sequence[float | None]) -> tuple[float | None, float | None]:
    """The first ties of the first home and of the next, where the order can be told."""
    known = sorted(first for first in firsts if first is not None)
    if not country.first or len(firsts) < 2 or len(known) < len(firsts):
        return None, None
    return known[0], known[1]


def _domain(ties: Sequence[Tie], roster: Roster, unknown: bool) -> tuple[float, float]:
    years = [tie.earliest.year for tie in ties if tie.earliest is not None]
    first = float(min(years, default=roster.period[0]))
    last = max(float(roster.as_of.year), first) + 1.0
    return first - 1.0 - (UNKNOWN_YEARS if unknown else 0.0), last


def _by_day(tie: Tie) -> tuple[str, str]:
    return str(tie.earliest or ""), tie.place


def _mark(tie: Tie, words: Words, setting: Setting, domain: tuple[float, float]) -> Mark:
    """One tie as a mark; on no lane yet."""
    colour = setting.colours[tie.home]
    start, end = _year(tie.earliest, domain), _year(tie.latest, domain)
    name = words.of(tie, "name")
    gone, called = first_day(tie.ended), roles_called(setting.broad)
    return Mark(
        x=round((start + end) / 2, PLACES),
        x0=start,
        x1=end,
        y=0.0,
        label=words.say("{name} (ended {year})", name=name, year=gone.year) if gone else name,
        lx=end,
        side="right",
        fill=setting.paper if tie.ended or tie.supposed else colour,
        stroke=colour,
        partner=name,
        country=words.of(tie, "country"),
        home=words.of(tie, "home"),
        date=words.say("hypothetical") if tie.supposed else words.date(tie.established),
        role=words.say(called[tie.role(setting.broad)]),
        dated=tie.earliest is not None,
        dash=DASHED if tie.supposed else WHOLE,
    )


def _year(day: dt.date | None, domain: tuple[float, float]) -> float:
    """A day as a decimal year; the room for unknown dates for none."""
    if day is None:
        return domain[0] + UNKNOWN_YEARS * 0.2
    return round(day.year + (day.timetuple().tm_yday - 1) / 365.25, PLACES)


def _into_lanes(marks: Sequence[Mark], plot: float, domain: tuple[float, float]) -> int:
    """Give every mark the first lane on which it and its label are free.

    The label stands right of the mark, or left where the right is taken or the plot ends.

    Returns:
        How many lanes there are.
    """
    scale = plot / (domain[1] - domain[0])
    lanes: list[list[tuple[float, float]]] = []
    for mark in marks:
        middle = (mark.x - domain[0]) * scale
        left = min(middle - MARK, (mark.x0 - domain[0]) * scale)
        right = max(middle + MARK, (mark.x1 - domain[0]) * scale)
        wide = AIR + width_of(mark.label, LABEL)
        sides = {"right": (left, right + wide), "left": (left - wide, right)}
        ends = {"right": right, "left": left}
        for number in range(len(lanes) + 1):
            if number == len(lanes):
                lanes.append([])
            fitting = [
                (side, room)
                for side, room in sides.items()
                if room[0] >= 0
                and (side == "left" or room[1] <= plot)  # a mark at the very end keeps its name
                and _free(lanes[number], room)
            ]
            if fitting or not lanes[number]:
                side, room = fitting[0] if fitting else ("right", sides["right"])
                mark.side, mark.y = side, float(number)
                mark.lx = round(domain[0] + ends[side] / scale, PLACES)
                lanes[number].append(room)
                break
    return len(lanes)


def _free(taken: Sequence[tuple[float, float]], room: tuple[float, float]) -> bool:
    return all(room[1] + GAP <= start or room[0] - GAP >= end for start, end in taken)
