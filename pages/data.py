"""Data: what is this based on, and may I have it?"""

from __future__ import annotations

from geo.figures.opening import opening
from pages.parts import session
from pages.parts.data import addresses, changed, cite, downloads, dropped, missing
from pages.parts.data.listing import ties_listing
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.html import heading, quiet
from pages.parts.own import section as own_list
from pages.parts.supposing import say_data_are_without


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    first = opening(session.scene(), "data", "")
    heading(first.finding, level=1)
    quiet(first.subtitle)
    say_data_are_without()
    own_list.section()
    ties_listing()
    downloads.section()
    missing.section()
    addresses.section()
    cite.section()
    changed.section()
    dropped.section()
    show_source()


inside_frame(main)
