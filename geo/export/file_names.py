"""What files are called: from the view, so that one knows later what is in them."""

from __future__ import annotations

import re
import unicodedata

from geo.export.formats import Options
from geo.ties.view import View

LONGEST = 120
USUAL = Options()


def file_name(view: View, picture: str, kind: str, options: Options = USUAL) -> str:
    """The name of a file: homes, picture, years, what is filtered, language, what is unusual.

    ``shanghai-beijing_shares_1973-2026_en.png``; nothing but letters, digits, hyphens, underscores
    and the dot before the ending, whatever is in the view.

    Args:
        picture: key of the picture, or another word for what is in the file.
        kind: the ending.
    """
    first, last = view.years
    parts = [
        "-".join(view.homes),
        picture,
        str(first) if first == last else f"{first}-{last}",
        "-".join(view.levels) if view.levels != ("sister",) else "",
        "-".join((*view.countries, *view.regions, *view.roles)),
        view.q,
        "broad" if view.broad else "",
        "with-ended" if view.ended else "",
        view.lang,
        options.format if options.format != USUAL.format else "",
        options.sheet if options.sheet != USUAL.sheet else "",
        "large" if options.large else "",
    ]
    name = "_".join(filter(None, map(_plain, parts)))
    return f"{name[:LONGEST].rstrip('_-')}.{kind}"


def _plain(part: str) -> str:
    """A part of a name in letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", part)
    return re.sub(r"[^0-9a-z]+", "-", bare.encode("ascii", "ignore").decode().lower()).strip("-")
