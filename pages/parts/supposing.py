"""What if: hypothetical ties of the view, named on every page, and the way to and from them."""

from __future__ import annotations

import streamlit as st

from geo.i18n import mark
from geo.i18n.escape import in_markdown
from geo.place.candidate import Candidate
from geo.ties.names import home_name
from geo.ties.supposed import LONGEST_NAME, MOST_SUPPOSED, Supposed, cities_called, supposed_with
from geo.ties.supposing import pairs, stands_already
from pages.parts import session
from pages.parts.found_city import in_a_line
from pages.parts.html import quiet, rendered

OFFERED = 5
"""Cities of a name that are offered at the most."""
HOME, CITY = "what if: home", "what if: city"
KEPT_OUT = mark("Hypothetical ties are on figures only, and in no file of data.")


def say_what_is_supposed() -> None:
    """Name the hypothetical ties of the view above a page, each with a way to take it back.

    Its place is kept where there are none, so that nothing below it is drawn anew.
    """
    view, words = session.view(), session.words()
    if not view.suppose:
        st.empty()
        return
    with st.container(
        horizontal=True, gap="small", vertical_alignment="center", key="hypothetical"
    ):
        st.html(rendered("quiet", text=words.say("Hypothetical:")), width="content")
        for one in view.suppose:
            st.button(
                in_markdown(pairs(session.roster(), (one,), words)),
                icon=":material/close:",
                help=words.say("Remove"),
                on_click=take_back,
                args=(one,),
                type="tertiary",
                key=f"take back {one}",
            )


def say_data_are_without() -> None:
    """That no data have the hypothetical ties of the view, if it has any."""
    if session.view().suppose:
        quiet(session.words().say(KEPT_OUT))


def suppose(home: str, city: Candidate) -> None:
    """Lay a hypothetical tie into the view.

    Args:
        home: slug.
        city: as the gazetteer has it (:func:`geo.ties.supposed.cities_called`).
    """
    one, now = supposed_with(home, city), session.view().suppose
    if one and one not in now and not why_not(home, city):
        session.change(suppose=(*now, one))


def take_back(one: Supposed) -> None:
    """Take a hypothetical tie out of the view."""
    session.change(suppose=tuple(other for other in session.view().suppose if other != one))


def why_not(home: str, city: Candidate) -> str:
    """Why a tie cannot be supposed, in a sentence; "" where it can."""
    words, roster = session.words(), session.roster()
    one = supposed_with(home, city)
    name = (city.name_zh if words.lang == "zh" else "") or city.name_en
    if one is None or city.country == roster.homes.at[home, "country"]:
        return words.say("No city of this name was found: write it otherwise.")
    if stands_already(roster, one):
        home_called = home_name(roster, home, words)
        return words.say("{home} has a tie with {city} already.", home=home_called, city=name)
    if one not in session.view().suppose and len(session.view().suppose) >= MOST_SUPPOSED:
        return words.say("Up to {n} hypothetical ties at once.", n=words.number(MOST_SUPPOSED))
    return ""


def suppose_button(home: str, country: str, name: str, label: str = "") -> None:
    """A button that supposes a tie of a home with a city; where it cannot, it says why.

    Args:
        home: slug.
        country: alpha-2 code of the city's country.
        name: of the city, in any language.
        label: what stands on the button; empty for the usual words.
    """
    words = session.words()
    found = cities_called(name, country, 1)
    wrong = why_not(home, found[0]) if found else words.say("The gazetteer has no such city.")
    st.button(
        in_markdown(label) if label else words.say("What if?"),
        icon=":material/add_location_alt:",
        help=wrong or words.say("Show it on every figure as a hypothetical tie"),
        disabled=bool(wrong),
        on_click=suppose,
        args=(home, found[0]) if found else (),
        type="tertiary",
        key=f"what if {home} {country} {name}",
    )


def suppose_box() -> None:
    """Where a reader supposes a tie of one of the homes with any city."""
    view, roster, words = session.view(), session.roster(), session.words()
    with st.expander(words.say("What if …"), icon=":material/help:"):
        quiet(
            words.say(
                "A city that is no partner is laid into the figures as a hypothetical tie, to see "
                "what it would change."
            )
        )
        home = st.segmented_control(
            words.say("A tie of"),
            view.homes,
            default=view.homes[0],
            required=True,
            format_func=lambda one: in_markdown(home_name(roster, one, words)),
            key=f"{HOME} {'-'.join(view.homes)}",
        )
        name = st.text_input(
            words.say("with the city"),
            max_chars=LONGEST_NAME,
            placeholder=words.say("such as Yangon"),
            key=CITY,
        )
        if home and name and name.strip():
            _offer(str(home), name.strip())


def _offer(home: str, name: str) -> None:
    """The cities that a name may mean, a button each; why not, where one cannot be supposed."""
    words = session.words()
    found = cities_called(name, None, OFFERED)
    if not found:
        quiet(words.say("No city of this name was found: write it otherwise."))
    for number, city in enumerate(found):
        wrong = why_not(home, city)
        st.button(
            in_markdown(in_a_line(city)),
            on_click=suppose,
            args=(home, city),
            disabled=bool(wrong),
            help=wrong or None,
            type="tertiary",
            key=f"what if offered {number}",
        )
    for reason in dict.fromkeys(why_not(home, city) for city in found):
        quiet(reason)
