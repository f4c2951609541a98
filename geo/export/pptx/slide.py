"""One slide, made out of a picture: its words, its charts or its picture, its notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.export import render
from geo.export.formats import LONGEST_LINE, LONGEST_TITLE, Options
from geo.export.panels import cells
from geo.export.pptx.fonts import LINE, lines_of, measurable, plain
from geo.export.pptx.remarks import for_native
from geo.export.render import transparent_png
from geo.export.sheet import Sheet, lay_out
from geo.export.typography import OWN_LINES, SOURCE, Box
from geo.figures.captions import source_line
from geo.figures.figure import Figure, Numbers, Panel, Scene
from geo.style import svg
from geo.style.colours import Ground
from geo.style.text import cut

PIXELS = 3840
"""How wide the picture of a slide is."""
REMARKS, MOST_LINES = 19.0, 5
"""Size of the remarks below charts, which have more room than below a picture; and their lines."""


@dataclass(frozen=True)
class Part:
    """One chart of a slide.

    Attributes:
        heading: the line over it.
        numbers: what it shows.
        cell: where it stands, with its heading, in pixels of the sheet.
    """

    heading: str
    numbers: Numbers
    cell: Box


@dataclass(frozen=True)
class Slide:
    """All that one slide needs; it can be pickled.

    Attributes:
        title, subtitle, footer: its words, the footer in lines.
        remarks: what must be known to read its charts; in a picture they are part of it.
        notes: for the speaker, in paragraphs.
        nothing: what is said where there is nothing to show.
        picture: as PNG, as large as the slide; ``None`` where charts stand in its place.
        parts: the charts that the office draws.
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
    parts: tuple[Part, ...]
    width: float
    head_box: Box
    body_box: Box
    foot_box: Box
    type_scale: float
    ground: Ground
    paper: str | None
    as_of: dt.date


def slide(drawing: Figure, scene: Scene, options: Options, address: str) -> Slide:
    """Make one slide: with charts that the office draws where it can, else with a picture.

    Args:
        address: of the view, for the speaker's notes.

    Raises:
        ValueError: a chart cannot be drawn.
    """
    panels = [panel for panel in drawing.panels if panel.numbers is not None]
    pictured = bool(drawing.panels) and not panels
    own, remarks = _raw(drawing, options), for_native(drawing.remarks, scene)
    bare = drawing if pictured else replace(drawing, remarks=())
    sheet = lay_out(bare, scene, _measurable(own), charts=pictured)
    body = sheet.body_box if pictured else _above(sheet, remarks)
    room = cells(body, len(panels), drawing.columns, sheet.type_scale) if panels else []
    return Slide(
        title=own.title or "",
        subtitle=own.subtitle or "",
        footer=_footer(scene, own, sheet),
        remarks=() if pictured else tuple(remarks),
        notes=_notes(drawing, drawing.remarks if pictured else remarks, scene, own, address),
        nothing="" if drawing.panels else drawing.shown_instead(scene.words),
        picture=_picture(sheet) if pictured else None,
        parts=tuple(
            Part(_heading(panel, scene), panel.numbers, cell)
            for panel, cell in zip(panels, room, strict=True)
            if panel.numbers is not None
        ),
        width=sheet.width,
        head_box=sheet.head_box,
        body_box=body,
        foot_box=sheet.foot_box,
        type_scale=sheet.type_scale,
        ground=scene.ground,
        paper=sheet.ground,
        as_of=scene.roster.as_of,
    )


def _heading(panel: Panel, scene: Scene) -> str:
    """The line over a chart, its topic before it."""
    between = scene.words.say(": ") if panel.topic and panel.heading else ""
    return plain(f"{panel.topic}{between}{panel.heading}")


def _above(sheet: Sheet, remarks: Sequence[str]) -> Box:
    """The room for charts, above the remarks below them."""
    left, top, right, bottom = sheet.body_box
    size = REMARKS * sheet.type_scale
    lines = min(lines_of(" ".join(remarks), size, right - left), MOST_LINES)
    return left, top, right, bottom - (lines * size * LINE + 10 * sheet.type_scale)


def _picture(sheet: Sheet) -> bytes:
    """The body of a sheet, on the sheet's own ground."""
    scale = PIXELS / sheet.width
    if sheet.ground is None:
        return transparent_png(sheet.bare, scale)
    whole = svg.sheet(sheet.width, sheet.height, sheet.body, sheet.ground)
    return render.png(whole, scale)


def _raw(drawing: Figure, options: Options) -> Options:
    """The wish with the words as they stand on the slide.

    An office draws what our own font cannot, such as emoji and Arabic, so nothing is left out.
    """
    title = drawing.title if options.title is None else options.title[:LONGEST_TITLE]
    subtitle = drawing.subtitle if options.subtitle is None else options.subtitle[:LONGEST_LINE]
    return replace(
        options,
        title=plain(title),
        subtitle=plain(subtitle),
        approval=plain(options.approval[:LONGEST_LINE]),
        organisation=plain(options.organisation[:LONGEST_LINE]),
        address=plain(options.address[:LONGEST_LINE]),
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
    lines = [line for line in (own.approval, own.organisation, own.address) if line]
    wide = sheet.foot_box[2] - sheet.foot_box[0]
    sentence = cut(" · ".join(lines), SOURCE * sheet.type_scale, wide * (OWN_LINES - 0.2))
    return (plain(source_line(scene.roster, scene.words)), *([sentence] if lines else []))


def _notes(
    drawing: Figure, remarks: Sequence[str], scene: Scene, own: Options, address: str
) -> tuple[str, ...]:
    words = scene.words
    sentences = [own.title or "", own.subtitle or "", *remarks]
    if drawing.definitions:
        sentences += [words.say("What the words mean:"), *drawing.definitions]
    sentences.append(source_line(scene.roster, words))
    if address:
        sentences.append(words.say("This view: {address}", address=address))
    return tuple(plain(line) for line in sentences if line)
