"""Sources numbered in the order in which a text cites them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from geo.export.brief.record import Cited
from geo.i18n import Words
from geo.ties.partner import source_of
from geo.ties.roster import Roster


class Citing:
    """Gives each source its number when it is first cited.

    Args:
        roster: whose sources they are.
        words: of the reader's language.
    """

    def __init__(self, roster: Roster, words: Words) -> None:
        self._roster, self._words = roster, words
        self._numbers: dict[str, int] = {}

    def numbers(self, ids: Iterable[str]) -> str:
        """The numbers of some sources as they stand in a text: [1, 3–5]; "" for none."""
        found = {self._numbers.setdefault(one, len(self._numbers) + 1) for one in ids}
        return f"[{', '.join(_runs(sorted(found)))}]" if found else ""

    def after(self, text: str, ids: Iterable[str]) -> str:
        """A text with the numbers of its sources behind it, a blank between where it has Latin."""
        cited = self.numbers(ids)
        between = "" if self._words.lang == "zh" else " "
        return f"{text}{between}{cited}" if cited else text

    def sources(self) -> tuple[Cited, ...]:
        """Every source cited so far, by its number."""
        listed = [
            (n, source_of(one, self._roster, self._words)) for one, n in self._numbers.items()
        ]
        return tuple(Cited(n, one.title, one.about, one.url) for n, one in listed)


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, three and more in a row as the first and the last."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        row = [number for _, number in run]
        if len(row) > 2:
            yield f"{row[0]}–{row[-1]}"
        else:
            yield from map(str, row)
