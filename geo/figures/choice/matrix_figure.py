"""The figure: capital by port, for each home, every partner by name."""

from __future__ import annotations

from collections.abc import Mapping

from geo.figures.captions import too_many_ties
from geo.figures.choice.composing import composed, counted_ties, left_out_remark
from geo.figures.choice.fields import LAYOUT, Matrix, matrices, told_fields
from geo.figures.choice.matrix_drawing import draw_matrix
from geo.figures.figure import Figure
from geo.figures.panel import Panel
from geo.figures.scene import Scene
from geo.figures.ties_behind import ties_behind
from geo.i18n import Words, mark
from geo.ties.roles import ROLES
from geo.ties.tie import Tie, ties_of

GROUP = {
    "capital": mark("capitals without a port"),
    "port": mark("non-capital ports"),
    "both": mark("capitals that are ports"),
    "neither": mark("neither capital nor port"),
}
GROUP_STRICTLY = {
    "capital": mark("capitals without a sea port"),
    "port": mark("non-capital sea ports"),
    "both": mark("capitals that are sea ports"),
    "neither": mark("neither capital nor sea port"),
}
"""What partners of one role are called together; strictly, only sea ports are ports."""


def who_sits_where(scene: Scene) -> Figure:
    """The four fields of each home."""
    found, words = matrices(scene), scene.words
    too_many = too_many_ties(len(counted_ties(scene)), words)
    drawn = {} if too_many else found
    return composed(
        scene,
        _largest_groups(found, GROUP if scene.view.broad else GROUP_STRICTLY, words),
        [
            Panel(
                lambda size, home=home: draw_matrix(found, home, scene, size),  # type: ignore[misc]
                least=300,
                tall=180,
                alt=told_fields(matrix, words),
            )
            for home, matrix in drawn.items()
        ],
        topic=words.say("Where the partners fall"),
        remarks=[words.say("Oldest ties first."), *left_out_remark(scene)],
        instead=too_many,
        tables=ties_behind(scene, _ties(scene), "matrix"),
    )


def _ties(scene: Scene) -> list[Tie]:
    """The ties that are counted, by home in the order of the view, by role, the oldest first."""
    known, homes = ties_of(scene.roster), scene.view.homes
    ties = [known[slug] for slug in counted_ties(scene).sort_values("earliest").index]
    order = [role for row in LAYOUT for role in row]
    broad = scene.view.broad
    return sorted(ties, key=lambda one: (homes.index(one.home), order.index(one.role(broad))))


def _largest_groups(found: Mapping[str, Matrix], called: dict[str, str], words: Words) -> str:
    """Which field of capital and port is the fullest for each home."""
    if not found:
        return words.say("No tie matches this selection")
    parts = []
    for one in found.values():
        sizes = {field.role: len(field.partners) for row in one.fields for field in row}
        most = max(sizes.values())
        fullest = [role for role in ROLES if sizes[role] == most]
        parts.append(
            words.say(
                "{home}: {group} ({count}/{of})",
                home=one.name,
                group=words.say(" and ").join(words.say(called[role]) for role in fullest),
                count=words.number(most),
                of=words.number(sum(sizes.values())),
            )
        )
    return words.say("Largest group – {homes}", homes=words.say("; ").join(parts))
