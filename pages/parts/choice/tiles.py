"""Who sits where: every partner a tile with its name, its evidence, and the way to its card."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from geo.figures.catalogue import figure_of
from geo.figures.choice.fields import known_of, matrices
from pages.parts import session
from pages.parts.html import quiet, rendered
from pages.parts.show import beside


def show_tiles() -> None:
    """The matrix of every home, as the figure has it."""
    scene = session.scene()
    found = list(matrices(scene).values())
    address = "./?" + urlencode(scene.view.but(partner=None).to_query(scene.roster), doseq=True)
    across = beside(figure_of(scene, "matrix"))
    for start in range(0, len(found), across):
        some = found[start : start + across]
        for matrix, column in zip(some, st.columns(across, gap="medium"), strict=False):
            column.html(
                rendered(
                    "matrix",
                    matrix=matrix,
                    lang=scene.words.lang,
                    address=address,
                    known=lambda tie: known_of(scene.roster, scene.words.lang, tie),
                )
            )
    quiet(scene.words.say("Hover over a name for the evidence; click it for details."))
