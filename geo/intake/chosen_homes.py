"""A package with some of its homes only."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from geo.data import parse_table


def homes_in(files: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """The homes of a package: English and Chinese names by key.

    Args:
        files: of the package, by name.
    """
    homes = parse_table("homes.csv", files["homes.csv"])
    rows = homes[["home", "name_en", "name_zh"]].itertuples(index=False)
    return {str(key): (str(en), str(zh)) for key, en, zh in rows}


def ties_in(files: Mapping[str, bytes]) -> int:
    """How many ties a package has."""
    return len(parse_table("ties.csv", files["ties.csv"]))


def with_homes(files: Mapping[str, bytes], homes: Collection[str]) -> dict[str, bytes]:
    """The package with the ties of some homes, and with no place that none of them needs.

    Args:
        files: of the package, by name.
        homes: their keys.
    """
    tables = {
        name: parse_table(f"{name}.csv", files[f"{name}.csv"])
        for name in ("homes", "ties", "places")
    }
    ties = tables["ties"][tables["ties"]["home"].isin(homes)]
    kept = {
        "homes": tables["homes"][tables["homes"]["home"].isin(homes)],
        "ties": ties,
        "places": tables["places"][tables["places"]["place"].isin(ties["place"])],
    }
    written = {
        f"{name}.csv": table.to_csv(index=False, lineterminator="\r\n").encode()
        for name, table in kept.items()
    }
    return {**files, **written}
