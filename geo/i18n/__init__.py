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
LOCALES = {"en": Locale.parse("en"), "zh": Locale.parse("zh_Hans")}


def mark(message: str) -> str:
    """A message that is said elsewhere: noted for the catalogue, handed back as it is."""
    return message


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
        """A count: the certain number and, where it differs, the possible one: 48–51."""
        if certain == possible:
            return self.number(certain)
        return f"{self.number(certain)}–{self.number(possible)}"

    def date(self, date: str) -> str:
        """A date at its own precision as the language writes it; "date unknown" for none.

        ``2012-08`` is August 2012 or 2012年8月; a span ``2006-11-22/2006-11-25`` keeps both ends.
        """
        if "/" in date:
            return " – ".join(self.date(end) for end in date.split("/"))
        day, exact = first_day(date), precision(date)
        if day is None:
            return self.say("date unknown")
        if exact == "year":
            return f"{day.year}年" if self.lang == "zh" else str(day.year)
        if exact == "month":
            return str(format_skeleton("yMMMM", day, locale=self.locale))
        return str(format_date(day, "long", locale=self.locale))

    def join(self, names: Iterable[str]) -> str:
        """Names in a row, as the language joins them: A, B and C."""
        return str(format_list(list(names), locale=self.locale))

    def of(self, record: Any, field: str) -> str:
        """The cell of a bilingual pair of columns (``name_en``, ``name_zh``) in this language."""
        cell = (
            record[f"{field}_{self.lang}"]
            if hasattr(record, "keys")
            else getattr(record, f"{field}_{self.lang}")
        )
        return str(cell)
