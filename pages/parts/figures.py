"""The sentence that stands below all figures of a page: where it all comes from."""

from __future__ import annotations

from geo.figures.captions import source_line
from pages.parts import session
from pages.parts.html import show_html


def show_source() -> None:
    """Where the figures come from: sources, data version, as-of day, licence."""
    show_html("source", text=source_line(session.roster(), session.words()))
