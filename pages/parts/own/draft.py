"""The list that a reader is adding: what was uploaded, what is said of it, what it was read as.

All of it is kept in the session and nowhere else, beside the widgets, which forget.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from geo.export import own_list
from geo.export.own_list import Outcome
from geo.intake.asked import Asked
from geo.intake.columns import Chosen
from geo.place.candidate import Candidate

DRAFT, READ = "the list that is being added", "what the list was read as"
LOOK_UP = "what is looked up for the list"


@dataclass(frozen=True)
class Draft:
    """A list that is being added.

    Attributes:
        number: of this list in the session.
        name: of the file; "" for pasted text.
        content: of the file.
        text: that was pasted.
        encoding, sheets, by_sheet, mended, home, home_country, home_place, looked_up, country,
            day_first: what the reader has said, as :class:`geo.intake.asked.Asked` has it.
        homes: those of the list that are to be shown; empty for as many as there is room for.
    """

    number: int
    name: str = ""
    content: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    encoding: str = ""
    sheets: tuple[str, ...] = ()
    by_sheet: Mapping[str, Chosen] = field(default_factory=dict)
    mended: Mapping[tuple[str, int], Mapping[str, str]] = field(default_factory=dict)
    home: str = ""
    home_country: str = ""
    home_place: Candidate | None = None
    looked_up: Mapping[tuple[str, str], Candidate] = field(default_factory=dict)
    country: str = ""
    day_first: bool | None = None
    homes: tuple[str, ...] = ()

    def asked(self) -> Asked:
        """What the reader has said of the list."""
        return Asked(
            self.home,
            self.encoding,
            self.country,
            day_first=self.day_first,
            sheets=self.sheets,
            by_sheet=self.by_sheet,
            mended=self.mended,
            home_country=self.home_country,
            home_place=self.home_place,
            looked_up=self.looked_up,
        )


def draft() -> Draft | None:
    """The list that is being added, if there is one."""
    found: Draft | None = st.session_state.get(DRAFT)
    return found


def begin(name: str = "", content: bytes = b"", text: str = "") -> None:
    """Begin with another list."""
    before = draft()
    _forget_look_up()
    st.session_state[DRAFT] = Draft(before.number + 1 if before else 1, name, content, text)


def say(**choices: Any) -> None:
    """Say something else of the list."""
    if now := draft():
        st.session_state[DRAFT] = replace(now, **choices)


def forget() -> None:
    """Forget the list that is being added."""
    st.session_state.pop(DRAFT, None)
    st.session_state.pop(READ, None)
    _forget_look_up()


def _forget_look_up() -> None:
    """What is being looked up for a list ends with it."""
    if asking := st.session_state.pop(LOOK_UP, None):
        asking.stop()


def read(now: Draft) -> Outcome:
    """What a list was read as, read once for all reruns until something else is said of it."""
    told = replace(now, homes=())
    kept = st.session_state.get(READ)
    if kept is None or kept[0] != told:
        read = own_list.read(now.content, now.text, now.name, now.asked())
        kept = st.session_state[READ] = told, read
    found: Outcome = kept[1]
    return found
