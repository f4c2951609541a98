"""A brief on a partner as a record: what it says, ready to be set as a file of any kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """A small table.

    Attributes:
        name: what it shows, for those who do not see it.
        heads: of the columns; none where the first column is the heading of each row.
        rows: from top to bottom.
    """

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Entry:
    """Something with a date: an event, an anniversary."""

    date: str
    text: str


@dataclass(frozen=True)
class Section:
    """A part of a brief under its own heading: sentences, a table, dated entries, in this order."""

    heading: str
    grid: Grid | None = None
    paragraphs: Sequence[str] = ()
    entries: Sequence[Entry] = ()


@dataclass(frozen=True)
class Cited:
    """A source as it is listed.

    Attributes:
        number: by which the text cites it.
        title: what it is called.
        about: whose, when, of what kind.
        url: the publisher's own address, of the scheme http or https; or empty.
    """

    number: int
    title: str
    about: str
    url: str


@dataclass(frozen=True)
class Brief:
    """What is known of a partner, in one language.

    Attributes:
        place: slug of the partner.
        lang: ``zh`` or ``en``.
        title: the heading of it all.
        other: the partner's name in the other language.
        lead: the most important in a few sentences.
        map_caption: what the small map shows; it describes it for those who do not see it.
        sections: in reading order, without the sources.
        sources_heading: of the list of sources.
        sources: numbered as the text cites them.
        note: from which data, and of which day; how to cite it.
    """

    place: str
    lang: str
    title: str
    other: str
    lead: str
    map_caption: str
    sections: Sequence[Section]
    sources_heading: str
    sources: Sequence[Cited]
    note: str
