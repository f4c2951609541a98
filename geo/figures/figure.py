"""What a picture is made of, before it is laid out on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from geo.i18n import Words
from geo.style.altair_theme import FIT
from geo.style.colours import Ground
from geo.ties.roster import Roster
from geo.ties.view import View

Size = tuple[float, float]
"""Width and height in pixels, in which type has the size it has on a page."""


@dataclass(frozen=True)
class Choices:
    """What the pages let the reader choose beside the view, for pictures that depend on it.

    Attributes:
        turning_year: of the Strategy page.
        starts: first years of its periods; ``None`` for the eras.
        sort: order of the countries on the Rivals page.
        area: slug or M49 code of its area.
    """

    turning_year: int | None = None
    starts: tuple[int, ...] | None = None
    sort: str = "lead"
    area: str = "035"


@dataclass(frozen=True)
class Scene:
    """All that a picture is drawn from.

    Attributes:
        roster, view, words, choices: what is shown, and in which language.
        ground: the colours it is drawn in.
    """

    roster: Roster
    view: View
    words: Words
    ground: Ground
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True)
class Series:
    """One row of numbers of a chart.

    Attributes:
        name: what it is called.
        colour: ``#rrggbb``.
        values: one a category; ``None`` where there is none.
        low, high: ends of the intervals around them, if there are any.
        marks: whether it is drawn as marks without a line or bars.
        colours: one a value, where they differ.
    """

    name: str
    colour: str
    values: Sequence[float | None]
    low: Sequence[float] | None = None
    high: Sequence[float] | None = None
    marks: bool = False
    colours: Sequence[str] | None = None


@dataclass(frozen=True)
class Numbers:
    """The numbers of a chart, for a program that draws charts of its own.

    Attributes:
        kind: ``bar`` (lying), ``column`` (standing), ``line``.
        categories: along the axis.
        series: the rows of numbers.
        percent: whether the numbers are shares of 1.
    """

    kind: str
    categories: Sequence[str]
    series: Sequence[Series]
    percent: bool


@dataclass(frozen=True)
class Panel:
    """One chart of a picture.

    Attributes:
        draw: makes the chart for a size; it may come out of another height.
        heading: a line over it.
        numbers: the same as numbers, where an office can draw them itself.
        note: a line below it that depends on its size, if it needs one.
        scale: how much larger than on a page it is drawn on a sheet of 1920 by 1080.
        least: as wide as this it has to be on a page, in pixels, or its words are cut off; where
            there is less room it is drawn less large.
        tall: as high as this it has to be on a page, likewise.
        topic: what it is about, in small type over the heading.
    """

    draw: Callable[[Size], Any]
    heading: str = ""
    numbers: Numbers | None = None
    note: Callable[[Size], str] | None = None
    scale: float = 1.55
    least: float = 1.0
    tall: float = 1.0
    topic: str = ""


@dataclass(frozen=True)
class Figure:
    """One picture: its finding, its charts, what must be said below them.

    Attributes:
        title: the finding.
        subtitle: homes, years and filters.
        panels: its charts, in reading order; none where there is nothing to show.
        columns: how many stand side by side at the most; fewer where they would be small.
        remarks: what a reader must know to read it, a sentence each.
        definitions: what the words mean, a sentence each, for the speaker's notes.
        roles: whether its marks show roles, so that a legend must explain them.
        keys: other entries of the legend: a small SVG picture from -1 to 1, and its words.
        instead: what stands there if there is nothing to show for another reason than an empty
            view.
    """

    title: str
    subtitle: str
    panels: Sequence[Panel]
    columns: int = 1
    remarks: Sequence[str] = ()
    definitions: Sequence[str] = ()
    roles: bool = False
    keys: Sequence[tuple[str, str]] = ()
    instead: str = ""

    def shown_instead(self, words: Words) -> str:
        """The sentence that stands where there is nothing to show."""
        return self.instead or words.say("These filters and years leave no tie.")


AXIS = 46.0
"""About how high the axis of a chart is, with what else lies around its plot, in pixels."""
STRETCH = 3.2
"""A chart of rows is stretched at the most to so many times its height."""


def filled(chart: Any, size: Size) -> Any:
    """A chart as wide and as high as its room."""
    return _sized(chart, size[0], size[1] - AXIS)


def stretched(chart: Any, size: Size) -> Any:
    """A chart of rows as wide as its room, its rows further apart if there is room for it."""
    own = float(chart.height)
    return _sized(chart, size[0], max(own, min(size[1] - AXIS, own * STRETCH)))


def wide(chart: Any, size: Size) -> Any:
    """A chart as wide as its room, as high as it is."""
    return _sized(chart, size[0], float(chart.height))


def _sized(chart: Any, width: float, height: float) -> Any:
    fitted = chart.properties(width=max(width, 80.0), height=max(height, 40.0))
    fitted.autosize = FIT
    return fitted
