"""SVG put together: texts, boxes, pictures inside pictures; and texts turned into outlines."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from geo.i18n.escape import in_html
from geo.style.text import FAMILY, glyph_path, outlines, width_of

SVG = "http://www.w3.org/2000/svg"
ET.register_namespace("", SVG)


def sheet(width: float, height: float, parts: Iterable[str], ground: str | None) -> str:
    """A whole picture.

    Args:
        width, height: in pixels.
        ground: its colour; nothing for a transparent one.
    """
    back = f'<rect width="{width:g}" height="{height:g}" fill="{ground}"/>' if ground else ""
    return (
        f'<svg xmlns="{SVG}" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">{back}{"".join(parts)}</svg>'
    )


def text(
    sentence: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    """A line of text, its baseline at ``y``."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FAMILY}" font-size="{size:.3f}px"{weight} '
        f'fill="{colour}" text-anchor="{anchor}" xml:space="preserve">{in_html(sentence)}</text>'
    )


def inside(picture: str, x: float, y: float, width: float, height: float, name: str) -> str:
    """A picture placed in another one, as large as a box allows without being stretched.

    Args:
        picture: SVG with a view box.
        name: put before the picture's own names, so that no two pictures share one.
    """
    named = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', picture)
    named = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", named)
    head = re.match(r"<svg[^>]*>", named)
    box = re.search(r'viewBox="([^"]+)"', head.group()) if head else None
    if head is None or box is None:
        raise ValueError("a picture inside a picture needs a view box")
    return (
        f'<svg x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'viewBox="{box.group(1)}" preserveAspectRatio="xMidYMin meet">{named[head.end() :]}'
    )


def size_of(picture: str) -> tuple[float, float]:
    """Width and height of a picture, from its view box."""
    box = re.search(r'viewBox="([^"]+)"', picture)
    if box is None:
        raise ValueError("a picture without a view box")
    _, _, width, height = map(float, box.group(1).split())
    return width, height


def resized(picture: str, width: float, height: float) -> str:
    """The same picture in another size."""
    head, _, rest = picture.partition(">")
    head = re.sub(r' width="[^"]+"', f' width="{width:g}"', head, count=1)
    head = re.sub(r' height="[^"]+"', f' height="{height:g}"', head, count=1)
    return f"{head}>{rest}"


def outlined(picture: str) -> str:
    """The same picture with every text drawn as outlines of our own font.

    So it looks the same in every program, on machines that do not have the font. Each text keeps
    its words as a label, for those who do not see it and for searching.
    """
    root = ET.fromstring(picture)
    glyphs: dict[tuple[int, bool], str] = {}
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{{{SVG}}}text":
                parent[place] = _as_outlines(element, glyphs)
    if glyphs:
        definitions = ET.Element(f"{{{SVG}}}defs")
        for (glyph, bold), name in glyphs.items():
            path = ET.SubElement(definitions, f"{{{SVG}}}path", id=name)
            path.set("d", glyph_path(glyph, bold))
        root.insert(0, definitions)
    return ET.tostring(root, encoding="unicode")


_OURS = {"text-anchor", "font-family", "font-size", "font-weight", "x", "y", "font-style"}


def _as_outlines(element: ET.Element, glyphs: dict[tuple[int, bool], str]) -> ET.Element:
    """One text as a group of glyphs, at the same place, in the same paint."""
    sentence = "".join(element.itertext())
    size = float(str(element.get("font-size", "11px")).removesuffix("px"))
    bold = element.get("font-weight") in ("bold", "700", "600")
    shift = {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", "start"), 0.0)
    x = float(element.get("x", 0)) - shift * width_of(sentence, size, bold)
    y = float(element.get("y", 0))
    group = ET.Element(f"{{{SVG}}}g")
    for name, value in element.attrib.items():
        if name not in _OURS and not name.startswith("{"):
            group.set(name, value)
    group.set("aria-label", sentence)
    group.tail = element.tail
    scale = size / 1000
    if width := group.get("stroke-width"):  # the pen is scaled with the glyphs
        group.set("stroke-width", f"{float(width.removesuffix('px')) / scale:.1f}")
    inner = ET.SubElement(group, f"{{{SVG}}}g")
    inner.set("transform", f"translate({x:.2f},{y:.2f}) scale({scale:g})")
    for glyph, dx, dy in outlines(sentence, bold):
        name = glyphs.setdefault((glyph, bold), f"{'b' if bold else 'g'}{glyph}")
        use = ET.SubElement(inner, f"{{{SVG}}}use", href=f"#{name}")
        use.set("x", f"{dx * 1000:.0f}")
        if dy:
            use.set("y", f"{-dy * 1000:.0f}")
    return group
