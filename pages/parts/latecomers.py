"""The first-comer thesis on the Rivals page: what those did who came later."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.figures.same_country.intervals_chart import deterred_rows, intervals_chart
from geo.figures.same_country.latecomers import ARTICLE_YEAR, LATE, deterred, late, overtaken
from geo.figures.same_country.latecomers_text import (
    deterred_sentence,
    overtaken_sentence,
    taken_sentence,
)
from geo.figures.same_country.order import RELATIONS
from geo.figures.same_country.text import ENTERED, RELATION
from geo.i18n.escape import in_html
from geo.style.colours import home_colours
from geo.ties.names import home_names
from pages.parts import session
from pages.parts.picture import show_chart
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import ground, narrow


def latecomers_section(found: pd.DataFrame) -> None:
    """What the later home did, whether a taken capital kept it away, and what came since.

    Args:
        found: entries (``geo.figures.same_country.latecomers.entries``) of the present view.
    """
    words = session.words()
    came = found[found["order"] == LATE]
    st.html(f'<h2 class="sentence">{in_html(taken_sentence(late(found), words))}</h2>')
    if not came.empty:
        st.html(_cross(came))
        with st.expander(words.say("The rows behind it")):
            st.dataframe(_rows(came), hide_index=True, width="stretch")
    _deterred(found)
    _overtaken()


def _cross(came: pd.DataFrame) -> str:
    """Late entries by home, by whether the capital was taken, and by what the home then chose."""
    words, roster = session.words(), session.roster()
    colours = home_colours(roster.homes, ground())
    head = "".join(f"<th>{in_html(words.say(RELATION[kind]))}</th>" for kind in RELATIONS)
    body = ""
    for home in session.view().homes:
        name = home_names(roster, (home,), words)[0]
        for taken in (True, False):
            own = came[(came["home"] == home) & (came["capital_taken"].astype(bool) == taken)]
            if own.empty:
                continue
            sentence = (
                words.say("{home} later, capital taken", home=name)
                if taken
                else words.say("{home} later, capital free", home=name)
            )
            cells = "".join(_cell(own[own["relation"] == kind], kind) for kind in RELATIONS)
            body += (
                f'<tr><th style="border-left-color:{in_html(colours[home])}">'
                f"{in_html(sentence)}</th>"
                f"{cells}</tr>"
            )
    return (
        f'<table class="cross"><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _cell(came: pd.DataFrame, kind: str) -> str:
    """How many entries, and with which partners."""
    words, ties = session.words(), session.roster().ties
    names = [words.of(ties.loc[tie], "name") for tie in came.sort_values("day")["tie"]]
    listed = words.say(", ").join(names)
    return (
        f'<td data-of="{in_html(words.say(RELATION[kind]))}"><b>{words.number(len(came))}</b> '
        f"{in_html(listed)}</td>"
    )


def _rows(came: pd.DataFrame) -> pd.DataFrame:
    """Late entries as a table to read."""
    words, ties = session.words(), session.roster().ties
    later = ties.loc[came["tie"]]
    earlier = ties.loc[came["beside"]]
    return pd.DataFrame(
        {
            words.say("Country"): list(later[f"country_{words.lang}"]),
            words.say("Later home"): list(later[f"home_{words.lang}"]),
            words.say("Its partner"): list(later[f"name_{words.lang}"]),
            words.say("Since"): [words.date(date) for date in later["established"]],
            words.say("Nearest earlier partner of a rival"): [
                _named(tie) for tie in earlier.itertuples()
            ],
            words.say("Relation"): [words.say(RELATION[kind]) for kind in came["relation"]],
            words.say("Capital already taken"): [
                words.say("yes") if taken else words.say("no") for taken in came["capital_taken"]
            ],
        }
    )


def _named(tie: Any) -> str:
    words = session.words()
    return words.say(
        "{name} ({home}, {date})",
        name=words.of(tie, "name"),
        home=words.of(tie, "home"),
        date=words.date(tie.established),
    )


def _deterred(found: pd.DataFrame) -> None:
    """Whether a taken capital keeps a home away from it."""
    words, roster, view = session.words(), session.roster(), session.view()
    tested = {home: deterred(found, home) for home in view.homes}
    names = dict(zip(view.homes, home_names(roster, view.homes, words), strict=True))
    sentence = " ".join(
        words.say("{sentence}.", sentence=deterred_sentence(names[home], result, words).rstrip("."))
        for home, result in tested.items()
    )
    st.html(f'<h2 class="sentence">{in_html(sentence)}</h2>')
    rows = deterred_rows(found, roster, view, words, ground())
    show_chart(intervals_chart(rows, ground(), sentence, narrow()))
    st.html('<p class="quiet">' + in_html(words.say(ENTERED)) + "</p>")
    picture_bar("latecomers")


def _overtaken() -> None:
    """The ties after the article that changed who holds what in a country."""
    words, roster = session.words(), session.roster()
    found = overtaken(roster, session.view())
    st.html(f'<h2 class="sentence">{in_html(overtaken_sentence(found, words))}</h2>')
    if found.empty:
        return
    lines = []
    for tie in found.itertuples():
        text = words.say(
            "{country}: {home} with {partner}, {date}; before it {earlier}: {relation}",
            country=words.of(tie, "country"),
            home=words.of(tie, "home"),
            partner=words.of(tie, "name"),
            date=words.date(tie.established),
            earlier=_named(roster.ties.loc[tie.beside]),
            relation=words.say(RELATION[tie.relation]),
        )
        lines.append(f"<li>{in_html(text)}</li>")
    rule = words.say(
        "Ties made after {year}, the article's last year, in a country where another home had a "
        "tie by then: the home's first there, or one to the same city or seat.",
        year=ARTICLE_YEAR,
    )
    st.html(f'<ul class="events">{"".join(lines)}</ul><p class="quiet">{in_html(rule)}</p>')
