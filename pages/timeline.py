"""Timeline: how did the networks grow, at what pace, what happened in a tie, what falls due?"""

from __future__ import annotations

from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.periods import choose_periods
from pages.parts.show import show
from pages.parts.timeline.controls import choose_partner, choose_years
from pages.parts.timeline.due import show_due


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    figure = show("growth", level=1, controls=choose_years)
    if figure.panels:
        show("made")
        show("pace", controls=choose_periods)
        show("balance")
        show("talks")
        show("events", controls=choose_partner)
        show_due()
    show_source()


inside_frame(main)
