"""Shares of each home with their intervals, a row a group, as one chart of a figure."""

from __future__ import annotations

from collections.abc import Mapping

from geo.figures.choice.composing import NARROW, series_of_shares
from geo.figures.choice.shares_chart import shares_chart
from geo.figures.panel import Numbers, Panel, stretched
from geo.figures.scene import Scene
from geo.stats.proportions import Share


def shares_panel(
    scene: Scene,
    groups: Mapping[str, Mapping[str, Share]],
    called: Mapping[str, str],
    heading: str,
    room: tuple[float, float],
    strokes: Mapping[str, Mapping[str, float]] | None = None,
) -> Panel:
    """The chart, as our own and as numbers for an office.

    Args:
        groups: for each group the share of each home.
        called: what the groups are called (messages).
        heading: what stands above it.
        room: how wide and how high it is at the least, in pixels.
        strokes: for a group and home a share that an upright stroke marks.
    """
    roster, words = scene.roster, scene.words
    by_home = {home: [groups[group][home] for group in groups] for home in scene.view.homes}
    return Panel(
        lambda size: shares_chart(
            groups, called, roster, words, scene.ground, heading, size[0] < NARROW, strokes or {}
        ),
        stretched,
        heading,
        numbers=Numbers(
            "bar",
            [words.say(called[group]) for group in groups],
            series_of_shares(scene, by_home),
            percent=True,
        ),
        scale=2.1,
        least=room[0],
        tall=room[1],
    )
