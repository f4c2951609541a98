"""The rows in the register's answer: bytes to a list of whatever stands in it.

Known of its shape is that ``data.lists`` holds rows. Nothing else is relied upon: the list may be
an object with numbers for keys, as PHP writes one with gaps.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from geo.i18n import mark
from geo.intake.limits import Refused
from geo.ties.cell_rules import quoted

SHOWN = 120
"""Letters that are shown of what was not expected, before it is cut to a cell."""

NOT_UTF8 = mark("The answer is not UTF-8, as JSON is: it begins with {found}.")
NOT_JSON = mark("The answer is not JSON: it begins with {found}.")
BROKEN = mark("The answer begins as JSON and goes wrong or breaks off at character {at} of {n}.")
NO_LIST = mark("The answer has no list under data.lists, where ties were expected: {found}.")


def rows_in(content: bytes) -> Sequence[Any]:
    """The rows of an answer as they stand.

    Raises:
        Refused: it is no JSON, or has no such list.
    """
    return _rows(_json(content))


def _json(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(NOT_UTF8, found=quoted(content[:40].decode("latin-1"))) from None
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        if not text.lstrip().startswith(("{", "[")):
            raise Refused(NOT_JSON, found=quoted(text.strip())) from None
        at = getattr(error, "pos", 0)
        raise Refused(BROKEN, at=f"{at:,}", n=f"{len(text):,}") from None


def _rows(answer: Any) -> Sequence[Any]:
    match answer:
        case {"data": {"lists": list(rows)}}:
            return rows
        case {"data": {"lists": dict(rows)}} if all(key.isdigit() for key in rows):
            return list(rows.values())
    raise Refused(NO_LIST, found=quoted(written(answer)))


def written(value: Any) -> str:
    """The beginning of something as JSON writes it."""
    return json.dumps(value, ensure_ascii=False)[:SHOWN]
