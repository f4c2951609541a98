"""Prospects: where next, by what the homes have chosen so far?"""

from __future__ import annotations

from geo.figures.catalogue import figure_of
from pages.parts import session
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.prospects.controls import choose_candidates, choose_city
from pages.parts.show import show
from pages.parts.turning_year import choose_turning_year


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    figure = show("past-test", level=1)
    if figure.panels or figure_of(session.scene(), "candidates").panels:
        _argument()
    show_source()


def _argument() -> None:
    """What follows where there are choices enough to learn from."""
    show("candidates", controls=choose_candidates)
    show("candidates-map")
    show("candidate", controls=choose_city)
    show("chosen-by", controls=_turning_year)
    show("followed")


def _turning_year() -> None:
    """The turning year, where there are several years to choose from."""
    first, last = session.view().years
    if first < last:
        choose_turning_year()


inside_frame(main)
