"""Shares of capitals and ports, strictly and broadly counted, side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.figures.choice.compare import (
    COUNTED_AS,
    KIND_IN_SHORT,
    KINDS,
    Comparison,
    compare,
    share_table,
)
from geo.figures.choice.shares_chart import share_picture
from geo.figures.choice.text import cautions, comparison_sentence
from geo.i18n.escape import in_html
from geo.stats.proportions import Odds, odds
from geo.stats.text import interval, p_value, ratio
from geo.ties.names import home_name
from geo.ties.roster import role_column
from pages.parts import session
from pages.parts.screen import ground, narrow
from pages.parts.strategy.writing import heading, picture, quiet


def shares(ties: pd.DataFrame, found: list[Comparison]) -> None:
    """The first part: how often each home chose capitals, ports, both.

    Args:
        ties: the ties to count.
        found: the comparison of capitals first; its two ends are set against each other.
    """
    words, roster = session.words(), session.roster()
    sentence = comparison_sentence(found[0], roster, words)
    heading(words.say("Shares, with 95% intervals"), sentence)
    titles = {broad: words.say(text) for broad, text in COUNTED_AS.items()}
    for broad, column in zip((False, True), st.columns(2, gap="medium"), strict=True):
        with column:
            quiet(titles[broad])
            _half(ties, broad, found[0], sentence)
    remarks = [comparison_sentence(one, roster, words) + words.say(".") for one in found[1:]]
    remarks += cautions(found[0], roster, words)
    remarks.append(words.say("Bars: Wilson’s intervals. Odds ratio: exact, with Fisher’s p."))
    quiet(" ".join(remarks))


def _half(ties: pd.DataFrame, broad: bool, found: Comparison, sentence: str) -> None:
    view, roster, words = session.view(), session.roster(), session.words()
    table = share_table(ties, view.homes, role_column(broad))
    picture(
        lambda: share_picture(table, roster, words, ground(), sentence, narrow()),
        sentence,
        f"shares {broad}",
    )
    if found.more and found.less:
        st.html(_odds_table(ties, broad, (found.more, found.less)))


def _odds_table(ties: pd.DataFrame, broad: bool, pair: tuple[str, str]) -> str:
    """Odds of one home against the other, a row a kind."""
    words, roster = session.words(), session.roster()
    against = words.say(
        "Odds ratio {one} : {other}",
        one=home_name(roster, pair[0], words),
        other=home_name(roster, pair[1], words),
    )
    rows = []
    for kind in KINDS:
        found = compare(ties, pair, kind, role_column(broad)).shares
        cells = _cells(odds(found[pair[0]], found[pair[1]]))
        rows.append(
            f"<tr><th scope=row>{in_html(words.say(KIND_IN_SHORT[kind]))}</th>"
            + "".join(f"<td>{in_html(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    heads = ["", against, words.say("95% interval"), words.say("Fisher’s test")]
    head = "".join(f"<th scope=col>{in_html(text)}</th>" for text in heads)
    return (
        f"<div class=ways-frame><table class=odds><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cells(found: Odds | None) -> tuple[str, str, str]:
    words = session.words()
    if found is None:
        return "–", "–", "–"
    return ratio(found.ratio, words), interval(found, words), p_value(found.p, words)
