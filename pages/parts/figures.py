"""Key figures under a picture, and the line that says where it all comes from."""

from __future__ import annotations

from base64 import b64encode

import streamlit as st

from geo.figures.captions import caveats, source_line
from geo.i18n.escape import in_html
from geo.i18n.phrases import ROLE
from geo.style.colours import home_colours
from geo.style.icons import single
from geo.ties.counts import Span, Tally, Unsure
from geo.ties.roles import ROLES
from pages.parts import session
from pages.parts.screen import ground


def show_key_figures(counts: Tally) -> None:
    """What the picture holds: ties, for each home, partners, countries."""
    words, roster = session.words(), session.roster()
    colours = roster.homes[f"color_{ground().name}"]
    figures = [_figure(words.say("Ties"), counts.ties)]
    figures += [
        _figure(words.of(roster.homes.loc[home], "name"), count, colours[home])
        for home, count in counts.by_home.items()
    ]
    figures += [
        _figure(words.say("Partners"), counts.partners),
        _figure(words.say("Shared partners"), Span(counts.shared, counts.shared)),
        _figure(words.say("Countries"), counts.countries),
    ]
    if counts.ended:
        figures.append(_figure(words.say("Ended, dashed"), Span(counts.ended, counts.ended)))
    st.html(f'<div class="figures">{"".join(figures)}</div>')


def _figure(name: str, count: Span, colour: str = "") -> str:
    """One figure: its name, with a dot in a home's colour, and the count."""
    dot = f'<i style="background:{in_html(colour)}"></i>' if colour else ""
    number = session.words().range(count.certain, count.possible)
    return f"<div><span>{dot}{in_html(name)}</span><b>{number}</b></div>"


def show_legend() -> None:
    """What the shapes and colours of the marks mean."""
    words, roster, view = session.words(), session.roster(), session.view()
    colours = home_colours(roster.homes, ground())
    keys = [(single(role, [ground().ink], ground()), words.say(ROLE[role])) for role in ROLES]
    if len(view.homes) > 1:
        shades = [colours[home] for home in view.homes]
        keys.append((single("neither", shades, ground()), words.say("shared partner")))
    sentence = "".join(
        f'<span><img src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}" '
        f'alt="" width="18" height="18">{in_html(name)}</span>'
        for svg, name in keys
    )
    st.html(f'<div class="legend">{sentence}</div>')


def show_caveats(unsure: Unsure, counts: Tally) -> None:
    """How sure the figures are: dates that are not known or not exact, ties that have ended."""
    whole = session.view().shows_whole_period(session.roster())
    sentence = caveats(unsure, counts, whole, session.words())
    if sentence:
        st.html(f'<p class="quiet">{in_html(" ".join(sentence))}</p>')


def show_source() -> None:
    """Where the figures come from: sources, data version, as-of day, licence."""
    sentence = source_line(session.roster(), session.words())
    st.html(f'<p class="source">{in_html(sentence)}</p>')
