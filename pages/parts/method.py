"""The method note of one page, as it stands in the documents, in the reader's language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

NOTE = Path(__file__).resolve().parents[2] / "docs" / "method.md"
HEADING = {"en": "## English\n", "zh": "## 中文\n"}


@lru_cache(maxsize=2)
def method(lang: str) -> str:
    """The method note as Markdown, without its heading: which tests, why, what they do not show.

    Args:
        lang: ``zh`` or ``en``.
    """
    _, _, rest = NOTE.read_text("utf-8").partition(HEADING[lang])
    return rest.partition("\n## ")[0].strip()
