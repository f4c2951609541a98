"""What a test finds, and the kinds of tests that can be put to a case, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from geo.figures.article.claims.case import Case
from geo.figures.article.claims.verdict import Part, Verdict, verdict_of


@dataclass(frozen=True)
class Outcome:
    """What a test found as of a day.

    Attributes:
        figure: the finding in a few words.
        parts: the conditions, one by one.
        ties: slugs of the ties that were looked at.
        remark: what a reader should know of how far this can be trusted; "" if nothing.
    """

    figure: str
    parts: tuple[Part, ...]
    ties: tuple[str, ...] = ()
    remark: str = ""

    @property
    def verdict(self) -> Verdict:
        """By the one rule for all statements."""
        return verdict_of(self.parts)


Run = Callable[[Case], Outcome]


@dataclass(frozen=True)
class Kind:
    """A kind of test: its name in ``claims.csv``, its rule as a message, what it does."""

    name: str
    rule: str
    run: Run


@dataclass
class Kinds:
    """The kinds of tests, by name."""

    by_name: dict[str, Kind] = field(default_factory=dict)

    def add(self, name: str, rule: str) -> Callable[[Run], Run]:
        """Register a function as a kind of test under a name, with its rule in words."""

        def register(run: Run) -> Run:
            self.by_name[name] = Kind(name, rule, run)
            return run

        return register


KINDS = Kinds()
