"""The ties behind a statement: partner, country, date, status on both days, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from geo.figures.article.claims import Tested
from geo.i18n.escape import in_html
from geo.i18n.phrases import LEVEL, ROLE, home_of
from geo.ties.time import CERTAIN, NO, ended_by, in_force, undated
from pages.parts import session
from pages.parts.screen import ground


def rows_table(tested: Tested) -> str:
    """The ties of a statement as an HTML table, oldest first."""
    words, roster = session.words(), session.roster()
    ties = roster.ties.loc[list(tested.ties)].sort_values(["earliest", "place"])
    days = (tested.claim.day, roster.as_of)
    states = [_states(ties, day) for day in days]
    heads = [
        ("", words.say("Partner")),
        ("", words.say("Country")),
        ("", words.say("Home")),
        ("", words.say("Since")),
        ("wide", words.say("Level")),
        ("wide", words.say("Role")),
        ("wide", words.say("Rank")),
        *(("", words.date(day.isoformat())) for day in days),
        ("wide", words.say("Sources")),
    ]
    head = "".join(f'<th class="{kind}">{in_html(text)}</th>' for kind, text in heads)
    body = "".join(_row(tie, [state[tie.Index] for state in states]) for tie in ties.itertuples())
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="rows">{table}</div>'


def _row(tie: Any, states: list[str]) -> str:
    words, roster = session.words(), session.roster()
    colour = roster.homes.loc[tie.home, f"color_{ground().name}"]
    cells = [
        f'<td><a href="{in_html(address_of_card(tie.place))}" target="_self">'
        f"{in_html(words.of(tie, 'name'))}</a></td>",
        f"<td>{in_html(words.of(tie, 'country'))}</td>",
        f'<td class="home"><i style="background:{in_html(colour)}"></i>'
        f"{in_html(home_of(words, tie))}</td>",
        f"<td>{in_html(_since(tie))}</td>",
        f'<td class="wide">{in_html(words.say(LEVEL[tie.level]))}</td>',
        f'<td class="wide">{in_html(_role(tie))}</td>',
        f'<td class="wide">{"–" if pd.isna(tie.rank) else words.number(tie.rank)}</td>',
        *(f"<td>{in_html(state)}</td>" for state in states),
        f'<td class="wide cited">{cited(part.strip() for part in tie.sources.split(";"))}</td>',
    ]
    return f"<tr>{''.join(cells)}</tr>"


def address_of_card(place: str) -> str:
    """The address of a partner's card on the map, in the reader's present view."""
    query = session.view().but(partner=place).to_query(session.roster())
    return "./?" + urlencode(query, doseq=True)


def cited(ids: Iterable[str]) -> str:
    """Sources by their ids, titles on hover; links only to the publishers' own addresses."""
    return ", ".join(_source(source) for source in ids)


def _source(source: str) -> str:
    table = session.roster().sources
    if source not in table.index:
        return in_html(source)
    row = table.loc[source]
    title = f"{row['title']} ({row['publisher']})"
    if not row["url"].startswith(("https://", "http://")):
        return f'<span title="{in_html(title)}">{in_html(source)}</span>'
    return (
        f'<a href="{in_html(row["url"])}" title="{in_html(title)}" target="_blank" '
        f'rel="noopener noreferrer">{in_html(source)}</a>'
    )


def _since(tie: Any) -> str:
    """The date at its precision; bounds where nothing else is known."""
    words = session.words()
    if tie.established or pd.isna(tie.earliest):
        return words.date(tie.established)
    return words.say(
        "date unknown, between {first} and {last}",
        first=words.date(tie.earliest.date().isoformat()),
        last=words.date(tie.latest.date().isoformat()),
    )


def _role(tie: Any) -> str:
    """What the partner is, counted strictly, and broadly where that differs."""
    words = session.words()
    strict, broad = (words.say(ROLE[role]) for role in (tie.role_strict, tie.role_broad))
    if strict == broad:
        return strict
    return words.say("{strict}, broadly {broad}", strict=strict, broad=broad)


def _states(ties: pd.DataFrame, day: dt.date) -> pd.Series:
    """In words, by tie, whether it is in force on a day."""
    words = session.words()
    states = in_force(ties, day)
    if day >= session.roster().as_of:
        states = states.mask(undated(ties) & ~ended_by(ties, day), CERTAIN)
    gone = ended_by(ties, day)
    sentence = {
        CERTAIN: words.say("in force"),
        NO: words.say("not yet made"),
    }
    found = states.map(lambda state: sentence.get(state, words.say("perhaps in force")))
    return found.mask(gone, words.say("ended"))
