"""One slide, composed from a figure: its words, its charts or its picture, its notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.export import render
from geo.export.formats import LONGEST_LINE, LONGEST_TITLE, Options
from geo.export.panels import cells
from geo.export.pptx.fonts import LINE, cleaned, line_count, measurable
from geo.export.render import transparent_png
from geo.export.sheet import Sheet, lay_out
from geo.export.typography import OWN_LINES, SOURCE, Box
from geo.figures.alternative import of_figure, of_panel
from geo.figures.captions import source_line
from geo.figures.figure import Figure
from geo.figures.panel import Numbers, Panel
from geo.figures.scene import Scene
from geo.i18n import sentences
from geo.style import svg
from geo.style.colours import Ground
from geo.style.text import cut

PIXELS = 3840
"""How wide the picture of a slide is."""
REMARKS, MOST_LINES = 19.0, 5
"""Size of the remarks below charts, which have more room than below a picture; and their lines."""


@dataclass(frozen=True)
class NativeChart:
    """One chart that the office draws.

    Attributes:
        heading: the line over it.
        numbers: what it shows.
        alt: the same in sentences, for those who do not see it.
        cell: where it stands, with its heading, in pixels of the sheet.
    """

    heading: str
    numbers: Numbers
    alt: str
    cell: Box


@dataclass(frozen=True)
class Slide:
    """All that one slide needs; it can be pickled.

    Attributes:
        title, subtitle, footer: its words, the footer in lines.
        remarks: what must be known to read its charts; in a picture they are part of it.
        notes: for the speaker, in paragraphs.
        nothing: what stands there if there is nothing to show.
        picture: as PNG, as large as the slide; ``None`` where charts stand in its place.
        alt: what it shows, for those who do not see it.
        charts: those that the office draws.
        width: of the sheet, in whose pixels the boxes are.
        head_box, body_box, foot_box: where the words and the charts stand.
        type_scale: how large type is.
        ground: the colours it is drawn in.
        paper: colour of the ground; ``None`` leaves that of the office's theme.
        as_of: the day of the data.
    """

    title: str
    subtitle: str
    footer: tuple[str, ...]
    remarks: tuple[str, ...]
    notes: tuple[str, ...]
    nothing: str
    picture: bytes | None
    alt: str
    charts: tuple[NativeChart, ...]
    width: float
    head_box: Box
    body_box: Box
    foot_box: Box
    type_scale: float
    ground: Ground
    paper: str | None
    as_of: dt.date


def compose_slide(figure: Figure, scene: Scene, options: Options, address: str) -> Slide:
    """Make one slide: with charts that the office draws, or with a picture if one it cannot draw.

    Args:
        address: of the view, for the speaker's notes.

    Raises:
        ValueError: a chart cannot be drawn.
    """
    pictured = any(panel.numbers is None and not panel.among_first for panel in figure.panels)
    native = [] if pictured else [one for one in figure.panels if one.numbers is not None]
    own = _as_written(figure, options)
    remarks = [cleaned(one) for one in (figure.remarks if pictured else figure.native_remarks)]
    bare = figure if pictured else replace(figure, remarks=())
    sheet = lay_out(bare, scene, _measurable(own), charts=pictured)
    body = sheet.body_box if pictured else _above(sheet, remarks)
    return Slide(
        title=own.title or "",
        subtitle=own.subtitle or "",
        footer=_footer(scene, own, sheet),
        remarks=() if pictured else tuple(remarks),
        notes=_notes(figure, remarks, scene, own, address),
        nothing="" if figure.panels else figure.shown_instead(scene.words),
        picture=_picture(sheet) if pictured else None,
        alt=cleaned(of_figure(figure, scene.words, own.title or "", own.subtitle or "")),
        charts=_charts(figure, native, body, sheet.type_scale, scene),
        width=sheet.width,
        head_box=sheet.head_box,
        body_box=body,
        foot_box=sheet.foot_box,
        type_scale=sheet.type_scale,
        ground=scene.ground,
        paper=sheet.ground,
        as_of=scene.roster.as_of,
    )


def _charts(
    figure: Figure, panels: Sequence[Panel], body: Box, u: float, scene: Scene
) -> tuple[NativeChart, ...]:
    """The charts, each with the line over it and its cell."""
    room = cells(body, len(panels), figure.across, u) if panels else []
    return tuple(
        NativeChart(
            _heading(panel, scene),
            panel.numbers,
            # the office draws all the numbers, a page perhaps a part each
            cleaned(of_panel(figure, replace(panel, alt=""), scene.words)),
            cell,
        )
        for panel, cell in zip(panels, room, strict=True)
        if panel.numbers is not None
    )


def _heading(panel: Panel, scene: Scene) -> str:
    """The line over a chart, its topic before it."""
    between = scene.words.say(": ") if panel.topic and panel.heading else ""
    return cleaned(f"{panel.topic}{between}{panel.heading}")


def _above(sheet: Sheet, remarks: Sequence[str]) -> Box:
    """The room for charts, above the remarks below them."""
    left, top, right, bottom = sheet.body_box
    size = REMARKS * sheet.type_scale
    lines = min(line_count(sentences(remarks), size, right - left), MOST_LINES)
    return left, top, right, bottom - (lines * size * LINE + 10 * sheet.type_scale)


def _picture(sheet: Sheet) -> bytes:
    """The body of a sheet, on the sheet's own ground."""
    scale = PIXELS / sheet.width
    if sheet.ground is None:
        return transparent_png(sheet.bare, scale)
    whole = svg.sheet(sheet.width, sheet.height, sheet.body, sheet.ground)
    return render.png(whole, scale)


