"""What a strip of countries draws: marks, rows, lanes, as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass
class Mark:
    """One tie on the strip.

    Attributes:
        x: decimal year, the middle of the interval from ``x0`` to ``x1``.
        y: in lanes from the top, its middle.
        label: what stands beside it: the partner's name.
        lx: decimal year where the label begins or, at the left, ends.
        side: where the label stands: ``right`` or ``left``.
        fill, stroke: colours.
        partner, country, home, date, role: words, for the hover.
        dated: whether anything is known of its date.
        dash: of its edge, in pixels; whole for what there is, dashed for what is hypothetical.
    """

    x: float
    x0: float
    x1: float
    y: float
    label: str
    lx: float
    side: str
    fill: str
    stroke: str
    partner: str
    country: str
    home: str
    date: str
    role: str
    dated: bool
    dash: tuple[float, float] = (1.0, 0.0)


@dataclass(frozen=True)
class Row:
    """One country on the strip.

    Attributes:
        top, bottom: in lanes; its ties begin at ``under``.
        name: of the country.
        first, next: decimal years of the first dated ties of the first home and of the next;
            ``None`` without a lead.
        color: of the home that came first.
        line1, line2: what is said of it.
    """

    top: float
    under: float
    bottom: float
    name: str
    first: float | None
    next: float | None
    color: str
    line1: str
    line2: str


@dataclass(frozen=True)
class Lane:
    """The first lane of a home in a country: ``y`` of its middle, the home's name and colour."""

    y: float
    home: str
    color: str


@dataclass(frozen=True)
class Frames:
    """What a strip draws.

    Attributes:
        marks, rows, lanes: a tie, a country, a home in a country each.
        height: in lanes.
        domain: first and last decimal year of the axis, the room for unknown dates included.
        unknown: whether that room is there.
    """

    marks: Sequence[Mark]
    rows: Sequence[Row]
    lanes: Sequence[Lane]
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
        broad: how roles are counted.
    """

    plot: float
    header: bool
    colours: Mapping[str, str]
    paper: str
    broad: bool
