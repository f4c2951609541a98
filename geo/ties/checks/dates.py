"""Rules about dates: their form, their order, and the days between which a tie was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from geo.i18n.dates import FORM, first_day, last_day, parts, precision
from geo.ties.checks.draft import Draft, Fault, quote

DATES = {
    "ties": ("established", "ended"),
    "groups": ("since", "until"),
    "events": ("date",),
    "sources": ("date",),
    "weaker_ties": ("date",),
    "official_counts": ("as_of",),
    "claims": ("as_of",),
    "context": ("date",),
    "turning_points": ("date",),
}
"""The columns whose dates have a precision of their own (EDTF level 0), by table."""

SPANS = {("events", "date"), ("context", "date"), ("turning_points", "date")}
"""Those that may also hold two dates with a slash between."""

Meaning = tuple[dt.date, dt.date]
"""The first and the last day that a date can mean."""


def dates_are_dates(draft: Draft) -> Iterator[Fault]:
    """A day that no calendar has would be found by the first reader who sorts by it."""
    for table, row, column, cell in _dates(draft):
        ends = cell.split("/") if (table, column) in SPANS else [cell]
        if len(ends) > 2:
            yield Fault(table, row, column, f"{quote(cell)} is not a date or two with a slash")
            continue
        for end in ends:
            if wrong := _wrong(end):
                yield Fault(table, row, column, wrong)


def bounds_are_days(draft: Draft) -> Iterator[Fault]:
    """Bounds are compared day by day, so they are full dates."""
    for row in draft.rows("ties"):
        for column in ("earliest", "latest"):
            cell = row.cells.get(column, "")
            if cell and (wrong := _wrong(cell)):
                yield Fault("ties", row.name, column, wrong)
            elif cell and precision(cell) != "day":
                yield Fault("ties", row.name, column, f"{quote(cell)} is not a full date")


def spans_run_forwards(draft: Draft) -> Iterator[Fault]:
    """A visit that is over before it begins has its dates swapped."""
    for table, row, column, cell in _dates(draft):
        start, _, end = cell.partition("/")
        first, last = _meaning(start), _meaning(end)
        if first and last and first[0] > last[1]:
            yield Fault(table, row, column, f"{quote(cell)} ends before it begins")


def bounds_come_in_pairs(draft: Draft) -> Iterator[Fault]:
    """A tie has an interval or none: half of one is a question that the map cannot answer."""
    for row in draft.rows("ties", "earliest", "latest"):
        for empty, filled in (("earliest", "latest"), ("latest", "earliest")):
            if row.cells[filled] and not row.cells[empty]:
                yield Fault("ties", row.name, empty, f"is empty, though {filled} is filled")


def bounds_run_forwards(draft: Draft) -> Iterator[Fault]:
    """The earliest day cannot be after the latest."""
    for row in draft.rows("ties", "earliest", "latest"):
        earliest, latest = (_day(row.cells[column]) for column in ("earliest", "latest"))
        if earliest and latest and earliest > latest:
            yield Fault("ties", row.name, "latest", f"{latest} is before earliest, {earliest}")


def bounds_agree_with_established(draft: Draft) -> Iterator[Fault]:
    """Counts go by the bounds and the tables show the date: they must say the same.

    The bounds lie inside the days that ``established`` can mean; a full date leaves one day.
    """
    for row in draft.rows("ties", "established", "earliest", "latest"):
        established = row.cells["established"]
        meaning = _meaning(established)
        if not meaning:
            continue
        if not row.cells["earliest"] and not row.cells["latest"]:
            wrong = f"is empty, though established is {quote(established)}"
            yield Fault("ties", row.name, "earliest", wrong)
        for column in ("earliest", "latest"):
            day = _day(row.cells[column])
            if day and not meaning[0] <= day <= meaning[1]:
                wrong = f"{day} is outside of established, {quote(established)}"
                yield Fault("ties", row.name, column, wrong)


def nothing_ends_before_it_began(draft: Draft) -> Iterator[Fault]:
    """A tie that ended before it was made would be in force in no year at all."""
    for row in draft.rows("ties", "established", "earliest", "ended"):
        began = _meaning(row.cells["established"]) or _meaning(row.cells["earliest"])
        ended = _meaning(row.cells["ended"])
        if began and ended and began[0] > ended[1]:
            wrong = f"{quote(row.cells['ended'])} is before the tie was made, {began[0]}"
            yield Fault("ties", row.name, "ended", wrong)


def nothing_lies_in_the_future(draft: Draft) -> Iterator[Fault]:
    """The package knows nothing after its as-of day; a later date is a slip of the pen.

    A month or year may reach beyond the as-of day as long as it begins before, and ``latest`` may
    go to its end; without a date to say so, ``latest`` stops at the as-of day.
    """
    if not draft.as_of:
        return
    for table, row, column, cell in _dates(draft):
        meanings = [_meaning(end) for end in cell.split("/")]
        if any(meaning and meaning[0] > draft.as_of for meaning in meanings):
            yield Fault(table, row, column, f"{quote(cell)} is after the as-of day, {draft.as_of}")
    for tie in draft.rows("ties", "established", "earliest", "latest"):
        established = _meaning(tie.cells["established"])
        if established and established[0] > draft.as_of:
            continue  # said above; the bounds only follow
        for column in ("earliest",) if established else ("earliest", "latest"):
            day = _day(tie.cells[column])
            if day and day > draft.as_of:
                wrong = f"{day} is after the as-of day, {draft.as_of}"
                yield Fault("ties", tie.name, column, wrong)


def _dates(draft: Draft) -> Iterator[tuple[str, str, str, str]]:
    """Table, row, column and text of every cell that holds a date of its own precision."""
    for table, columns in DATES.items():
        for row in draft.rows(table):
            for column in columns:
                if cell := row.cells.get(column):
                    yield table, row.name, column, cell


def _wrong(date: str) -> str:
    """What is wrong with a date, "" if it is one. Digits of other scripts are not ISO 8601."""
    if not date.isascii() or not FORM.fullmatch(date):
        return f"{quote(date)} is not a date: write 1986-05-29, 2012-08 or 2015"
    try:
        parts(date)
    except ValueError as error:
        return f"{quote(date)} is not a date: {error}"
    return ""


def _meaning(date: str) -> Meaning | None:
    """The days a date can mean; ``None`` where it is empty or no date, which is said elsewhere."""
    if not date or _wrong(date):
        return None
    first, last = first_day(date), last_day(date)
    return (first, last) if first and last else None


def _day(date: str) -> dt.date | None:
    """The day of a full date, ``None`` for anything else."""
    meaning = _meaning(date)
    return meaning[0] if meaning and meaning[0] == meaning[1] else None
