"""Key figures under a picture, and the line that says where it all comes from."""

from __future__ import annotations

import streamlit as st

from geo.measure.counts import Span, Tally, Unsure
from geo.words.escape import in_html
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


def caveats(unsure: Unsure, counts: Tally) -> None:
    """How sure the figures are: dates that are not known or not exact, ties that have ended."""
    words, view = session.words(), session.view()
    said = []
    if counts.ties.possible > counts.ties.certain:
        said.append(words.say("A count such as 48–51: certain, and possible given inexact dates."))
    if unsure.undated:
        shown = view.shows_whole_period(session.roster())
        said.append(
            words.count("{n} tie has no known date", "{n} ties have no known date", unsure.undated)
            + " "
            + (
                words.say("(shown, as the whole period is).")
                if shown
                else words.say("(not shown: only the whole period includes such ties).")
            )
        )
    bounded = unsure.year_not_exact - unsure.undated
    if bounded:
        said.append(
            words.count(
                "Of {n} tie only bounds are known (hollow mark where it is only possible).",
                "Of {n} ties only bounds are known (hollow marks where they are only possible).",
                bounded,
            )
        )
    if unsure.ended and not view.ended:
        said.append(
            words.count(
                "{n} tie ended later or is hidden because it has ended.",
                "{n} ties ended later or are hidden because they have ended.",
                unsure.ended,
            )
        )
    if said:
        st.html(f'<p class="quiet">{in_html(" ".join(said))}</p>')


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
