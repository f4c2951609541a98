"""Capital by port, for each home: every partner a tile with its name, its evidence, its card."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from geo.i18n.escape import in_html
from geo.i18n.phrases import tie_line
from geo.stats.text import percent
from geo.style.colours import home_colours
from geo.ties.evidence import evidence
from pages.parts import session
from pages.parts.screen import ground
from pages.parts.strategy.writing import quiet

FIELDS = (("both", "capital"), ("port", "neither"))
"""Rows of capitals and of others, columns of ports and of others."""


def matrix(ties: pd.DataFrame) -> None:
    """The second part: who sits where.

    Args:
        ties: the ties to count, with the column ``role``.
    """
    view, words = session.view(), session.words()
    for start in range(0, len(view.homes), 2):
        columns = st.columns(min(2, len(view.homes)), gap="medium")
        for home, column in zip(view.homes[start : start + 2], columns, strict=False):
            column.html(_of_home(ties[ties["home"] == home].sort_values("earliest"), home))
    quiet(
        words.say(
            "Oldest ties first. Point at a name for the evidence, choose it for the partner’s card."
        )
    )


def _of_home(ties: pd.DataFrame, home: str) -> str:
    """The four fields of one home."""
    words, roster = session.words(), session.roster()
    colour = home_colours(roster.homes, ground())[home]
    name = words.of(roster.homes.loc[home], "name")
    rows = (words.say("Capital"), words.say("Not a capital"))
    parts = [
        f'<div style="--home:{in_html(colour)}"><p class="matrix-name" '
        f'style="color:{in_html(colour)}">{in_html(name)}</p><div class="matrix"><span></span>',
        *(
            f'<span class="column">{in_html(head)}</span>'
            for head in (words.say("Port"), words.say("Not a port"))
        ),
    ]
    for head, roles in zip(rows, FIELDS, strict=True):
        parts.append(f'<span class="row {words.lang}">{in_html(head)}</span>')
        parts += [_field(ties, role, side) for role, side in zip(roles, ("", "right"), strict=True)]
    return "".join(parts) + "</div></div>"


def _field(ties: pd.DataFrame, role: str, side: str) -> str:
    """One field: its count and share, and its tiles."""
    words = session.words()
    here = ties[ties["role"] == role]
    share = f" · {percent(len(here) / len(ties), words)}" if len(ties) else ""
    tiles = "".join(_tile(tie) for tie in here.itertuples())
    return (
        f'<div class="field {side}"><b>{words.number(len(here))}<span>{share}</span></b>'
        f'<div class="tiles">{tiles}</div></div>'
    )


def _tile(tie: Any) -> str:
    """A partner's name, leading to its card on the map in the same view; its evidence on hover."""
    words, roster, view = session.words(), session.roster(), session.view()
    address = "./?" + urlencode(view.but(partner=tie.place).to_query(roster), doseq=True)
    name = words.of(tie, "name")
    lines = [tie_line(words, tie), *evidence(roster.places.loc[tie.place], words)]
    sentence = "<br>".join(in_html(line) for line in lines)
    return (
        f'<span class="tile"><a href="{in_html(address)}">{in_html(name)}</a>'
        f'<span class="evidence"><b>{in_html(name)}, {in_html(words.of(tie, "country"))}</b>'
        f"{sentence}</span></span>"
    )
