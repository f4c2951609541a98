"""Parameters of a test: read from a cell of ``claims.csv``, and asked for by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.i18n.dates import first_day

Given = Mapping[str, str]
"""Parameters of a test, by name, as they are written in ``claims.csv``."""


def read_parameters(text: str) -> dict[str, str]:
    """Parameters from a cell: ``home=shanghai; expect=total:85,countries:57``.

    Raises:
        ValueError: a part is no pair of a name and a value, or a name stands twice.
    """
    given: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not (name and sign and value):
            raise ValueError(f"“{part}” is not a name and a value with = between")
        if name in given:
            raise ValueError(f"{name} stands there twice")
        given[name] = value
    return given


def whole(text: str) -> int:
    """A whole number, as it is written in a cell.

    Raises:
        ValueError: it is none.
    """
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"“{text}” is not a whole number")
    return int(text)


def year(text: str) -> int:
    """A year of four digits, as it is written in a cell.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or text == "0000":
        raise ValueError(f"“{text}” is not a year such as 1978")
    return int(text)


def date(text: str) -> str:
    """A date at its own precision, as it is written in a cell.

    Raises:
        ValueError: it is none.
    """
    try:
        if first_day(text):
            return text
    except ValueError:  # said below, for days that no calendar has as well
        pass
    raise ValueError(f"“{text}” is not a date such as 1973-11-30")


class Parameters:
    """What asks for the parameters of a test by name.

    Attributes:
        given: the parameters.
    """

    given: Given

    def one(self, name: str, usual: str | None = None) -> str:
        """The value of a parameter.

        Raises:
            ValueError: it is not given, and there is no usual value.
        """
        value = self.given.get(name, usual)
        if value is None:
            raise ValueError(f"the test needs the parameter {name}")
        return value

    def many(self, name: str, usual: str | None = None) -> tuple[str, ...]:
        """The values of a parameter, with commas between."""
        return tuple(filter(None, (value.strip() for value in self.one(name, usual).split(","))))

    def pairs(self, name: str) -> list[tuple[str, str]]:
        """The values of a parameter that are themselves pairs: ``total:85,countries:57``.

        Raises:
            ValueError: a value has no colon.
        """
        found = [value.partition(":") for value in self.many(name)]
        if any(not sign for _, sign, _ in found):
            raise ValueError(f"each value of {name} needs a colon in it")
        return [(left, right) for left, _, right in found]

    def pair(self, name: str) -> tuple[str, str]:
        """The two values of a parameter.

        Raises:
            ValueError: there are more or fewer.
        """
        found = self.many(name)
        if len(found) != 2:
            raise ValueError(f"{name} must name two, with a comma between")
        return found[0], found[1]

    def number(self, name: str) -> int:
        """The value of a parameter as a whole number.

        Raises:
            ValueError: it is none.
        """
        return whole(self.one(name))

    def year(self, name: str) -> int:
        """The value of a parameter as a year.

        Raises:
            ValueError: it is none.
        """
        return year(self.one(name))
