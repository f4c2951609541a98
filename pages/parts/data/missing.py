"""What is missing, plainly: published counts beside ours, dates, sources, what is left out."""

from __future__ import annotations

import streamlit as st

from geo.figures.article.explained import explained
from geo.figures.article.official import agreement
from geo.figures.data.missing import gaps, left_out
from geo.figures.figure import Table
from geo.i18n.escape import in_markdown
from pages.parts import session
from pages.parts.html import heading, quiet
from pages.parts.tables import show_table


def section() -> None:
    """A table for each thing that is missing, closed at first."""
    scene, words = session.scene(), session.words()
    heading(words.say("What is missing"))
    if not scene.roster.official_counts.empty:
        quiet(words.say("{sentence}.", sentence=agreement(scene.roster, scene.view.homes, words)))
        _closed(
            explained(scene),
            words.say(
                "The difference is how far a published number lies outside our range. What could "
                "explain it is inferred from dates and levels alone; what is known of each count "
                "stands in the change log of the data."
            ),
        )
    for table in gaps(scene):
        _closed(table)
    left = left_out(scene)
    if left:
        _closed(left)


def _closed(table: Table, remark: str = "") -> None:
    box = st.expander(in_markdown(table.name), key=f"missing {table.key}", on_change="rerun")
    if box.open:
        with box:
            quiet(remark)
            show_table(table)
