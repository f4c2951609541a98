"""Same country: where both homes have partners, who came first, and with which city?"""

from __future__ import annotations

import streamlit as st

from geo.figures.catalogue import catalogue
from geo.figures.same_country.coverage import area_of, usual_area
from geo.i18n import mark
from geo.ties.groups import area_name, areas
from geo.ties.view import ORDERS
from pages.parts import session
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.screen import room
from pages.parts.show import show
from pages.parts.turning_year import choose_turning_year

ORDER = {"lead": mark("by gap in years"), "date": mark("by date"), "name": mark("by name")}

SIDE_BY_SIDE = 680
"""With less room than this in pixels the controls stand one under the other."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    controls = {
        "same-country": _years_and_order,
        "later-ties": _turning_year,
        "coverage": _area,
    }
    for key, entry in catalogue(session.scene()).items():
        if entry.page == "same_country" and entry.part < 2:  # further parts stand on sheets
            show(key, 1 if key == "same-country" else 2, controls.get(key))
    show_source()


def _years_and_order() -> None:
    """The years, and the order of the countries."""
    words, view, (first, last) = session.words(), session.view(), session.roster().period
    beside = room() >= SIDE_BY_SIDE
    years, order = (
        st.columns([3, 2], gap="medium", vertical_alignment="bottom")
        if beside
        else (st.container(), st.container())
    )
    years.slider(
        words.say("Years of establishment"),
        first,
        last,
        help=words.say("Only ties made in these years are shown"),
        **session.widget("years", view.years, "years", tuple),
    )
    order.segmented_control(
        words.say("Order of the countries"),
        ORDERS,
        required=True,
        format_func=lambda one: words.say(ORDER[one]),
        **session.widget("order", view.order, "order"),
    )


def _turning_year() -> None:
    """The turning year, where there are several years to choose from."""
    first, last = session.view().years
    if first < last:
        choose_turning_year()


def _area() -> None:
    """The area: until the reader chooses one, that of the filter or of the article."""
    roster, view, words = session.roster(), session.view(), session.words()
    offered = {area.code: area for area in areas(roster)}
    usual = usual_area(roster, view).code
    st.selectbox(
        words.say("Area"),
        list(offered),
        format_func=lambda code: (
            "\u2003" * offered[code].depth + area_name(offered[code], roster, words)
        ),
        **session.widget(
            "area",
            area_of(roster, view).code,
            "area",
            lambda code: "" if code in (None, usual) else code,
        ),
    )


inside_frame(main)
