"""Which column of a grid is what: by its head in many languages, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from geo.i18n import mark
from geo.intake.grid import Grid, GridRow
from geo.intake.heads import MOST, cells_of, divided, is_date, share
from geo.intake.limits import Refused
from geo.intake.vocabulary import column_name, head_key, kind_in
from geo.place.country_names import countries_in, country_code

FIELDS = (
    "home",
    "partner",
    "country",
    "date",
    "kind",
    "region",
    "district",
    "lat",
    "lon",
    "remark",
)
"""What a column can be to us."""


FIELD_NAMES = {
    "home": mark("City"),
    "partner": mark("Partner"),
    "country": mark("Country"),
    "date": mark("Date"),
    "kind": mark("Kind of tie"),
    "region": mark("Region or state"),
    "district": mark("District"),
    "lat": mark("Latitude"),
    "lon": mark("Longitude"),
    "remark": mark("Remark"),
}
"""What the fields are called."""


NO_SUCH_COLUMN = mark("There is no column “{column}”; there are: {known}.")


NO_SUCH_FIELD = mark("“{field}” is not what a column can be; it can be: {known}.")


NO_PARTNERS = mark("No column with the partners was found: say which it is.")


Chosen = Mapping[str, str | int]
"""Fields and the columns a reader set for them: by their heads or their numbers from 0; ``""`` for
none."""


@dataclass(frozen=True)
class Layout:
    """How a grid is to be read.

    Attributes:
        columns: column numbers from 0, by field.
        heads: the heads of all columns, "" where they have none.
        titles: lines over the head.
        rows: those under it.
    """

    columns: Mapping[str, int]
    heads: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[GridRow, ...] = field(repr=False)

    def name(self, of: str) -> str:
        """What the column of a field is called: its head on one line, or its number."""
        if of not in self.columns:
            return ""
        column = self.columns[of]
        head = self.heads[column] if column < len(self.heads) else ""
        return " ".join(head.split()) or f"column {column + 1}"


def layout_of(grid: Grid, chosen: Chosen | None = None, needed: bool = True) -> Layout:
    """Find the head of a grid and what its columns are.

    Args:
        grid: the table.
        chosen: what a reader has set, which wins over what is found.
        needed: whether there must be partners.

    Raises:
        Refused: a column that a reader set is not there, or there are no partners and must be.
    """
    head, titles, rows = divided(grid)
    heads = head + ("",) * (grid.width - len(head))
    found = _by_head(heads, rows)
    found |= _by_cells(heads, rows, found)
    for of, column in (chosen or {}).items():
        found = {known: at for known, at in found.items() if known != of}
        if column != "":
            at = _column(column, of, heads)
            found = {known: other for known, other in found.items() if other != at} | {of: at}
    if needed and "partner" not in found and rows:
        raise Refused(NO_PARTNERS)
    return Layout(found, heads, (*grid.titles, *titles), tuple(rows))


def _column(column: str | int, of: str, heads: Sequence[str]) -> int:
    """The number of a column that a reader named."""
    if of not in FIELDS:
        raise Refused(NO_SUCH_FIELD, field=of[:40], known=", ".join(FIELDS))
    keys = [head_key(head) for head in heads]
    if isinstance(column, str) and head_key(column) in keys:
        return keys.index(head_key(column))
    if isinstance(column, str) and (number := re.fullmatch(r"(?:column )?(\d{1,3})", column)):
        column = int(number[1]) - 1
    if isinstance(column, int) and 0 <= column < len(heads):
        return column
    known = ", ".join(filter(None, (" ".join(head.split()) for head in heads)))
    raise Refused(NO_SUCH_COLUMN, column=str(column)[:40], known=known[:300])


def _by_head(heads: Sequence[str], rows: Sequence[GridRow]) -> dict[str, int]:
    """Columns by what their heads are known for."""
    named = {at: name for at, head in enumerate(heads) if head and (name := column_name(head))}
    found: dict[str, int] = {}
    for at, name in sorted(named.items(), key=lambda item: (not item[1].whole, item[0])):
        found.setdefault(name.field, at)
    kinds = [at for at, name in named.items() if name.field == "kind"]
    if len(kinds) > 1:  # Kind of a place beside Level of a tie
        found["kind"] = max(kinds, key=lambda at: share(cells_of(at, rows), kind_in))
    places = [at for at, name in named.items() if name.field == "place"]
    found.pop("place", None)
    if "partner" not in found and places:
        found["partner"] = places[1] if len(places) > 1 and "home" not in found else places[0]
    if "home" not in found:
        others = [at for at in places if at != found.get("partner")]
        if others and others[0] < found.get("partner", -1):
            found["home"] = others[0]
    if "home" not in found and (region := found.pop("home_region", None)) is not None:
        found["home"] = _last_under(region, heads, rows)
    return {of: at for of, at in found.items() if of in FIELDS}


def _last_under(column: int, heads: Sequence[str], rows: Sequence[GridRow]) -> int:
    """The last of the columns that one head stands over: the next have none, and hold names."""
    at = column
    while at + 1 < len(heads) and not heads[at + 1] and _names_in(at + 1, rows) >= MOST:
        at += 1
    return at


def _names_in(column: int, rows: Sequence[GridRow]) -> float:
    """The share of cells that may be names of places: short, with letters, neither dates nor
    countries."""
    cells = cells_of(column, rows)
    names = [
        cell
        for cell in cells
        if len(cell) < 80 and re.search(r"[^\W\d_]", cell) and not is_date(cell)
    ]
    return len(names) / len(cells) if cells else 0.0


def _by_cells(
    heads: Sequence[str], rows: Sequence[GridRow], found: Mapping[str, int]
) -> dict[str, int]:
    """Fields still missing, by what stands in columns whose heads say nothing."""
    open_columns = [
        at
        for at, head in enumerate(heads)
        if at not in found.values() and column_name(head or "?") is None
    ]
    more: dict[str, int] = {}
    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("country", country_code),
        ("date", is_date),
        ("kind", kind_in),
    )
    for of, is_it in tests:
        shares = {at: share(cells_of(at, rows), is_it) for at in open_columns}
        best = max(shares, key=lambda at: shares[at], default=None)
        if of not in found and best is not None and shares[best] >= MOST:
            more[of] = best
            open_columns.remove(best)
    if "partner" not in found:
        names = [at for at in open_columns if _names_in(at, rows) >= MOST]
        if names:
            more["partner"] = names[0]
            if len(names) > 1 and "home" not in found and _grouped(names[0], rows):
                more |= {"home": names[0], "partner": names[1]}
    return more


def _grouped(column: int, rows: Sequence[GridRow]) -> bool:
    """Whether a column repeats itself, as homes do and partners do not."""
    cells = cells_of(column, rows)
    return len(cells) > 3 and len(set(cells)) <= len(cells) / 2


def country_of_head(layout: Layout, of: str) -> str:
    """The one country that the head of a column names (日方城市, U.S. Counterparts); "" if none."""
    countries = countries_in(layout.name(of)) if of in layout.columns else []
    return countries[0] if len(countries) == 1 else ""
