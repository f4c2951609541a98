"""The roster: all tables of the data package, loaded once, typed and joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd

from geo.data import PACKAGE, Release, fingerprint, read_release, read_table
from geo.i18n.dates import last_day
from geo.place.distance import km_between
from geo.ties.roles import capital, role
from geo.ties.tables import ASKED, check

LEVELS = ("sister", "exchange", "district")
"""The levels of a tie, the closest first."""


@dataclass(frozen=True, eq=False)
class Roster:
    """Everything the data package says, ready for questions.

    Attributes:
        ties: one row a tie, indexed by its slug, joined with its partner and its home. Columns:
            ``home, place, level`` (slugs; level one of :data:`LEVELS`), ``home_district_en/zh``
            (text, "" above district level), ``established`` (EDTF text, "" if unknown),
            ``earliest, latest`` (days between which it was made, ``NaT`` if not known at all),
            ``ended`` (EDTF text, "" while it stands), ``gone`` (the day by which it had ended,
            ``NaT`` while it stands), ``ended_by, ended_why_en/zh, ended_sources``, ``doubt``
            (:mod:`geo.ties.doubts`; a package may lack it), ``sources``
            (ids, ";" between), ``note_en/zh``, ``supposed`` (bool: there is no such tie, see
            :mod:`geo.ties.supposing`); of the partner ``name_en/zh, kind, country,
            seat_en/zh, lat, lon`` (degrees, WGS 84, of the seat); of its country
            ``country_en/zh, region, subregion, intermediate`` (M49 codes), ``continent``; of the
            home ``home_en/zh, home_lat, home_lon``; ``km`` (geodesic, home to seat); of its role
            (:mod:`geo.ties.roles`) ``capital`` (is, contains, no), ``capital_then`` (the same at
            the time of signing), ``capital_since`` (the day by which it had become what it is
            today, ``NaT`` where that is not known or it always was), ``port`` (sea, river, lake,
            no), ``rank`` (of the seat in its country by population, ``NaN`` if not known),
            ``role_strict, role_broad,
            role_strict_then, role_broad_then`` (capital, port, both, neither), and ``role``, the
            strict one until a view counts otherwise.
        places, homes, sources, events, countries, official_counts: the tables as they stand,
            each indexed by its own key; ``lat`` and ``lon`` as numbers.
        claims: the article's statements as they stand; none if the package has no such table.
        base_rates: by country, its large cities that are no capital and how many of them are sea
            ports (``cities, ports, cities_million, ports_million``); none without such a table.
        memberships: ``group, country, since, until`` (EDTF text) of groups of states.
        other_names: ``place, home, country`` (one of them filled: a slug or a code),
            ``name, language`` (BCP 47) and ``kind`` (former, other, abbreviation), by which the
            search finds them too.
        proposals: cities that the article proposes or names as they stand, ``lat`` and ``lon`` as
            numbers, indexed by slug: no ties, and in no count. None without such a table.
        context: what the article sets around its argument as it stands; none without a table.
        turning_points: events in the world that curves may be marked with, as they stand, indexed
            by slug; none without such a table.
        release: version, as-of day and licence of the data.
        package: the folder it was read from.
        key: a fingerprint of all tables: equal for equal data, wherever they lie.
        tables: all tables as they stand, every cell as text.
        own: the roster without the lists that a reader has added (:mod:`geo.ties.joining`);
            ``None`` if there are none.
        brought: the lists that were added, each as the file in which it can be saved.
        actual: the roster without the hypothetical ties that a view has laid into this one
            (:mod:`geo.ties.supposing`); ``None`` if there are none.
    """

    ties: pd.DataFrame
    places: pd.DataFrame
    homes: pd.DataFrame
    sources: pd.DataFrame
    events: pd.DataFrame
    countries: pd.DataFrame
    official_counts: pd.DataFrame
    claims: pd.DataFrame
    memberships: pd.DataFrame
    base_rates: pd.DataFrame
    other_names: pd.DataFrame
    proposals: pd.DataFrame
    context: pd.DataFrame
    turning_points: pd.DataFrame
    release: Release
    package: str
    key: str
    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    own: Roster | None = None
    brought: tuple[bytes, ...] = field(default=(), repr=False)
    actual: Roster | None = None

    @property
    def without_supposed(self) -> Roster:
        """The roster of what there is, without hypothetical ties."""
        return self.actual or self

    @property
    def without_brought(self) -> Roster:
        """The roster of the package alone, without what a reader has added."""
        return self.own or self

    @property
    def as_of(self) -> dt.date:
        """The day the facts were gathered; the roster knows nothing later."""
        return self.release.as_of

    @cached_property
    def period(self) -> tuple[int, int]:
        """The whole period: the year of the first tie and the year of the as-of day.

        Without a tie of known date it is the year of the as-of day alone.
        """
        first = self.ties["earliest"].min()
        return self.as_of.year if pd.isna(first) else int(first.year), self.as_of.year


def load_roster(package: Path = PACKAGE) -> Roster:
    """The roster of a data package, the same object at every call.

    Raises:
        FileNotFoundError: a table is missing from ``package``.
        ValueError: a table is no table, or something in it cannot be used: one sentence that names
            the table, the row, the column, and what to do (:mod:`geo.ties.tables`).
    """
    return _load(Path(package))


@lru_cache(maxsize=16)
def _load(package: Path) -> Roster:
    release = read_release(package)
    tables = {name: _read(name, package) for name in ASKED}
    return roster_of(tables, release, str(package), fingerprint(package))


def roster_of(
    tables: Mapping[str, pd.DataFrame],
    release: Release,
    package: str = "",
    key: str = "",
    own: Roster | None = None,
    brought: tuple[bytes, ...] = (),
) -> Roster:
    """The roster of tables in memory.

    Args:
        tables: by name, every cell as text; :data:`OPTIONAL` ones may be missing.
        release: version, as-of day and licence.
        package: the folder they are from, if they are from one.
        key: a fingerprint of them.
        own, brought: as :class:`Roster` has them.

    Raises:
        ValueError: something in a table cannot be used; one sentence, as for :func:`load_roster`.
    """
    tables = {name: _empty(name) for name in OPTIONAL} | dict(tables)
    check(tables)
    keyed = {name: table.set_index(ASKED[name].key) for name, table in tables.items()}
    places, homes = _with_numbers(keyed["places"]), _with_numbers(keyed["homes"])
    joined = _join(keyed["ties"], places, homes, keyed["countries"], release.as_of)
    return Roster(
        ties=_with_roles(joined, places),
        places=places,
        homes=homes,
        sources=keyed["sources"],
        events=keyed["events"],
        countries=keyed["countries"],
        official_counts=keyed["official_counts"],
        claims=tables["claims"],
        memberships=tables["groups"],
        base_rates=keyed["base_rates"],
        other_names=tables["other_names"],
        proposals=_with_numbers(keyed["proposals"]),
        context=tables["context"],
        turning_points=keyed["turning_points"],
        release=release,
        package=package,
        key=key,
        tables=tables,
        own=own,
        brought=brought,
    )


OPTIONAL = (
    "claims",
    "groups",
    "base_rates",
    "other_names",
    "proposals",
    "context",
    "turning_points",
)
"""Tables that a package may lack, such as that of an article's statements."""


