"""What files are called: from all that they depend on, so that no two of them share a name.

A name says in words what fits into words. Whatever it cannot say in full, such as a search text in
Chinese, a title of the reader's own or twenty countries, goes into a short digest at its end.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256

from geo.export.film.frames import Film
from geo.export.formats import Options
from geo.export.request import Request
from geo.figures.catalogue import own_view
from geo.ties.view import NO_MARKS, ROUND_YEARS, SPLITS, View

LONGEST = 120
"""Characters of a name before its ending: enough for any folder of any system."""
DIGEST = 8
"""Characters of a digest, five bits each."""
USUAL = Options()
IN_WORDS = ("format", "sheet", "large")
"""The options that a name says in words."""


def file_name(
    view: View,
    picture: str,
    kind: str,
    options: Options = USUAL,
    *,
    also: Sequence[str] = (),
    besides: Hashable = None,
) -> str:
    """The name of a file: homes, picture, years, what is chosen, language, what is unusual.

    ``shanghai-beijing_shares_1973-2026_en.png``; nothing but letters, digits, hyphens, underscores
    and the dot before the ending, whatever is in the view. The picture, the years, the language
    and what is unusual always stand in it; what is too long for it is cut, and then a digest of
    everything follows.

    Args:
        picture: key of the picture, or another word for what is in the file.
        kind: the ending.
        also: more words that tell the file from the usual one.
        besides: whatever else the file depends on; ``None`` for nothing.
    """
    view = own_view(view.pictured, picture)
    parts = [*_of_view(view, picture), *_of_options(options), *map(_part, also)]
    parts = [part for part in parts if part.text]
    stem = "_".join(part.text for part in parts)
    silent = besides is not None or _beyond_words(options)
    if silent or len(stem) > LONGEST or not all(part.whole for part in parts):
        ending = digest((view, picture, options, tuple(also), besides))
        stem = f"{_cut(parts, LONGEST - DIGEST - 1)}_{ending}"
    return f"{stem}.{kind}"


def deck_name(requests: Sequence[Request], known: Sequence[str]) -> str:
    """The name of a PowerPoint file: that of its picture, or of a deck of several.

    Args:
        requests: its slides, at least one.
        known: keys of all pictures that there are; a deck of all of them is the usual one.
    """
    first = requests[0]
    if len(requests) == 1:
        return file_name(first.view, first.picture, "pptx", first.options)
    own = tuple((one.picture, one.options.title, one.options.subtitle) for one in requests)
    usual = own == tuple((key, None, None) for key in known)
    options = replace(first.options, title=None, subtitle=None, address="")
    addresses = tuple(filter(None, (one.options.address for one in requests)))
    besides = None if usual and not addresses else (own, addresses)
    return file_name(first.view, "deck", "pptx", options, besides=besides)


def film_name(film: Film, kind: str) -> str:
    """The name of a film.

    Args:
        kind: the ending.
    """
    usual = Film(film.view)
    also = [f"{film.height}p"] if film.height != usual.height else []
    pace = (film.seconds, film.hold)
    besides = pace if pace != (usual.seconds, usual.hold) else None
    return file_name(
        own_view(film.view, "map"), "film", kind, film.options, also=also, besides=besides
    )


@dataclass(frozen=True)
class _Part:
    """One part of a name.

    Attributes:
        text: in letters, digits and hyphens.
        whole: whether it says all of what it stands for.
        fixed: whether it may never be cut.
    """

    text: str
    whole: bool = True
    fixed: bool = True


def _of_view(view: View, picture: str) -> list[_Part]:
    first, last = view.years
    homes = _part("-".join(view.homes), fixed=False)
    return [
        replace(homes, whole=homes.whole and not any("-" in home for home in view.homes)),
        _part(picture),
        _part(str(first) if first == last else f"{first}-{last}"),
        _part("-".join(view.levels) if view.levels != ("sister",) else "", fixed=False),
        _part("-".join((*view.countries, *view.regions, *view.roles)).lower(), fixed=False),
        _part(f"named-{view.q}" if view.q else "", fixed=False),
        _part("broad" if view.broad else ""),
        _part("with-ended" if view.ended else ""),
        _part("with-proposals" if view.proposals else ""),
        _part(f"area-{view.area}" if view.area else ""),
        _part(f"by-{view.order}" if view.order != "lead" else ""),
        _part(_periods(view.periods), fixed=False),
        _part(f"turn-{view.turn}" if view.turn else ""),
        _part(f"only-{view.verdict}" if view.verdict else ""),
        _part(f"split-{view.split}" if view.split != SPLITS[0] else ""),
        _part(f"events-{view.events}" if view.events else ""),
        _part(_marks(view.marks), fixed=False),
        _part(" ".join(f"{year}-{name}" for year, name in view.own_marks), fixed=False),
        _part(f"due-{view.due}" if view.due else ""),
        _part(_round_years(view.round_years), fixed=False),
        _part("-".join(("if", *map(str, view.suppose))) if view.suppose else "", fixed=False),
        _part(view.lang),
    ]


def _periods(periods: tuple[int, ...] | str) -> str:
    if periods == "eras":
        return ""
    return periods if isinstance(periods, str) else "-".join(["from", *map(str, periods)])


def _marks(marks: tuple[str, ...] | None) -> str:
    return "" if marks is None else "-".join(["marks", *(marks or NO_MARKS)])


def _round_years(numbers: tuple[int, ...]) -> str:
    return "" if numbers == ROUND_YEARS else "-".join(["after", *map(str, numbers)])


def _of_options(options: Options) -> list[_Part]:
    return [
        _part(options.format if options.format != USUAL.format else ""),
        _part(options.sheet if options.sheet != USUAL.sheet else ""),
        _part("large" if options.large else ""),
    ]


def _beyond_words(options: Options) -> bool:
    """Whether a picture depends on options that its name does not say in words."""
    return any(
        getattr(options, one.name) != getattr(USUAL, one.name)
        for one in fields(options)
        if one.name not in IN_WORDS
    )


def _part(text: str, fixed: bool = True) -> _Part:
    """A part of a name; not whole if anything of the text is lost."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^0-9a-z]+", "-", bare).strip("-")
    return _Part(plain, plain == text, fixed)


def _cut(parts: list[_Part], room: int) -> str:
    """The parts in so much room: the longest of those that may be cut loses first."""
    texts = [part.text for part in parts]
    loose = [place for place, part in enumerate(parts) if not part.fixed]
    while loose and sum(map(len, texts)) + len(texts) - 1 > room:
        longest = max(loose, key=lambda place: len(texts[place]))
        texts[longest] = texts[longest][:-1].rstrip("-")
    return "_".join(filter(None, texts))


def digest(depends_on: Hashable) -> str:
    """Letters and digits that differ where what a file depends on differs."""
    return b32encode(sha256(repr(depends_on).encode()).digest()).decode().lower()[:DIGEST]
