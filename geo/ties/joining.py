"""Our own roster and the lists that a reader has added, as one roster."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

import pandas as pd

from geo.i18n import Words, mark
from geo.place.candidate import SEAT, Candidate
from geo.place.distance import km_within
from geo.ties.computed_roles import computed_role
from geo.ties.role_checks import POPULATION_FIELDS
from geo.ties.roles import COUNTED_BY
from geo.ties.roster import Roster, roster_of

PREFIX = "my-"
"""Before every key of an added list: no key of ours begins so, and an address that names one says
so by itself."""
MOST_CHOSEN = 5
"""Homes that can be looked at at once; more can neither be told apart by colour nor be read."""
MOST_ADDED = 5
"""Homes that can be added."""
COLOURS = (
    ("#0F5136", "#2AF04A"),
    ("#9545E6", "#A366F5"),
    ("#5C4100", "#A89000"),
    ("#9C2F74", "#E64C94"),
    ("#827A6A", "#F4F0C4"),
)
"""Of added homes, on light and on dark ground: 3:1 against the land, and apart from ours and from
each other for readers without red or green too (``tests/ties/test_joining.py`` says how far)."""
SAME_NAME_KM, SAME_POINT_KM = 50.0, 1.0
"""Places of one name this near, and places of one kind at one point, are one place."""
NAMED_SO = mark("{home} (your list)")
COMPUTED = mark("computed by the rule of the atlas, not checked by hand")
WEB = re.compile(r"https?://", re.IGNORECASE)

Tables = Mapping[str, pd.DataFrame]
"""Tables of a package by name, every cell as text."""
Row = dict[str, str]


@dataclass(frozen=True, eq=False)
class Added:
    """A list that a reader has added.

    Attributes:
        tables: ``homes``, ``places``, ``ties`` and ``sources`` of its package.
        file: all of it, as it is saved and as another process is given it.
    """

    tables: Tables
    file: bytes


def joined(own: Roster, added: Sequence[Added]) -> Roster:
    """Our own roster together with lists that a reader has added.

    Every key of a list gets :data:`PREFIX`, so that none can clash with one of ours; a place that
    is ours stays ours, with its evidence; of other places the roles are computed. Ours alone have
    published counts, statements of an article, and other names.

    Args:
        own: the roster of a package.
        added: lists, the first added first.

    Returns:
        ``own`` itself if nothing is added.

    Raises:
        ValueError: a list cannot be used; one sentence.
    """
    if not added:
        return own
    tables = dict(own.tables)
    for one in added:
        tables |= with_rows(tables, one.tables, PREFIX)
    seen = sha256(own.key.encode())
    for one in added:
        seen.update(one.file)
    key = seen.hexdigest()[:16]
    files = tuple(one.file for one in added)
    return roster_of(tables, own.release, own.package, key, own, files)


def with_rows(ours: Tables, theirs: Tables, prefix: str) -> dict[str, pd.DataFrame]:
    """Our homes, places, ties and sources with the rows of others below them.

    Args:
        ours, theirs: tables with these four among them.
        prefix: before every key of theirs. A home or place that is ours stays ours.
    """
    sources = _keys(theirs["sources"]["source"], ours["sources"]["source"], prefix)
    homes = _keys(theirs["homes"]["home"], ours["homes"]["home"], prefix)
    ties = _keys(theirs["ties"]["tie"], ours["ties"]["tie"], prefix)
    known = known_places(ours["places"], theirs["places"])
    fresh = [slug for slug in theirs["places"]["place"] if slug not in known]
    places = known | _keys(fresh, ours["places"]["place"], prefix)
    cited = {one for cell in theirs["ties"]["sources"] for one in cell.split(";")}
    new = {
        "sources": [
            _source(row, sources) for row in _rows(theirs["sources"]) if row["source"] in cited
        ],
        "homes": _homes(_rows(theirs["homes"]), homes, ours["homes"]),
        "places": [
            _computed(row | {"place": places[row["place"]]})
            for row in _rows(theirs["places"])
            if row["place"] not in known
        ],
        "ties": [_tie(row, ties, homes, places, sources) for row in _rows(theirs["ties"])],
    }
    return {name: _below(ours[name], rows) for name, rows in new.items()}


def _keys(theirs: Sequence[str] | pd.Series, ours: pd.Series, prefix: str) -> dict[str, str]:
    """A key of its own for each key of theirs."""
    taken = set(ours)
    found = {}
    for key in theirs:
        tries = (f"{prefix}{key}" if n == 1 else f"{prefix}{key}-{n}" for n in count(1))
        found[key] = next(one for one in tries if one not in taken)
        taken.add(found[key])
    return found


def _rows(table: pd.DataFrame) -> list[Row]:
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in table.to_dict("records")
    ]


def _below(ours: pd.DataFrame, rows: Sequence[Row]) -> pd.DataFrame:
    """Our table with more rows; columns that only they have come last."""
    more = pd.DataFrame(rows, columns=None if rows else ours.columns, dtype=str)
    return pd.concat([ours, more], ignore_index=True).fillna("")


def _source(row: Row, sources: Mapping[str, str]) -> Row:
    """A source of theirs; only an address of the web is one."""
    url = row.get("url", "")
    return row | {"source": sources[row["source"]], "url": url if WEB.match(url) else ""}


def _homes(rows: Sequence[Row], keys: Mapping[str, str], ours: pd.DataFrame) -> list[Row]:
    """Homes of theirs, in colours that no other has, and told apart from one of the same name."""
    named, free = set(ours["name_en"]), COLOURS[sum(ours["home"].str.startswith(PREFIX)) :]
    if len(rows) > len(free):
        raise ValueError(f"No more than {MOST_ADDED} cities can be added.")
    found = []
    for row, (light, dark) in zip(rows, free, strict=False):
        own = row | {"home": keys[row["home"]], "color_light": light, "color_dark": dark}
        if row["name_en"] in named:
            own |= {
                f"name_{lang}": Words(lang).say(NAMED_SO, home=row[f"name_{lang}"])
                for lang in ("en", "zh")
            }
        found.append(own)
    return found


def _tie(
    row: Row,
    ties: Mapping[str, str],
    homes: Mapping[str, str],
    places: Mapping[str, str],
    sources: Mapping[str, str],
) -> Row:
    cited = [sources[one] for one in row.get("sources", "").split(";") if one in sources]
    return row | {
        "tie": ties[row["tie"]],
        "home": homes.get(row["home"], row["home"]),
        "place": places.get(row["place"], row["place"]),
        "sources": ";".join(cited),
        "ended_sources": "",
    }


def known_places(ours: pd.DataFrame, theirs: pd.DataFrame) -> dict[str, str]:
    """Places of theirs that we have, and ours that each of them is."""
    by_country: dict[str, list[Row]] = {}
    for row in _rows(ours):
        by_country.setdefault(row["country"], []).append(row)
    found = {}
    for row in _rows(theirs):
        same = (one for one in by_country.get(row["country"], ()) if _is_same(one, row))
        if mine := next(same, None):
            found[row["place"]] = mine["place"]
    return found


def _is_same(mine: Row, other: Row) -> bool:
    """Whether two rows of one country are one place: a city is never the province around it."""
    if (mine["kind"] == "city") != (other["kind"] == "city"):
        return False
    if abs(float(mine["lat"]) - float(other["lat"])) > 1:
        return False
    ours, theirs = ((float(one["lon"]), float(one["lat"])) for one in (mine, other))
    km = km_within(ours, theirs, SAME_NAME_KM)
    called = any(
        {mine[f"name_{lang}"].casefold(), mine[f"full_{lang}"].casefold()}
        & {other[f"name_{lang}"].casefold()}
        for lang in ("en", "zh")
    )
    return km <= (SAME_NAME_KM if called else SAME_POINT_KM)


def _computed(place: Row) -> Row:
    """A place with its roles, as far as they can be computed; of its inhabitants only what the
    gazetteer tells."""
    division = place["kind"] not in ("city", "district")
    counted = place.get("population_source") == COUNTED_BY and place.get("population")
    if not counted:
        place = place | dict.fromkeys(POPULATION_FIELDS, "")
    told = computed_role(
        Candidate(
            place["name_en"],
            place["name_zh"],
            place["country"],
            "",
            float(place["lat"]),
            float(place["lon"]),
            round(float(place["population"]) * 1000) if counted else None,
            "division" if division else place["kind"],
            division,
            SEAT if division else "",
        )
    )
    notes = {lang: Words(lang).say(COMPUTED) for lang in ("en", "zh")}
    found = place | {"capital": told.capital, "port": told.port, "computed": "yes"}
    if told.capital:
        found |= {f"capital_note_{lang}": note for lang, note in notes.items()}
    if told.evidence and told.km is not None:
        found |= {f"port_why_{lang}": note for lang, note in notes.items()}
        found |= {
            "wpi": told.evidence.number,
            "wpi_name": told.evidence.names[0],
            "wpi_size": told.evidence.size,
            "wpi_km": f"{told.km:.1f}",
        }
    return found
