"""A picture laid out on a sheet: title, subtitle, charts, legend, remarks, source line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.export.formats import LONGEST_LINE, LONGEST_TITLE, Options
from geo.export.legend import add_legend, role_keys
from geo.export.panels import draw_panels
from geo.export.typography import (
    OWN_LINES,
    REMARKS,
    SOURCES,
    SUBTITLES,
    TITLES,
    Box,
    Column,
    set_text,
)
from geo.figures.captions import source_line
from geo.figures.figure import Figure
from geo.figures.scene import Scene
from geo.i18n import sentences
from geo.style import svg
from geo.style.colours import Ground
from geo.style.text import cut, drawable, width_of, wrapped

MARGIN = 48.0


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


def lay_out(figure: Figure, scene: Scene, options: Options, charts: bool = True) -> Sheet:
    """Lay a picture out on a sheet.

    Args:
        charts: whether the charts are drawn, or only their room kept.

    Raises:
        ValueError: a chart cannot be drawn.
    """
    shape, u, ground = options.shape, options.type_scale, scene.ground
    margin = MARGIN * shape.unit
    column = Column(margin, shape.width - margin, margin * 0.8, shape.height - margin * 0.55)
    title, subtitle = title_of(figure, options), subtitle_of(figure, options)
    head_top, foot_bottom = column.top, column.bottom
    _head(column, title, subtitle, ground, u)
    size, footer = footer_of(scene, options, column.width, u)
    _foot(column, footer, size, ground, u)
    head_box = (column.left, head_top, column.right, column.top)
    foot_box = (column.left, column.bottom, column.right, foot_bottom)
    _remarks(column, figure.remarks, ground, u)
    keys = [*(role_keys(scene) if figure.roles else ()), *figure.keys]
    if keys:
        add_legend(column, keys, ground, u)
    body_box = column.box
    if charts:
        column.body += draw_panels(figure, scene, body_box, u)
    return Sheet(
        shape.width,
        shape.height,
        column.head,
        column.body,
        column.foot,
        None if options.clear else ground.paper,
        title,
        subtitle,
        footer,
        head_box,
        body_box,
        foot_box,
        u,
    )


def title_of(figure: Figure, options: Options) -> str:
    """The title as it stands on the picture."""
    return _own_or_computed(options.title, figure.title, LONGEST_TITLE)


def subtitle_of(figure: Figure, options: Options) -> str:
    """The subtitle as it stands on the picture; that of a reader is not silent about what is
    hypothetical either."""
    found = _own_or_computed(options.subtitle, figure.subtitle, LONGEST_LINE)
    own = options.subtitle is not None
    return " · ".join(filter(None, (found, drawable(figure.supposes)))) if own else found


def _own_or_computed(own: str | None, computed: str, longest: int) -> str:
    return drawable(computed if own is None else own[:longest])


def footer_of(scene: Scene, options: Options, width: float, u: float) -> tuple[float, list[str]]:
    """The footer, its size and its lines: the source, and what the reader wants to stand there."""
    own = [
        drawable(line[:LONGEST_LINE])
        for line in (options.approval, options.organisation, options.address)
        if line
    ]
    size, lines = set_text(SOURCES, source_line(scene.roster, scene.words), width, u)
    return size, lines + _in_a_row([line for line in own if line], size, width)


def _in_a_row(texts: Sequence[str], size: float, width: float) -> list[str]:
    """Short texts one after another, none broken that fits on a line; the first matter most."""
    lines: list[str] = []
    for one in texts:
        together = f"{lines[-1]} · {one}" if lines else one
        if width_of(together, size) <= width:
            lines[-1:] = [together]
        else:
            lines += wrapped(one, size, width, OWN_LINES)
    if len(lines) > OWN_LINES:
        lines[OWN_LINES - 1 :] = [cut(" · ".join(lines[OWN_LINES - 1 :]), size, width)]
    return lines


def _head(column: Column, title: str, subtitle: str, ground: Ground, u: float) -> None:
    """Title and subtitle."""
    size, lines = set_text(TITLES, title, column.width, u, bold=True, even=True)
    column.down(lines, size, ground.ink, bold=True)
    column.top += 4 * u
    size, lines = set_text(SUBTITLES, subtitle, column.width, u)
    column.down(lines, size, ground.faint)
    column.top += 14 * u


def _foot(column: Column, lines: list[str], size: float, ground: Ground, u: float) -> None:
    """The source line, under a thin rule."""
    column.foot += column.up(lines, size, ground.faint)
    y = column.bottom - 4 * u
    column.foot.append(
        f'<rect x="{column.left:.1f}" y="{y:.1f}" width="{column.width:.1f}" height="1" '
        f'fill="{ground.faint}" opacity="0.4"/>'
    )
    column.bottom = y - 8 * u


def _remarks(column: Column, remarks: Sequence[str], ground: Ground, u: float) -> None:
    together = sentences(drawable(remark) for remark in remarks)
    size, lines = set_text(REMARKS, together, column.width, u)
    column.body += column.up(lines, size, ground.faint)
    column.bottom -= 6 * u if lines else 0
