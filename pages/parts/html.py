"""HTML on the page: from templates that escape by themselves."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from geo.i18n.script import passages
from geo.ties.cell_rules import COLOUR
from pages.parts import session

TEMPLATES = Path(__file__).with_name("templates")


def show_html(template: str, **values: Any) -> None:
    """Show a template on the page.

    Args:
        template: name of a file in ``pages/parts/templates/``, without its ending.
        values: what it is filled with; every text is escaped, :class:`markupsafe.Markup` stays.
    """
    st.html(rendered(template, **values))


def rendered(template: str, **values: Any) -> Markup:
    """A template filled in, as HTML that is safe to stand inside another.

    Raises:
        jinja2.UndefinedError: the template wants a value that is not given.
        ValueError: a colour is not written ``#rrggbb``.
    """
    return Markup(_template(template).render(**values))


def colour(value: str) -> str:
    """A colour that goes into a ``style``, checked.

    Raises:
        ValueError: it is not written ``#rrggbb``.
    """
    if not COLOUR.fullmatch(value):
        raise ValueError(f"“{value}” is no colour written as #rrggbb.")
    return value


def drawing(svg: str) -> str:
    """A small SVG picture from -1.3 to 1.3 as the address of an image.

    Streamlit takes SVG out of the HTML that a page shows, and leaves images in it.

    Args:
        svg: its parts, as a figure's legend has them (:attr:`geo.figures.figure.Figure.keys`).
    """
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.3 -1.3 2.6 2.6">{svg}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(whole.encode()).decode()}"


def spoken(text: str) -> Markup:
    """A text as HTML that tells the language of each passage that is not in the page's own.

    For names and titles of others; Streamlit's own charts and tables cannot be told any.
    """
    view = st.session_state.get(session.VIEW)
    own = ("", view.lang if view else "")
    return Markup("").join(
        part if lang in own else Markup('<span lang="{}">{}</span>').format(lang, part)
        for part, lang in passages(text)
    )


def quiet(text: str) -> None:
    """A remark of less weight; nothing for an empty one."""
    if text:
        show_html("quiet", text=text)


def heading(sentence: str, topic: str = "", level: int = 2, figure: str = "") -> None:
    """A sentence as a heading, its topic in small letters above it.

    Args:
        level: 1 for the finding of the page, 2 or 3 below it.
        figure: key of the figure whose title it is, if it is one.
    """
    show_html("heading", sentence=sentence, topic=topic, level=level, figure=figure)


@lru_cache(maxsize=64)
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"colour": colour, "drawing": drawing, "spoken": spoken}
    return found
