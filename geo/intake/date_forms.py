"""The forms of a single date: numbers alone, East Asian ones, signs between, names of months."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale

from geo.intake.east_asian_dates import east_asian
from geo.intake.found_date import FIRST_YEAR, LAST_YEAR, Found, exact
from geo.place.country_names import plain

SERIALS = (7_000, 75_000)
"""Day numbers of spreadsheets that are taken for dates: 1919 to 2105; 1 is 1 January 1900."""


SERIAL_ZERO = dt.date(1899, 12, 30)


LANGUAGES = ("en", "de", "fr", "pl", "es", "it", "pt", "nl", "cs", "sv", "da", "nb", "fi", "hu")
"""The languages whose names of months are known, from CLDR; the first one wins."""


def one_date(text: str, day_first: bool | None) -> Found | None:
    """One date that is the whole text; ``None`` if it is none."""
    for reader in (_serial, east_asian, _numeric, _named_month):
        if found := reader(text, day_first):
            return found
    return None


def _serial(text: str, day_first: bool | None) -> Found | None:
    """A number alone: a year, a month or day without signs, a spreadsheet's day, milliseconds."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", text) or (
        "." in text and len(text.split(".")[0]) <= 2  # 12.1973 is December
    ):
        return None
    whole = text.split(".")[0]
    number = int(whole) if len(whole) < 20 else 0
    if FIRST_YEAR <= number <= LAST_YEAR and text in (whole, f"{whole}.0"):
        return Found(whole)
    if "." in text and len(whole) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return None  # 1973.11 is November
    if len(whole) == 8 and FIRST_YEAR <= number // 10000 <= LAST_YEAR:
        return exact(number // 10000, number // 100 % 100, number % 100)
    if len(whole) == 6 and FIRST_YEAR <= number // 100 <= LAST_YEAR and 0 < number % 100 < 13:
        return exact(number // 100, number % 100)
    if SERIALS[0] <= number <= SERIALS[1]:
        return Found((SERIAL_ZERO + dt.timedelta(days=number)).isoformat())
    if 9 <= len(whole.lstrip("-")) <= 13:
        return _since_1970(number)
    return Found("", "unreadable") if len(whole) != 2 else Found("", "short year")


def _since_1970(number: int) -> Found:
    """Milliseconds since 1970, or seconds where there are so few.

    What was midnight where the file was made is 16:00 of the day before in Greenwich for China:
    the nearest midnight is meant.
    """
    seconds = (
        number if abs(number) < 4_200_000_000 and len(str(abs(number))) <= 10 else number / 1e3
    )
    day = dt.date(1970, 1, 1) + dt.timedelta(days=round(seconds / 86400))
    known = FIRST_YEAR <= day.year <= LAST_YEAR
    return Found(day.isoformat()) if known else Found("", "unreadable")


NUMERIC = re.compile(r"(\d{1,4})\s?([./\-年])\s?(\d{1,4})(?:\s?([./\-月])\s?(\d{1,4})\.?)?日?")


TIME_OF_DAY = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[AP]M)?$", re.I)


DAY_FIRST_SIGN = "."
"""What stands between the parts of a date only where the day comes first."""


def _numeric(text: str, day_first: bool | None) -> Found | None:
    """1973-11-30, 1973.11, 30.11.1973, 11/30/1973, 11/1973."""
    match = NUMERIC.fullmatch(TIME_OF_DAY.sub("", text))
    if not match:
        return None
    first, sign, second, _, third = match.groups()
    if len(first) == 4:
        return exact(int(first), int(second), *([int(third)] if third else []))
    if third is None:
        return exact(int(second), int(first)) if len(second) == 4 else Found("", "unreadable")
    if len(third) != 4:
        return Found("", "short year" if len(third) == 2 else "unreadable")
    one, two, year = int(first), int(second), int(third)
    if one > 12 or two > 12:
        return exact(year, two, one) if one > 12 else exact(year, one, two)
    if one == two:
        return exact(year, one, two)
    if day_first is None and sign == DAY_FIRST_SIGN:
        day_first = True
    if day_first is None:
        return Found(exact(year).date, "ambiguous")
    return exact(year, two, one) if day_first else exact(year, one, two)


NAMED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|e|º|\.)?[\s.\-/]*(?:of |de |d')?\s*)?"
    r"(?P<month>[^\W\d_]{3,12})\.?[\s.,\-/]*(?:of |de |del )?"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?[\s.,\-/]+)?(?:of |de |del )?\s*(?P<year>\d{4})\s*"
    r"(?:r\.?)?",
    re.IGNORECASE,
)


YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[\s.,\-/]+(?P<month>[^\W\d_]{3,12})\.?(?:[\s.,\-/]+(?P<d1>\d{1,2})\.?)?"
)


WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+", re.I
)


def _named_month(text: str, day_first: bool | None) -> Found | None:
    """Jun.30.1966, November 1973, 30th of November, 1973, 30 listopada 1973 r., 1973 Nov 30."""
    bare = WEEKDAY.sub("", text)
    match = NAMED.fullmatch(bare) or YEAR_FIRST.fullmatch(bare)
    month = months().get(plain(match["month"])) if match else None
    if not match or not month:
        return None
    found = match.groupdict()
    day = found.get("d1") or found.get("d2")
    return exact(int(found["year"]), month, *([int(day)] if day else []))


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Months by their names and the usual short forms in :data:`LANGUAGES`, made plain."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        names = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[context][width].items():
                    if len(key := plain(str(name))) >= 3:
                        found.setdefault(key, number)
    return {"sept": 9} | found
