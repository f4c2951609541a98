"""How the atlas is cited: in words, for BibTeX, for reference managers (RIS), from CITATION.cff."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from geo.data import Release
from geo.i18n import Words

FILE = Path(__file__).resolve().parents[2] / "CITATION.cff"
"""Title and authors in the Citation File Format 1.2; version and day are those of the data."""


@dataclass(frozen=True)
class Citation:
    """What is cited.

    Attributes:
        title, authors, authors_zh: as CITATION.cff has them; Chinese names of authors, who have
            none where they have no alias.
        release: version, as-of day and licence of the data.
        address: where it is found; empty where that says nothing to others.
    """

    title: str
    authors: tuple[str, ...]
    authors_zh: tuple[str, ...]
    release: Release
    address: str = ""

    def text(self, words: Words) -> str:
        """The citation in a line: authors, year, title, version, day, licence."""
        cited = words.say(
            "{authors} ({year}): {title}. Data {version}, as of {date}, {licence}.",
            authors=words.join(self.authors_zh if words.lang == "zh" else self.authors),
            year=self.release.as_of.year,
            title=self.title,
            version=self.release.version,
            date=words.date(self.release.as_of.isoformat()),
            licence=self.licence,
        )
        return f"{cited} {self.address}".strip()

    @property
    def licence(self) -> str:
        """The licence as one says it: CC BY 4.0."""
        return self.release.licence.replace("CC-BY-", "CC BY ")

    def bibtex(self) -> str:
        """The citation as an entry of BibTeX (``@misc``, which every style knows)."""
        fields = {
            "author": " and ".join(f"{{{_tex(name)}}}" for name in self.authors),
            "title": f"{{{_tex(self.title)}}}",
            "year": str(self.release.as_of.year),
            "month": str(self.release.as_of.month),
            "version": self.release.version,
            "note": _tex(
                f"Data {self.release.version}, as of {self.release.as_of}, {self.licence}"
            ),
            "url": self.address,
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        key = re.sub(r"[^0-9a-z]+", "-", f"{self.title} {self.release.version}".lower()).strip("-")
        return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n"

    def ris(self) -> str:
        """The citation in the RIS format, as a data set."""
        release = self.release
        fields = [
            ("TY", "DATA"),
            *(("AU", f"{name},") for name in self.authors),  # the comma: a name of one part
            ("TI", self.title),
            ("PY", str(release.as_of.year)),
            ("DA", release.as_of.strftime("%Y/%m/%d")),
            ("ET", release.version),
            ("N1", f"Data {release.version}, as of {release.as_of}, {self.licence}"),
            ("UR", self.address),
            ("ER", ""),
        ]
        lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value or tag == "ER"]
        return "\r\n".join(lines) + "\r\n"


def citation(release: Release, address: str = "") -> Citation:
    """How some data of the atlas are cited.

    Args:
        release: of the data.
        address: where they are found; empty where that says nothing to others.
    """
    return Citation(*_named(), release, address)


@lru_cache(maxsize=1)
def _named() -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Title, authors, and their Chinese names."""
    written: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    authors = [
        one.get("name") or " ".join(filter(None, [one.get("given-names"), one.get("family-names")]))
        for one in written["authors"]
    ]
    chinese = [
        one.get("alias") or name for one, name in zip(written["authors"], authors, strict=True)
    ]
    return str(written["title"]), tuple(map(str, authors)), tuple(map(str, chinese))


TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
"""Signs that TeX reads as commands, and what writes them; others take a backslash."""


def _tex(text: str) -> str:
    return "".join(TEX.get(sign) or (f"\\{sign}" if sign in "&%$#_{}" else sign) for sign in text)


def _line(text: str) -> str:
    """A text on one line, for a line is a field."""
    return " ".join(text.split())
