"""The verdicts on the article's statements: a mark a statement, then and now, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.figures.article.claims import Tested
from geo.figures.article.claims.verdict import Verdict
from geo.figures.article.shapes import SHAPES
from geo.figures.article.text import VERDICT
from geo.i18n import Words
from geo.style.chart import FIT, FONT, Rows, Spec, category, chart, layer, quantity
from geo.style.colours import Ground

ROW, NARROW_ROW, STEP = 25, 42, 24
"""Height of a row, and from one mark to the next, in pixels."""
LEFT, NARROW_LEFT = 290, 10
"""Where the marks begin; on a phone they stand below the names of their rows."""
NARROW = 500
"""A chart less wide than this is one for a phone."""
MOST_SPREAD = 1.8
"""So many times as far apart marks stand at the most."""
PALE = 0.28


@dataclass(frozen=True)
class Mark:
    """One statement in the picture: the part it belongs to, its words, its verdicts in words."""

    part: str
    statement: str
    then: Verdict
    now: Verdict
    then_word: str
    now_word: str


@dataclass(frozen=True)
class Heads:
    """The words of the chart.

    Attributes:
        halves: over the two halves: the article's time, and today.
        titles: of the two lines of a tooltip: what was stated, what became of it.
        description: what the chart shows, for those who do not see it.
    """

    halves: tuple[str, str]
    titles: tuple[str, str]
    description: str


@dataclass(frozen=True)
class _Places:
    """Where things stand: the rows, both halves, from one mark to the next, in pixels."""

    row: int
    starts: tuple[float, float]
    step: float
    drop: float


def verdicts_chart(
    marks: Sequence[Mark], heads: Heads, ground: Ground, width: float, spread: bool
) -> Spec:
    """Draw a row a part of the article: its statements then, and the same today.

    Args:
        marks: the statements in their order; at least one.
        ground: paper or night.
        width: of the room, in pixels.
        spread: whether the marks are to be spread over it; else they stand close together.
    """
    parts = list(dict.fromkeys(mark.part for mark in marks))
    places = _places(marks, parts, width, spread)
    halves = zip(places.starts, heads.halves, strict=True)
    names = [{"x": 0, "y": number + places.drop, "name": part} for number, part in enumerate(parts)]
    over = [{"x": start - 9, "y": 0.5, "name": half} for start, half in halves]
    across = quantity("x", scale={"domain": [0, 1000], "range": [0, 1000]}, axis=None)
    down = {"domain": [0, len(parts) + 1], "reverse": True, "nice": False}
    axes = {"x": across, "y": quantity("y", scale=down, axis=None)}
    layers = [
        _marks(_rows(marks, parts, places), heads.titles, axes, ground),
        _names(names, axes, ground.ink),
        _names(over, axes, ground.faint),
    ]
    height = (len(parts) + 1) * places.row
    return chart(layers, ground, heads.description, height=height, width="container", autosize=FIT)


def _places(marks: Sequence[Mark], parts: list[str], width: float, spread: bool) -> _Places:
    widest = max(sum(mark.part == part for mark in marks) for part in parts)
    narrow = width < NARROW
    row, left = (NARROW_ROW, NARROW_LEFT) if narrow else (ROW, LEFT)
    second, step = float(left + max(widest * STEP + 40, 150)), float(STEP)
    if spread:
        second = max(second, left + (width - left) / 2)
        step = min(max(STEP, (second - left - 40) / widest), STEP * MOST_SPREAD)
    return _Places(row, (left, second), step, 1.02 if narrow else 1.5)


def _marks(rows: Rows, titles: tuple[str, str], axes: Spec, ground: Ground) -> Spec:
    pale = {"test": "datum.pale", "value": PALE}
    encoding = {
        **axes,
        "shape": category("shape", scale=None),
        "opacity": {"condition": pale, "value": 1},
        "tooltip": [category("statement", title=titles[0]), category("verdict", title=titles[1])],
    }
    look = {"filled": True, "size": 150, "color": ground.ink, "strokeWidth": 0}
    return layer("point", encoding, rows, **look)


def _names(rows: Rows, axes: Spec, colour: str) -> Spec:
    text = {"font": FONT, "fontSize": 13, "align": "left", "baseline": "middle"}
    return layer("text", {**axes, "text": category("name")}, rows, color=colour, **text)


def _rows(marks: Sequence[Mark], parts: list[str], places: _Places) -> Rows:
    """A row a mark: where it stands, its shape, whether it is pale, what its tooltip says."""
    rows = []
    seen = dict.fromkeys(parts, 0)
    for mark in marks:
        place, number = seen[mark.part], parts.index(mark.part)
        seen[mark.part] += 1
        halves = ((mark.then, mark.then_word, False), (mark.now, mark.now_word, True))
        for start, (verdict, word, today) in zip(places.starts, halves, strict=True):
            rows.append(
                {
                    "x": start + place * places.step,
                    "y": number + 1.5,
                    "shape": SHAPES[verdict],
                    "pale": today and mark.now == mark.then,
                    "statement": mark.statement,
                    "verdict": word,
                }
            )
    return rows


def marks_of(tested: Sequence[Tested], words: Words) -> list[Mark]:
    """One mark a statement, with its part of the article, its words and its verdicts."""
    return [
        Mark(
            words.of(each.claim, "section"),
            words.of(each.claim, "statement"),
            each.then.verdict,
            each.today,
            words.say(VERDICT[each.then.verdict]),
            words.say(VERDICT[each.today]),
        )
        for each in tested
    ]
