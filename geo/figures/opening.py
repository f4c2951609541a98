"""What a page says first: the sentence at its head, and what that is about.

Of one page it is no figure's, of another it depends on the view which figure stands first. Pages
take it from here, and so does whoever speaks for a page before it has come.
"""

from __future__ import annotations

from typing import NamedTuple

from geo.figures.captions import view_line
from geo.figures.catalogue import figure_of
from geo.figures.data.known import finding
from geo.figures.scene import Scene


class Opening(NamedTuple):
    """The beginning of a page.

    Attributes:
        finding: the sentence at its head.
        subtitle: homes, years and filters.
    """

    finding: str
    subtitle: str


def opening(scene: Scene, page: str, figure: str) -> Opening:
    """The beginning of a page.

    Args:
        page: its part of the address (:data:`geo.export.pages.PAGES`).
        figure: key of the figure that stands first on it, if any page had only one such.

    Raises:
        ValueError: the view has no such figure.
    """
    roster, view, words = scene.roster, scene.view, scene.words
    if page == "data":
        return Opening(finding(roster, view, words), view_line(roster, view, words))
    key = comparisons(scene)[0] if page == "choice" else figure
    first = figure_of(scene, key)
    return Opening(first.title, first.subtitle)


def comparisons(scene: Scene) -> tuple[str, str]:
    """Keys of the figures that open the page of the choice: countries matched, and the shares.

    The shares stand first where homes share no country.
    """
    keys = ("matched", "shares")
    return keys if figure_of(scene, keys[0]).panels else (keys[1], keys[0])
