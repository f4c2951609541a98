"""The words by which heads of columns, kinds of ties and notes are known, in many languages.

They are data: ``column_names.csv`` (field, whether it is the whole head or a part of it, name,
language) and ``kind_words.csv`` (kind, a part of how it is called, language).
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from geo.i18n.folding import simplified
from geo.place.country_names import plain

FOLDER = Path(__file__).parent


class ColumnName(NamedTuple):
    """How a column may be called: the name made plain, and its language."""

    field: str
    whole: bool
    name: str
    language: str


@lru_cache(maxsize=1)
def column_names() -> tuple[ColumnName, ...]:
    """All names of columns, whole ones first and longer parts before shorter ones."""
    with (FOLDER / "column_names.csv").open(encoding="utf-8", newline="") as lines:
        names = [
            ColumnName(
                row["field"], row["match"] == "whole", head_key(row["name"]), row["language"]
            )
            for row in csv.DictReader(lines)
        ]
    return tuple(sorted(names, key=lambda name: (not name.whole, -len(name.name))))


@lru_cache(maxsize=1)
def _whole() -> dict[str, ColumnName]:
    return {name.name: name for name in reversed(column_names()) if name.whole}


@lru_cache(maxsize=4096)
def column_name(head: str) -> ColumnName | None:
    """What the head of a column calls it; ``None`` if nothing we know is called so.

    The whole head counts first, then the head without its brackets (``Size (km²)``), then a part.
    """
    if len(head) > 60:
        return None
    for text in (head, re.sub(r"[(（\[【].*?[)）\]】]", "", head)):
        if (key := head_key(text)) and (found := _whole().get(key)):
            return found
    if (plainer := simplified(head)) != head and (found := column_name(plainer)):
        return found
    key = head_key(head)
    return next((name for name in column_names() if not name.whole and name.name in key), None)


def head_key(head: str) -> str:
    """A head without differences of case, width, blanks, breaks of line and signs."""
    return plain(head) or head.strip()


@lru_cache(maxsize=1)
def kind_words() -> tuple[tuple[str, str], ...]:
    """What kinds of ties are called: kind, a part of the name made plain; earlier ones first."""
    with (FOLDER / "kind_words.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["kind"], plain(row["name"])) for row in csv.DictReader(lines))


@lru_cache(maxsize=4096)
def kind_in(text: str) -> str:
    """The kind of tie that a text speaks of: ``sister``, ``friendship``, ``partner``, ``intent``,
    ``renewal`` (of a tie made before), or "" if of none."""
    key = plain(text)
    return next((kind for kind, name in kind_words() if name in key), "")


NOTE = re.compile(
    r"\s*([*＊※†‡]|\(?(notes?|sources?|updated|as of|data source|quelle|stand|anmerkung|źródło"
    r"|uwaga|remarque|fuente|total|sum)\b|注[:：\d]?|备注|備註|说明|說明|资料来源|資料來源|来源|來源"
    r"|出典|出所"
    r"|備考|截至|截止|合计|合計|总计|總計|共计|비고|주[:：)]|출처|자료)",
    re.IGNORECASE,
)
"""How a line begins that is a note to the list."""

STOPPED = re.compile(
    r"중단|중지|종료|해지|中断|中止|終了|解消|终止|終止|中斷|暂停|暫停|解除|suspend|terminat|ended"
    r"|dissol|beendet|ausgesetzt|ruht|rompu|suspendu|zawiesz|rozwiąz|wygas",
    re.IGNORECASE,
)
"""Words that say a tie is at rest or over."""

NOTHING = {
    "", "-", "--", "—", "–", "―", "/", "?", "？", "n/a", "na", "n.a.", "none", "null", "nan", "nil",
    "unknown", "not known", "tbd", "无", "無", "不详", "不詳", "未知", "待定", "暂无", "空", "なし",
    "不明", "미상", "없음", "unbekannt", "k.a.", "inconnu", "brak", "b/d", "nieznana", "...", "…",
    "#n/a",
}  # fmt: skip
"""What people write where they know nothing."""


def is_nothing(cell: str) -> bool:
    """Whether a cell says that nothing is known."""
    return cell.strip().casefold() in NOTHING
