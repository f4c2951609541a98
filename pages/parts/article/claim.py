"""One statement on the Article page: what is stated, what became of it, and the rows behind it."""

from __future__ import annotations

from base64 import b64encode

import streamlit as st

from geo.figures.article.claims import Tested
from geo.figures.article.claims.case import Outcome
from geo.figures.article.claims.verdict import Part, Verdict
from geo.figures.article.text import VERDICT
from geo.figures.article.verdicts_chart import verdict_svg
from geo.i18n import mark
from geo.i18n.escape import in_html
from pages.parts import session
from pages.parts.article.rows import cited, rows_table
from pages.parts.screen import ground

ANSWER = {True: mark("met"), False: mark("not met"), None: mark("open")}
"""What a condition's answer is called."""


def statement(tested: Tested) -> None:
    """Draw one statement: a row of three cells, and what opens under it."""
    words, claim = session.words(), tested.claim
    then = _found(tested.then, claim.day.isoformat())
    now = _found(
        tested.now,
        session.roster().as_of.isoformat(),
        same=tested.then.figure == tested.now.figure,
    )
    notes = "".join(
        f'<p class="quiet">{in_html(text)}</p>'
        for text in (words.of(claim, "note"), tested.then.remark)
        if text
    )
    st.html(
        f'<div class="claim"><div class="stated"><p>{in_html(words.of(claim, "statement"))}</p>'
        f"{notes}</div>{then}{now}</div>"
    )
    label = words.say("How it was judged")
    if tested.ties:
        label = words.count(
            "How it was judged, and the {n} tie behind it",
            "How it was judged, and the {n} ties behind it",
            len(tested.ties),
        )
    opened = st.expander(
        label, key=f"judged {claim.slug} {words.lang}", type="compact", on_change="rerun"
    )
    if opened.open:
        with opened:
            _judged(tested)


def verdict(found: Verdict) -> str:
    """A verdict as HTML: its shape and its word."""
    return (
        f'<span class="verdict">{shape(found)}{in_html(session.words().say(VERDICT[found]))}</span>'
    )


def shape(found: Verdict) -> str:
    """A verdict's shape as an HTML picture; its word stands beside it."""
    svg = b64encode(verdict_svg(found, ground().ink).encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{svg}" alt="">'


def _found(outcome: Outcome, day: str, same: bool = False) -> str:
    """One cell: the day, the verdict, the figure."""
    words = session.words()
    figure = words.say("unchanged") if same else outcome.figure
    return (
        f'<div><span class="when">{in_html(words.say("as of {date}", date=words.date(day)))}</span>'
        f"{verdict(outcome.verdict)}"
        f'<p class="figure{" same" if same else ""}">{in_html(figure)}</p></div>'
    )


def _judged(tested: Tested) -> None:
    """The rule, the conditions on both days, the ties, the sources of the statement."""
    words, claim = session.words(), tested.claim
    days = (claim.day.isoformat(), session.roster().as_of.isoformat())
    same = tested.then.parts == tested.now.parts
    conditions = (
        _conditions(tested.then.parts),
        f"<div>{in_html(words.say('unchanged'))}</div>" if same else _conditions(tested.now.parts),
    )
    halves = "".join(
        f"<div><b>{in_html(words.date(day))}</b>{found}</div>"
        for day, found in zip(days, conditions, strict=True)
    )
    table = rows_table(tested) if tested.ties else ""
    st.html(
        f'<p class="quiet">{in_html(tested.rule)}</p><div class="judged">{halves}</div>{table}'
        f'<p class="quiet cited">{in_html(words.say("Sources of the statement and its remark"))}'
        f"{in_html(words.say(': '))}{cited(claim.sources)}</p>"
    )


def _conditions(parts: tuple[Part, ...]) -> str:
    """Each condition with its answer."""
    words = session.words()
    lines = "".join(
        f"<li><span>{in_html(words.say(ANSWER[part.answer]))}</span>"
        f"<span>{in_html(part.sentence)}</span></li>"
        for part in parts
    )
    return f'<ul class="conditions">{lines}</ul>'
