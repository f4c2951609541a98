"""The statements on the Article page: a row each, and how each was judged."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from geo.figures.article.behind import behind, cited
from geo.figures.article.shapes import verdict_path
from geo.figures.article.statements import (
    Statement,
    besides,
    choices,
    judged,
    listed,
    slips,
    statements,
)
from geo.figures.article.text import VERDICT
from geo.style.colours import home_colours
from pages.parts import session
from pages.parts.html import heading, rendered, show_html
from pages.parts.screen import ground

WHERE_NEXT = "yangon-penang"
"""The statement on which cities would be the right next partners."""


def statements_section() -> None:
    """The statements that the reader has asked for, part by part of the article."""
    words = session.words()
    every = statements(session.own_roster(), words.lang)
    some = listed(every, _asked(every))
    if not some:
        st.info(words.say("No statement has this verdict."), icon=":material/filter_alt_off:")
    for section, group in groupby(some, lambda one: one.section):
        heading(section)
        for one in group:
            _statement(one)
            if one.slug == WHERE_NEXT:
                _to_prospects()


def _to_prospects() -> None:
    """The way to the page that asks where next."""
    st.page_link(
        st.session_state[session.PAGES]["prospects"],
        label=session.words().say("Where next, by past choices: Prospects"),
        icon=":material/travel_explore:",
        query_params=session.view().to_query(session.roster()),
    )


def slips_section() -> None:
    """Where the article contradicts itself, each with its own words; nothing where nothing is."""
    words, found = session.words(), slips(session.own_roster(), session.view().lang)
    if not found:
        return
    heading(words.say("Slips of the article"))
    for one in found:
        show_html(
            "slip",
            slip=one,
            translated=words.lang != "zh",
            sources=cited(one.sources, session.roster(), words),
        )


def context_section() -> None:
    """What the article sets around its argument, with its dates; nothing where nothing is."""
    words, roster = session.words(), session.roster()
    found = besides(roster, words.lang)
    if not found:
        return
    heading(words.say("Context in the article"))
    show_html(
        "context",
        lines=[(one, cited(one.sources, roster, words)) for one in found],
        colon=words.say(": "),
    )


def _asked(every: tuple[Statement, ...]) -> str:
    """Which statements the reader wants to see."""
    words, view = session.words(), session.view()
    labels = choices(every, words)
    st.pills(
        words.say("Filter by verdict at the time of writing"),
        list(labels),
        format_func=labels.__getitem__,
        **session.widget(
            "verdict",
            view.verdict,
            "verdict",
            lambda choice: choice or "",
            labels=tuple(labels.items()),
        ),
    )
    return view.verdict


def _statement(one: Statement) -> None:
    """One statement: a row of three cells, and what opens under it."""
    with st.container(gap=None):
        show_html(
            "statement", statement=one, shapes=_shapes(), translated=session.view().lang != "zh"
        )
        opened = st.expander(
            one.opens,
            key=f"judged {one.slug} {session.view().lang}",
            type="compact",
            on_change="rerun",
        )
    if opened.open:
        with opened:
            _judged(one.slug)


def _shapes() -> dict[str, str]:
    """The shape of every verdict; its word stands beside it."""
    return {found: verdict_path(found, ground().ink) for found in VERDICT}


def _judged(slug: str) -> None:
    """The rule, the conditions on both days, the ties, the sources of the statement."""
    roster, lang, words = session.own_roster(), session.view().lang, session.words()
    table, how = behind(roster, lang, slug), judged(roster, lang, slug)
    show_html(
        "judged",
        judged=how,
        colon=words.say(": "),
        sources=cited(how.sources, roster, words),
        table=rendered(
            "behind",
            behind=table,
            colours=home_colours(roster.homes, ground()),
            addresses={row.place: _card(row.place) for row in table.rows},
        )
        if table.rows
        else "",
    )


def _card(place: str) -> str:
    """The address of a partner's card on the map, in the reader's present view."""
    query = session.view().but(partner=place).to_query(session.roster())
    return "./?" + urlencode(query, doseq=True)
