"""A figure on a page: its finding, its charts, what must be said below them, and the way to files.

A page composes nothing itself: it asks the catalogue for a figure and shows it here, so that what
stands on the page is what stands on a picture of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st
from markupsafe import Markup

from geo.export.legend import role_keys, shared_keys
from geo.figures.alternative import of_panel
from geo.figures.catalogue import figure_of
from geo.figures.figure import Figure
from geo.figures.panel import Panel, Spec
from geo.figures.scene import Scene
from pages.parts import session
from pages.parts.html import heading, show_html
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import narrow, room
from pages.parts.tables import show_tables

GAP = 16.0
"""Between two charts side by side, in pixels."""

Part = Callable[[], None]


def show(
    key: str,
    level: int = 2,
    controls: Part | None = None,
    body: Part | None = None,
    always: bool = False,
    bar: bool = True,
) -> Figure:
    """Show a figure of the present view.

    Args:
        key: of the catalogue (:mod:`geo.figures.catalogue`).
        level: of its heading: 1 for the first figure of a page.
        controls: draws the widgets that change it, between its finding and its charts.
        body: draws it in another way than by its charts, where a page can do more than a picture;
            homes and roles it explains itself.
        always: whether its body is drawn even where there is nothing to show.
        bar: whether the way to its files stands below it; a body that goes on below the picture
            has it right under the picture.

    Returns:
        The figure.
    """
    scene = session.scene()
    figure = figure_of(scene, key)
    heading(figure.title, figure.topic, level, key)
    if controls:
        with st.container():  # what follows is not drawn anew where this comes or goes
            controls()
    if body and (figure.panels or always):
        body()
    elif figure.panels:
        _charts(scene, figure)
    if not figure.panels:
        _nothing(figure)
    marks = shared_keys if body else role_keys
    keys = [*(marks(scene) if figure.roles else ()), *figure.keys]
    if keys and figure.panels:
        show_html("legend", keys=[(Markup(svg), name) for svg, name in keys])
    show_html(
        "caption",
        key=key,
        subtitle=figure.subtitle,
        remarks=figure.remarks,
        details=figure.details,
    )
    if figure.panels:
        if bar:
            picture_bar(key)
        show_tables(figure)
    return figure


def charts(key: str) -> None:
    """The charts of a figure alone, for a body that sets something beside them."""
    scene = session.scene()
    _charts(scene, figure_of(scene, key))


def _nothing(figure: Figure) -> None:
    """The sentence where there is nothing to show, and a way out of the filters."""
    words = session.words()
    st.info(figure.shown_instead(words), icon=":material/filter_alt_off:")
    if not figure.instead:
        st.button(words.say("Reset all filters"), on_click=session.reset, key=f"reset {figure.key}")


def _panels(figure: Figure) -> Sequence[Panel]:
    """The charts as a page has them, which has room for what sheets show in parts."""
    return figure.whole or figure.panels


def beside(figure: Figure) -> int:
    """How many charts of a figure stand side by side: as many as the reader's page has room for."""
    panels = _panels(figure)
    least = max((panel.least for panel in panels), default=1.0)
    across = max(1, min(figure.columns, len(panels)))
    while across > 1 and (narrow() or _width(across) < least):
        across -= 1
    return across


def _width(across: int) -> float:
    """How wide each of so many charts side by side is, in pixels."""
    return (room() - GAP * (across - 1)) / across


def _charts(scene: Scene, figure: Figure) -> None:
    """The charts, in rows of as many as stand side by side."""
    panels = _panels(figure)
    across = beside(figure)
    width = _width(across)
    for start in range(0, len(panels), across):
        some = panels[start : start + across]
        columns = st.columns(across, gap="medium") if across > 1 else [st.container()]
        for number, (panel, column) in enumerate(zip(some, columns, strict=False), start):
            with column:
                _chart(scene, figure, panel, number, width)


def _chart(scene: Scene, figure: Figure, panel: Panel, number: int, width: float) -> None:
    """One chart under its line, with its description for those who do not see it."""
    alone = len(figure.panels) == 1 and panel.heading == figure.title
    if panel.heading and not alone:
        heading(panel.heading, panel.topic, 3)
    if panel.cross:
        show_html("cross", cross=panel.cross)
        return
    st.vega_lite_chart(
        _spec(scene, figure.key, number, width),
        width="stretch",
        theme=None,
        alt=of_panel(figure, panel, scene.words),
        key=f"{figure.key} {number}",
    )


@lru_cache(maxsize=512)
def _spec(scene: Scene, key: str, number: int, width: float) -> dict[str, Any]:
    """A chart as the browser reads it, made once for all readers who see the same.

    It is one picture with one sentence, and its marks are in the table below it: hundreds of them
    one by one, some without a name, would be no help to who cannot see them.
    """
    drawn = _panels(figure_of(scene, key))[number].draw((width, 0.0))
    if isinstance(drawn, str):
        raise TypeError(f"{key} is a picture and no chart: its page draws its own body.")
    return silent(drawn)


def silent(chart: Spec) -> Spec:
    """A chart as one picture, without words for its marks one by one.

    And without its description, which Streamlit has from ``alt``: given both, it writes a warning.
    """
    config = chart.get("config", {})
    mute = {"config": config | {"aria": False, "mark": config.get("mark", {}) | {"aria": False}}}
    return {part: value for part, value in (chart | mute).items() if part != "description"}
