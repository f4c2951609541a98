"""A picture to be made: what it shows, for what it is made, as which kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.export import render
from geo.export.film import mp4
from geo.export.film.frames import Film
from geo.export.film.gif import encode_gif
from geo.export.formats import Options
from geo.export.origin import Origin, address_in_atlas, origin_from, stamped
from geo.export.pptx import Slide, compose_slide, write_deck
from geo.export.render import reproducible, transparent_png
from geo.export.sheet import lay_out, title_of
from geo.export.tagged import tagged
from geo.figures.alternative import of_figure
from geo.figures.catalogue import figure_of
from geo.figures.figure import Figure
from geo.figures.scene import Scene
from geo.i18n import Words, sentences
from geo.intake.saved import roster_for
from geo.style.svg import outlined
from geo.ties.roster import Roster
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
        site: address of the atlas, with a slash at the end, which the file says it is from; empty
            where that says nothing to others.
        brought: lists that the reader has added to these data; told apart by ``data``.
    """

    view: View
    picture: str
    options: Options = field(default_factory=Options)
    package: str = ""
    data: str = ""
    site: str = ""
    brought: tuple[bytes, ...] = field(default=(), compare=False, repr=False)

    def scene(self, roster: Roster | None = None) -> Scene:
        """What the figure is composed from.

        Args:
            roster: where it is at hand; else it is loaded from the package.
        """
        roster = roster or roster_for(self.package, self.brought)
        return Scene(roster, self.view.pictured, self.options.ground)


def figure_and_scene(request: Request, roster: Roster | None = None) -> tuple[Figure, Scene]:
    """The figure that a request asks for, and what it is composed from.

    Raises:
        ValueError: the view has no such figure.
    """
    scene = request.scene(roster)
    return figure_of(scene, request.picture), scene


def render_file(request: Request, kind: str, roster: Roster | None = None) -> bytes:
    """The picture that a request asks for, as a file.

    Args:
        kind: a key of :data:`KINDS`.

    Raises:
        ValueError: there is no such figure or no such kind, or a chart cannot be drawn.
    """
    check_kind(kind)
    return encode(compose_svg(request, roster), request.options, kind)


def check_kind(kind: str) -> None:
    """Nothing, for a kind of file that there is.

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"“{kind}” is no kind of picture: choose {', '.join(KINDS)}.")


@dataclass(frozen=True)
class Drawn:
    """A picture on its sheet.

    Attributes:
        svg: it, with its text as text, in UTF-8: a third of what a ``str`` of it may take.
        origin: where it comes from.
        alternative: what it shows, for those who do not see it.
        lang: of its words, ``zh`` or ``en``.
    """

    svg: bytes
    origin: Origin
    alternative: str
    lang: str


def compose_svg(request: Request, roster: Roster | None = None) -> Drawn:
    """The picture on its sheet, and what a file says of it.

    Raises:
        ValueError: the view has no such figure, or a chart cannot be drawn.
    """
    figure, scene = figure_and_scene(request, roster)
    sheet = lay_out(figure, scene, request.options)
    told = of_figure(figure, scene.words, sheet.title, sheet.subtitle)
    return Drawn(
        sheet.svg.encode(),
        _origin(request, scene, sheet.title),
        sentences([told, *sheet.footer]),
        scene.words.lang,
    )


def encode(drawn: Drawn, options: Options, kind: str) -> bytes:
    """A picture on its sheet, as a file that says where it comes from.

    Args:
        drawn: as :func:`compose_svg` gives it.
        kind: a key of :data:`KINDS`.
    """
    svg = drawn.svg.decode()
    if kind == "png":
        file = (transparent_png if options.clear else render.png)(svg, options.shape.scale)
    elif kind == "pdf":
        page = reproducible(render.pdf(svg, options.shape.page))
        file = tagged(page, drawn.alternative, drawn.lang)
    else:
        file = outlined(svg).encode()
    return stamped(file, kind, drawn.origin)


def _origin(request: Request, scene: Scene, title: str) -> Origin:
    page = address_in_atlas(scene, request.picture)
    supposes = figure_of(scene, request.picture).supposes
    told = f"{title} ({supposes})" if supposes else title
    return origin_from(scene, told, page, request.site, request.picture)


ENCODERS = {"gif": encode_gif, "mp4": mp4.encode_mp4}
"""What puts the frames of a film together, by the kind of the file."""
MEDIA = {
    "gif": "image/gif",
    "mp4": "video/mp4",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def lacking(kind: str, words: Words) -> str:
    """Why no film of a kind can be made here, as a sentence; empty where it can.

    Args:
        kind: a key of :data:`ENCODERS`.
    """
    return mp4.lacking(words) if kind == "mp4" else ""


def slide_of(request: Request, address: str, roster: Roster | None = None) -> Slide:
    """The picture of a request as a slide, not yet in a file.

    Args:
        address: where the view is found, for the speaker's notes; empty for none.

    Raises:
        ValueError: the view has no such figure.
    """
    return compose_slide(*figure_and_scene(request, roster), request.options, address)


def deck_of(slides: Sequence[Slide], request: Request, roster: Roster | None = None) -> bytes:
    """Slides as one PowerPoint file.

    Args:
        request: of one of them: format, ground and language.
    """
    scene = request.scene(roster)
    title = slides[0].title if len(slides) == 1 else scene.words.say("Friendship-city atlas")
    deck = write_deck(slides, request.options, scene.words.lang, title)
    return stamped(deck, "pptx", _origin(request, scene, title))


def film_of(
    frames: Sequence[bytes], film: Film, kind: str, roster: Roster | None = None, site: str = ""
) -> bytes:
    """The frames of a film as one file that says where it comes from.

    Args:
        frames: as :func:`geo.export.film.frames.frame` makes them, one a year.
        kind: a key of :data:`ENCODERS`.
        site: as :class:`Request` has it.

    Raises:
        ValueError: there is no encoder of this kind on this machine.
    """
    request = Request(film.view, "map", film.options, film.package, film.data, site, film.brought)
    figure, scene = figure_and_scene(request, roster)
    origin = _origin(request, scene, title_of(figure, film.options))
    return stamped(ENCODERS[kind](frames, film), kind, origin)
