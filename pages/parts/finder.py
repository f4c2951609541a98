"""A box in which a reader looks for partners, countries or regions by any name, and chooses.

Streamlit's own boxes compare the letters of labels in the browser: "UK" finds Ukraine there, and
"Saigon" nothing. Here every letter asks the one search (:mod:`geo.ties.search`), and only the box
itself is drawn anew for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from geo.ties.found_words import name_of, why
from geo.ties.search import search
from pages.parts import session
from pages.parts.component import component, value_of

MOST = 60
"""Options that are shown at the most; who looks for another types another letter."""
CHANGED = "a box has changed the view"

_FINDER = component("atlas_finder", Path(__file__).with_name("finder.js"))


@dataclass(frozen=True)
class Box:
    """What a box is for.

    Attributes:
        key: of the box in the session, and its field of the view.
        name: what it is called; ``label`` is written above it, and may be empty.
        placeholder: what stands in it while nothing is chosen.
        kinds: what may be found in it (:data:`geo.ties.search.KINDS`).
        usual: what is shown before a letter is typed, by kind and key.
        chosen: what is chosen, by kind and key.
        called: how an option is written, and what stands beside it, by kind and key.
        take, drop: what choosing and dropping does, by kind and key.
        hint: what stands above the usual options.
        depth: how far in one of these stands, by its key.
    """

    key: str
    name: str
    label: str
    placeholder: str
    kinds: tuple[str, ...]
    usual: Sequence[tuple[str, str]]
    chosen: Sequence[tuple[str, str]]
    called: Callable[[str, str], tuple[str, str]]
    take: Callable[[str, str], None]
    drop: Callable[[str, str], None]
    hint: str = ""
    depth: Callable[[str], int] = lambda key: 0


def finder(make: Callable[[], Box]) -> None:
    """Draw a box; typing in it draws nothing else anew, choosing draws the page.

    Args:
        make: says what it is for, by the view as it is then.
    """
    st.fragment(_drawn)(make)


def _drawn(make: Callable[[], Box]) -> None:
    if st.session_state.pop(CHANGED, False):
        st.rerun()
    box, words = make(), session.words()
    asked = st.session_state.get(_asked(box))
    head, options = _options(box, asked)
    _FINDER(
        key=box.key,
        data={
            "name": box.name,
            "label": box.label,
            "placeholder": box.placeholder,
            "asked": asked,
            "head": head,
            "options": options,
            "chosen": [_option(box, *one) for one in box.chosen],
            "remove": words.say("Remove"),
        },
        on_asked_change=lambda: _take_asked(box),
        on_taken_change=lambda: _take(box, "taken", box.take),
        on_dropped_change=lambda: _take(box, "dropped", box.drop),
    )


def _asked(box: Box) -> str:
    return f"what is typed into {box.key}"


def _options(box: Box, asked: str | None) -> tuple[str, list[dict[str, Any]]]:
    """What is written above the options, and these: the usual ones while nothing is typed."""
    words, roster = session.words(), session.roster()
    if asked is None:
        return "", []
    if not asked.strip():
        usual = box.usual[:MOST]
        return box.hint, [_option(box, *one) | {"depth": box.depth(one[1])} for one in usual]
    found = search(roster, asked, box.kinds)
    head = words.say("Nothing is called “{text}”. The nearest:", text=asked)
    options = [
        _option(box, hit.kind, hit.key, why(roster, words, hit)) for hit in found.hits[:MOST]
    ]
    return head if found.nearest else "", options


def _option(box: Box, kind: str, key: str, reason: str = "") -> dict[str, Any]:
    name, more = box.called(kind, key)
    return {"key": f"{kind} {key}", "name": name, "more": " · ".join(filter(None, [more, reason]))}


def _take_asked(box: Box) -> None:
    asked: Any = value_of(box.key, "asked")
    st.session_state[_asked(box)] = str(asked)[:80] if asked is not None else None


def _take(box: Box, told: str, act: Callable[[str, str], None]) -> None:
    """Do what the reader has chosen, if it is something that there is."""
    kind, _, key = str(value_of(box.key, told) or "").partition(" ")
    if kind in box.kinds and _known(kind, key):
        act(kind, key)
        st.session_state[CHANGED] = True


def _known(kind: str, key: str) -> bool:
    try:
        return bool(name_of(session.roster(), session.words(), kind, key))
    except KeyError:
        return False
