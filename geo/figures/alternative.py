"""What figures and their charts show in sentences, for those who do not see them."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from geo.figures.figure import Figure
from geo.figures.panel import CrossRow, Numbers, Panel, Series
from geo.i18n import Words, sentences
from geo.stats.text import percent

FEW = 6
"""So many numbers of one row are read out one by one; of more, the first and last, or the most."""
STOPS = tuple(".!?。！？…")


def of_figure(figure: Figure, words: Words, title: str = "", subtitle: str = "") -> str:
    """A whole figure: its finding, what it is about, and what each of its charts shows.

    Args:
        title, subtitle: instead of its own, where a reader has given it others.
    """
    if not figure.panels:
        return _read([title or figure.title, figure.shown_instead(words)], words)
    charts = [text for panel in figure.panels for text in _parts(panel, words)]
    return _read([title or figure.title, subtitle or figure.subtitle, *charts], words)


def of_panel(figure: Figure, panel: Panel, words: Words) -> str:
    """One chart of a figure: what stands over it, or the finding, and what it shows."""
    parts, whole = _parts(panel, words), panel.heading and (panel.alt or panel.numbers)
    return _read(parts if whole else [figure.title, *parts], words)


def of_numbers(numbers: Numbers, words: Words) -> str:
    """The numbers of a chart, row by row: all of a few, else where they begin, end or are most."""
    told = [_row(series, numbers, words) for series in numbers.series]
    return words.say("; ").join(text for text in told if text)


def _parts(panel: Panel, words: Words) -> list[str]:
    shown = panel.alt
    if not shown and panel.numbers:
        shown = of_numbers(panel.numbers, words)
    if not shown and panel.cross:
        shown = words.say("; ").join(
            _cross_row(row, panel.cross.heads, words) for row in panel.cross.rows
        )
    return [text for text in (panel.topic, panel.heading, shown) if text]


def _cross_row(row: CrossRow, heads: Sequence[str], words: Words) -> str:
    """How many are in each cell of a row of a cross table."""
    counts = [count for count, _ in row.cells]
    if heads:
        counts = [
            words.say("{value} ({category})", value=count, category=head)
            for count, head in zip(counts, heads, strict=True)
        ]
    return words.say("{series}: {values}", series=row.name, values=words.say(", ").join(counts))


def _read(parts: Sequence[str], words: Words) -> str:
    """Phrases as sentences one after the other, each with its full stop."""
    stop = "。" if words.lang == "zh" else "."
    return sentences(text if text.endswith(STOPS) else text + stop for text in parts if text)


def _row(series: Series, numbers: Numbers, words: Words) -> str:
    """One row of numbers; nothing where it has none."""
    known = [
        (category, value)
        for category, value in zip(numbers.categories, series.values, strict=True)
        if value is not None and isfinite(value)
    ]
    if not known:
        return ""
    shown = [
        words.say("{value} ({category})", value=_number(value, numbers, words), category=category)
        for category, value in _shown(known, numbers.kind)
    ]
    if len(known) <= FEW:
        values = words.say(", ").join(shown)
    elif numbers.kind == "line":
        values = words.say("from {first} to {last}", first=shown[0], last=shown[-1])
    else:
        values = words.say("at most {most}", most=shown[0])
    return words.say("{series}: {values}", series=series.name, values=values)


def _shown(known: list[tuple[str, float]], kind: str) -> list[tuple[str, float]]:
    """Which of the numbers of a row are read out."""
    if len(known) <= FEW:
        return known
    if kind == "line":
        return [known[0], known[-1]]
    return [max(known, key=lambda one: one[1])]


def _number(value: float, numbers: Numbers, words: Words) -> str:
    if numbers.percent:
        return percent(value, words)
    return words.number(value, 0 if float(value).is_integer() else 2)
