"""Capital by port drawn as text: every partner by name, as large as lets all of them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.figures.choice.fields import Field, Matrix
from geo.figures.panel import Size
from geo.figures.scene import Scene
from geo.style import svg
from geo.style.text import cut, drawable, width_of

TYPES = tuple(half / 2 for half in range(26, 12, -1))
"""Sizes of the names, the largest that lets all of them in; in the last they are cut short."""
WANTED = 11.0
ZOOMS = tuple(1 + tenth / 10 for tenth in range(13))
"""Where names would be smaller than wanted, heads and figures shrink with them: so many times as
much is laid out, and drawn smaller."""
SPLITS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7)
"""How much of the width the first column has: as near to half as lets all names in."""
TITLE = 17.0
LINE, FIGURE, HEAD, GAP, TOP, INSET = 1.42, 20.0, 12.0, 12.0, 46.0, 10.0

Names = tuple[tuple[tuple[str, ...], ...], ...]
"""The names of one home's partners, field by field, row by row."""


@dataclass(frozen=True)
class Grid:
    """How large the names of one home are, and where its four fields lie.

    Attributes:
        size: of the names.
        wide: of the two columns.
        need: how high the two rows have to be.
        fits: whether all names are whole.
    """

    size: float
    wide: tuple[float, float]
    need: tuple[float, float]
    fits: bool


def draw_matrix(found: Mapping[str, Matrix], home: str, scene: Scene, size: Size) -> str:
    """One home as SVG: its name, heads of rows and columns, four fields.

    Args:
        found: the matrix of every home; their names are all of one size, so that homes look alike.
        home: which of them is drawn.
        size: of its room, in pixels.
    """
    ground, one = scene.ground, found[home]
    beside = max(width_of(head, HEAD) for head in one.rows) + 10
    every = [_names(matrix) for matrix in found.values()]
    for zoom in ZOOMS:
        width, height = size[0] * zoom, size[1] * zoom
        free = (width - beside - GAP, height - TOP - GAP)
        common = min(_grid(names, free).size for names in every)
        if common >= WANTED:
            break
    names = _names(one)
    grid = _grid(names, free, common)
    name = drawable(one.name)
    title = min(TITLE, TITLE * width / max(width_of(name, TITLE, bold=True), 1.0))
    parts = [svg.text(name, 0, 18, title, one.colour, bold=True)]
    lefts = (beside, beside + grid.wide[0] + GAP)
    for x, head in zip(lefts, one.columns, strict=True):
        parts.append(svg.text(head, x, TOP - 8, HEAD, ground.faint))
    over = free[1] - sum(grid.need)
    upper = grid.need[0] + over * (grid.need[0] / sum(grid.need) if over > 0 else 0.5)
    for row, tall in enumerate((upper, free[1] - upper)):
        y = TOP + row * (upper + GAP)
        parts.append(svg.text(one.rows[row], 0, y + 20, HEAD, ground.faint))
        for column, x in enumerate(lefts):
            box = (x, y, grid.wide[column], tall)
            field = one.fields[row][column]
            tint = field.colour or one.colour
            parts += _field(scene, field, names[row][column], box, tint, grid.size)
    return svg.sheet(width, height, parts, None)


def _names(one: Matrix) -> Names:
    return tuple(
        tuple(tuple(drawable(partner.name) for partner in field.partners) for field in row)
        for row in one.fields
    )


@lru_cache(maxsize=64)
def _grid(names: Names, free: Size, largest: float = TYPES[0]) -> Grid:
    """The four fields with the names as large as lets all of them in."""
    best: Grid | None = None
    for size in (size for size in TYPES if size <= largest):
        for split in SPLITS:
            found = _tried(names, free, size, (free[0] * split, free[0] * (1 - split)))
            if found.fits:
                return found
            if best is None or size < best.size or sum(found.need) < sum(best.need):
                best = found
    assert best is not None
    return best


def _tried(names: Names, free: Size, size: float, wide: tuple[float, float]) -> Grid:
    """The four fields with names of one size and columns of one width."""
    upper, lower = (
        max(_need(field, size, w) for field, w in zip(row, wide, strict=True)) for row in names
    )
    whole = all(
        width_of(name, size) <= w - 2 * INSET
        for row in names
        for field, w in zip(row, wide, strict=True)
        for name in field
    )
    return Grid(size, wide, (upper, lower), whole and upper + lower <= free[1])


def _need(names: Sequence[str], size: float, wide: float) -> float:
    """How high a field has to be."""
    lines = len(_flow(names, size, wide - 2 * INSET))
    return FIGURE + 18 + max(lines, 1) * size * LINE


def _field(
    scene: Scene,
    field: Field,
    names: Sequence[str],
    box: tuple[float, float, float, float],
    colour: str,
    size: float,
) -> list[str]:
    """One field: its count and share, and its names."""
    x, y, wide, tall = box
    ground, words = scene.ground, scene.words
    x += INSET
    after = x + width_of(field.count, FIGURE, bold=True)
    parts = [
        f'<rect x="{box[0]:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" rx="4" '
        f'fill="{colour}" opacity="0.08"/>',
        svg.text(field.count, x, y + FIGURE + 4, FIGURE, ground.ink, bold=True),
        svg.text(f"  {field.share}", after, y + FIGURE + 4, HEAD, ground.faint),
    ]
    lines = _flow(names, size, wide - 2 * INSET)
    most = max(1, int((tall - FIGURE - 16) / (size * LINE)))
    if len(lines) > most:
        left = sum(len(line) for line in lines[most - 1 :])
        more = words.count("and {n} more", "and {n} more", left)
        lines = [*lines[: most - 1], [more]]
    for number, line in enumerate(lines):
        sentence = cut("  ·  ".join(line), size, wide - 2 * INSET)
        at = y + FIGURE + 14 + (number + 0.75) * size * LINE
        parts.append(svg.text(sentence, x, at, size, ground.ink))
    return parts


def _flow(names: Sequence[str], size: float, wide: float) -> list[list[str]]:
    """Names in lines, as many on each as fit."""
    lines: list[list[str]] = []
    used = wide + 1
    dot = width_of("  ·  ", size)
    for name in names:
        need = width_of(name, size)
        if used + dot + need > wide:
            lines.append([name])
            used = need
        else:
            lines[-1].append(name)
            used += dot + need
    return lines
