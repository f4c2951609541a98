"""Build data/countries.csv: the countries and areas of UN M49, with their regions and names.

One row for each country or area that the United Nations list for statistical use (M49) and
that has an ISO 3166-1 code, sorted by that code. From where:

- codes and regions: the taxonomy of countries inside hdx-python-country 4.2.5 (MIT), which
  carries M49. A row belongs to M49 when it has an M49 name.
- names of countries, and of regions in Chinese: Unicode CLDR as carried by Babel 2.18
  (package BSD-3-Clause, data Unicode licence). CLDR writes "&"; the table writes "and".
- the exceptions are below, each with its reason: names in OTHER_NAMES, regions in
  OTHER_REGIONS_ZH.

Run, in an environment with Babel and hdx-python-country (pip install --no-deps is enough for
the latter):

    python tools/build_countries.py

or give the path of the unpacked taxonomy and do without the second package:

    python tools/build_countries.py --taxonomy taxonomy.csv
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from babel import Locale

Row = Mapping[str, str]

OUT = Path(__file__).resolve().parents[1] / "data" / "countries.csv"
PACKAGE = "hdx.location"
RESOURCE = "Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"

COLUMNS = (
    "country",
    "alpha3",
    "m49",
    "name_en",
    "name_zh",
    "region_m49",
    "region_en",
    "region_zh",
    "subregion_m49",
    "subregion_en",
    "subregion_zh",
    "intermediate_m49",
    "intermediate_en",
    "intermediate_zh",
    "continent",
    "names_source",
)

# A level of M49 in the taxonomy, by the prefix of our three columns for it.
LEVELS = {"region": "Region", "subregion": "Sub-region", "intermediate": "Intermediate Region"}

ANTARCTICA, AMERICAS, SOUTH_AMERICA = "010", "019", "005"


class Names(NamedTuple):
    """What a country is called, and who calls it so: a source, or the atlas itself."""

    en: str
    zh: str
    source: str


OTHER_NAMES = {
    # The usual short name; CLDR has 阿拉伯联合酋长国.
    "AE": Names("United Arab Emirates", "阿联酋", "own wording"),
    # Disputed names: both stand, in each language in the order that is usual there.
    "FK": Names("Falkland Islands (Malvinas)", "马尔维纳斯群岛（英称福克兰群岛）", "own wording"),
    # Hong Kong and Macao are always named with China.
    "HK": Names("Hong Kong, China", "中国香港", "own wording"),
    "MO": Names("Macao, China", "中国澳门", "own wording"),
    # CLDR adds the former name in English.
    "MM": Names("Myanmar", "缅甸", "UNM49"),
    # CLDR has "Palestinian Territories" and 巴勒斯坦领土; the United Nations name the state.
    "PS": Names("State of Palestine", "巴勒斯坦", "own wording"),
    # The short names that the press of either language uses.
    "BA": Names("Bosnia and Herzegovina", "波黑", "own wording"),
    "CD": Names("DR Congo", "刚果（金）", "own wording"),
    "CG": Names("Congo (Brazzaville)", "刚果（布）", "own wording"),
    "KP": Names("North Korea (DPRK)", "朝鲜", "own wording"),
    "MN": Names("Mongolia", "蒙古国", "own wording"),
}

# Where the usual form of a region is not that of M49.
OTHER_REGIONS_EN = {"035": "South-East Asia"}

# Where CLDR has no Chinese name for an M49 region, or one that is not the M49 wording.
OTHER_REGIONS_ZH = {
    "021": "北美",
    "029": "加勒比",
    "053": "澳大利亚和新西兰",
    "057": "密克罗尼西亚",
    "061": "波利尼西亚",
    "419": "拉丁美洲和加勒比",
    "830": "海峡群岛",
}

ENGLISH = Locale.parse("en").territories
CHINESE = Locale.parse("zh_Hans").territories


def read_taxonomy(path: Path | None) -> list[Row]:
    """Return the rows of the taxonomy, from a file or from the installed package."""
    source = path or files(PACKAGE).joinpath(RESOURCE)
    text = source.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def in_m49(row: Row) -> bool:
    """Say whether M49 lists the row as a country or area with an ISO code."""
    return bool(row["M49 English"] and row["ISO 3166-1 Alpha 2-Codes"])


def code(digits: str) -> str:
    """Write an M49 code with its three digits; nothing stays nothing."""
    return digits.zfill(3) if digits else ""


def names(alpha2: str) -> Names:
    """Name a country in both languages."""
    english = ENGLISH[alpha2].replace(" & ", " and ")
    return OTHER_NAMES.get(alpha2, Names(english, CHINESE[alpha2], "CLDR"))


def region_zh(m49: str) -> str:
    """Name an M49 region in Chinese."""
    return OTHER_REGIONS_ZH.get(m49) or CHINESE[m49]


def regions(row: Row) -> dict[str, str]:
    """Return code and names of the region, the subregion and the intermediate region."""
    cells = {}
    for ours, theirs in LEVELS.items():
        m49 = code(row[f"{theirs} Code"])
        cells[f"{ours}_m49"] = m49
        cells[f"{ours}_en"] = OTHER_REGIONS_EN.get(m49, row[f"{theirs} Name"])
        cells[f"{ours}_zh"] = region_zh(m49) if m49 else ""
    return cells


def continent(m49: str, cells: Row) -> str:
    """Return one of seven continents; Central America and the Caribbean are North America."""
    if m49 == ANTARCTICA:
        return "Antarctica"
    if cells["region_m49"] != AMERICAS:
        return cells["region_en"]
    return "South America" if cells["intermediate_m49"] == SOUTH_AMERICA else "North America"


def country(row: Row) -> dict[str, str]:
    """Make our row for one country or area."""
    alpha2, m49 = row["ISO 3166-1 Alpha 2-Codes"], code(row["m49 numerical code"])
    called, cells = names(alpha2), regions(row)
    return cells | {
        "country": alpha2,
        "alpha3": row["ISO 3166-1 Alpha 3-Codes"],
        "m49": m49,
        "name_en": called.en,
        "name_zh": called.zh,
        "continent": continent(m49, cells),
        "names_source": called.source,
    }


def write(rows: Iterable[Row], out: Path) -> None:
    """Write the table as UTF-8 with LF line ends."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Read the taxonomy, make the table, write it."""
    parser = argparse.ArgumentParser(description="Build data/countries.csv.")
    parser.add_argument("--taxonomy", type=Path, help="the unpacked taxonomy of the package")
    parser.add_argument("--out", type=Path, default=OUT, help="where to write")
    args = parser.parse_args()
    rows = [country(row) for row in read_taxonomy(args.taxonomy) if in_m49(row)]
    write(sorted(rows, key=lambda row: row["country"]), args.out)


if __name__ == "__main__":
    main()
