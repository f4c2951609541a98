"""A picture laid out on a sheet: title, subtitle, charts, legend, remarks, source line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.draw.flat.symbols import strip
from geo.draw.palette import Ground, home_colours
from geo.draw.type import cut, drawable, width_of, wrapped
from geo.export import svg
from geo.export.drawing import Drawing, Panel, Scene
from geo.export.formats import LONGEST_LINE, LONGEST_TITLE, Wish
from geo.export.press import chart_svg
from geo.measure.caveats import source_said
from geo.ties.roles import ROLES
from geo.words.phrases import ROLE

MARGIN = 48.0
TITLES = ((38.0, 2), (31.0, 3), (25.0, 4))
"""Sizes of the title, and how many lines it may have in each; the last is cut."""
SUBTITLE, HEADING, LEGEND, REMARK, SOURCE = 20.0, 20.0, 17.0, 15.0, 14.0
"""Sizes of type on a sheet of 1920 by 1080."""
LINE = 1.3
GAP = 36.0

Key = tuple[str, str]
"""An entry of the legend: a small SVG picture from -1 to 1, and its words."""


Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the sheet."""


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
    footer = footer_of(scene, wish, column.width, u)
    _foot(column, footer, ground, u)
    head_box = (column.left, head_top, column.right, column.top)
    foot_box = (column.left, column.bottom, column.right, foot_bottom)
    _remarks(column, drawing.remarks, ground, u)
    keys = [*(_role_keys(scene) if drawing.roles else ()), *drawing.keys]
    if keys:
        _legend(column, keys, ground, u)
    body_box = column.box
    if charts:
        column.body += _panels(drawing, scene, body_box, u)
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


def footer_of(scene: Scene, wish: Wish, width: float, u: float) -> list[str]:
    """The lines of the footer: the source, and what the reader wants to stand there."""
    own = [
        drawable(line[:LONGEST_LINE])
        for line in (wish.organisation, wish.approval, wish.address)
        if line
    ]
    lines = wrapped(source_said(scene.roster, scene.words), SOURCE * u, width, 2)
    return lines + ([cut(" · ".join(own), SOURCE * u, width)] if any(own) else [])


def _head(column: Column, title: str, subtitle: str, ground: Ground, u: float) -> None:
    """Title and subtitle."""
    lines: list[str] = []
    for size, most in TITLES:
        lines = wrapped(title, size * u, column.width, most, bold=True)
        if len(wrapped(title, size * u, column.width, 99, bold=True)) <= most:
            break
    _down(column, lines, size * u, ground.ink, bold=True)
    column.top += 4 * u
    _down(column, wrapped(subtitle, SUBTITLE * u, column.width, 2), SUBTITLE * u, ground.faint)
    column.top += 14 * u


def _foot(column: Column, lines: list[str], ground: Ground, u: float) -> None:
    """The source line, under a thin rule."""
    column.foot += _up(column, lines, SOURCE * u, ground.faint)
    y = column.bottom - 4 * u
    column.foot.append(
        f'<rect x="{column.left:.1f}" y="{y:.1f}" width="{column.width:.1f}" height="1" '
        f'fill="{ground.faint}" opacity="0.4"/>'
    )
    column.bottom = y - 8 * u


def _remarks(column: Column, remarks: Sequence[str], ground: Ground, u: float) -> None:
    said = " ".join(drawable(remark) for remark in remarks)
    lines = wrapped(said, REMARK * u, column.width, 4)
    column.body += _up(column, lines, REMARK * u, ground.faint)
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


def cells(box: Box, how_many: int, columns: int, u: float) -> list[Box]:
    """The cells of the charts: columns of equal width, rows of equal height."""
    left, top, right, bottom = box
    columns = max(1, min(columns, how_many))
    rows = -(-how_many // columns)
    gap = GAP * u
    wide = (right - left - gap * (columns - 1)) / columns
    tall = (bottom - top - gap * 0.6 * (rows - 1)) / max(rows, 1)
    return [
        (x, y, x + wide, y + tall)
        for number in range(how_many)
        for row, place in [divmod(number, columns)]
        for x, y in [(left + place * (wide + gap), top + row * (tall + gap * 0.6))]
    ]


def _panels(drawing: Drawing, scene: Scene, box: Box, u: float) -> list[str]:
    """The charts, each in its cell; or a sentence where there is nothing to show."""
    if not drawing.panels:
        said = scene.words.say("These filters and years leave no tie.")
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [svg.text(said, x, y, HEADING * u, scene.ground.faint, anchor="middle")]
    room = cells(box, len(drawing.panels), drawing.columns, u)
    return [
        part
        for number, (panel, cell) in enumerate(zip(drawing.panels, room, strict=True))
        for part in _panel(panel, scene, cell, f"p{number}", u)
    ]


def _panel(panel: Panel, scene: Scene, box: Box, name: str, u: float) -> list[str]:
    """One chart with its heading above and its note below."""
    left, top, right, bottom = box
    wide, parts = right - left, []
    for line in wrapped(drawable(panel.heading), HEADING * u, wide, 3) if panel.heading else []:
        top += HEADING * u * LINE
        parts.append(svg.text(line, left, top - HEADING * u * 0.3, HEADING * u, scene.ground.ink))
    top += 8 * u if panel.heading else 0
    bottom -= REMARK * u * LINE if panel.note else 0
    scale = min(panel.scale * u, wide / panel.least)
    size = (wide / scale, (bottom - top) / scale)
    drawn = panel.draw(size)
    picture = drawn if isinstance(drawn, str) else chart_svg(drawn)
    parts.append(svg.inside(picture, left, top, wide, bottom - top, name))
    if panel.note:
        said = cut(panel.note(size), REMARK * u, wide)
        y = bottom + REMARK * u * (LINE - 0.3)
        parts.append(svg.text(said, left, y, REMARK * u, scene.ground.faint))
    return parts
