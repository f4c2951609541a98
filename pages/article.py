"""Article: do the article's statements hold?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import streamlit as st

from geo.figures.article.claims import Tested, claims_of, examine
from geo.figures.article.claims.verdict import VERDICTS
from geo.figures.article.text import RULE, VERDICT, changes, headline, tallies
from geo.figures.article.verdicts_chart import heads_and_titles, marks_of, verdicts_chart
from geo.i18n.escape import in_html
from pages.parts import session
from pages.parts.article.claim import statement, verdict
from pages.parts.article.counts import counts_section
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.picture import show_chart
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import ground, narrow

STYLES = Path(__file__).parent / "parts" / "article" / "article.css"
ALL, CHANGED = "all", "changed"
SHOWN = (ALL, *VERDICTS, CHANGED)
"""Which statements are listed: all, those of a verdict as of the article, those that changed."""


def main() -> None:
    """The page, from the top to the bottom."""
    st.session_state[session.PLAYING] = False
    filter_bar()
    st.html(STYLES)
    words = session.words()
    tested = examine(session.roster(), words.lang, claims_of(session.roster()))
    sentence = headline(tested, words)
    whole = words.say(
        "Tested on the whole roster: the filters at the side change nothing here, and go along to "
        "the other pages."
    )
    st.html(f'<h1 class="finding">{in_html(sentence)}</h1><p class="quiet">{in_html(whole)}</p>')
    if not tested:
        show_source()
        return
    _overview(tested, sentence)
    _statements(tested)
    counts_section(tested[0].claim.sources[0])
    _about(tested)
    show_source()


def _overview(tested: Sequence[Tested], sentence: str) -> None:
    """A mark a statement, then and now; how many of each; the rule."""
    words = session.words()
    picture, beside = st.columns([5, 3], gap="medium")
    with picture:
        show_chart(
            verdicts_chart(
                marks_of(tested, words), *heads_and_titles(words), ground(), sentence, narrow()
            )
        )
    with beside:
        st.html(_tally(tested))
        picture_bar("verdicts")
        st.html(
            f'<p class="quiet">{in_html(changes(tested, words))}</p>'
            f'<p class="quiet">{in_html(words.say(RULE))}</p>'
        )


def _tally(tested: Sequence[Tested]) -> str:
    """How many statements have each verdict, then and now, with the shapes explained."""
    words = session.words()
    head = "".join(
        f"<th>{in_html(text)}</th>"
        for text in (
            words.say("Verdict"),
            words.say("as of the article"),
            words.say("as of today"),
        )
    )
    body = "".join(
        f"<tr><td>{verdict(found)}</td>"
        + "".join(f"<td><b>{words.number(number)}</b></td>" for number in pair)
        + "</tr>"
        for found, pair in tallies(tested).items()
    )
    return f'<table class="tally"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _statements(tested: Sequence[Tested]) -> None:
    """The statements that the reader has asked for, part by part of the article."""
    words = session.words()
    shown = _shown(tested)
    listed = [each for each in tested if _passes(each, shown)]
    if not listed:
        st.info(words.say("No statement has this verdict."), icon=":material/filter_alt_off:")
    for section, group in groupby(listed, lambda each: words.of(each.claim, "section")):
        st.html(f'<h2 class="sentence">{in_html(section)}</h2>')
        for each in group:
            with st.container(gap=None):
                statement(each)


def _shown(tested: Sequence[Tested]) -> str:
    """Which statements the reader wants to see; kept in the session, not in the address."""
    words = session.words()
    names = {found: words.say(VERDICT[found]) for found in VERDICTS} | {
        ALL: words.say("all"),
        CHANGED: words.say("changed since"),
    }
    labels = {
        choice: f"{names[choice]} ({sum(_passes(each, choice) for each in tested)})"
        for choice in SHOWN
    }
    asked = st.session_state.get("article shown")
    picked: str | None = st.pills(
        words.say("Statements, by their verdict as of the article"),
        SHOWN,
        default=asked if asked in SHOWN else ALL,
        format_func=labels.__getitem__,
        key=f"article shown {words.lang}",
    )
    st.session_state["article shown"] = picked or ALL
    return picked or ALL


def _passes(tested: Tested, shown: str) -> bool:
    if shown == CHANGED:
        return tested.changed
    return shown in (ALL, tested.then.verdict)


def _about(tested: Sequence[Tested]) -> None:
    """Which article, in whose words."""
    words, sources = session.words(), session.roster().sources
    key = tested[0].claim.sources[0]
    if key not in sources.index:
        return
    sentence = words.say(
        "The article: {title}. {publisher}. Its statements are given in our own words.",
        title=sources.loc[key, "title"],
        publisher=sources.loc[key, "publisher"],
    )
    st.html(f'<p class="source">{in_html(sentence)}</p>')


inside_frame(main)
