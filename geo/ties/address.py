"""Addresses: what a reader's address asks for, and what of it is not understood.

What can be understood is understood: names and values in any case and width, several values between
commas, codes without their leading zeros, names in either language in place of codes. What cannot
be is handed back, so that whoever opens the address can name it instead of silently showing
everything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geo.i18n import mark
from geo.ties.called import plain
from geo.ties.joining import PREFIX
from geo.ties.parameters import FIELD_OF, READERS
from geo.ties.roster import Roster
from geo.ties.view import LANGUAGES, Query, View

NEAR_NAMES = {
    "language": "lang",
    "year": "years",
    "homes": "home",
    "levels": "level",
    "countries": "country",
    "regions": "region",
    "roles": "role",
    "partners": "partner",
    "period": "periods",
    "search": "q",
}
"""Names of parameters that are nearly right."""
OTHERS = (
    *("map", "present", "picture", "list", "as", "table", "embed", "embed_options"),
    *("alarm", "titles", "inexact"),
)
"""Parameters that say how it is looked at, and not what; ``as`` and ``table`` ask for a file of it,
the last three are of a calendar (:mod:`geo.export.ics_address`)."""
PASSED_ON = re.compile(r"utm_\w+|[a-z]{1,5}clid|spm|isappinstalled", re.ASCII)
"""Parameters that others hang on to an address when they pass it on; they ask for nothing."""
LONGEST, MOST = 40, 6
"""Characters of a value, and values, that are named as not understood at the most."""


def read_address(query: Query, roster: Roster, lang: str = "en") -> tuple[View, list[str]]:
    """The view that an address asks for, and what of it is not understood.

    Every address opens a valid view: what is not understood is left out of it.

    Args:
        query: parameters of the address.
        roster: what there is to choose from.
        lang: the language where the address names none.

    Returns:
        The view, and for every parameter that is not wholly understood ``name=values``: one line
        each, cut short, not escaped.
    """
    asked = normalised(query)
    usual = View.default(roster, lang if lang in LANGUAGES else "en")
    missed: dict[str, list[str]] = {
        name: list(values)
        for name, values in asked.items()
        if name not in (*READERS, *OTHERS) and not PASSED_ON.fullmatch(name)
    }
    found = {
        name: read(asked[name], roster, missed.setdefault(name, []))
        for name, read in READERS.items()
        if name in asked
    }
    given = {FIELD_OF.get(name, name): value for name, value in found.items() if value is not None}
    return usual.but(**given), _named(missed)


OTHER_LIST = mark(
    "This address has cities of a reader’s own list. The list stayed in the browser window where "
    "it was added: save it there as a package, and add that file here on the page “Data”."
)


def names_other_list(missed: Sequence[str]) -> bool:
    """Whether an address names homes or places of a list that is not at hand.

    Args:
        missed: what of it is not understood, as :func:`read_address` gives it.
    """
    values = (part.partition("=")[2].split(", ") for part in missed)
    return any(value.startswith(PREFIX) for some in values for value in some)


def normalised(query: Query) -> dict[str, list[str]]:
    """An address with its parameters called by their own names.

    ``&amp;`` instead of ``&``, as pages that quote addresses write it, other case and full width
    are seen through; values stay as they are.
    """
    found: dict[str, list[str]] = {}
    for name, values in query.items():
        own = plain(name)
        while own.startswith("amp;"):
            own = own.removeprefix("amp;")
        found.setdefault(NEAR_NAMES.get(own, own), []).extend(values)
    return found


def _named(missed: Mapping[str, Sequence[str]]) -> list[str]:
    """What is not understood, a line a parameter."""
    lines = []
    for name, values in missed.items():
        different = list(dict.fromkeys(map(as_named, values)))
        if different or name not in READERS:
            more = [*different[:MOST], "…"] if len(different) > MOST else different
            lines.append(f"{as_named(name)}={', '.join(more)}")
    return [*lines[:MOST], "…"] if len(lines) > MOST else lines


def as_named(text: str) -> str:
    """A name or value of an address as a sentence names it: a line of what can be seen, cut short.

    It is not escaped.
    """
    line = " ".join("".join(c if c.isprintable() else "�" for c in text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