def _read(name: str, package: Path) -> pd.DataFrame:
    """A table as it stands; one without rows where it may be missing and is."""
    if name in OPTIONAL and not (package / f"{name}.csv").is_file():
        return _empty(name)
    return read_table(name, package)


def _empty(name: str) -> pd.DataFrame:
    return pd.DataFrame(columns=ASKED[name].needed, dtype=str)


def _with_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(lat=pd.to_numeric(frame["lat"]), lon=pd.to_numeric(frame["lon"]))


def _join(
    ties: pd.DataFrame,
    places: pd.DataFrame,
    homes: pd.DataFrame,
    countries: pd.DataFrame,
    as_of: dt.date,
) -> pd.DataFrame:
    """Ties beside their partners, countries and homes; dates as days; the distance in km.

    What had ended when the facts were gathered had ended by the as-of day, even where its end is
    known only by a month or year that goes on.
    """
    of_home = homes[["name_en", "name_zh", "lat", "lon"]].rename(
        columns={"name_en": "home_en", "name_zh": "home_zh", "lat": "home_lat", "lon": "home_lon"}
    )
    of_place = places[["name_en", "name_zh", "kind", "country", "seat_en", "seat_zh", "lat", "lon"]]
    of_country = countries.rename(
        columns={
            "name_en": "country_en",
            "name_zh": "country_zh",
            "region_m49": "region",
            "subregion_m49": "subregion",
            "intermediate_m49": "intermediate",
        }
    )[["country_en", "country_zh", "region", "subregion", "intermediate", "continent"]]
    joined = ties.join(of_place, on="place").join(of_country, on="country").join(of_home, on="home")
    return joined.assign(
        earliest=pd.to_datetime(joined["earliest"].replace("", None), format="%Y-%m-%d"),
        latest=pd.to_datetime(joined["latest"].replace("", None), format="%Y-%m-%d"),
        gone=pd.to_datetime(joined["ended"].map(last_day)).clip(upper=pd.Timestamp(as_of)),
        km=[
            km_between((tie.home_lon, tie.home_lat), (tie.lon, tie.lat))
            for tie in joined.itertuples()
        ],
        supposed=False,
    )


def _with_roles(ties: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Ties with the roles of their partners, in every way of counting them.

    A table of places that says nothing of roles gives ``no`` and ``neither``.
    """
    known = {str(slug): row for slug, row in places.to_dict("index").items()}
    partners = [known[slug] for slug in ties["place"]]
    capitals = {False: [capital(row) for row in partners]}
    capitals[True] = [capital(row, at_signing=True) for row in partners]
    ports = [str(row.get("port") or "no") for row in partners]
    since = [last_day(row.get("capital_since") or "") for row in partners]
    ranks = pd.Series([row.get("rank") or None for row in partners], index=ties.index)
    roles = {
        role_column(broad, then): [
            role(*pair, strict=not broad) for pair in zip(capitals[then], ports, strict=True)
        ]
        for broad in (False, True)
        for then in (False, True)
    }
    return ties.assign(
        capital=capitals[False],
        capital_then=capitals[True],
        capital_since=pd.to_datetime(pd.Series(since, index=ties.index)),
        port=ports,
        rank=pd.to_numeric(ranks),
        role=roles[role_column(broad=False)],
        **roles,
    )


def role_column(broad: bool, at_signing: bool = False) -> str:
    """The column of :attr:`Roster.ties` that holds the roles counted in this way."""
    return f"role_{'broad' if broad else 'strict'}{'_then' if at_signing else ''}"
