"""The rows of a list that are not used, with the reason and the cells that can be put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import pandas as pd

from geo.data import read_table
from geo.i18n import Words
from geo.intake.columns import FIELD_NAMES
from geo.intake.mending import MENDABLE, Mended
from geo.intake.package import Packed
from geo.intake.reading import Reading
from geo.intake.remarks import Remark
from geo.intake.report import reason_of
from geo.intake.row import Row
from geo.intake.whole_file import row_name

Refusal = tuple[Row, Remark | None]
"""A row that is not used, and what keeps it from the map; ``None`` where its own remarks do."""


def refusals(reading: Reading, packed: Packed) -> Iterator[Refusal]:
    """The rows that are not used, in the order of the file."""
    left_out = {id(row): remark for row, remark in packed.left_out}
    for row in reading.rows:
        if row.verdict == "reject" or id(row) in left_out:
            yield row, left_out.get(id(row))


def refused_table(
    refused: Sequence[Refusal], reading: Reading, mended: Mended, words: Words
) -> pd.DataFrame:
    """Rows that are not used as a table, all cells text.

    Args:
        refused: those rows.
        reading: the list that they are of, for the names of its columns.
        mended: what its reader has put right, shown instead of what stands in the list.
        words: the language of heads and reasons.

    Returns:
        Row, reason, and a column for each of :data:`geo.intake.mending.MENDABLE`.
    """
    cells = {
        words.say("Row"): [row_name(row) for row, _ in refused],
        words.say("Reason"): [
            remark.sentence(words) if remark else reason_of(row, reading, words)
            for row, remark in refused
        ],
    }
    for of in MENDABLE:
        cells[words.say(FIELD_NAMES[of])] = [_cell(row, of, mended, words) for row, _ in refused]
    return pd.DataFrame(cells, dtype=str)


def _cell(row: Row, of: str, mended: Mended, words: Words) -> str:
    if new := mended.get((row.sheet, row.number), {}).get(of, ""):
        return new
    if of == "country":
        return _countries(words.lang).get(row.country, row.country)
    return str(getattr(row, of, "") or "")


@lru_cache(maxsize=2)
def _countries(lang: str) -> dict[str, str]:
    """The names of countries by their codes; whoever reads the table again knows them."""
    known = read_table("countries")
    return dict(zip(known["country"], known[f"name_{lang}"], strict=True))
