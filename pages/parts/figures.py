"""Key figures under a picture, and the line that says where it all comes from."""

from __future__ import annotations

from base64 import b64encode

import streamlit as st

from geo.draw.marks import single
from geo.draw.palette import home_colours
from geo.measure.counts import Span, Tally, Unsure
from geo.ties.roles import ROLES
from geo.words.escape import in_html
from geo.words.phrases import ROLE
from pages.parts import session
from pages.parts.frame import ground


def key_figures(counts: Tally) -> None:
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


def legend() -> None:
    """What the shapes and colours of the marks mean."""
    words, roster, view = session.words(), session.roster(), session.view()
    colours = home_colours(roster.homes, ground())
    keys = [(single(role, [ground().ink], ground()), words.say(ROLE[role])) for role in ROLES]
    if len(view.homes) > 1:
        shades = [colours[home] for home in view.homes]
        keys.append((single("neither", shades, ground()), words.say("shared partner")))
    said = "".join(
        f'<span><img src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}" '
        f'alt="" width="18" height="18">{in_html(name)}</span>'
        for svg, name in keys
    )
    st.html(f'<div class="legend">{said}</div>')


def caveats(unsure: Unsure, counts: Tally) -> None:
    """How sure the figures are: dates that are not known or not exact, ties that have ended."""
    said = [*_of_ranges(counts), *_of_undated(unsure), *_of_bounds(unsure), *_of_hidden(unsure)]
    if said:
        st.html(f'<p class="quiet">{in_html(" ".join(said))}</p>')


def _of_ranges(counts: Tally) -> list[str]:
    if counts.ties.possible == counts.ties.certain:
        return []
    return [
        session.words().say(
            "Where two numbers stand, the first is certain, the second possible by inexact dates."
        )
    ]


def _of_undated(unsure: Unsure) -> list[str]:
    if not unsure.undated:
        return []
    words = session.words()
    if session.view().shows_whole_period(session.roster()):
        return [
            words.count(
                "{n} tie without a known date is shown, because the whole period is.",
                "{n} ties without a known date are shown, because the whole period is.",
                unsure.undated,
            )
        ]
    return [
        words.count(
            "{n} tie without a known date is not shown: it belongs only to the whole period.",
            "{n} ties without a known date are not shown: they belong only to the whole period.",
            unsure.undated,
        )
    ]


def _of_bounds(unsure: Unsure) -> list[str]:
    if not unsure.bounded:
        return []
    return [
        session.words().count(
            "Of {n} tie only bounds are known; where it is merely possible its mark is hollow.",
            "Of {n} ties only bounds are known; where they are merely possible marks are hollow.",
            unsure.bounded,
        )
    ]


def _of_hidden(unsure: Unsure) -> list[str]:
    if not unsure.hidden:
        return []
    return [
        session.words().count(
            "{n} tie that had ended is hidden.",
            "{n} ties that had ended are hidden.",
            unsure.hidden,
        )
    ]


def source_line() -> None:
    """Where the figures come from: sources, data version, as-of day, licence."""
    words, release = session.words(), session.roster().release
    said = words.say(
        "Source: Friendship-city atlas, data {version}, as of {date}, {licence}; "
        "{n} sources listed tie by tie. Land: Natural Earth.",
        version=release.version,
        date=words.date(release.as_of.isoformat()),
        licence=release.licence,
        n=words.number(len(session.roster().sources)),
    )
    st.html(f'<p class="source">{in_html(said)}</p>')
