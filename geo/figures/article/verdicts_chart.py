"""The verdicts on the article's statements: a mark a statement, then and now, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

import altair as alt
import pandas as pd

from geo.figures.article.claims import Tested
from geo.figures.article.claims.verdict import Verdict
from geo.figures.article.text import VERDICT
from geo.i18n import Words
from geo.style.altair_theme import FIT, FONT, themed
from geo.style.colours import Ground

ROW, NARROW_ROW, STEP = 25, 42, 24
"""Height of a row, and from one mark to the next, in pixels."""
MOST_SPREAD = 1.8
"""So many times as far apart marks stand at the most."""
PALE = 0.28


def _ring(outer: float, inner: float) -> str:
    """A ring around the middle, as an SVG path: the hole runs the other way round."""
    return (
        f"M{outer},0A{outer},{outer},0,1,1,{-outer},0A{outer},{outer},0,1,1,{outer},0Z"
        f"M{inner},0A{inner},{inner},0,1,0,{-inner},0A{inner},{inner},0,1,0,{inner},0Z"
    )


def _cross(arm: float, half: float) -> str:
    """A diagonal cross as an SVG path: twelve corners of a plus, turned by an eighth."""
    corners = [(arm, -half), (arm, half), (half, half), (half, arm), (-half, arm), (-half, half)]
    corners += [(-x, -y) for x, y in corners]
    turned = [
        (x * cos(pi / 4) - y * sin(pi / 4), x * sin(pi / 4) + y * cos(pi / 4)) for x, y in corners
    ]
    return "M" + "L".join(f"{x:.3f},{y:.3f}" for x, y in turned) + "Z"


SHAPES: dict[Verdict, str] = {
    "holds": "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z",
    "partly": _ring(1, 0.8) + "M0,0.9A0.9,0.9,0,0,1,0,-0.9Z",
    "fails": _cross(1.15, 0.24),
    "untold": _ring(1, 0.8),
}
"""A disc, half a disc, a cross and a ring: told apart without colour, in a square from -1 to 1."""


@dataclass(frozen=True)
class Mark:
    """One statement in the picture: the part it belongs to, its words, its verdicts in words."""

    part: str
    statement: str
    then: Verdict
    now: Verdict
    then_word: str
    now_word: str


def verdict_svg(verdict: Verdict, colour: str) -> str:
    """The shape of a verdict as a small SVG picture."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.2 -1.2 2.4 2.4">'
        f'<path d="{SHAPES[verdict]}" fill="{colour}"/></svg>'
    )


def verdicts_chart(
    marks: Sequence[Mark],
    heads: tuple[str, str],
    titles: tuple[str, str],
    ground: Ground,
    description: str,
    narrow: bool,
    width: float | None = None,
) -> Any:
    """Draw a row a part of the article: its statements then, and the same today.

    Args:
        marks: the statements in their order; at least one.
        heads: over the two halves: the article's time, and today.
        titles: of the two lines of the tooltip: what was stated, what became of it.
        ground: paper or night.
        description: what the chart shows, for those who do not see it.
        narrow: whether it is for a phone, where the name stands above its row.
        width: in pixels, if the marks are to be spread over it; else they stand close together.
    """
    parts = list(dict.fromkeys(mark.part for mark in marks))
    widest = max(sum(mark.part == part for mark in marks) for part in parts)
    row, left = (NARROW_ROW, 10) if narrow else (ROW, 290)
    second, step = float(left + max(widest * STEP + 40, 150)), float(STEP)
    if width:
        second = max(second, left + (width - left) / 2)
        step = min(max(STEP, (second - left - 40) / widest), STEP * MOST_SPREAD)
    table = _table(marks, parts, (left, second), step)
    down = alt.Scale(domain=[0, len(parts) + 1], reverse=True, nice=False)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1000], range=[0, 1000]), axis=None)
    drawn = (
        alt.Chart(table)
        .mark_point(filled=True, size=150, color=ground.ink, strokeWidth=0)
        .encode(
            x=x,
            y=alt.Y("y:Q", scale=down, axis=None),
            shape=alt.Shape("shape:N", scale=None),
            opacity=alt.condition("datum.pale", alt.value(PALE), alt.value(1)),
            tooltip=[
                alt.Tooltip("statement:N", title=titles[0]),
                alt.Tooltip("sentence:N", title=titles[1]),
            ],
        )
    )
    names = pd.DataFrame(
        [
            {"x": 0, "y": number + (1.02 if narrow else 1.5), "name": part}
            for number, part in enumerate(parts)
        ]
    )
    over = pd.DataFrame(
        [
            {"x": start - 9, "y": 0.5, "name": head}
            for start, head in zip((left, second), heads, strict=True)
        ]
    )
    text: dict[str, Any] = {"font": FONT, "fontSize": 13, "align": "left", "baseline": "middle"}
    layers = [drawn]
    for frame, colour in ((names, ground.ink), (over, ground.faint)):
        layers.append(
            alt.Chart(frame)
            .mark_text(color=colour, **text)
            .encode(x=x, y=alt.Y("y:Q", scale=down, axis=None), text="name:N")
        )
    chart = alt.layer(*layers, autosize=FIT)
    height = (len(parts) + 1) * row
    return themed(chart.properties(height=height, width="container"), ground, description)


def _table(
    marks: Sequence[Mark], parts: list[str], starts: tuple[float, float], step: float
) -> pd.DataFrame:
    """A row a mark: where it stands, its shape, whether it is pale, what its tooltip says."""
    rows = []
    seen = dict.fromkeys(parts, 0)
    for mark in marks:
        place, number = seen[mark.part], parts.index(mark.part)
        seen[mark.part] += 1
        halves = ((mark.then, mark.then_word, False), (mark.now, mark.now_word, True))
        for start, (verdict, sentence, today) in zip(starts, halves, strict=True):
            rows.append(
                {
                    "x": start + place * step,
                    "y": number + 1.5,
                    "shape": SHAPES[verdict],
                    "pale": today and mark.now == mark.then,
                    "statement": mark.statement,
                    "sentence": sentence,
                }
            )
    return pd.DataFrame(rows)


def marks_of(tested: Sequence[Tested], words: Words) -> list[Mark]:
    """One mark a statement, with its part of the article, its words and its verdicts."""
    return [
        Mark(
            words.of(each.claim, "section"),
            words.of(each.claim, "statement"),
            each.then.verdict,
            each.now.verdict,
            words.say(VERDICT[each.then.verdict]),
            words.say(VERDICT[each.now.verdict]),
        )
        for each in tested
    ]


def heads_and_titles(words: Words) -> tuple[tuple[str, str], tuple[str, str]]:
    """What stands over the two halves, and the titles of the two lines of the tooltip."""
    return (
        (words.say("as of the article"), words.say("as of today")),
        (words.say("Statement"), words.say("Verdict")),
    )
