"""Timeline: how did the networks grow, at what pace, what happened in a tie, what falls due?"""

from __future__ import annotations

from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.show import show
from pages.parts.timeline.controls import choose_years
from pages.parts.timeline.due import show_due


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    show("growth", level=1, controls=choose_years)
    show_due()
    show_source()


inside_frame(main)
