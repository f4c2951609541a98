"""What a picture shows, said in one sentence: computed from the selection, never typed in."""

from __future__ import annotations

from typing import Any

from geo.i18n import TO, YEARS_TO, Words
from geo.i18n.phrases import ties_of
from geo.ties.counts import Span, Tally
from geo.ties.groups import is_state
from geo.ties.roster import Roster
from geo.ties.select import passing
from geo.ties.view import View


def finding(roster: Roster, view: View, counts: Tally, words: Words) -> str:
    """The sentence above the map: how many ties, of whom, with how many partners where."""
    if not counts.ties:
        if counts.ended:
            return words.say("Every tie in this selection has ended")
        return words.say("No tie matches this selection")
    shares = [
        words.say(
            "{home} {n}" if place else "{home} has {n}",
            home=words.of(roster.homes.loc[home], "name"),
            n=_sentence(count, words),
        )
        for place, (home, count) in enumerate(counts.by_home.items())
    ]
    return words.say(
        "{when}{homes} {ties}: {partners} in {countries}",
        when=_when(roster, view, words),
        homes=words.row(shares),
        ties=ties_of(words, view.levels, counts.ties.possible),
        partners=words.count(
            "{n} partner",
            "{n} partners",
            counts.partners.possible,
            n=_sentence(counts.partners, words),
        ),
        countries=_countries(
            _territories(roster, view),
            counts.countries.possible,
            _sentence(counts.countries, words),
            words,
        ),
    )


def _territories(roster: Roster, view: View) -> bool:
    """Whether a tie of the view, whatever its date, is one with a place that is in no state."""
    return not all(is_state(roster, code) for code in passing(roster, view)["country"].unique())


def _countries(territories: bool, how_many: int, n: str, words: Words) -> str:
    """How many countries, called what they are."""
    if territories:
        return words.count(
            "{n} country or territory", "{n} countries and territories", how_many, n=n
        )
    return words.count("{n} country", "{n} countries", how_many, n=n)


def finding_forms(roster: Roster, view: View, words: Words) -> dict[str, Any]:
    """The parts of :func:`finding` in one language, for the browser to put together.

    Returns:
        Messages with their ``{names}``: ``whole`` sentence; ``home``, the ``first`` and the
        others; ``ties``, ``partners`` and ``countries`` for one and for many; ``in_year``, ``by``
        and ``between`` for the years; ``ended`` and ``none`` where nothing stands; ``join``: two
        and three names joined, which stand as the characters 0, 1 and 2; ``to`` between the two
        numbers of a range, ``years_to`` between two years.
    """
    territories = _territories(roster, view)
    left = {name: f"{{{name}}}" for name in ("when", "homes", "ties", "partners", "countries")}
    return {
        "whole": words.say("{when}{homes} {ties}: {partners} in {countries}", **left),
        "first": words.say("{home} has {n}", home="{home}", n="{n}"),
        "home": words.say("{home} {n}", home="{home}", n="{n}"),
        "ties": [ties_of(words, view.levels, how_many) for how_many in (1, 2)],
        "partners": [words.count("{n} partner", "{n} partners", n, n="{n}") for n in (1, 2)],
        "countries": [_countries(territories, n, "{n}", words) for n in (1, 2)],
        "in_year": words.say("Made in {year}: ", year="{year}"),
        "by": words.say("By the end of {year}: ", year="{year}"),
        "between": words.say("Made {first}–{last}: ", first="{first}", last="{last}"),
        "ended": words.say("Every tie in this selection has ended"),
        "none": words.say("No tie matches this selection"),
        "join": [words.row(["\0", "\1"]), words.row(["\0", "\1", "\2"])],
        "to": TO[words.lang],
        "years_to": YEARS_TO[words.lang],
    }


def _when(roster: Roster, view: View, words: Words) -> str:
    """The years, as the beginning of the sentence; nothing for the whole period."""
    if view.shows_whole_period(roster):
        return ""
    first, last = view.years
    if first == last:
        return words.say("Made in {year}: ", year=first)
    if first <= roster.period[0]:
        return words.say("By the end of {year}: ", year=last)
    return words.say("Made {first}–{last}: ", first=first, last=last)


def _sentence(count: Span, words: Words) -> str:
    return words.range(count.certain, count.possible)
