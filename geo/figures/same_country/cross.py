"""Cross tables of counts and names: what is in them, and how a picture draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.figures.figure import Cross, CrossRow, Panel, Scene, Size
from geo.figures.same_country.latecomers import LATE, Entry
from geo.figures.same_country.relation import RELATIONS
from geo.figures.same_country.text import RELATION
from geo.style import svg
from geo.style.colours import Ground, home_colours
from geo.style.text import drawable, pieces_of, width_of, wrapped
from geo.ties.names import home_name

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
FILLED = 0.98
"""So much of its height a table fills; below it is air."""
MOST_LINES = 40
APART = 2.2
"""Rows are drawn apart at the most to so many times their height."""


def late_entries(entries: Sequence[Entry], scene: Scene) -> Cross:
    """Late entries by home and whether the capital was taken, and by what the home then chose."""
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    came = sorted((one for one in entries if one.order == LATE), key=lambda one: one.day)
    rows = []
    for home in scene.view.homes:
        name = home_name(scene.roster, home, words)
        names = {
            True: words.say("{home} later, capital taken", home=name),
            False: words.say("{home} later, capital free", home=name),
        }
        for taken, title in names.items():
            own = [one for one in came if one.tie.home == home and one.capital_taken == taken]
            cells = [_cell([e for e in own if e.relation == kind], scene) for kind in RELATIONS]
            if own:
                rows.append(CrossRow(title, colours[home], cells))
    return Cross([words.say(RELATION[kind]) for kind in RELATIONS], rows)


def _cell(came: Sequence[Entry], scene: Scene) -> tuple[str, str]:
    """How many entries, and with which partners."""
    names = [scene.words.of(entry.tie, "name") for entry in came]
    return scene.words.number(len(came)), scene.words.say(", ").join(names)


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
        names: lines of the names of the rows.
        cells: lines of every cell, row by row.
        lefts: where each column begins: the names, then the cells.
        heights: of the rows.
        head: height of the heads.
        count: width of the widest number with its air.
    """

    size: float
    names: Sequence[Sequence[str]]
    cells: Sequence[Sequence[Sequence[str]]]
    lefts: Sequence[float]
    heights: Sequence[float]
    head: float
    count: float

    @property
    def tall(self) -> float:
        """How high all of it is."""
        return self.head + sum(self.heights)


def cross_svg(cross: Cross, ground: Ground, size: Size) -> str:
    """Draw a cross table in the largest type that its room allows."""
    width, height = size
    for type_size in TYPES:
        grid = _grid(cross, width, type_size)
        if grid.tall <= height * FILLED:
            break
    room = max(height * FILLED - grid.head, 1.0)
    apart = min(room / sum(grid.heights), APART)
    parts = [
        svg.text(drawable(head), left, grid.size, grid.size * HEAD, ground.faint)
        for head, left in zip(cross.heads, grid.lefts[1:], strict=False)
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
    lefts, wide = _columns(cross, texts, EDGE + INSET + first + GUTTER, width, size, count)
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
    head = size * HEAD * LINE + 4 if cross.heads else 0.0
    return Grid(size, names, cells, [0.0, *lefts], heights, head, count)


def _columns(
    cross: Cross,
    texts: Sequence[Sequence[str]],
    start: float,
    width: float,
    size: float,
    count: float,
) -> tuple[list[float], list[float]]:
    """Where the columns of cells begin, and how wide they are.

    As wide as their longest words take, and of what is left each its share by its texts' length.
    """
    columns = range(len(texts[0]))
    heads = [drawable(head) for head in cross.heads] or [""]
    least = [
        max(
            width_of(heads[at], size * HEAD),
            count + max((_longest_word(row[at], size) for row in texts), default=0.0),
        )
        for at in columns
    ]
    need = [sum(width_of(row[at], size) for row in texts) for at in columns]
    rest = max(0.0, width - start - GUTTER * (len(columns) - 1) - sum(least))
    wide = [
        low + rest * (wanted / sum(need) if sum(need) else 1 / len(columns))
        for low, wanted in zip(least, need, strict=True)
    ]
    lefts = [start + sum(wide[:at]) + GUTTER * at for at in columns]
    return lefts, wide


def _longest_word(text: str, size: float) -> float:
    return max((width_of(piece.rstrip(), size) for piece in pieces_of(text)), default=0.0)
