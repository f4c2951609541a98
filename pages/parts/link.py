"""A button that copies the address of what is seen: also while the years play."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from pages.parts import address_bar, session
from pages.parts.component import component

_LINK = component("atlas_link", Path(__file__).with_name("link.js"))


def copy_link(key: str) -> None:
    """The button.

    Args:
        key: of what it stands under.
    """
    words = session.words()
    _LINK(
        key=f"link {key}",
        data={
            "query": urlencode(address_bar.seen(), doseq=True),
            "words": {
                "copy": words.say("Copy link"),
                "copied": words.say("Copied"),
                "refused": words.say("Copy the address bar"),
                "help": words.say("The address of this page as it is seen now"),
            },
        },
        width="content",
    )
