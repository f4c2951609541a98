"""The card of a partner: all that is known of its ties, and from where."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.i18n.escape import in_html
from geo.i18n.phrases import KIND, LEVEL, SOURCE_KIND, home_of
from geo.ties.select import last_day_shown
from geo.ties.time import NO, ended_by, made_between
from pages.parts import session
from pages.parts.evidence import role_of_place
from pages.parts.screen import ground


def partner_card(place: str) -> None:
    """Draw the card of one place: names, seat, country, ties, events, sources."""
    roster = session.roster()
    ties = roster.ties[roster.ties["place"] == place].sort_values("earliest")
    with st.container(border=True, key="card", gap="xsmall"):
        _heading(roster.places.loc[place])
        st.html(role_of_place(roster.places.loc[place]))
        for tie in ties.itertuples():
            st.html(_tie(tie) + _events(tie.Index) + _sources(tie))


def _heading(place: pd.Series) -> None:
    """Names, kind, seat and country, and a way to close the card."""
    words, roster = session.words(), session.roster()
    other = "en" if words.lang == "zh" else "zh"
    country = roster.countries.loc[place["country"]]
    seat = words.of(place, "seat")
    facts = [words.say(KIND[place["kind"]]), words.of(country, "name")]
    if seat != words.of(place, "name"):
        facts.append(words.say("seat: {name}", name=seat))
    facts.append(_coordinates(place))
    note = words.of(place, "place_note")
    with st.container(horizontal=True, vertical_alignment="top"):
        st.html(
            f'<div class="card-name">{in_html(words.of(place, "name"))} '
            f"<span>{in_html(place[f'name_{other}'])}</span></div>"
        )
        st.button(
            words.say("Close"),
            icon=":material/close:",
            type="tertiary",
            key="close",
            on_click=lambda: session.change(partner=None),
        )
    full = words.of(place, "full")
    lines = [full] if full != words.of(place, "name") else []
    lines.append(" · ".join(facts))
    if note:
        lines.append(note)
    st.html("".join(f'<p class="quiet">{in_html(line)}</p>' for line in lines))


def _coordinates(place: pd.Series) -> str:
    words = session.words()
    return words.say(
        "{latitude}° {north}, {longitude}° {east}",
        latitude=words.number(abs(place["lat"]), 2),
        north=words.say("N") if place["lat"] >= 0 else words.say("S"),
        longitude=words.number(abs(place["lon"]), 2),
        east=words.say("E") if place["lon"] >= 0 else words.say("W"),
    )


def _tie(tie: Any) -> str:
    """One tie: home, date, level, distance, status; whether the view shows it; its note."""
    words = session.words()
    colour = session.roster().homes.loc[tie.home, f"color_{ground().name}"]
    level = words.say(LEVEL[tie.level])
    facts = [
        words.say("established {date}", date=words.date(tie.established))
        if tie.established
        else _bounds(tie),
        words.say("{n} km", n=words.number(tie.km)),
        _status(tie),
    ]
    parts = [
        f'<div class="tie" style="border-color:{in_html(colour)}">',
        f"<b>{in_html(home_of(words, tie))}</b> <span class=quiet>{in_html(level)}</span>",
        f"<div>{in_html(' · '.join(facts))}</div>",
    ]
    why = words.of(tie, "ended_why") if tie.ended else ""
    parts += [
        f'<p class="note">{in_html(text)}</p>'
        for text in (why, words.of(tie, "note"), _outside_view(tie))
        if text
    ]
    return "".join(parts) + "</div>"


def _bounds(tie: Any) -> str:
    """What is known of a date that no source gives."""
    words = session.words()
    if pd.isna(tie.earliest):
        return words.say("date unknown")
    return words.say(
        "date unknown, between {first} and {last}",
        first=words.date(tie.earliest.date().isoformat()),
        last=words.date(tie.latest.date().isoformat()),
    )


def _status(tie: Any) -> str:
    words = session.words()
    if tie.ended:
        return words.say("ended {date}", date=words.date(tie.ended))
    return words.say(
        "no end known as of {date}", date=words.date(session.roster().as_of.isoformat())
    )


def _outside_view(tie: Any) -> str:
    """Why the present view does not show this tie, if it does not."""
    words, view, roster = session.words(), session.view(), session.roster()
    if tie.home not in view.homes or tie.level not in view.levels:
        return words.say("The present filters leave this tie out.")
    row = roster.ties.loc[[tie.Index]]
    if made_between(row, view.years, roster.period).iloc[0] == NO:
        return words.say("Not made in the years shown.")
    if ended_by(row, last_day_shown(roster, view)).iloc[0] and not view.ended:
        return words.say("Not on the map: it had ended by the last year shown.")
    return ""


def _events(tie: str) -> str:
    """What is known to have happened around a tie, in order."""
    words, roster = session.words(), session.roster()
    events = roster.events[roster.events["tie"] == tie].sort_values("date")
    if events.empty:
        return ""
    lines = "".join(
        f"<li><span class=quiet>{in_html(words.date(event.date))}</span> "
        f"{in_html(words.of(event, 'text'))} {_marks(event.sources)}</li>"
        for event in events.itertuples()
    )
    return f"<p class=card-part>{in_html(words.say('Events'))}</p><ul class=events>{lines}</ul>"


def _marks(ids: str) -> str:
    """The sources of an event, as short references to the list below."""
    return f"<span class=quiet>[{in_html(', '.join(ids.split(';')))}]</span>"


def _sources(tie: Any) -> str:
    """Every source of a tie and of its events, as links where the publisher's address is known."""
    words, roster = session.words(), session.roster()
    of_events = roster.events.loc[roster.events["tie"] == tie.Index, "sources"]
    cited = ";".join(filter(None, [tie.sources, tie.ended_sources, *of_events]))
    ids = dict.fromkeys(source.strip() for source in cited.split(";"))
    lines = "".join(f"<li>{_source(roster.sources.loc[source])}</li>" for source in ids)
    heading = words.say("Sources ({n})", n=words.number(len(ids)))
    return f"<details><summary>{in_html(heading)}</summary><ul class=sources>{lines}</ul></details>"


def _source(source: pd.Series) -> str:
    """One source: what, whose, when, of what kind; a link only to the publisher's own address."""
    words = session.words()
    title = in_html(source["title"])
    if source["url"].startswith(("https://", "http://")):
        title = (
            f'<a href="{in_html(source["url"])}" target="_blank" rel="noopener noreferrer">'
            f"{title}</a>"
        )
    when = words.date(source["date"]) if source["date"] else words.of(source, "date_note")
    kind, seen = words.say(SOURCE_KIND[source["kind"]]), words.of(source, "seen")
    about = " · ".join(filter(None, [source["publisher"], when, kind, seen]))
    return f"{title}<br><span class=quiet>[{in_html(str(source.name))}] {in_html(about)}</span>"
