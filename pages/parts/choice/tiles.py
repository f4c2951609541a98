"""Who sits where: every partner or country a tile with its evidence, and a way to more of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from geo.figures.catalogue import figure_of
from geo.figures.choice.fields import Matrix, Partner, known_of, matrices
from geo.figures.choice.matched_figure import matched_matrices, partners_there
from pages.parts import session
from pages.parts.html import heading, quiet, rendered
from pages.parts.show import beside


def show_tiles() -> None:
    """The matrix of every home, as the figure has it: tiles that lead to the partner's card, which
    a hypothetical partner has none of."""
    scene, own = session.scene().supposed, session.roster()
    view, roster = scene.view.but(partner=None), scene.roster

    def link(tile: Partner) -> str:
        known = tile.place in own.places.index
        return _address(view.but(partner=tile.place if known else None).to_query(own))

    _matrices(
        "matrix",
        matrices(scene),
        link,
        lambda tile: known_of(roster, scene.words.lang, tile.tie),
    )
    quiet(scene.words.say("Choose a name for its card; a mouse over it shows the evidence."))


def show_countries() -> None:
    """The shared countries, as the figure has them: tiles that lead to the country on the map."""
    scene = session.scene().supposed
    view = scene.view.but(partner=None)
    _matrices(
        "matched",
        matched_matrices(scene),
        lambda tile: _address(view.but(countries=(tile.place,)).to_query(scene.roster)),
        lambda tile: partners_there(scene, tile.place),
    )
    quiet(scene.words.say("Choose a country for its map; a mouse over it shows its partners."))


def _address(query: Mapping[str, Sequence[str]]) -> str:
    return "./?" + urlencode(query, doseq=True)


def _matrices(
    key: str,
    found: Mapping[str, Matrix],
    link: Callable[[Partner], str],
    known: Callable[[Partner], Sequence[str]],
) -> None:
    """Matrices side by side, as many as there is room for, each under its chart's line."""
    figure = figure_of(session.scene(), key)
    across = beside(figure)
    drawn = list(zip(found.values(), figure.panels, strict=True))
    for start in range(0, len(drawn), across):
        columns = st.columns(across, gap="medium")
        for (matrix, panel), column in zip(drawn[start : start + across], columns, strict=False):
            with column:
                if panel.heading and panel.heading != figure.title:
                    heading(panel.heading, panel.topic, 3)
                lang = session.words().lang
                st.html(rendered("matrix", matrix=matrix, lang=lang, link=link, known=known))
