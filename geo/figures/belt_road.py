"""What is meant by the countries of the Belt and Road, and which ties are older than that."""

from __future__ import annotations

import datetime as dt

from geo.i18n import Words, sentences
from geo.i18n.sorting import in_order
from geo.ties.groups import BELT_ROAD, joined, left, members
from geo.ties.names import country_name
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View


def definition(roster: Roster, day: dt.date, words: Words) -> str:
    """Which countries are meant on a day, how many they are, and what is left out."""
    there = members(roster, BELT_ROAD, day)
    sentence = words.say(
        "Belt and Road countries: those whose memorandum or other document with China has a date "
        "in our sources, {n} on {day}. China counts more than 150; those whose date was not found "
        "are left out.",
        n=words.number(len(there)),
        day=words.date(day.isoformat()),
    )
    codes = left(roster, BELT_ROAD, day)
    gone = in_order((country_name(roster, code, words) for code in codes), words.lang)
    withdrawn = words.say("Withdrawn by then: {names}.", names=words.join(gone)) if gone else ""
    return sentences(filter(None, [sentence, withdrawn]))


def older_ties(roster: Roster, view: View, day: dt.date, words: Words) -> str:
    """How many of the ties shown with these countries are older than their documents; "" if none.

    A tie counts as older if the last day on which it can have been made lies before the first day
    on which the document can have been signed.
    """
    signed, there = joined(roster, BELT_ROAD), members(roster, BELT_ROAD, day)
    ties = select(roster, view)
    ties = ties[ties["country"].isin(there)]
    if ties.empty:
        return ""
    dated = ties.dropna(subset="latest")
    older = [
        latest.date() < signed[country][0]
        for country, latest in zip(dated["country"], dated["latest"], strict=True)
    ]
    return words.count(
        "Of the {n} tie shown with them {older} was made before its country’s document.",
        "Of the {n} ties shown with them {older} were made before their country’s document.",
        len(ties),
        older=words.number(sum(older)),
    )
