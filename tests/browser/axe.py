"""axe-core on a page: what shuts out readers who do not see, hear or point as others do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js")
GRAVE = ("serious", "critical")
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"], preload: false }))
  .violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, html, any, all, none }) => ({
    rule: id, impact, selector: target.flat().join(" "), html,
    why: [...any, ...all, ...none].map(({ message }) => message).join("; ") })))"""


@dataclass(frozen=True)
class Known:
    """What the framework draws, as axe-core sees it, and we cannot mend.

    Attributes:
        rule: of axe-core.
        part: of the HTML of the element, which tells it from ours.
        pages: on which it is to be found: an entry that is needed no longer fails a test.
        why: its cause.
    """

    rule: str
    part: str
    pages: Sequence[str]
    why: str


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds serious or critical on a page as it is seen now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    return [found for found in page.evaluate(RUN) if found["impact"] in GRAVE]


def excused(found: dict[str, Any], known: Sequence[Known]) -> Known | None:
    """The entry that excuses a finding, if there is one."""
    return next(
        (one for one in known if one.rule == found["rule"] and one.part in found["html"]), None
    )
