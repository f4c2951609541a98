"""The pages of the atlas by their addresses."""

from __future__ import annotations

from dataclasses import dataclass

from geo.i18n import mark


@dataclass(frozen=True)
class Page:
    """A page of the atlas.

    Attributes:
        title: what it is called (a message).
        figure: key of the figure that speaks for it where a link is shared.
    """

    title: str
    figure: str


PAGES = {
    "": Page(mark("Map"), "map"),
    "choice": Page(mark("Capital or port?"), "shares"),
    "same_country": Page(mark("Same country"), "same-country"),
    "timeline": Page(mark("Timeline"), "growth"),
    "prospects": Page(mark("Prospects"), "past-test"),
    "article": Page(mark("Checking the article"), "verdicts"),
    "data": Page(mark("Data"), "map"),
    "slides": Page(mark("Pictures and slides"), "map"),
}
"""The pages by their part of the address, in the order of the navigation."""
HOME = "atlas"
"""What the map is called where its address is not bare. Never like a file in ``pages/``: before
the first ``st.navigation`` a fresh server takes these for pages of their own, and would send the
browser there."""
FORMER_PAGES = {"map": "", "strategy": "choice", "rivals": "same_country"}
"""Addresses that were handed out once, and the page that each of them leads to."""


def page_called(name: str) -> str | None:
    """The page of a name in an address, of a former one too; nothing where there is none."""
    own = FORMER_PAGES.get(name, "" if name == HOME else name)
    return own if own in PAGES else None