def _as_written(figure: Figure, options: Options) -> Options:
    """The options with the words as they stand on the slide.

    An office draws what our own font cannot, such as emoji and Arabic, so nothing is left out.
    """
    title = figure.title if options.title is None else options.title[:LONGEST_TITLE]
    subtitle = figure.subtitle if options.subtitle is None else options.subtitle[:LONGEST_LINE]
    return replace(
        options,
        title=cleaned(title),
        subtitle=cleaned(subtitle),
        approval=cleaned(options.approval[:LONGEST_LINE]),
        organisation=cleaned(options.organisation[:LONGEST_LINE]),
        address=cleaned(options.address[:LONGEST_LINE]),
    )


def _measurable(own: Options) -> Options:
    """The same words in letters that the layout can measure."""
    return replace(
        own,
        title=measurable(own.title or ""),
        subtitle=measurable(own.subtitle or ""),
        approval=measurable(own.approval),
        organisation=measurable(own.organisation),
        address=measurable(own.address),
    )


def _footer(scene: Scene, own: Options, sheet: Sheet) -> tuple[str, ...]:
    """The source, and in one line what the reader wants to stand there."""
    lines = [line for line in (own.approval, own.organisation, own.address) if line]
    wide = sheet.foot_box[2] - sheet.foot_box[0]
    together = cut(" · ".join(lines), SOURCE * sheet.type_scale, wide * (OWN_LINES - 0.2))
    return (cleaned(source_line(scene.roster, scene.words)), *([together] if lines else []))


def _notes(
    figure: Figure, remarks: Sequence[str], scene: Scene, own: Options, address: str
) -> tuple[str, ...]:
    """What the speaker may want to say, or to look up."""
    words = scene.words
    paragraphs = [own.title or "", own.subtitle or "", *remarks, *figure.details]
    if figure.definitions:
        paragraphs += [words.say("What the words mean:"), *figure.definitions]
    paragraphs.append(source_line(scene.roster, words))
    if address:
        paragraphs.append(words.say("This selection: {address}", address=address))
    return tuple(cleaned(paragraph) for paragraph in paragraphs if paragraph)
