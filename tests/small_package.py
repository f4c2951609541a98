"""A data package of three homes, made by hand: every awkward case of the field in a few ties."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

from geo.data import PACKAGE

AS_OF = "2020-06-30"

HOMES = [
    ("tianjin", "Tianjin", "天津", "39.1422", "117.1767", "#116644", "#66CC99"),
    ("guangzhou", "Guangzhou", "广州", "23.1167", "113.2500", "#884400", "#FFAA55"),
    ("wuhan", "Wuhan", "武汉", "30.5833", "114.2667", "#552288", "#BB99EE"),
]

PLACES = [
    ("kobe", "Kobe", "神户", "JP", "34.6913", "135.1830"),
    ("oita", "Ōita", "大分", "JP", "33.2372", "131.6044"),
    ("lodz", "Łódź", "罗兹", "PL", "51.7500", "19.4667"),
    ("windhoek", "Windhoek", "温得和克", "NA", "-22.5594", "17.0832"),
    ("sofia", "Sofia", "索非亚", "BG", "42.6975", "23.3242"),
    ("bergen", "Bergen", "卑尔根", "NO", "60.3930", "5.3242"),
    ("recife", "Recife", "累西腓", "BR", "-8.0539", "-34.8811"),
]

TIES = [
    # tie (home, district, place), level, established, earliest, latest, ended
    ("tianjin-kobe", "sister", "1973-06-24", "1973-06-24", "1973-06-24", ""),
    # one partner of all three homes
    ("tianjin-lodz", "sister", "1994-10-11", "1994-10-11", "1994-10-11", ""),
    ("guangzhou-lodz", "sister", "1997", "1997-01-01", "1997-12-31", ""),
    ("wuhan-lodz", "sister", "2005-03", "2005-03-01", "2005-03-31", ""),
    # no date at all; bounds only
    ("wuhan-windhoek", "sister", "", "", "", ""),
    ("guangzhou-sofia", "sister", "", "2001-05-01", "2004-02-29", ""),
    # ended; ended, and made between bounds; ended in a year that is not over on the as-of day
    ("wuhan-kobe", "sister", "1985-02-16", "1985-02-16", "1985-02-16", "2010-06"),
    ("tianjin-sofia", "sister", "", "1995-06-01", "1998-03-31", "2012"),
    ("tianjin-bergen", "sister", "1988-04-11", "1988-04-11", "1988-04-11", "2020"),
    # over the cut in the Atlantic
    ("guangzhou-recife", "exchange", "2007-10-22", "2007-10-22", "2007-10-22", ""),
    # one partner of one home twice, and of another home
    ("wuhan-oita", "sister", "1979-09-07", "1979-09-07", "1979-09-07", ""),
    ("wuhan-hongshan-oita", "district", "1999-08-01", "1999-08-01", "1999-08-01", ""),
    ("tianjin-heping-oita", "district", "2003-11-20", "2003-11-20", "2003-11-20", ""),
]  # fmt: skip


def write_small_package(folder: Path) -> None:
    """Write the package into a folder, with the columns that the atlas's own tables have."""
    descriptor = json.loads((PACKAGE / "datapackage.json").read_text("utf-8"))
    (folder / "datapackage.json").write_text(
        json.dumps(descriptor | {"asOf": AS_OF, "version": "0.0.3"}), "utf-8"
    )
    shutil.copy(PACKAGE / "countries.csv", folder)
    keys = ["home", "name_en", "name_zh", "lat", "lon", "color_light", "color_dark"]
    _write(
        folder, "homes", [dict(zip(keys, row, strict=True)) | {"country": "CN"} for row in HOMES]
    )
    keys = ["place", "name_en", "name_zh", "country", "lat", "lon"]
    _write(folder, "places", [_place(dict(zip(keys, row, strict=True))) for row in PLACES])
    keys = ["tie", "level", "established", "earliest", "latest", "ended"]
    _write(folder, "ties", [_tie(dict(zip(keys, row, strict=True))) for row in TIES])
    _write(folder, "sources", [{"source": "HAND", "title": "Made by hand", "kind": "other"}])
    _write(folder, "events", [])
    _write(folder, "official_counts", [])


def _place(row: dict[str, str]) -> dict[str, str]:
    names = {
        f"{kind}_{lang}": row[f"name_{lang}"] for kind in ("full", "seat") for lang in ("en", "zh")
    }
    return row | names | {"kind": "city"}


def _tie(row: dict[str, str]) -> dict[str, str]:
    home, *district, place = row["tie"].split("-")
    row |= {"home": home, "place": place, "sources": "HAND"}
    if district:
        row |= {"home_district_en": district[0].title(), "home_district_zh": "某区"}
    return row


def _write(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
    with (PACKAGE / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        columns = next(csv.reader(lines))
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
