"""Whose list a file is, where no column and no reader says so: by its titles or its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from geo.intake.name_parts import stem
from geo.intake.places import Places
from geo.place.candidate import Candidate

LARGE = 100_000
"""People a city must have to be seen in a file's name, where many words are names of villages."""

TITLE_ZH = re.compile(
    r"([\u4e00-\u9fff]{2,8}?(?:市|省|州|縣|县|自治区))(?=[级級]?(?:的?(?:友好|国际|國際|姐妹|姊妹|友城|对外|對外|缔结|締結)))"
)
TITLE_OF = re.compile(
    r"\b(?:cities|towns|twins|partners|partnerstädte|jumelages|partnerskie)\s+(?:of|von|der|de|du)\s+"
    r"(?:the\s+)?(?:city\s+of\s+)?(?P<of>[^\W\d_][^()\d,:;–—]{1,40})",
    re.IGNORECASE,
)
TITLE_BEFORE = re.compile(
    r"^(?P<of>[^\W\d_][^()\d,:;–—]{1,40}?)(?:['’]s)?\s*[–—:-]?\s+"
    r"(?:sister|twin|friendship|partner|städtepartner|jumelage|miasta partner)",
    re.IGNORECASE,
)


def home_of_file(titles: Iterable[str], file_name: str, places: Places) -> str:
    """The home that the titles of a file name, or its name does; "" if neither does.

    Args:
        titles: lines over the tables.
        file_name: with or without folders.
        places: where a name must be known to count.
    """
    for name in (*_in_titles(titles), *_in_file_name(file_name)):
        for place in places.candidates(name, None)[:1]:
            if _is_it(place, name):
                return place.name_en if name.isascii() else name
    return ""


def home_country(home: str, places: Places) -> str:
    """The country of a home, by the place it most probably is; "" if it is not known."""
    found = places.candidates(home, None) if home else []
    return found[0].country if found else ""


def _in_titles(titles: Iterable[str]) -> Iterator[str]:
    for title in titles:
        if match := TITLE_ZH.search(title):
            yield match[1]
        for pattern in (TITLE_OF, TITLE_BEFORE):
            if match := pattern.search(title):
                yield match["of"].strip()


def _in_file_name(file_name: str) -> Iterator[str]:
    """Words of a file's name, three, two and one together."""
    words = [word for word in re.split(r"[\W\d_]+", PurePath(file_name).stem) if word]
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            if len(name) > 3 or not name.isascii():
                yield name.title() if name.isascii() else name


def _is_it(place: Candidate, name: str) -> bool:
    """Whether a place is called just so, and is large enough where its size is known."""
    called = stem(name) in (stem(place.name_en), stem(place.name_zh))
    return called and (place.population is None or place.population >= LARGE)
