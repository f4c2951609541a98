"""Who sits where: every partner a tile with its name, its evidence, and the way to its card."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from geo.figures.choice.fields import known_of, matrices
from pages.parts import session
from pages.parts.html import rendered

BESIDE = 2
"""Homes that stand side by side."""


def show_tiles() -> None:
    """The matrix of every home, as the figure has it."""
    scene = session.scene()
    found = list(matrices(scene).values())
    address = "./?" + urlencode(scene.view.but(partner=None).to_query(scene.roster), doseq=True)
    for start in range(0, len(found), BESIDE):
        some = found[start : start + BESIDE]
        columns = st.columns(min(BESIDE, len(found)), gap="medium")
        for matrix, column in zip(some, columns, strict=False):
            column.html(
                rendered(
                    "matrix",
                    matrix=matrix,
                    lang=scene.words.lang,
                    address=address,
                    known=lambda tie: known_of(scene.roster, scene.words.lang, tie),
                )
            )
