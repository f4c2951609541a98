"""Sources as they are cited: those in Chinese in Chinese form for readers of Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from geo.i18n import Words


def title_of(source: Mapping[str, Any] | pd.Series, words: Words) -> str:
    """The title of a source (a row of ``sources``)."""
    return _cited(source, "title", words)


def publisher_of(source: Mapping[str, Any] | pd.Series, words: Words) -> str:
    """Who published a source (a row of ``sources``)."""
    return _cited(source, "publisher", words)


def _cited(source: Mapping[str, Any] | pd.Series, column: str, words: Words) -> str:
    """The Chinese form of a cell where the reader reads Chinese and the row has one."""
    chinese = source.get(f"{column}_zh", "") if words.lang == "zh" else ""
    return str(chinese or source[column])
