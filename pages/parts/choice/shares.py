"""Shares of capitals and ports, strictly and broadly counted, side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.draw.charts.shares import share_picture
from geo.measure.choice import COUNTED_AS, KIND_IN_SHORT, KINDS, Comparison, compare, share_table
from geo.measure.said.choice import cautions, comparison_said
from geo.measure.said.figures import interval, name_of, p_value, ratio
from geo.measure.shares import Odds, odds
from geo.ties.roster import role_column
from geo.words.escape import in_html
from pages.parts import session
from pages.parts.choice.writing import heading, picture, quiet
from pages.parts.screen import ground, narrow


def shares(ties: pd.DataFrame, found: list[Comparison]) -> None:
    """The first part: how often each home chose capitals, ports, both.

    Args:
        ties: the ties to count.
        found: the comparison of capitals first; its two ends are set against each other.
    """
    words, roster = session.words(), session.roster()
    said = comparison_said(found[0], roster, words)
    heading(words.say("Shares, with 95% intervals"), said)
    titles = {broad: words.say(text) for broad, text in COUNTED_AS.items()}
    for broad, column in zip((False, True), st.columns(2, gap="medium"), strict=True):
        with column:
            quiet(titles[broad])
            _half(ties, broad, found[0], said)
    remarks = [comparison_said(one, roster, words) + words.say(".") for one in found[1:]]
    remarks += cautions(found[0], roster, words)
    remarks.append(words.say("Bars: Wilson’s intervals. Odds ratio: exact, with Fisher’s p."))
    quiet(" ".join(remarks))


def _half(ties: pd.DataFrame, broad: bool, found: Comparison, said: str) -> None:
    view, roster, words = session.view(), session.roster(), session.words()
    table = share_table(ties, view.homes, role_column(broad))
    picture(
        lambda: share_picture(table, roster, words, ground(), said, narrow()),
        said,
        f"shares {broad}",
    )
    if found.more and found.less:
        st.html(_odds_table(ties, broad, (found.more, found.less)))


def _odds_table(ties: pd.DataFrame, broad: bool, pair: tuple[str, str]) -> str:
    """Odds of one home against the other, a row a kind."""
    words, roster = session.words(), session.roster()
    against = words.say(
        "Odds ratio {one} : {other}",
        one=name_of(roster, pair[0], words),
        other=name_of(roster, pair[1], words),
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
