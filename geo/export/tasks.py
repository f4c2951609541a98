"""Pieces of long work, small enough to be done one by one in other processes."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.deck import Slide, pptx, slide
from geo.export.film.reel import bind_gif, bind_mp4
from geo.export.order import Order, drawn
from geo.ties.roster import Roster

BINDERS = {"gif": bind_gif, "mp4": bind_mp4}
"""What puts the frames of a film together, by the kind of the file."""
MEDIA = {
    "gif": "image/gif",
    "mp4": "video/mp4",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def slide_of(order: Order, address: str, roster: Roster | None = None) -> Slide:
    """The picture of an order as a slide, not yet in a file.

    Args:
        address: where the view is found, for the speaker's notes; empty for none.

    Raises:
        ValueError: the view has no such picture.
    """
    return slide(*drawn(order, roster), order.wish, address)


def deck_of(slides: Sequence[Slide], order: Order, roster: Roster | None = None) -> bytes:
    """Slides as one PowerPoint file.

    Args:
        order: of one of them: format, ground and language.
    """
    words = order.scene(roster).words
    return pptx(slides, order.wish, words.lang, words.say("Friendship-city atlas"))
