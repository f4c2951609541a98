"""A picture laid out on a sheet: title, subtitle, charts, legend, remarks, source line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.draw.flat.symbols import strip
from geo.draw.palette import Ground, home_colours
from geo.draw.type import drawable, width_of, wrapped
from geo.export import svg
from geo.export.drawing import Drawing, Scene
from geo.export.formats import LONGEST_LINE, LONGEST_TITLE, Wish
from geo.export.panels import panels_of
from geo.export.typography import (
    LEGEND,
    OWN_LINES,
    REMARKS,
    SOURCES,
    SUBTITLES,
    TITLES,
    set_in,
)
from geo.export.typography import LINE as LINE
from geo.export.typography import REMARK as REMARK
from geo.export.typography import Box as Box
from geo.measure.caveats import source_said
from geo.ties.roles import ROLES
from geo.words.phrases import ROLE

MARGIN = 48.0

Key = tuple[str, str]
"""An entry of the legend: a small SVG picture from -1 to 1, and its words."""


@dataclass(frozen=True)
class Sheet:
    """A picture laid out.

    Attributes:
        width, height: of the sheet, in pixels.
        head, body, foot: what stands in them, as SVG: title and subtitle; charts, legend and
            remarks; the source line.
        ground: colour of the ground; nothing where it is transparent.
        title, subtitle, footer: the words of head and foot.
        head_box, body_box, foot_box: where they stand; the body without legend and remarks.
        type_scale: how large type is.
    """

    width: float
    height: float
    head: list[str]
    body: list[str]
    foot: list[str]
    ground: str | None
    title: str
    subtitle: str
    footer: list[str]
    head_box: Box
    body_box: Box
    foot_box: Box
    type_scale: float

    @property
    def svg(self) -> str:
        """The whole picture, with its text as text."""
        parts = [*self.head, *self.body, *self.foot]
        return svg.sheet(self.width, self.height, parts, self.ground)

    @property
    def bare(self) -> str:
        """The body alone, at its place, on transparent ground."""
        return svg.sheet(self.width, self.height, self.body, None)


@dataclass
class Column:
    """What has been set so far, and the room that is left between."""

    left: float
    right: float
    top: float
    bottom: float
    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    @property
    def width(self) -> float:
        """How wide a line may be."""
        return self.right - self.left

    @property
    def box(self) -> Box:
        """The room that is left."""
        return self.left, self.top, self.right, self.bottom


def lay_out(drawing: Drawing, scene: Scene, wish: Wish, charts: bool = True) -> Sheet:
    """Lay a picture out on a sheet.

    Args:
        charts: whether the charts are drawn, or only their room kept.

    Raises:
        ValueError: a chart cannot be drawn.
    """
    shape, u, ground = wish.shape, wish.type_scale, scene.ground
    margin = MARGIN * shape.unit
    column = Column(margin, shape.width - margin, margin * 0.8, shape.height - margin * 0.55)
    title, subtitle = title_of(drawing, wish), subtitle_of(drawing, wish)
    head_top, foot_bottom = column.top, column.bottom
    _head(column, title, subtitle, ground, u)
    size, footer = footer_of(scene, wish, column.width, u)
    _foot(column, footer, size, ground, u)
    head_box = (column.left, head_top, column.right, column.top)
    foot_box = (column.left, column.bottom, column.right, foot_bottom)
    _remarks(column, drawing.remarks, ground, u)
    keys = [*(_role_keys(scene) if drawing.roles else ()), *drawing.keys]
    if keys:
        _legend(column, keys, ground, u)
    body_box = column.box
    if charts:
        column.body += panels_of(drawing, scene, body_box, u)
    return Sheet(
        shape.width,
        shape.height,
        column.head,
        column.body,
        column.foot,
        None if wish.clear else ground.paper,
        title,
        subtitle,
        footer,
        head_box,
        body_box,
        foot_box,
        u,
    )


def title_of(drawing: Drawing, wish: Wish) -> str:
    """The title as it stands on the picture."""
    return _own(wish.title, drawing.title, LONGEST_TITLE)


def subtitle_of(drawing: Drawing, wish: Wish) -> str:
    """The subtitle as it stands on the picture."""
    return _own(wish.subtitle, drawing.subtitle, LONGEST_LINE)


def _own(own: str | None, computed: str, longest: int) -> str:
    return drawable(computed if own is None else own[:longest])


def footer_of(scene: Scene, wish: Wish, width: float, u: float) -> tuple[float, list[str]]:
    """The footer, its size and its lines: the source, and what the reader wants to stand there."""
    own = [
        drawable(line[:LONGEST_LINE])
        for line in (wish.organisation, wish.approval, wish.address)
        if line
    ]
    size, lines = set_in(SOURCES, source_said(scene.roster, scene.words), width, u)
    said = " · ".join(line for line in own if line)
    return size, lines + wrapped(said, size, width, OWN_LINES)


def _head(column: Column, title: str, subtitle: str, ground: Ground, u: float) -> None:
    """Title and subtitle."""
    size, lines = set_in(TITLES, title, column.width, u, bold=True, even=True)
    _down(column, lines, size, ground.ink, bold=True)
    column.top += 4 * u
    size, lines = set_in(SUBTITLES, subtitle, column.width, u)
    _down(column, lines, size, ground.faint)
    column.top += 14 * u


def _foot(column: Column, lines: list[str], size: float, ground: Ground, u: float) -> None:
    """The source line, under a thin rule."""
    column.foot += _up(column, lines, size, ground.faint)
    y = column.bottom - 4 * u
    column.foot.append(
        f'<rect x="{column.left:.1f}" y="{y:.1f}" width="{column.width:.1f}" height="1" '
        f'fill="{ground.faint}" opacity="0.4"/>'
    )
    column.bottom = y - 8 * u


def _remarks(column: Column, remarks: Sequence[str], ground: Ground, u: float) -> None:
    said = " ".join(drawable(remark) for remark in remarks)
    size, lines = set_in(REMARKS, said, column.width, u)
    column.body += _up(column, lines, size, ground.faint)
    column.bottom -= 6 * u if lines else 0


def _down(
    column: Column, lines: Sequence[str], size: float, colour: str, bold: bool = False
) -> None:
    """Set lines of the head from the top down."""
    for line in lines:
        column.top += size * LINE
        y = column.top - size * 0.3
        column.head.append(svg.text(line, column.left, y, size, colour, bold))


def _up(column: Column, lines: Sequence[str], size: float, colour: str) -> list[str]:
    """Set lines from the bottom up."""
    parts = []
    for line in reversed(lines):
        parts.append(svg.text(line, column.left, column.bottom - size * 0.3, size, colour))
        column.bottom -= size * LINE
    return parts


def _legend(column: Column, keys: Sequence[Key], ground: Ground, u: float) -> None:
    """What shapes and colours mean, in as many rows as it takes."""
    size = LEGEND * u
    rows: list[list[tuple[str, str, float]]] = [[]]
    x = column.left
    for picture, said in keys:
        wide = size * 1.35 + width_of(said, size)
        if x + wide > column.right and rows[-1]:
            rows.append([])
            x = column.left
        rows[-1].append((picture, said, x))
        x += wide + size * 1.5
    for row in reversed(rows):
        y = column.bottom - size * 0.42
        for picture, said, at in row:
            place = f"translate({at + size * 0.5:.1f},{y - size * 0.34:.1f}) scale({size / 2:.2f})"
            column.body.append(f'<g transform="{place}">{picture}</g>')
            column.body.append(svg.text(said, at + size * 1.35, y, size, ground.ink))
        column.bottom -= size * 1.55
    column.bottom -= 4 * u


def _role_keys(scene: Scene) -> list[Key]:
    """What colours and shapes of marks mean."""
    words, view, ground = scene.words, scene.view, scene.ground
    colours = home_colours(scene.roster.homes, ground)
    keys = [
        (
            _path("neither", [colours[home]]),
            drawable(words.of(scene.roster.homes.loc[home], "name")),
        )
        for home in view.homes
    ]
    if len(view.homes) > 1:
        shades = [colours[home] for home in view.homes]
        keys.append((_path("neither", shades), words.say("shared partner")))
    keys += [(_path(role, [ground.ink]), words.say(ROLE[role])) for role in ROLES]
    return keys


def _path(role: str, colours: list[str]) -> str:
    """A mark in as many strips as there are colours."""
    return "".join(
        f'<path d="{strip(role, place, len(colours))}" fill="{colour}"/>'
        for place, colour in enumerate(colours)
    )
