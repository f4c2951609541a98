"""How the reader looks, beside what he looks at: the picture, presenting, the order of the list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from geo.figures.catalogue import present_key
from geo.ties.view import Query

PICTURE = re.compile(r"[a-z]+(-[a-z]+)*(-\d{1,2})?", re.ASCII)
"""How keys of pictures are written (:mod:`geo.figures.catalogue`)."""
OWN = ("present", "picture", "list")
"""Parameters of an address that are the display's."""
FORMER = ("map",)
"""Those of addresses that were handed out while there were two maps; they mean nothing now."""
PARTNER, SINCE, COUNTRY, HOME = "partner", "since", "country", "home"
ORDERS = [f"{column}{way}" for column in (PARTNER, SINCE, COUNTRY, HOME) for way in ("", "-")]
"""Orders of the list beside the map: by a column, or the other way round; the oldest first usually,
which is ``since``."""


@dataclass(frozen=True)
class Display:
    """What of the address is not the view: kept apart, because no figure depends on it.

    Attributes:
        present: whether a picture fills the screen, without side bar and widgets.
        picture: key of the picture that is presented or made into a file; empty for the first.
        order: column by which the list beside the map is put in order, with a hyphen behind it for
            the other way round; empty for the usual order.
    """

    present: bool = False
    picture: str = ""
    order: str = ""

    @classmethod
    def from_query(cls, query: Query) -> Display:
        """What an address asks for; whatever is not understood counts as not given."""
        picture = present_key(next(iter(query.get("picture", ())), ""))
        order = next(iter(query.get("list", ())), "")
        return cls(
            present="1" in query.get("present", ()),
            picture=picture if PICTURE.fullmatch(picture) else "",
            order=order if order in ORDERS else "",
        )

    def met(self, query: Query, page: str) -> Display:
        """What an address makes of this display: what only another page's address says, stays."""
        asked = Display.from_query(query)
        return asked if page == "" else asked.but(order=self.order)

    def meant(self, page: str) -> set[str]:
        """The parameters of the display that mean something on a page, as it is looked at."""
        return (
            {"present"}
            | ({"list"} if page == "" else set())
            | ({"picture"} if self.present or page == "slides" else set())
        )

    def to_query(self, page: str) -> dict[str, list[str]]:
        """What stands in the address on a page: only what means something there.

        Args:
            page: the page's own part of the address; empty for the map.
        """
        parameters = {
            "present": "1" if self.present else "",
            "picture": self.picture,
            "list": self.order,
        }
        meant = self.meant(page)
        return {name: [value] for name, value in parameters.items() if value and name in meant}

    def but(self, **changes: Any) -> Display:
        """This display with something changed."""
        return replace(self, **changes)
