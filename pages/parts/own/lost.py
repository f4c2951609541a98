"""Lists whose server is gone: the browser window still has them and offers them again.

A list is kept in the session and nowhere else on the server. If the server ends, or the replica
that a reader was sent to, his page goes on in a session of another that has never seen the list.
So the window keeps the packages of all lists that are shown, in its memory as it keeps the page,
and hands them back if the reader says so.
"""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit as st

from geo.intake.limits import Refused
from pages.parts import session
from pages.parts.component import component, value_of
from pages.parts.delivery import address_of
from pages.parts.own.draft import draft

KEY = "lost lists"
TAKEN, FAULT = "which lost lists were taken back", "why lost lists were not taken back"
MOST = 8
"""Packages that are taken at once; more lists than that cannot be shown."""

_LOST = component("atlas_lost_lists", Path(__file__).with_name("lost.js"))


def offer() -> None:
    """Tell the window which lists there are; it shows nothing unless some are lost."""
    words = session.words()
    _LOST(
        key=KEY,
        data={
            "session": st.session_state.setdefault(f"{KEY} session", token_hex(8)),
            "lists": [
                [address_of(content, "application/zip", f"{KEY} {number}"), file_name(number)]
                for number, content in session.lists().items()
            ],
            "taken": st.session_state.get(TAKEN, ""),
            "fault": st.session_state.get(FAULT, ""),
            "words": {
                "said": words.say(
                    "The server that had your own list is gone, and another goes on in its place. "
                    "This browser window still has the list."
                ),
                "again": words.say("Show my list again"),
                "save": words.say("Save as package"),
                "forget": words.say("Forget my list"),
            },
        },
        on_again_change=_take,
    )


def file_name(number: int) -> str:
    """What the package of a list is saved as."""
    return f"friendship-city-list-{number}.zip"


def _take() -> None:
    """Show the lists that the window hands back, beside those that are shown now."""
    st.session_state.pop(FAULT, None)
    told = value_of(KEY, "again")
    match told:
        case {"sent": str(sent), "lists": [*packages]} if len(packages) <= MOST:
            try:
                _add(packages)
            except Refused as refused:
                st.session_state[FAULT] = refused.sentence(session.words())
            except ValueError as fault:
                st.session_state[FAULT] = str(fault)
            else:
                st.session_state[TAKEN] = sent


def _add(packages: list[Any]) -> None:
    """Add packages as the browser writes them (base64).

    Raises:
        ValueError: one cannot be read or used; none is added.
    """
    now, shown = draft(), session.lists()
    first = max([0, *shown, *([now.number] if now else [])]) + 1
    contents = dict.fromkeys(_decoded(package) for package in packages)
    added = {n: one for n, one in enumerate(contents, first) if one not in shown.values()}
    if added:
        session.set_lists({**shown, **added})


def _decoded(package: Any) -> bytes:
    """A package; what is none is read as an empty one, which is refused with a sentence."""
    try:
        return b64decode(str(package), validate=True)
    except ValueError:
        return b""
