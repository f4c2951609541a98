"""Dates as people write them, to dates at their own precision (EDTF level 0: 1973-11-30, 1973-11,
1973), or to what is wrong with them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from babel import Locale

from geo.intake.vocabulary import is_nothing
from geo.place.country_names import plain

Problem = Literal["", "unreadable", "impossible", "ambiguous", "several", "about", "short year"]

LANGUAGES = ("en", "de", "fr", "pl", "es", "it", "pt", "nl", "cs", "sv", "da", "nb", "fi", "hu")
"""The languages whose names of months are known, from CLDR; the first one wins."""

ERAS = {
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
    "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018,
    "民国": 1911, "民國": 1911, "中華民國": 1911, "中华民国": 1911, "단기": -2333,
}  # fmt: skip
"""The year before the first of an era (Japan: by the National Diet Library's table of eras)."""

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Years that a number alone can mean."""
SERIALS = (7_000, 75_000)
"""Day numbers of spreadsheets that are taken for dates: 1919 to 2105; 1 is 1 January 1900."""
SERIAL_ZERO = dt.date(1899, 12, 30)

DIGITS = {"〇": "0", "零": "0", "○": "0"} | dict(
    zip("一二三四五六七八九", "123456789", strict=True)
)


class Found(NamedTuple):
    """A date read from a cell.

    Attributes:
        date: EDTF level 0; "" where nothing can be known.
        problem: "" where all is well; otherwise what a reader must be told.
    """

    date: str
    problem: Problem = ""


def read_date(cell: str, day_first: bool | None = None) -> Found:
    """The date in a cell.

    Args:
        cell: as it stands in the file.
        day_first: whether 03/04/1999 is 3 April (``True``) or March 4th (``False``); ``None``
            where that is not known, and the answer is then the year alone, ``ambiguous``.
    """
    text = normal(cell)
    if is_nothing(text):
        return Found("")
    whole = _one(text, day_first)
    if whole:
        return whole
    return (
        _first_of_several(SEVERAL.split(text), day_first)
        or _first_of_several(text.split(","), day_first)
        or _about(text, day_first)
        or Found("", "unreadable")
    )


def _first_of_several(parts: Sequence[str], day_first: bool | None) -> Found | None:
    """The first date of a cell that holds several, ``None`` if it does not."""
    dates = [found for part in parts if (found := _one(part.strip(), day_first)) and found.date]
    begins = len(dates) > 1 and _one(parts[0].strip(), day_first)
    return Found(dates[0].date, dates[0].problem or "several") if begins else None


SEVERAL = re.compile(r"\s*(?:[;、/|]|\b(?:and|und|et|i|y)\b|及|和)\s*")
"""What stands between two dates in one cell."""

MARKS = re.compile(r"\[[^\]]{0,20}\]|[(（](?:註|注|주|note)?\s*\d{0,2}[)）]|[*＊※†‡]|^['’]")
"""Footnote marks, and the apostrophe by which spreadsheets keep a text."""

ABOUT = re.compile(
    r"^(?:c\.|ca\.?|circa|about|around|approx\.?|um|vers|około|ok\.|约|約|大约|약)\s*|"
    r"\s*(?:\?|左右|前后|頃|ごろ|경|\(\?\))$",
    re.IGNORECASE,
)


def normal(cell: str) -> str:
    """A cell with plain digits and signs, without footnote marks and blanks around."""
    text = unicodedata.normalize("NFKC", cell).replace("\u2212", "-").replace("\u2013", "-")
    return re.sub(r"\s+", " ", MARKS.sub("", text.replace("\n", " ; "))).strip(" ;,")


def _about(text: str, day_first: bool | None) -> Found | None:
    """A date that is said to be inexact."""
    bare = ABOUT.sub("", text)
    found = _one(bare, day_first) if bare != text else None
    return Found(found.date, found.problem or "about") if found else None


def _one(text: str, day_first: bool | None) -> Found | None:
    """One date that is the whole text; ``None`` if it is none."""
    for reader in (_serial, _east_asian, _numeric, _named_month):
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


ERA_NAMES = "|".join(sorted((name for name in ERAS if len(name) > 1), key=len, reverse=True))
NUMBER = r"([\d〇零○一二三四五六七八九十元]{1,9})"
EAST_ASIAN = re.compile(
    rf"(?:公元|西元|서기)?\s*({ERA_NAMES})?\s*{NUMBER}\s*[年년]\s*(?:{NUMBER}\s*[月월]\s*"
    rf"(?:{NUMBER}\s*[日号號일]?)?)?(?:\s*[(（].{{0,6}}[)）])?(?:\s*(?:签署|签订|締結|缔结|结好))?"
)
ERA_SHORT = re.compile(r"([MTSHR])\.?\s?(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})", re.IGNORECASE)


def _east_asian(text: str, day_first: bool | None) -> Found | None:
    """1973年11月30日, 昭和48年11月30日, 民國72年, 一九七三年十一月, 1973년 11월, S48.11.30."""
    if match := ERA_SHORT.fullmatch(text):
        year, month, day = map(int, match.groups()[1:])
        return exact(ERAS[match[1].upper()] + year, month, day)
    match = EAST_ASIAN.fullmatch(text)
    if not match:
        return None
    era, *numbers = match.groups()
    year, *rest = [numeral(number) for number in numbers if number]
    if era:
        year += ERAS[era]
    elif year < 1000:
        return Found("", "short year") if year < 100 else Found("", "unreadable")
    return exact(year, *rest)


def numeral(text: str) -> int:
    """A number in digits or Chinese numerals: 30, 三十, 二〇一二, 元 (1)."""
    if text == "元":
        return 1
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (numeral(tens) if tens else 1) + (numeral(ones) if ones else 0)
    digits = "".join(DIGITS.get(sign, sign) for sign in text if sign != "元")
    return int(digits) if digits.isdigit() else 0


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


def exact(year: int, month: int | None = None, day: int | None = None) -> Found:
    """The date of a year, month and day; of an impossible one what is possible of it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Found("", "impossible")
    if month is None:
        return Found(f"{year:04}")
    if not 1 <= month <= 12:
        return Found(f"{year:04}", "impossible")
    if day is None:
        return Found(f"{year:04}-{month:02}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return Found(f"{year:04}-{month:02}", "impossible")
    return Found(f"{year:04}-{month:02}-{day:02}")


def day_comes_first(cells: Iterable[str]) -> bool | None:
    """Whether 03/04/1999 is 3 April in a file, by its other dates.

    Returns:
        ``None`` where none of them tells, or where they contradict each other.
    """
    evidence = set(_evidence(cells))
    return evidence.pop() if len(evidence) == 1 else None


def _evidence(cells: Iterable[str]) -> Iterator[bool]:
    for cell in cells:
        for part in SEVERAL.split(normal(cell)) if "/" not in cell else [normal(cell)]:
            match = NUMERIC.fullmatch(TIME_OF_DAY.sub("", part))
            if match and match[5] and len(match[5]) == 4 and len(match[1]) < 3:
                first, second = int(match[1]), int(match[3])
                if first > 12 >= second or second > 12 >= first:
                    yield first > 12
