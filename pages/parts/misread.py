"""What of a field was not understood, said below it until the reader writes something else."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts import session
from pages.parts.html import quiet


def note_misread(field: str, missed: Sequence[str], led_to: object) -> None:
    """Note what of a field was not understood.

    Args:
        field: its key.
        missed: the parts of what was typed that were passed over.
        led_to: what the rest was understood as.
    """
    st.session_state[_noted(field)] = tuple(missed), led_to


def say_misread(field: str, now: object, wanted: str) -> None:
    """Name the parts that were passed over, as long as the field stands for the same.

    Args:
        now: what the field stands for.
        wanted: what the field takes, in the reader's language.
    """
    missed, led_to = st.session_state.get(_noted(field), ((), None))
    if missed and led_to == now:
        words = session.words()
        quiet(
            words.say("Not understood: {parts}. {wanted}.", parts=words.row(missed), wanted=wanted)
        )


def _noted(field: str) -> str:
    return f"what was not understood of {field}"
