"""The picture to the clipboard, where the browser allows it."""

from __future__ import annotations

from pathlib import Path

from geo.export import workers
from geo.export.request import Request
from pages.parts import session
from pages.parts.component import component
from pages.parts.delivery import address_of

_COPY = component("atlas_copy", Path(__file__).with_name("copy.js"))


def copy_button(request: Request) -> None:
    """A button that copies the picture shown, which has been drawn already."""
    words = session.words()
    try:
        picture = workers.finished(request, "png")
    except ValueError:
        return
    _COPY(
        key="copy",
        data={
            "picture": address_of(picture, "image/png", "picture to copy"),
            "words": {
                "copy": words.say("Copy the picture"),
                "copied": words.say("Copied"),
                "refused": words.say("This browser does not let a page copy pictures."),
            },
        },
        width="content",
    )
