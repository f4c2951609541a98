"""The anniversaries drawn as a list: date, years, who with whom; as large as lets all in."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.growth.anniversaries import PAIR, Line
from geo.figures.panel import Size
from geo.figures.scene import Scene
from geo.style import svg
from geo.style.text import cut, drawable, width_of

SIZES = tuple(half / 2 for half in range(44, 15, -1))
"""Sizes of type, the largest that lets all lines in; in the last one lines are cut short."""
COLUMNS = (1, 2, 3)
LINE, GAP, BETWEEN, DOT = 1.75, 1.1, 2.4, 0.28
"""Height of a line; gaps between its parts and between columns; the dot of a home; in sizes."""

AIRY = 1.6
"""Lines stand further apart where there is room, so many times at the most."""

Texts = tuple[str, str, str, str]
"""Date, years, pair, and country or what is not sure."""


def draw_anniversaries(rows: Sequence[Line], scene: Scene, size: Size) -> str:
    """The list as SVG.

    Args:
        rows: at least one.
        size: of its room, in pixels.
    """
    width, height = size
    texts = [_texts(row, scene) for row in rows]
    columns, type_size = _fitting(texts, size)
    most = max(1, int(height / (type_size * LINE)))
    if len(texts) > columns * most:
        kept = columns * most - 1
        more = scene.words.count("and {n} more", "and {n} more", len(texts) - kept)
        texts, rows = [*texts[:kept], ("", "", more, "")], rows[:kept]
    wide = (width - BETWEEN * type_size * (columns - 1)) / columns
    per_column = -(-len(texts) // columns)
    tall = type_size * LINE
    step = min(height / per_column, tall * AIRY)
    offsets = _offsets(texts, type_size)
    parts: list[str] = []
    for number, line in enumerate(texts):
        column, place = divmod(number, per_column)
        x, y = column * (wide + BETWEEN * type_size), place * step + (step - tall) / 2 + 0.72 * tall
        colour = rows[number].colour if number < len(rows) else None
        sure = number >= len(rows) or rows[number].sure
        ink = scene.ground.ink if sure else scene.ground.faint
        parts += _drawn(line, (x, y, wide), offsets, type_size, colour, (ink, scene.ground.faint))
    return svg.sheet(width, height, parts, None)


def _texts(row: Line, scene: Scene) -> Texts:
    words = scene.words
    pair = words.say(PAIR, home=row.home, partner=row.partner)
    beside = row.country if row.sure else words.say("possibly")
    date, years, pair, beside = map(drawable, (row.rough, row.years, pair, beside))
    return date, years, pair, beside


def _fitting(texts: Sequence[Texts], size: Size) -> tuple[int, float]:
    """How many columns of which size of type show all lines whole and largest."""
    for type_size in SIZES:
        for columns in COLUMNS:
            wide = (size[0] - BETWEEN * type_size * (columns - 1)) / columns
            tall = -(-len(texts) // columns) * type_size * LINE
            if tall <= size[1] and _widest(texts, type_size) <= wide:
                return columns, type_size
    whole = [
        columns
        for columns in COLUMNS
        if _widest(texts, SIZES[-1]) <= (size[0] - BETWEEN * SIZES[-1] * (columns - 1)) / columns
    ]
    return max(whole, default=1), SIZES[-1]


def _offsets(texts: Sequence[Texts], size: float) -> tuple[float, float]:
    """Where years and pairs begin, after the widest date and the widest number of years."""
    dates = max(width_of(line[0], size) for line in texts)
    years = max(width_of(line[1], size, bold=True) for line in texts)
    return dates + GAP * size, dates + years + 2 * GAP * size + 3 * DOT * size


def _widest(texts: Sequence[Texts], size: float) -> float:
    start = _offsets(texts, size)[1]
    return start + max(
        width_of(line[2], size) + width_of(line[3], size * 0.85) + GAP * size * 0.6
        for line in texts
    )


def _drawn(
    line: Texts,
    at: tuple[float, float, float],
    offsets: tuple[float, float],
    size: float,
    colour: str | None,
    inks: tuple[str, str],
) -> list[str]:
    """One line.

    Args:
        at: its left end, its baseline, and how wide it may be.
        offsets: of years and pair from the left end.
        colour: of the home; none where the line is not of one.
        inks: of its words, and of those of less weight.
    """
    (x, y, wide), (date, years, pair, beside), (ink, faint) = at, line, inks
    start = x + offsets[1]
    whole = cut(pair, size, wide - offsets[1])
    after = start + width_of(whole, size) + GAP * size * 0.6
    parts = [
        svg.text(date, x, y, size, ink),
        svg.text(years, x + offsets[0], y, size, ink, bold=True),
        svg.text(whole, start, y, size, ink),
    ]
    if colour:
        dot = f'cx="{start - 3 * DOT * size:.1f}" cy="{y - size * 0.34:.1f}" r="{DOT * size:.1f}"'
        parts.append(f'<circle {dot} fill="{colour}"/>')
    if whole == pair and beside:
        fitting = cut(beside, size * 0.85, x + wide - after)
        parts.append(svg.text(fitting, after, y, size * 0.85, faint))
    return parts
