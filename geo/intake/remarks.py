"""What is said of a row: messages of the catalogue with what fills them, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geo.i18n import Words, mark
from geo.intake.found_date import Found
from geo.ties.cell_rules import quoted

Verdict = Literal["good", "warn", "reject"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on a row.

    Attributes:
        verdict: ``warn`` (the row is used) or ``reject``.
        message: in English, a message of the catalogue.
        found: what stands in the cell; fills ``{found}``.
        expected: what should, or what was made of it; fills ``{expected}``.
        field: the field it is about, as in :data:`geo.intake.columns.FIELDS`; "" for the row.
    """

    verdict: Verdict
    message: str
    found: str = ""
    expected: str = ""
    field: str = ""

    def sentence(self, words: Words) -> str:
        """The remark in the reader's language; what was found stands in quotation marks."""
        found = quoted(" ".join(self.found.split()))
        return words.say(self.message, found=found, expected=self.expected)


def verdict_of(remarks: Sequence[Remark]) -> Verdict:
    """What follows from all remarks on a row: the gravest of them."""
    verdicts = {remark.verdict for remark in remarks}
    return "reject" if "reject" in verdicts else "warn" if verdicts else "good"


# What is no tie, or cannot be used.
NOTE = mark("not a tie: a note to the list")
NO_PARTNER = mark("no partner")
RENEWAL = mark("no partner: a renewal of the tie above ({found})")
NO_HOME_ABOVE = mark("no city of its own: the cell is empty and nothing stands above it")
NO_HOME = mark("no city of its own: name the city whose list this is")
OTHER_HOME = mark("a tie of {found}, not of {expected}")
NO_COUNTRY = mark("no country: name the country of the partners")
UNKNOWN_COUNTRY = mark("{found} is no country that is known: write one such as Japan, 日本 or JP")
NUMBER_FOR_NAME = mark("{found} is a number, not the name of a partner")
WIKIDATA = mark("{found} is a number in Wikidata, not the name of a partner")
TOO_LONG = mark("{found} is too long for a name")
FORMULA = mark("{found} begins like a formula, as no name does")
SELF = mark("a tie of {found} with itself")
TWICE = mark("says the same as row {expected}")
UNREADABLE = mark("cannot be read in this encoding: choose another one")

# What is used with a word to its reader.
NO_DATE = mark("no date")
DATE_UNREADABLE = mark(
    "{found} is not understood as a date: write one such as 1973-11-30, 1973-11 or 1973"
)
DATE_IMPOSSIBLE = mark("no calendar has {found}: read as {expected}")
DATE_IMPOSSIBLE_ALL = mark("no calendar has {found}")
DATE_AMBIGUOUS = mark("{found} may begin with the day or the month: read as {expected}")
DATE_SEVERAL = mark("two dates in one cell, the first taken")
DATE_ABOUT = mark("the date is not exact: {found}")
DATE_SHORT_YEAR = mark("the year in {found} has two digits only: the date is left out")
DATE_FUTURE = mark("{found} lies in the future: the date is left out")
OTHER_DATE = mark("the same tie stands in row {expected} with another date")
TWO_NAMES = mark("two cities in one cell, placed at the first")
MISSPELT = mark("name misspelt: {found}, taken for {expected}")
LOOKED_UP = mark(
    "{found} was looked up with Nominatim (© OpenStreetMap contributors): {expected}, approximate"
)
COUNTRY_MISSPELT = mark("country misspelt: {found}, taken for {expected}")
COUNTRY_ABOVE = mark("country taken from the row above: {expected}")
COUNTRY_BY_NAME = mark("no country: found by the name alone, {expected}")
AMBIGUOUS_COUNTRY = mark("{found} is read as {expected}, not CN")
SAME_COUNTRY = mark("partner in the same country ({expected})")
DISTRICT = mark("tie of a district of the city (column {found})")
INTENT = mark("declared intent, not a tie")
NOTED = mark("the list notes: {found}")
COORDINATES = mark("{found} are no coordinates on the globe: placed by name")

DATE_MESSAGES = {
    "unreadable": DATE_UNREADABLE,
    "impossible": DATE_IMPOSSIBLE,
    "ambiguous": DATE_AMBIGUOUS,
    "several": DATE_SEVERAL,
    "about": DATE_ABOUT,
    "short year": DATE_SHORT_YEAR,
}


def date_message(found: Found) -> str:
    """The message about a date that was not read plainly."""
    if found.problem == "impossible" and not found.date:
        return DATE_IMPOSSIBLE_ALL
    return DATE_MESSAGES[found.problem]
