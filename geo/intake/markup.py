"""Tables in HTML and Markdown to grids: their text, nothing of what it is dressed in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from geo.i18n import mark
from geo.intake.grid import Grid, grid_of
from geo.intake.kinds import TABLE_LINE
from geo.intake.limits import MAX_COLUMNS, MAX_ROWS, Refused, check_span

NO_TABLE = mark("The page holds no table.")
LEFT_OUT = {"script", "style", "template", "noscript", "sup"}
"""Elements whose text nobody reads in a cell; of ``sup`` only footnote marks."""
MAX_TABLES = 100


def grids_of_html(text: str) -> list[Grid]:
    """The tables of a page; those inside other tables, and those of one column, are layout.

    Raises:
        Refused: there is none, or one has too many rows or columns.
    """
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        page = html.document_fromstring(UNREADABLE.sub("", text), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Refused(NO_TABLE) from error
    tables = [table for table in page.iter("table") if table.find(".//table") is None]
    found = [(table, _lines(table)) for table in tables[:MAX_TABLES]]
    found = [(table, lines) for table, lines in found if any(len(cells) > 1 for _, cells in lines)]
    if not found:
        raise Refused(NO_TABLE)
    check_span(sum(len(lines) for _, lines in found), 0)
    return [
        _grid(table, lines, f"{number}" if len(found) > 1 else "")
        for number, (table, lines) in enumerate(found, 1)
    ]


UNREADABLE = re.compile(r"<\?xml[^>]*\?>")
"""A declaration of an encoding, which a text that is decoded has no more."""

Line = tuple[bool, list[str]]


def _grid(table: html.HtmlElement, lines: list[Line], name: str) -> Grid:
    """Rows are counted without the heads, as their readers count them."""
    heads = 0
    while heads < len(lines) - 1 and lines[heads][0]:
        heads += 1
    head = [" ".join(dict.fromkeys(filter(None, column))) for column in _columns(lines[:heads])]
    titles = [_text(caption) for caption in table.iter("caption")]
    body = enumerate((cells for _, cells in lines[heads:]), 1)
    return grid_of(body, name, titles, head if heads else None)


def _columns(heads: list[Line]) -> list[list[str]]:
    width = max((len(cells) for _, cells in heads), default=0)
    return [
        [cells[column] if column < len(cells) else "" for _, cells in heads]
        for column in range(width)
    ]


def _lines(table: html.HtmlElement) -> list[Line]:
    """Rows with their spans filled, each with whether it is one of heads alone."""
    lines: list[Line] = []
    hanging: dict[int, tuple[int, str]] = {}  # column -> rows still to fill, text
    for row in table.iter("tr"):
        check_span(len(lines) + 1, 0)
        cells: list[str] = []
        parts = [cell for cell in row if cell.tag in ("td", "th")]
        if len(parts) == 1 and not hanging:  # a title over all columns says it once
            lines.append((False, [_text(parts[0])]))
            continue
        for cell in parts:
            _take_hanging(cells, hanging)
            text, rows = _text(cell), _span(cell, "rowspan", MAX_ROWS)
            for _ in range(_span(cell, "colspan", MAX_COLUMNS)):
                if rows > 1:
                    hanging[len(cells)] = (rows - 1, text)
                cells.append(text)
        _take_hanging(cells, hanging)
        check_span(len(lines) + 1, len(cells))
        lines.append((bool(parts) and all(cell.tag == "th" for cell in parts), cells))
    return lines


def _take_hanging(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Add the cells that reach down from rows above."""
    while (column := len(cells)) in hanging:
        left, text = hanging.pop(column)
        if left > 1:
            hanging[column] = (left - 1, text)
        cells.append(text)


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", cell.get(name, ""))
    return min(most, max(1, int(digits[1]))) if digits else 1


def _text(element: html.HtmlElement) -> str:
    """The text of an element, a break where it has one, without footnote marks."""
    return "".join(_texts(element)).strip()


def _texts(element: html.HtmlElement) -> Iterator[str]:
    if element.tag == "sup" and not re.search(r"\[|^\s*\d{0,2}\s*$|[*†‡]", element.text_content()):
        yield element.text_content()
    elif element.tag == "br":
        yield "\n"
    elif element.tag not in LEFT_OUT:
        yield re.sub(r"\s+", " ", element.text or "")
        for part in element:
            yield from _texts(part)
            yield re.sub(r"\s+", " ", part.tail or "")
        if element.tag in ("p", "div", "li"):
            yield "\n"


def grids_of_markdown(text: str) -> list[Grid]:
    """The tables of a Markdown text, each with its head; rows are counted without it.

    Raises:
        Refused: one has too many rows or columns.
    """
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if at and TABLE_LINE.match(line)]
    grids = []
    for number, at in enumerate(heads, 1):
        end = at + 1
        while end < len(lines) and "|" in lines[end] and end + 1 not in heads:
            end += 1
        body = enumerate((_cells(line) for line in lines[at + 1 : end]), 1)
        name = f"{number}" if len(heads) > 1 else ""
        grids.append(grid_of(body, name, _title(lines[: at - 1]), _cells(lines[at - 1])))
    return [grid for grid in grids if grid.rows] or grids[:1]


def _title(before: list[str]) -> list[str]:
    """The nearest heading above."""
    found = [line.lstrip("# ") for line in before if line.startswith("#")]
    return found[-1:]


def _cells(line: str) -> list[str]:
    """The cells of a line, without the marks of links, emphasis and code."""
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [_bare(cell) for cell in re.split(r"(?<!\\)\|", inner)]


def _bare(cell: str) -> str:
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", cell.strip())
    text = re.sub(r"\[\^\w+\]", "", text)
    text = re.sub(r"<br\s*/?>", "\n", text)
    text = re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)
    text = re.sub(r"^([*_])(.+)\1$", r"\2", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", text)
