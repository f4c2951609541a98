"""A figure: composed once, shown on a page, and made into files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from geo.i18n import Words
from geo.style.colours import Ground
from geo.ties.roster import Roster
from geo.ties.supposing import supposing
from geo.ties.view import View

Size = tuple[float, float]
"""Width and height in pixels, in which type has the size it has on a page."""

Spec = dict[str, Any]
"""A chart as Vega-Lite describes it."""


@dataclass(frozen=True)
class Scene:
    """All that a figure is composed from; hashable, so that what is made of it can be kept.

    Attributes:
        roster: of which data; two rosters are never equal.
        view: what the reader has chosen, and in which language.
        ground: the colours it is drawn in.
    """

    roster: Roster
    view: View
    ground: Ground

    @property
    def words(self) -> Words:
        """The words of the view's language."""
        return Words(self.view.lang)

    def but(self, **changes: Any) -> Scene:
        """The same with some of the view's choices changed."""
        return Scene(self.roster, self.view.but(**changes), self.ground)

    @property
    def supposed(self) -> Scene:
        """The same with the hypothetical ties of the view among the others."""
        return replace(self, roster=supposing(self.roster, self.view))

    @property
    def actual(self) -> Scene:
        """The same without anything hypothetical."""
        return Scene(self.roster.without_supposed, self.view.but(suppose=()), self.ground)


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
        digits: decimals that they are written with; shares have none in per cent.
    """

    kind: str
    categories: Sequence[str]
    series: Sequence[Series]
    percent: bool
    digits: int = 0

    @property
    def form(self) -> str:
        """How an office writes them (a number format of ISO/IEC 29500)."""
        if self.percent:
            return "0%"
        return f"#,##0.{'0' * self.digits}" if self.digits else "#,##0"


def filled(chart: Spec, size: Size) -> Spec:
    """A chart as wide and as high as its room."""
    return _sized(chart, size[0], size[1] - AXIS)


def stretched(chart: Spec, size: Size) -> Spec:
    """A chart of rows as wide as its room, its rows further apart if there is room for it."""
    own = float(chart["height"])
    return _sized(chart, size[0], max(own, min(size[1] - AXIS, own * STRETCH)))


def as_drawn(chart: Spec, size: Size) -> Spec:
    """A chart that was drawn for its size already."""
    return chart


AXIS = 46.0
"""About how high the axis of a chart is, with what else lies around its plot, in pixels."""
STRETCH = 3.2
"""A chart of rows is stretched at the most to so many times its height."""


def _sized(chart: Spec, width: float, height: float) -> Spec:
    return chart | {
        "width": max(width, 80.0),
        "height": max(height, 40.0),
        "autosize": {"type": "fit-x", "contains": "padding"},
    }


@dataclass(frozen=True)
class CrossRow:
    """One row of a cross table.

    Attributes:
        name: what it is called.
        colour: ``#rrggbb``.
        cells: one a column: how many, and which.
    """

    name: str
    colour: str
    cells: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Cross:
    """How many and which, by two distinctions; or by one, with a single column.

    Attributes:
        heads: what the columns are called; none where there is a single one.
        rows: from top to bottom.
    """

    heads: Sequence[str]
    rows: Sequence[CrossRow]


@dataclass(frozen=True)
class Panel:
    """One chart of a figure.

    Attributes:
        draw: makes the chart for a size: a Vega-Lite specification with the height it wants, or an
            SVG picture as text. On a page the height is 0: it takes what it wants.
        fit: brings the chart to a size on a sheet.
        heading: a line over it.
        topic: what it is about, in small type over the heading.
        numbers: the same as numbers, where an office can draw them itself.
        among_first: whether its numbers are among those of the figure's first chart.
        note: a line below it that depends on its size, if it needs one.
        scale: how much larger than on a page it is drawn on a sheet of 1920 by 1080.
        least: as wide as this it has to be on a page, in pixels, or its words are cut off; where
            there is less room it is drawn less large.
        tall: as high as this it has to be on a page, likewise.
        cross: the same as a table of counts and names, which a page sets as text.
        alt: what it shows, for those who do not see it, where neither heading nor numbers say it.
    """

    draw: Callable[[Size], Spec | str]
    fit: Callable[[Spec, Size], Spec] = filled
    heading: str = ""
    topic: str = ""
    numbers: Numbers | None = None
    among_first: bool = False
    note: Callable[[Size], str] | None = None
    scale: float = 1.55
    least: float = 1.0
    tall: float = 1.0
    cross: Cross | None = None
    alt: str = ""

    def on_sheet(self, size: Size) -> Spec | str:
        """The chart as it stands on a sheet.

        Args:
            size: of its room.
        """
        drawn = self.draw(size)
        return drawn if isinstance(drawn, str) else self.fit(drawn, size)


class Remark(str):
    """A remark on how our own charts are drawn, which an office's charts are not.

    It is the text for our own charts.

    Args:
        text: what is said of our own charts.
        native: what is said instead where an office draws the charts from their numbers; empty for
            nothing.
    """

    native: str

    def __new__(cls, text: str, native: str) -> Remark:
        """The remark, a text like any other."""
        remark = super().__new__(cls, text)
        remark.native = native
        return remark

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.native


@dataclass(frozen=True)
class Table:
    """Rows behind a figure, to be read on the page and to be taken along as a file.

    Attributes:
        name: what the rows are.
        rows: one column a heading in the reader's language, or what makes them when they are asked
            for. Dates stand as the data have them (ISO 8601 at their own precision), numbers as
            numbers.
        key: part of the name of its file: lower-case letters, digits and hyphens.
        dates: headings of the columns that hold dates.
        bounds: headings of the columns that hold the first and last possible day of each of these
            dates, in pairs; a page shows them only to who asks.
    """

    name: str
    rows: pd.DataFrame | Callable[[], pd.DataFrame]
    key: str
    dates: Sequence[str] = ()
    bounds: Sequence[str] = ()

    @property
    def frame(self) -> pd.DataFrame:
        """The rows."""
        return self.rows() if callable(self.rows) else self.rows


@dataclass(frozen=True)
class Figure:
    """One figure: its finding, its charts, what must be said below them.

    Attributes:
        title: the finding.
        subtitle: homes, years and filters.
        panels: its charts, in reading order; none where there is nothing to show.
        topic: the question that the title answers, in a few words.
        columns: how many charts stand side by side at the most; fewer where they would be small.
        remarks: what a reader must know to read it, a sentence each; on the page and on pictures;
            a :class:`Remark` where it is not true of charts that an office draws.
        details: what goes deeper, a sentence each; on the page, and in the speaker's notes.
        definitions: what the words mean, a sentence each, for the speaker's notes.
        roles: whether its marks show roles, so that a legend must explain them.
        keys: other entries of the legend: a small SVG picture from -1 to 1, and its words.
        instead: what stands there if there is nothing to show for another reason than an empty
            view.
        tables: the rows behind it.
        whole: its charts as a page shows them, where a page has room for what sheets show in parts.
        key: its name in the catalogue, which gives it.
        supposes: which hypothetical ties count in it, in words; mostly empty.
    """

    title: str
    subtitle: str
    panels: Sequence[Panel]
    topic: str = ""
    columns: int = 1
    remarks: Sequence[str] = ()
    details: Sequence[str] = ()
    definitions: Sequence[str] = ()
    roles: bool = False
    keys: Sequence[tuple[str, str]] = ()
    instead: str = ""
    tables: Sequence[Table] = ()
    whole: Sequence[Panel] = ()
    key: str = ""
    supposes: str = ""

    @property
    def across(self) -> int:
        """How many of its charts stand side by side at the most."""
        return max(1, min(self.columns, len(self.panels)))

    @property
    def native_remarks(self) -> list[str]:
        """The remarks as they are true where an office draws the charts."""
        told = [one.native if isinstance(one, Remark) else one for one in self.remarks]
        return [remark for remark in told if remark]

    def shown_instead(self, words: Words) -> str:
        """The sentence that stands where there is nothing to show."""
        return self.instead or words.say("These filters and years leave no tie.")
