"""A figure: composed once, shown on a page, and made into files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.figures.panel import Panel
from geo.i18n import Words


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
