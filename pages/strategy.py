"""Strategy: do the homes choose differently, capitals or ports?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.figures.captions import narrowing
from geo.figures.choice.compare import Comparison, compare, counted, left_out
from geo.figures.choice.text import headline, largest_groups
from geo.i18n.escape import in_html
from geo.ties.select import select
from pages.parts import session
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.picture_bar import picture_bar
from pages.parts.strategy.matrix import matrix
from pages.parts.strategy.profile import continents, distances, ranks
from pages.parts.strategy.shares import shares
from pages.parts.strategy.turn import moved
from pages.parts.strategy.ways import ways
from pages.parts.strategy.writing import STYLES, heading, quiet


def main() -> None:
    """The page, from the top to the bottom."""
    st.session_state[session.PLAYING] = False  # nothing plays here, and the address must follow
    filter_bar()
    st.html(STYLES)
    view, roster, words = session.view(), session.roster(), session.words()
    chosen = select(roster, view.but(roles=()))
    ties = counted(chosen)
    found = [compare(ties, view.homes, kind) for kind in ("capital", "port")]
    _say(headline(found, roster, words), chosen)
    _controls()
    if ties.empty:
        _nothing_left()
    else:
        _argument(ties, chosen, found)
    show_source()


def _argument(ties: pd.DataFrame, chosen: pd.DataFrame, found: list[Comparison]) -> None:
    """The five parts, each under its own sentence."""
    view, roster, words = session.view(), session.roster(), session.words()
    shares(ties, found)
    picture_bar("shares")
    heading(words.say("Who sits where"), largest_groups(ties, view.homes, roster, words))
    matrix(ties)
    picture_bar("matrix")
    moved(chosen)
    ranks(ties)
    picture_bar("ranks")
    distances(ties)
    picture_bar("distances")
    continents(ties)
    picture_bar("continents")
    ways(found)


def _say(sentence: str, chosen: pd.DataFrame) -> None:
    """The finding, and what the view leaves out of it."""
    words, view, roster = session.words(), session.view(), session.roster()
    st.html(f'<h1 class="finding">{in_html(sentence)}</h1>')
    limits = narrowing(roster, view.but(ended=False), words)
    if not view.shows_whole_period(roster):
        first, last = view.years
        limits.append(words.say("ties made {first}–{last}", first=first, last=last))
    if view.roles:
        limits.append(words.say("the filter by role is set aside: it would decide the shares"))
    limits.append(words.say("counted: ties that stand and were surely made in these years"))
    out = left_out(chosen)
    if out:
        limits.append(
            words.count(
                "{n} tie left out, because it is only possible by its date",
                "{n} ties left out, because they are only possible by their dates",
                out,
            )
        )
    quiet(" · ".join(limits))


def _controls() -> None:
    """The years, and how roles are counted: both belong to the view."""
    view, words = session.view(), session.words()
    first, last = session.roster().period
    years, roles = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    years.slider(
        words.say("Years of establishment"),
        first,
        last,
        **session.widget("years", view.years, "years", tuple),
    )
    names = {False: words.say("strictly"), True: words.say("broadly")}
    roles.segmented_control(
        words.say("Count capitals and ports"),
        [False, True],
        format_func=names.__getitem__,
        required=True,
        help=words.say(
            "Strictly: national capitals and sea ports. Broadly: also provinces and regions that "
            "hold a capital, and river and lake ports."
        ),
        **session.widget("counted", view.broad, "broad", bool),
    )


def _nothing_left() -> None:
    words = session.words()
    st.info(words.say("These filters and years leave no tie."), icon=":material/filter_alt_off:")
    st.button(words.say("Reset all filters"), on_click=session.reset, key="reset here")


inside_frame(main)
