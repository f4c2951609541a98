"""Capital by port, for each home: every partner by name, set as text."""

from __future__ import annotations

from functools import partial

import pandas as pd

from geo.draw.palette import home_colours
from geo.draw.type import cut, drawable, width_of
from geo.export import svg
from geo.export.drawing import Drawing, Panel, Scene, Size
from geo.export.pictures.choice import chosen_ties, drawing
from geo.measure.choice import counted
from geo.measure.said.choice import largest_groups
from geo.measure.said.figures import name_of, percent
from geo.words import mark

FIELDS = (("both", "capital"), ("port", "neither"))
"""Rows of capitals and of others, columns of ports and of others."""
HEADS = ((mark("Capital"), mark("Not a capital")), (mark("Port"), mark("Not a port")))
TYPES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes of the names, the largest that lets all of them in; in the last they are cut short."""
LINE, FIGURE, HEAD, GAP = 1.42, 20.0, 12.0, 12.0


def who_sits_where(scene: Scene) -> Drawing:
    """The four fields of each home."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted(chosen_ties(scene)).sort_values("earliest")
    panels = [
        Panel(partial(_of_home, scene, ties[ties["home"] == home], home))
        for home in view.homes
        if (ties["home"] == home).any()
    ]
    said = largest_groups(ties, view.homes, roster, words)
    return drawing(scene, said, panels, min(2, len(panels) or 1), [words.say("Oldest ties first.")])


def _of_home(scene: Scene, ties: pd.DataFrame, home: str, size: Size) -> str:
    """One home as SVG: its name, heads of rows and columns, four fields."""
    words, ground = scene.words, scene.ground
    colour = home_colours(scene.roster.homes, ground)[home]
    width, height = size
    beside = max(width_of(words.say(head), HEAD) for head in HEADS[0]) + 10
    wide, top = (width - beside - GAP) / 2, 46.0
    name = drawable(name_of(scene.roster, home, words))
    parts = [svg.text(name, 0, 18, 17, colour, bold=True)]
    for column, head in enumerate(HEADS[1]):
        x = beside + column * (wide + GAP)
        parts.append(svg.text(words.say(head), x, top - 8, HEAD, ground.faint))
    sizes = [_need(ties, roles, wide, words.lang) for roles in FIELDS]
    free = height - top - GAP
    upper = min(max(free * sizes[0] / max(sum(sizes), 1), free * 0.22), free * 0.78)
    for row, (roles, tall) in enumerate(zip(FIELDS, (upper, free - upper), strict=True)):
        y = top + row * (upper + GAP)
        parts.append(svg.text(words.say(HEADS[0][row]), 0, y + 20, HEAD, ground.faint))
        for column, role in enumerate(roles):
            x = beside + column * (wide + GAP)
            here = ties[ties["role"] == role]
            parts += _field(scene, here, len(ties), (x, y, wide, tall), colour)
    return svg.sheet(width, height, parts, None)


def _need(ties: pd.DataFrame, roles: tuple[str, str], wide: float, lang: str) -> float:
    """About how high the fuller of two fields is."""
    texts = [
        sum(
            width_of(str(name), TYPES[0]) + 12
            for name in ties.loc[ties["role"] == role, f"name_{lang}"]
        )
        for role in roles
    ]
    return FIGURE * 2 + max(texts) / wide * TYPES[0] * LINE


def _field(
    scene: Scene,
    ties: pd.DataFrame,
    of: int,
    box: tuple[float, float, float, float],
    colour: str,
) -> list[str]:
    """One field: its count and share, and its names in the largest type that lets them in."""
    x, y, wide, tall = box
    ground, words = scene.ground, scene.words
    count = words.number(len(ties))
    share = f"  {percent(len(ties) / of, words)}" if of else ""
    parts = [
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" rx="4" '
        f'fill="{colour}" opacity="0.08"/>',
        svg.text(count, x + 10, y + FIGURE + 4, FIGURE, ground.ink, bold=True),
        svg.text(
            share, x + 10 + width_of(count, FIGURE, bold=True), y + FIGURE + 4, HEAD, ground.faint
        ),
    ]
    names = [drawable(str(name)) for name in ties[f"name_{words.lang}"]]
    room = tall - FIGURE - 16
    for size in TYPES:
        lines = _flow(names, size, wide - 20)
        if len(lines) * size * LINE <= room:
            break
    most = max(1, int(room / (size * LINE)))
    if len(lines) > most:
        left = sum(len(line) for line in lines[most - 1 :])
        more = words.count("and {n} more", "and {n} more", left)
        lines = [*lines[: most - 1], [more]]
    for number, line in enumerate(lines):
        said = cut("  ·  ".join(line), size, wide - 20)
        at = y + FIGURE + 14 + (number + 0.75) * size * LINE
        parts.append(svg.text(said, x + 10, at, size, ground.ink))
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
