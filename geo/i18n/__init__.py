"""The words of the atlas in Chinese and English, and how dates and numbers are written.

The English text in the code is the message; ``zh.po`` beside this file holds the Chinese, in the
GNU gettext format that translators' tools read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from geo.i18n.dates import first_day, precision

MESSAGES_FILE = Path(__file__).with_name("zh.po")
LOCALES = {"en": Locale.parse("en_GB"), "zh": Locale.parse("zh_Hans")}
LANGUAGE_TAG = {"en": "en", "zh": "zh-Hans"}
"""What HTML, HTTP and calendars call the two languages (RFC 5646)."""
TO = {"en": "–", "zh": "～"}
"""What stands between the two numbers of a range (in Chinese after GB/T 15834)."""
YEARS_TO = {"en": "–", "zh": "—"}
"""What stands between two years."""


def mark(message: str) -> str:
    """A message that is said elsewhere: noted for the catalogue, handed back as it is."""
    return message


def sentences(told: Iterable[str]) -> str:
    """Sentences one after the other: nothing stands behind a Chinese full stop, else a space."""
    text = ""
    for sentence in told:
        text += sentence if not text or text.endswith("。") else f" {sentence}"
    return text


@lru_cache(maxsize=1)
def messages() -> Catalog:
    """The Chinese messages, read from ``zh.po``."""
    with MESSAGES_FILE.open("rb") as lines:
        return read_po(lines, locale="zh_Hans")


@lru_cache(maxsize=4096)
def _decimal(value: float, decimals: int, lang: str) -> str:
    """A number with its marks, kept: a page writes hundreds, most of them again and again."""
    return str(format_decimal(value, format=_pattern(decimals), locale=LOCALES[lang]))


@lru_cache(maxsize=16)
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def _without_shared(first: str, last: str) -> str:
    """The later of two Chinese dates without the year, and the month, that the first has too."""
    for unit in ("月", "年"):
        head, found, rest = last.partition(unit)
        if found and rest and first.startswith(head + unit):
            return rest
    return last


class Words:
    """One language's way of saying things.

    Args:
        lang: ``zh`` or ``en``.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.locale = LOCALES[lang]

    def say(self, message: str, **values: object) -> str:
        """A message in this language, its ``{names}`` filled in."""
        text = message
        if self.lang != "en" and message:
            entry = messages().get(message)
            text = str(entry.string) if entry and entry.string else message
        return text.format(**values) if values else text

    def count(self, one: str, many: str, how_many: int, **values: object) -> str:
        """A message about so many things; ``{n}`` is their number unless ``values`` has an n."""
        values = {"n": self.number(how_many)} | values
        if self.lang != "en":
            entry = messages().get((one, many))
            if entry and entry.string and entry.string[0]:
                return str(entry.string[0]).format(**values)
        return (one if how_many == 1 else many).format(**values)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with the language's own marks, e.g. 12,345.6."""
        return _decimal(value, decimals, self.lang)

    def range(self, certain: int, possible: int) -> str:
        """A count: the certain number and, where it differs, the possible one: 48–51, 48～51."""
        if certain == possible:
            return self.number(certain)
        return self.between(self.number(certain), self.number(possible))

    def between(self, low: str, high: str) -> str:
        """A range of numbers that are written already: 2.9–9.8, 2.9～9.8."""
        return f"{low}{TO[self.lang]}{high}"

    def years(self, first: int, last: int) -> str:
        """Years from the first to the last: 1973–2026, 1973—2026年; one year is itself."""
        span = str(first) if first == last else f"{first}{YEARS_TO[self.lang]}{last}"
        return f"{span}年" if self.lang == "zh" else span

    def people(self, thousands: float) -> str:
        """A number of people: 345,000 or 20.9 million; 34.5万人 or 2,090.1万人.

        Args:
            thousands: in thousands, as the data have it.
        """
        if self.lang == "zh":
            return f"{self.number(thousands / 10, 1)}万人"
        if thousands < 1000:
            return self.number(thousands * 1000)
        return f"{self.number(thousands / 1000, 1)} million"

    def date(self, date: str) -> str:
        """A date at its own precision as the language writes it; "date unknown" for none.

        ``2012-08`` is August 2012 or 2012年8月; a span ``2006-11-22/2006-11-25`` keeps both ends,
        in Chinese without what they have in common: 2006年11月22日至25日.
        """
        if "/" in date:
            first, last = (self.date(end) for end in date.split("/"))
            return (
                f"{first}至{_without_shared(first, last)}"
                if self.lang == "zh"
                else (f"{first} – {last}")
            )
        day, exact = first_day(date), precision(date)
        if day is None:
            return self.say("date unknown")
        if exact == "year":
            return f"{day.year}年" if self.lang == "zh" else str(day.year)
        if exact == "month":
            return str(format_skeleton("yMMMM", day, locale=self.locale))
        return str(format_date(day, "long", locale=self.locale))

    def join(self, names: Iterable[str]) -> str:
        """Names in a row, as the language joins them: A, B and C; A、B和C."""
        return str(format_list(list(names), locale=self.locale))

    def row(self, phrases: Iterable[str]) -> str:
        """Short phrases in a row: A, B and C; A、B、C, for “和” joins nothing but nouns."""
        return "、".join(phrases) if self.lang == "zh" else self.join(phrases)

    def clauses(self, clauses: Iterable[str]) -> str:
        """Clauses in a row: A, B and C; A，B，C, for “和” joins nothing but nouns."""
        return "，".join(clauses) if self.lang == "zh" else self.join(clauses)

    def of(self, record: Any, field: str) -> str:
        """The cell of a bilingual pair of columns (``name_en``, ``name_zh``) in this language."""
        cell = (
            record[f"{field}_{self.lang}"]
            if hasattr(record, "keys")
            else getattr(record, f"{field}_{self.lang}")
        )
        return str(cell)
