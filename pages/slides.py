"""Slides: how do I get this into my presentation?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from geo.export import workers
from geo.export.formats import Wish
from geo.export.order import Order
from geo.export.pictures import pictures
from geo.words import Words
from geo.words.escape import in_html
from pages.parts import session
from pages.parts.delivery import address_of
from pages.parts.figures import source_line
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.orders import choices
from pages.parts.slides import deck, files, film, wishes


def main() -> None:
    """The page, from the top to the bottom."""
    st.session_state[session.PLAYING] = False
    filter_bar()
    words = session.words()
    workers.open()
    head = st.container()
    beside, options = st.columns([5, 2], gap="large")
    with options:
        order, drawing_title = _chosen()
    with head:
        st.html(f'<h1 class="finding">{in_html(drawing_title)}</h1>')
    with beside:
        _preview(order)
        files.buttons(order)
        st.html(f'<h2 class="said">{in_html(words.say("One file with several pictures"))}</h2>')
        deck.section(order)
        st.html(f'<h2 class="said">{in_html(words.say("The map through the years"))}</h2>')
        film.section(order)
    source_line()


def _chosen() -> tuple[Order, str]:
    """The order that the reader's wishes make, and the computed title of its picture."""
    wish, chosen = Wish(), choices()
    known = pictures(wishes.scene(wish, chosen))
    picture = wishes.picture_box(known)
    wish = wishes.look()
    scene = wishes.scene(wish, chosen)
    drawing = known[picture].draw(scene)
    own = wishes.own_words(picture, drawing.title, drawing.subtitle)
    with st.expander(session.words().say("Footer")):
        below = wishes.footer()
    changes: dict[str, Any] = {**own, **below}
    wish = replace(wish, **changes)
    return Order(scene.view, picture, wish, chosen), drawing.title


def _preview(order: Order) -> None:
    """The file itself, as it will be downloaded."""
    words = session.words()
    with st.spinner(words.say("Drawing …"), show_time=False):
        try:
            picture = workers.finished(order, "png")
        except ValueError as fault:
            st.error(str(fault))
            return
    said = order.wish.title or Words(order.view.lang).say("Preview")
    address = address_of(picture, "image/png", "slide preview")
    look = "clear" if order.wish.clear else ""
    dark = "night" if order.wish.ground.name == "dark" else ""
    st.html(
        f'<img class="sheet {look} {dark}" src="{in_html(address)}" alt="{in_html(said)}" '
        f'width="{order.wish.shape.width}" height="{order.wish.shape.height}">'
    )


inside_frame(main)
