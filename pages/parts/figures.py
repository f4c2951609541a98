"""Sentences that stand below more than one figure: how sure it is, and where it all comes from."""

from __future__ import annotations

from geo.figures.captions import caveats, source_line
from geo.ties.counts import Tally, Unsure
from pages.parts import session
from pages.parts.html import quiet, show_html


def show_caveats(unsure: Unsure, counts: Tally) -> None:
    """How sure the figures are: dates that are not known or not exact, ties that have ended."""
    whole = session.view().shows_whole_period(session.roster())
    quiet(" ".join(caveats(unsure, counts, whole, session.words())))


def show_source() -> None:
    """Where the figures come from: sources, data version, as-of day, licence."""
    show_html("source", text=source_line(session.roster(), session.words()))
