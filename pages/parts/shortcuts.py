"""What the keys do, for the sheet that a reader opens with the question mark."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from geo.i18n import Words


@lru_cache(maxsize=2)
def shortcuts(lang: str) -> dict[str, Any]:
    """The texts of the link to the figure and of the sheet of keys.

    Args:
        lang: ``zh`` or ``en``.

    Returns:
        ``skip``, ``title``, ``close``, and ``keys``: pairs of a key and what it does.
    """
    words = Words(lang)
    return {
        "skip": words.say("To the figure"),
        "title": words.say("Keys"),
        "close": words.say("Close"),
        "keys": [
            ("?", words.say("this sheet")),
            ("Tab", words.say("to the next link, field or button; first of all, to the figure")),
            ("← → ↑ ↓", words.say("on the map: from partner to partner")),
            ("Enter", words.say("on the map: the card of the partner")),
            ("Esc", words.say("closes a card, a list, this sheet")),
            ("+  −  0", words.say("on the map: closer, further, the whole")),
            (",  .", words.say("on the map: one year back, one year on")),
            ("T", words.say("the table of the figure in view")),
            ("␣", words.say("on the map: play the years, pause")),
            ("Shift + ← → ↑ ↓", words.say("on the map: move it")),
        ],
    }
