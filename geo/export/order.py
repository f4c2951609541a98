"""A picture to be made: what it shows, for what it is made, as which kind of file."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.export import press
from geo.export.drawing import Choices, Drawing, Scene
from geo.export.formats import Wish
from geo.export.paper import in_order
from geo.export.pictures import Picture, picture_of, pictures
from geo.export.seen_through import seen_through
from geo.export.sheet import lay_out
from geo.export.svg import outlined
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from geo.words import Words

KINDS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
"""Kinds of files of one picture, and their media types."""


@dataclass(frozen=True)
class Order:
    """One picture to be made; frozen, hashable, and small enough to be sent to another process.

    Attributes:
        view: what is shown, and in which language.
        picture: a key of :func:`geo.export.pictures.pictures`.
        wish: format, ground, size of type, own words.
        choices: what the pages let the reader choose beside the view.
    """

    view: View
    picture: str
    wish: Wish = field(default_factory=Wish)
    choices: Choices = field(default_factory=Choices)

    def scene(self, roster: Roster | None = None) -> Scene:
        """What the picture is drawn from; without a roster, the atlas's own data."""
        roster = roster or load_roster()
        view = self.view.but(partner=None)
        return Scene(roster, view, Words(view.lang), self.wish.ground, self.choices)


def wanted(order: Order, scene: Scene) -> Picture:
    """The picture that an order asks for.

    Raises:
        ValueError: the view has no such picture.
    """
    found = picture_of(scene, order.picture)
    if found is None:
        known = ", ".join(pictures(scene))
        raise ValueError(f"There is no picture “{order.picture}” in this view; there are: {known}.")
    return found


def drawn(order: Order, roster: Roster | None = None) -> tuple[Drawing, Scene]:
    """The picture of an order before it is laid out, and what it was drawn from.

    Raises:
        ValueError: the view has no such picture.
    """
    scene = order.scene(roster)
    return wanted(order, scene).draw(scene), scene


def made(order: Order, kind: str, roster: Roster | None = None) -> bytes:
    """The picture of an order as a file.

    Args:
        kind: a key of :data:`KINDS`.

    Raises:
        ValueError: there is no such picture or no such kind.
    """
    check(kind)
    return pressed(*set_out(order, roster), order.wish, kind)


def check(kind: str) -> None:
    """Nothing, for a kind of file that there is.

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"“{kind}” is no kind of picture: choose {', '.join(KINDS)}.")


def set_out(order: Order, roster: Roster | None = None) -> tuple[str, str]:
    """The picture of an order laid out, as SVG with its text as text; and its title.

    Raises:
        ValueError: the view has no such picture.
    """
    sheet = lay_out(*drawn(order, roster), order.wish)
    return sheet.svg, sheet.title


def pressed(svg: str, title: str, wish: Wish, kind: str) -> bytes:
    """A picture laid out, as a file.

    Args:
        svg, title: as :func:`set_out` gives them.
        kind: a key of :data:`KINDS`.
    """
    if kind == "png":
        return (seen_through if wish.clear else press.png)(svg, wish.shape.scale)
    if kind == "pdf":
        return in_order(press.pdf(svg, wish.shape.page), title)
    return outlined(svg).encode()
