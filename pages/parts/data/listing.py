"""The table of the ties: sorted, filtered, searched in the browser; each row with its sources."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from geo.figures.data.listing import listing, shown
from geo.i18n import Words
from geo.style.colours import home_colours
from geo.ties.names import home_head
from geo.ties.select import select
from pages.parts import session
from pages.parts.component import component
from pages.parts.delivery import address_of
from pages.parts.html import quiet
from pages.parts.screen import ground

_LISTING = component("atlas_listing", Path(__file__).with_name("listing.js"))


def ties_listing() -> None:
    """The ties of the present view.

    The browser fetches all ties of the roster once for a language; which of them are shown is all
    that is sent when a filter changes.
    """
    roster, view, words = session.roster(), session.view(), session.words()
    content, places = listing(roster, view.lang, view.broad), shown(roster, view)
    _LISTING(
        key="listing",
        data={
            "rows": address_of(content, "application/json", "listing"),
            "shown": _ranges(places),
            "lang": view.lang,
            "colours": home_colours(roster.homes, ground()),
            "card": urlencode(view.but(partner=None).to_query(roster), doseq=True),
            "heads": _heads(words),
            "words": _words(words),
        },
    )
    more = len(select(roster, view)) - len(places)
    if more:
        quiet(
            words.count(
                "{n} more tie is not listed; the files below have them all.",
                "{n} more ties are not listed; the files below have them all.",
                more,
            )
        )


def _heads(words: Words) -> list[str]:
    """The headings of the columns."""
    return [
        words.say("Partner"),
        words.say("Country"),
        home_head(session.roster(), words),
        words.say("Level"),
        words.say("Since"),
        words.say("Status"),
        words.say("Capital or port"),
        words.say("Sources"),
    ]


def _words(words: Words) -> dict[str, str]:
    """What the browser says, with ``{names}`` that it fills in."""
    return {
        "search": words.say("Search in everything that is shown here"),
        "all": words.say("all"),
        "filter": words.say("Filter: {column}", column="{column}"),
        "remarks": words.say("Open questions"),
        "count": words.say("{n} of {m} ties", n="{n}", m="{m}"),
        "more": words.say("Show {n} more", n="{n}"),
        "none": words.say("No tie has all of this."),
        "details": words.say("What the sources say: {name}", name="{name}"),
        "events": words.say("Events"),
        "sources": words.say("Sources ({n})", n="{n}"),
        "card": words.say("Show on the map"),
        "lost": words.say("The table could not be fetched; reload the page."),
        "table": words.say("The ties of this selection"),
    }


def _ranges(places: list[int]) -> str:
    """Whole numbers in order, as ranges: 0-12,15."""
    parts: list[list[int]] = []
    for place in places:
        if parts and parts[-1][1] == place - 1:
            parts[-1][1] = place
        else:
            parts.append([place, place])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)
