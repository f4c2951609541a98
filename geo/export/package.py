"""The data package as one file: its tables, its descriptor, its change log, how to cite it."""

from __future__ import annotations

from pathlib import Path

from geo.data import archived
from geo.export.citation import FILE, citation
from geo.i18n import Words
from geo.ties.roster import Roster

TAKEN = (".csv", ".json", ".md")
"""Endings of the files of a package that are taken along, and LICENSE."""
README = """# {title}

{cited}

This is a Data Package (https://datapackage.org, version 2): datapackage.json describes every
table, its columns and what refers to what. All tables are CSV in UTF-8, dates ISO 8601 as exact as
their sources, empty where nothing is known. What has changed from version to version, and how
conflicts between sources were settled, stands in CHANGES.md; how to cite it, in CITATION.cff.

    import pandas as pd
    ties = pd.read_csv("ties.csv", dtype=str, keep_default_na=False)  # NA is Namibia

本数据包符合Data Package第2版规范：datapackage.json说明各表、各列及表间关系；各表均为
UTF-8编码的CSV；日期按ISO 8601书写，精度与来源一致，不详者留空；各版变动及来源不一致时的取舍
见CHANGES.md，引用方式见CITATION.cff。

{cited_zh}
"""


def as_package(roster: Roster) -> bytes:
    """The data package of a roster as a zip file, the same, byte for byte, for the same data."""
    folder, cited = Path(roster.package), citation(roster.release)
    files = {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and (path.suffix in TAKEN or path.name == "LICENSE")
    }
    files["README.md"] = README.format(
        title=cited.title, cited=cited.text(Words("en")), cited_zh=cited.text(Words("zh"))
    ).encode()
    files["CITATION.cff"] = FILE.read_bytes()
    return archived(files)
