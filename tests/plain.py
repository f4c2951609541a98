"""What a view shows, told a second time from the tables in plain Python, to hold geo/ against."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from geo.ties.roster import Roster
from geo.ties.view import View

TIERS = ("region_m49", "subregion_m49", "intermediate_m49")
NAMES = ("name_en", "name_zh", "full_en", "full_zh", "seat_en", "seat_zh")


@dataclass(frozen=True)
class PlainTie:
    """One tie with the years that matter; no years where nothing is known."""

    tie: str
    home: str
    place: str
    country: str
    level: str
    made: tuple[int, int] | None
    ended: int | None
    regions: frozenset[str]
    groups: frozenset[str]
    names: tuple[str, ...]


def rows_of(package: Path, table: str) -> list[dict[str, str]]:
    with (package / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def plain_ties(package: Path) -> list[PlainTie]:
    places = {row["place"]: row for row in rows_of(package, "places")}
    countries = {row["country"]: row for row in rows_of(package, "countries")}
    groups = _groups_today(package)
    ties = []
    for row in rows_of(package, "ties"):
        place = places[row["place"]]
        country = countries[place["country"]]
        known = row["earliest"] != ""
        ties.append(
            PlainTie(
                tie=row["tie"],
                home=row["home"],
                place=row["place"],
                country=place["country"],
                level=row["level"],
                made=(int(row["earliest"][:4]), int(row["latest"][:4])) if known else None,
                ended=int(row["ended"][:4]) if row["ended"] else None,
                regions=frozenset(country[tier] for tier in TIERS if country[tier]),
                groups=groups.get(place["country"], frozenset()),
                names=(
                    *(place[name] for name in NAMES),
                    country["name_en"],
                    country["name_zh"],
                ),
            )
        )
    return ties


def _groups_today(package: Path) -> dict[str, frozenset[str]]:
    """By country, the groups that it has joined on a known date and has not left."""
    groups: dict[str, frozenset[str]] = {}
    if (package / "groups.csv").exists():
        for row in rows_of(package, "groups"):
            if row["since"] and not row["until"]:
                groups[row["country"]] = groups.get(row["country"], frozenset()) | {row["group"]}
    return groups


def shown(ties: list[PlainTie], view: View, roster: Roster) -> dict[str, tuple[str, bool]]:
    """By slug, whether each tie that the view shows was made for certain, and whether it stands."""
    found = {}
    for tie in ties:
        made, stands = _made(tie, view, roster), tie.ended is None or tie.ended > view.years[1]
        if made and passes(tie, view) and (stands or view.ended):
            found[tie.tie] = (made, stands)
    return found


def passes(tie: PlainTie, view: View) -> bool:
    return (
        tie.home in view.homes
        and tie.level in view.levels
        and (not view.countries or tie.country in view.countries)
        and (not view.regions or bool((tie.regions | tie.groups) & set(view.regions)))
        and (not view.q or any(bare(view.q) in bare(name) for name in tie.names))
    )


def _made(tie: PlainTie, view: View, roster: Roster) -> str | None:
    first, last = view.years
    if tie.made is None:
        return "certain" if view.years == roster.period else None
    if first <= tie.made[0] and tie.made[1] <= last:
        return "certain"
    return "possible" if tie.made[0] <= last and tie.made[1] >= first else None


def bare(text: str) -> str:
    """Letters without accents, case and blanks."""
    plain = text.lower().translate(str.maketrans("łøđı", "lodi"))
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in apart if unicodedata.category(c) != "Mn" and not c.isspace()).lower()
