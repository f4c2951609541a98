"""The legend of a picture: what shapes and colours mean."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.typography import LEGEND, Column
from geo.figures.scene import Scene
from geo.i18n.phrases import roles_called
from geo.style import svg
from geo.style.colours import Ground, home_colours
from geo.style.symbols import mark
from geo.style.text import drawable, width_of
from geo.ties.roles import ROLES

Key = tuple[str, str]
"""An entry of the legend: a small SVG picture from -1 to 1, and its words."""


def add_legend(column: Column, keys: Sequence[Key], ground: Ground, u: float) -> None:
    """What shapes and colours mean, in as many rows as it takes."""
    size = LEGEND * u
    rows: list[list[tuple[str, str, float]]] = [[]]
    x = column.left
    for symbol, name in keys:
        wide = size * 1.35 + width_of(name, size)
        if x + wide > column.right and rows[-1]:
            rows.append([])
            x = column.left
        rows[-1].append((symbol, name, x))
        x += wide + size * 1.5
    for row in reversed(rows):
        y = column.bottom - size * 0.42
        for symbol, name, at in row:
            where = f"translate({at + size * 0.5:.1f},{y - size * 0.34:.1f}) scale({size / 2:.2f})"
            column.body.append(f'<g transform="{where}">{symbol}</g>')
            column.body.append(svg.text(name, at + size * 1.35, y, size, ground.ink))
        column.bottom -= size * 1.55
    column.bottom -= 4 * u


def role_keys(scene: Scene) -> list[Key]:
    """What colours and shapes of marks mean."""
    words, view, ground = scene.words, scene.view, scene.ground
    colours = home_colours(scene.roster.homes, ground)
    keys = [
        (
            mark("neither", [colours[home]]),
            drawable(words.of(scene.roster.homes.loc[home], "name")),
        )
        for home in view.homes
    ]
    keys += shared_keys(scene)
    called = roles_called(view.broad)
    keys += [(mark(role, [ground.ink]), words.say(called[role])) for role in ROLES]
    return keys


def shared_keys(scene: Scene) -> list[Key]:
    """What a mark in the colours of several homes means, where there may be one."""
    if len(scene.view.homes) < 2:
        return []
    colours = home_colours(scene.roster.homes, scene.ground)
    shades = [colours[home] for home in scene.view.homes]
    return [(mark("neither", shades), scene.words.say("shared partner"))]
