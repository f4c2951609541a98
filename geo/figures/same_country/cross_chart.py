"""A cross table of counts and names, drawn: as large as its room allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.figures.panel import Cross, CrossRow, Panel, Size
from geo.style import svg
from geo.style.colours import Ground
from geo.style.text import drawable, pieces_of, width_of, wrapped

TYPES = tuple(half / 2 for half in range(36, 17, -1))
"""Sizes of the type, the largest that lets all lines in; in the last they may be cut short."""
LINE = 1.4
"""Height of a line, in sizes of the type."""
HEAD = 0.85
"""Size of the heads of columns, in sizes of the type."""
EDGE, INSET, GUTTER = 4.0, 12.0, 24.0
"""Width of a row's coloured edge, room after it, room between columns, in pixels."""
PAD = 0.5
"""Room above and below the lines of a row, in sizes of the type."""
NAMES = 0.28
"""The names of rows have at the most this share of the width."""
NAME = re.compile("(?<=[,、])")
"""Where one name ends and the next begins."""
FILLED = 0.98
"""So much of its height a table fills; below it is air."""
MOST_LINES = 40
APART = 2.2
"""Rows are drawn apart at the most to so many times their height."""


def cross_panel(cross: Cross, ground: Ground) -> Panel:
    """A cross table as a panel: text on a page, drawn on a sheet."""
    return Panel(
        lambda size: cross_svg(cross, ground, size),
        cross=cross,
        least=300 if len(cross.heads) < 2 else 420,
        tall=24.0 * len(cross.rows),
    )


@dataclass(frozen=True)
class Grid:
    """Where everything stands in one size of type.

    Attributes:
        size: of the type.
        heads: lines of the heads of the columns of cells.
        names: lines of the names of the rows.
        cells: lines of every cell, row by row.
        lefts: where each column begins: the names, then the cells.
        heights: of the rows.
        head: height of the heads.
        count: width of the widest number with its air.
        whole: whether no word is wider than its column.
    """

    size: float
    heads: Sequence[Sequence[str]]
    names: Sequence[Sequence[str]]
    cells: Sequence[Sequence[Sequence[str]]]
    lefts: Sequence[float]
    heights: Sequence[float]
    head: float
    count: float
    whole: bool

    @property
    def tall(self) -> float:
        """How high all of it is."""
        return self.head + sum(self.heights)


def cross_svg(cross: Cross, ground: Ground, size: Size) -> str:
    """Draw a cross table in the largest type that its room allows."""
    width, height = size
    for type_size in TYPES:
        grid = _grid(cross, width, type_size)
        if grid.whole and grid.tall <= height * FILLED:
            break
    room = max(height * FILLED - grid.head, 1.0)
    apart = min(room / sum(grid.heights), APART)
    parts = [
        svg.text(line, left, grid.size * (1 + at * HEAD * LINE), grid.size * HEAD, ground.faint)
        for lines, left in zip(grid.heads, grid.lefts[1:], strict=False)
        for at, line in enumerate(lines)
    ]
    y = grid.head
    for number, row in enumerate(cross.rows):
        tall = grid.heights[number] * apart
        parts += _row(row, grid, number, (y, tall, width), ground)
        y += tall
    return svg.sheet(width, height, parts, None)


def _row(
    row: CrossRow, grid: Grid, number: int, box: tuple[float, float, float], ground: Ground
) -> list[str]:
    """One row: its edge in its colour, its name, its cells, the line below it."""
    y, tall, width = box
    size = grid.size
    base = y + (tall - grid.heights[number]) / 2 + size * (PAD + 1)
    parts = [
        f'<rect x="0" y="{y + 1:.1f}" width="{EDGE}" height="{tall - 2:.1f}" fill="{row.colour}"/>',
        f'<rect x="0" y="{y + tall - 0.5:.1f}" width="{width:.1f}" height="1" '
        f'fill="{ground.land}"/>',
    ]
    for at, line in enumerate(grid.names[number]):
        down = base + at * size * LINE
        parts.append(svg.text(line, EDGE + INSET, down, size, ground.ink, bold=True))
    for (count, _), lines, left in zip(row.cells, grid.cells[number], grid.lefts[1:], strict=True):
        parts.append(svg.text(count, left, base, size, ground.ink, bold=True))
        for at, line in enumerate(lines):
            x, down = left + grid.count, base + at * size * LINE
            parts.append(svg.text(line, x, down, size, ground.ink))
    return parts


def _grid(cross: Cross, width: float, size: float) -> Grid:
    """Lay a table out in one size of type: as wide as its room, as high as it takes."""
    texts = [[drawable(names) for _, names in row.cells] for row in cross.rows]
    titles = [drawable(row.name) for row in cross.rows]
    counts = [count for row in cross.rows for count, _ in row.cells]
    count = max(width_of(one, size, bold=True) for one in counts) + size * 0.6
    first = min(max(width_of(one, size, bold=True) for one in titles), width * NAMES)
    lefts, wide, whole = _columns(cross, texts, EDGE + INSET + first + GUTTER, width, size, count)
    names = [wrapped(title, size, first + 1, MOST_LINES, bold=True) for title in titles]
    cells = [
        [wrapped(one, size, room - count, MOST_LINES) for one, room in zip(row, wide, strict=True)]
        for row in texts
    ]
    most = [
        max(1, len(name), *(len(lines) for lines in row))
        for name, row in zip(names, cells, strict=True)
    ]
    heights = [lines * size * LINE + 2 * PAD * size for lines in most]
    heads = [
        wrapped(drawable(one), size * HEAD, room, MOST_LINES)
        for one, room in zip(cross.heads, wide, strict=False)
    ]
    head = max(map(len, heads)) * size * HEAD * LINE + 4 if heads else 0.0
    return Grid(size, heads, names, cells, [0.0, *lefts], heights, head, count, whole)


def _columns(
    cross: Cross,
    texts: Sequence[Sequence[str]],
    start: float,
    width: float,
    size: float,
    count: float,
) -> tuple[list[float], list[float], bool]:
    """Where the columns of cells begin, and how wide they are.

    As wide as their longest name takes, or their longest word where there is no room for names;
    and of what is left each its share by the length of its texts.

    Returns:
        Both, and whether they fit into the width.
    """
    columns = range(len(texts[0]))
    heads = [drawable(head) for head in cross.heads] or [""]
    room = width - start - GUTTER * (len(columns) - 1)
    for parted in (NAME.split, pieces_of):
        least = [
            max(
                _widest(heads[at].split(), size * HEAD),
                count + max(_widest(parted(row[at]), size) for row in texts),
            )
            for at in columns
        ]
        if sum(least) <= room:
            break
    need = [sum(width_of(row[at], size) for row in texts) for at in columns]
    rest = max(0.0, room - sum(least))
    wide = [
        low + rest * (wanted / sum(need) if sum(need) else 1 / len(columns))
        for low, wanted in zip(least, need, strict=True)
    ]
    lefts = [start + sum(wide[:at]) + GUTTER * at for at in columns]
    return lefts, wide, sum(least) <= room


def _widest(parts: Sequence[str], size: float) -> float:
    return max((width_of(part.rstrip(), size) for part in parts), default=0.0)
