"""What has changed in the data, version by version."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.export.changes import changes_since
from geo.i18n.escape import in_markdown
from pages.parts import session
from pages.parts.html import heading, quiet, show_html


def section() -> None:
    """The change log of the package, and how a figure of an older version is compared."""
    words, roster = session.words(), session.own_roster()
    changes = changes_since(Path(roster.package), "", words.lang)
    if not changes:
        return
    heading(words.say("What changed"))
    quiet(
        words.say(
            "Every figure names the version of its data. To compare one of an older version with "
            "the data of today, drop its file in the box below: it opens the same selection and "
            "says whether its finding still stands."
        )
    )
    label = words.say("Versions: {versions}", versions=words.row(one.version for one in changes))
    with st.expander(in_markdown(label)):
        show_html("changes", changes=changes)
