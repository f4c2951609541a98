"""A picture to be made: what it shows, for what it is made, as which kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from geo.data import PACKAGE
from geo.export import render
from geo.export.film.encode import encode_gif, encode_mp4
from geo.export.formats import Options
from geo.export.pptx import Slide, pptx, slide
from geo.export.render import in_order, transparent_png
from geo.export.sheet import lay_out
from geo.figures.catalogue import figure_of
from geo.figures.figure import Figure, Scene
from geo.style.svg import outlined
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View

KINDS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
"""Kinds of files of one picture, and their media types."""


@dataclass(frozen=True)
class Request:
    """One picture to be made; frozen, hashable, and small enough to be sent to another process.

    Attributes:
        view: what is shown, and in which language.
        picture: a key of :func:`geo.figures.catalogue.catalogue`.
        options: format, ground, size of type, own words.
        package: folder of the data it is made from; empty for the atlas's own.
        data: fingerprint of these data, so that pictures of different data are never one.
    """

    view: View
    picture: str
    options: Options = field(default_factory=Options)
    package: str = ""
    data: str = ""

    def scene(self, roster: Roster | None = None) -> Scene:
        """What the figure is composed from.

        Args:
            roster: where it is at hand; else it is loaded from the package.
        """
        roster = roster or load_roster(Path(self.package) if self.package else PACKAGE)
        return Scene(roster, self.view.pictured, self.options.ground)


def drawn(request: Request, roster: Roster | None = None) -> tuple[Figure, Scene]:
    """The picture of an order before it is laid out, and what it was drawn from.

    Raises:
        ValueError: the view has no such picture.
    """
    scene = request.scene(roster)
    return figure_of(scene, request.picture), scene


def made(request: Request, kind: str, roster: Roster | None = None) -> bytes:
    """The picture of an order as a file.

    Args:
        kind: a key of :data:`KINDS`.

    Raises:
        ValueError: there is no such picture or no such kind.
    """
    check(kind)
    return encoded(*composed(request, roster), request.options, kind)


def check(kind: str) -> None:
    """Nothing, for a kind of file that there is.

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"“{kind}” is no kind of picture: choose {', '.join(KINDS)}.")


def composed(request: Request, roster: Roster | None = None) -> tuple[str, str]:
    """The picture of an order laid out, as SVG with its text as text; and its title.

    Raises:
        ValueError: the view has no such picture.
    """
    sheet = lay_out(*drawn(request, roster), request.options)
    return sheet.svg, sheet.title


def encoded(svg: str, title: str, options: Options, kind: str) -> bytes:
    """A picture laid out, as a file.

    Args:
        svg, title: as :func:`composed` gives them.
        kind: a key of :data:`KINDS`.
    """
    if kind == "png":
        return (transparent_png if options.clear else render.png)(svg, options.shape.scale)
    if kind == "pdf":
        return in_order(render.pdf(svg, options.shape.page), title)
    return outlined(svg).encode()


ENCODERS = {"gif": encode_gif, "mp4": encode_mp4}
"""What puts the frames of a film together, by the kind of the file."""
MEDIA = {
    "gif": "image/gif",
    "mp4": "video/mp4",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def slide_of(request: Request, address: str, roster: Roster | None = None) -> Slide:
    """The picture of an order as a slide, not yet in a file.

    Args:
        address: where the view is found, for the speaker's notes; empty for none.

    Raises:
        ValueError: the view has no such picture.
    """
    return slide(*drawn(request, roster), request.options, address)


def deck_of(slides: Sequence[Slide], request: Request, roster: Roster | None = None) -> bytes:
    """Slides as one PowerPoint file.

    Args:
        request: of one of them: format, ground and language.
    """
    words = request.scene(roster).words
    return pptx(slides, request.options, words.lang, words.say("Friendship-city atlas"))
