"""What has changed in the data since a version, from the change log of the package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)\s*$", re.MULTILINE)
"""How the change log heads a version."""


@dataclass(frozen=True)
class Change:
    """One version.

    Attributes:
        version, date: of the release.
        sentences: what changed, a paragraph each, as plain text.
        lang: the language of the sentences.
    """

    version: str
    date: str
    sentences: tuple[str, ...]
    lang: str = "en"


def changes_since(package: Path, version: str, lang: str = "en") -> list[Change]:
    """The versions after one, the newest first; none where the package has no change log.

    Args:
        package: the folder of the data package.
        version: three numbers with points between; anything else comes before all of them.
        lang: of the log (``CHANGES.zh.md``); where the package has none in it, the English one.
    """
    log = package / f"CHANGES.{lang}.md"
    if not log.is_file():
        log, lang = package / "CHANGES.md", "en"
    if not log.is_file():
        return []
    parts = RELEASE.split(re.split(r"^## (?!\d)", log.read_text("utf-8"), flags=re.MULTILINE)[0])
    releases = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    return [
        Change(number, day, _sentences(text), lang)
        for number, day, text in releases
        if order(number) > order(version)
    ]


def order(version: str) -> tuple[int, ...]:
    """What versions are compared by; (-1,) for what is none."""
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6}){2}", version, re.ASCII):
        return (-1,)
    return tuple(map(int, version.split(".")))


def _sentences(text: str) -> tuple[str, ...]:
    """The paragraphs and points of a section, without the marks of Markdown."""
    lines = (re.sub(r"^[-*]\s+|[*`]", "", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
