"""The origin of a file, read from it again."""

from __future__ import annotations

from geo.export.origin.office import origin_in_office
from geo.export.origin.origin import Origin
from geo.export.origin.xmp import origin_in


def origin_of(content: bytes) -> Origin | None:
    """Where a file comes from, if it is one of the atlas's and still says so.

    It is no proof: whoever can write a file can write this into it. So nothing in it is followed
    unread; the address is read as one that a reader types (:mod:`geo.ties.address`).

    Args:
        content: of a file of any kind, or of none.
    """
    return origin_in_office(content) if content.startswith(b"PK") else origin_in(content)
