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


LIST = "lists/list-{n}.zip"
"""Where the lists stand that a reader has added, as they were saved."""
LISTS = """
lists/ holds the lists that you added, each a package of its own, as it was saved: they are not part
of the atlas's data, their licence is not stated, and the page Data of the atlas opens them again.

lists/内为您加入的名单，各为一个数据包，保存时原样：不属于本图谱的数据，许可协议不详；
可在本图谱的“数据”页重新打开。
"""


def as_package(roster: Roster) -> bytes:
    """The data package of a roster as a zip file, the same, byte for byte, for the same data.

    Beside its tables stand the lists that its reader has added, as they are saved.
    """
    folder, cited = Path(roster.package), citation(roster.release)
    files = {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and (path.suffix in TAKEN or path.name == "LICENSE")
    }
    readme = README.format(
        title=cited.title, cited=cited.text(Words("en")), cited_zh=cited.text(Words("zh"))
    )
    files["README.md"] = (readme + LISTS if roster.brought else readme).encode()
    files |= {LIST.format(n=n): content for n, content in enumerate(roster.brought, 1)}
    files["CITATION.cff"] = FILE.read_bytes()
    return archived(files)
