"""Text from a file, a user or an address, made safe for where it is going."""

from __future__ import annotations

import html as _html
import re

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~:$<&^=@/])")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which spreadsheet programs take a cell for a formula (OWASP)."""


def in_markdown(text: str) -> str:
    """Text that Markdown shows letter by letter, on one line."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def in_html(text: str) -> str:
    """Text that HTML shows letter by letter, in an element or a quoted attribute."""
    return _html.escape(text, quote=True)


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet program would run a cell of this text; numbers it would not."""
    return text.startswith(FORMULA) and not re.fullmatch(r"[+-]?\d+(\.\d+)?", text)
