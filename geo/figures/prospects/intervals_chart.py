"""Rows of dots with their intervals, for shares and for weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.i18n import Words
from geo.style.chart import Spec, category, chart, layer, quantity, scale
from geo.style.colours import Ground
from geo.style.text import wrapped

HIGH, HIGHER = 22, 34
"""Of a row, in pixels: of one with a name in one line, and in two."""
NAMED = 12.5
"""Size of a name, in pixels."""
ROOM, LETTER, WIDEST = 0.12, 0.034, 0.8
"""Of the width of the scale, for what is written at the right: at least, for a letter, at most."""


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: at the left.
        series: whose it is, where several stand in one row; they lie one below the other.
        colour: ``#rrggbb``.
        value, low, high: the dot and the ends of its bar.
        label: at the right.
        tick: another value that an upright stroke marks.
    """

    name: str
    series: str
    colour: str
    value: float
    low: float
    high: float
    label: str
    tick: float | None = None


def signed(value: float, words: Words) -> str:
    """A weight with its sign, to one place."""
    text = words.number(abs(value), 1)
    if not round(value, 1):
        return text
    return f"−{text}" if value < 0 else f"+{text}"


def intervals_chart(
    rows: Sequence[Row],
    ground: Ground,
    description: str,
    ends: tuple[float, float],
    *,
    percent: bool = False,
    narrow: bool = False,
    names_wide: int = 0,
) -> Spec:
    """Dots with bars, one row each, what they are at the left and their numbers at the right.

    Args:
        rows: from top to bottom.
        description: what the chart shows, for those who do not see it.
        ends: of the scale; bars that go beyond are cut.
        percent: whether the values are shares of 1.
        narrow: whether it is drawn for a screen as wide as a phone's, where a name may have two
            lines.
        names_wide: pixels that a name may take, where not the usual ones.
    """
    low, high = ends
    letters = max((len(row.label) for row in rows), default=0)
    wide = (high - low) * min(ROOM + LETTER * letters, WIDEST) * (1.4 if narrow else 1.0)
    across = scale(low, high + wide)
    limit = names_wide or (150 if narrow else 260)
    lines = {row.name: wrapped(row.name, NAMED, limit, 2) if narrow else [row.name] for row in rows}
    named = {name: "\n".join(some) for name, some in lines.items()}
    names = list(named.values())
    high_row = HIGHER if any(len(some) > 1 for some in lines.values()) else HIGH
    series = list(dict.fromkeys(row.series for row in rows))
    stacked = 1.0 if len(series) < 2 else 0.85 * len(series)
    axis: Spec = {"domain": False, "tickSize": 0, "labelOverlap": True, "tickCount": 5}
    steps = [low + (high - low) * part / 4 for part in range(5)]
    axis |= {"format": "%", "values": steps} if percent else {"values": steps}
    shared = {
        "y": category(
            "name",
            sort=names,
            title=None,
            axis={
                "labelColor": ground.ink,
                "labelExpr": "split(datum.label, '\\n')",
                "labelFontSize": NAMED,
                "labelPadding": 10,  # half a dot at 0 stands left of the chart
                "labelLimit": limit,
                "ticks": False,
                "domain": False,
            },
            scale={"paddingInner": 0.2, "paddingOuter": 0.1},
        ),
        "yOffset": category("series", sort=series),
        "color": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
    }
    bars = {"x": quantity("from", scale=across, axis=axis, title=None), "x2": {"field": "to"}}
    data = [
        {
            "name": named[row.name],
            "series": row.series,
            "colour": row.colour,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "from": max(low, row.low),
            "to": min(high, row.high),
            "tick": row.tick,
            "label": row.label,
        }
        for row in rows
    ]
    zero = [] if percent else [layer("rule", {"x": {"datum": 0}}, [{}], color=ground.faint)]
    ticks = [one for one in data if one["tick"] is not None]
    stroke = shared | {"x": quantity("tick", scale=across)}
    return chart(
        [
            *zero,
            *([layer("tick", stroke, ticks, thickness=2.5, size=15, opacity=1)] if ticks else []),
            layer("rule", shared | bars, strokeWidth=5, opacity=0.4),
            layer(
                "point",
                shared | {"x": quantity("value", scale=across)},
                size=80,
                filled=True,
                opacity=1,
            ),
            layer(
                "text",
                shared | {"x": {"datum": high + (high - low) * 0.02}, "text": category("label")},
                align="left",
                fontSize=12,
            ),
        ],
        ground,
        description,
        data,
        height=len(names) * (high_row * stacked + 4),
    )
