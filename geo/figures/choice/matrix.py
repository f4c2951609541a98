"""Capital by port, for each home: every partner by name, set as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from geo.figures.captions import too_many_ties
from geo.figures.choice.compare import counted
from geo.figures.choice.figures import chosen_ties, drawing
from geo.figures.choice.text import largest_groups
from geo.figures.figure import Figure, Panel, Scene, Size
from geo.i18n import mark
from geo.stats.text import percent
from geo.style import svg
from geo.style.colours import home_colours
from geo.style.text import cut, drawable, width_of
from geo.ties.names import home_name

FIELDS = (("both", "capital"), ("port", "neither"))
"""Rows of capitals and of others, columns of ports and of others."""
HEADS = ((mark("Capital"), mark("Not a capital")), (mark("Port"), mark("Not a port")))
TYPES = tuple(half / 2 for half in range(26, 12, -1))
"""Sizes of the names, the largest that lets all of them in; in the last they are cut short."""
WANTED = 11.0
ZOOMS = tuple(1 + tenth / 10 for tenth in range(13))
"""Where names would be smaller than wanted, heads and figures shrink with them: so many times as
much is laid out, and drawn smaller."""
SPLITS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7)
"""How much of the width the first column has: as near to half as lets all names in."""
LINE, FIGURE, HEAD, GAP, TOP, INSET = 1.42, 20.0, 12.0, 12.0, 46.0, 10.0

Names = dict[str, list[str]]
"""The names of one home's partners, by role."""


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


def who_sits_where(scene: Scene) -> Figure:
    """The four fields of each home."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted(chosen_ties(scene)).sort_values("earliest")
    panels = [
        Panel(partial(_of_home, scene, ties, home), least=300, tall=180)
        for home in view.homes
        if (ties["home"] == home).any()
    ]
    sentence = largest_groups(ties, view.homes, roster, words)
    too_many = too_many_ties(len(ties), words)
    if too_many:
        panels = []
    remarks = [words.say("Oldest ties first.")]
    found = drawing(scene, sentence, panels, min(2, len(panels) or 1), remarks)
    return replace(found, instead=too_many)


def _of_home(scene: Scene, all_ties: pd.DataFrame, home: str, size: Size) -> str:
    """One home as SVG: its name, heads of rows and columns, four fields."""
    words, ground = scene.words, scene.ground
    ties = all_ties[all_ties["home"] == home]
    colour = home_colours(scene.roster.homes, ground)[home]
    beside = max(width_of(words.say(head), HEAD) for head in HEADS[0]) + 10
    for zoom in ZOOMS:
        width, height = size[0] * zoom, size[1] * zoom
        free = (width - beside - GAP, height - TOP - GAP)
        common = _common(all_ties, words.lang, free)
        if common >= WANTED:
            break
    names = _names(ties, words.lang)
    grid = _grid(names, free, common)
    name = drawable(home_name(scene.roster, home, words))
    parts = [svg.text(name, 0, 18, 17, colour, bold=True)]
    lefts = (beside, beside + grid.wide[0] + GAP)
    for x, head in zip(lefts, HEADS[1], strict=True):
        parts.append(svg.text(words.say(head), x, TOP - 8, HEAD, ground.faint))
    over = free[1] - sum(grid.need)
    upper = grid.need[0] + over * (grid.need[0] / sum(grid.need) if over > 0 else 0.5)
    for row, (roles, tall) in enumerate(zip(FIELDS, (upper, free[1] - upper), strict=True)):
        y = TOP + row * (upper + GAP)
        parts.append(svg.text(words.say(HEADS[0][row]), 0, y + 20, HEAD, ground.faint))
        for role, x, wide in zip(roles, lefts, grid.wide, strict=True):
            box = (x, y, wide, tall)
            parts += _field(scene, names[role], len(ties), box, colour, grid.size)
    return svg.sheet(width, height, parts, None)


def _names(ties: pd.DataFrame, lang: str) -> Names:
    return {
        role: [drawable(str(name)) for name in ties.loc[ties["role"] == role, f"name_{lang}"]]
        for roles in FIELDS
        for role in roles
    }


def _common(ties: pd.DataFrame, lang: str, free: Size) -> float:
    """The type in which the names of every home find room, so that homes look alike."""
    return min(_grid(_names(own, lang), free).size for _, own in ties.groupby("home"))


def _grid(names: Names, free: Size, largest: float = TYPES[0]) -> Grid:
    """The four fields with the names as large as lets all of them in."""
    best: Grid | None = None
    for size in (size for size in TYPES if size <= largest):
        for split in SPLITS:
            wide = (free[0] * split, free[0] * (1 - split))
            rows = [
                [_need(names[role], size, w) for role, w in zip(roles, wide, strict=True)]
                for roles in FIELDS
            ]
            need = (max(rows[0]), max(rows[1]))
            whole = all(
                width_of(name, size) <= w - 2 * INSET
                for roles in FIELDS
                for role, w in zip(roles, wide, strict=True)
                for name in names[role]
            )
            found = Grid(size, wide, need, whole and sum(need) <= free[1])
            if found.fits:
                return found
            if best is None or size < best.size or sum(need) < sum(best.need):
                best = found
    assert best is not None
    return best


def _need(names: list[str], size: float, wide: float) -> float:
    """How high a field has to be."""
    lines = len(_flow(names, size, wide - 2 * INSET))
    return FIGURE + 18 + max(lines, 1) * size * LINE


def _field(
    scene: Scene,
    names: list[str],
    of: int,
    box: tuple[float, float, float, float],
    colour: str,
    size: float,
) -> list[str]:
    """One field: its count and share, and its names."""
    x, y, wide, tall = box
    ground, words = scene.ground, scene.words
    count = words.number(len(names))
    share = f"  {percent(len(names) / of, words)}" if of else ""
    x += INSET
    parts = [
        f'<rect x="{box[0]:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" rx="4" '
        f'fill="{colour}" opacity="0.08"/>',
        svg.text(count, x, y + FIGURE + 4, FIGURE, ground.ink, bold=True),
        svg.text(share, x + width_of(count, FIGURE, bold=True), y + FIGURE + 4, HEAD, ground.faint),
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


def _flow(names: list[str], size: float, wide: float) -> list[list[str]]:
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
