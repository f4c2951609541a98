"""What a picture shows, said in one sentence: computed from the selection, never typed in."""

from __future__ import annotations

from geo.i18n import Words
from geo.i18n.phrases import ties_of
from geo.ties.counts import Span, Tally
from geo.ties.roster import Roster
from geo.ties.view import View


def finding(roster: Roster, view: View, counts: Tally, words: Words) -> str:
    """The sentence above the map: how many ties, of whom, with how many partners where."""
    if not counts.ties:
        if counts.ended:
            return words.say("Every tie that matches this view has ended")
        return words.say("No tie matches this view")
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
        homes=words.join(shares),
        ties=ties_of(words, view.levels, counts.ties.possible),
        partners=words.count(
            "{n} partner",
            "{n} partners",
            counts.partners.possible,
            n=_sentence(counts.partners, words),
        ),
        countries=words.count(
            "{n} country",
            "{n} countries",
            counts.countries.possible,
            n=_sentence(counts.countries, words),
        ),
    )


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
