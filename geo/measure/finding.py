"""What a picture shows, said in one sentence: computed from the selection, never typed in."""

from __future__ import annotations

from geo.measure.counts import Span, Tally
from geo.ties.regions import regions_present
from geo.ties.roster import Roster
from geo.ties.view import View
from geo.words import Words
from geo.words.phrases import ROLE, ties_of


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
            n=_said(count, words),
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
            n=_said(counts.partners, words),
        ),
        countries=words.count(
            "{n} country",
            "{n} countries",
            counts.countries.possible,
            n=_said(counts.countries, words),
        ),
    )


def narrowing(roster: Roster, view: View, words: Words) -> list[str]:
    """What the view leaves out, filter by filter, for the line under the sentence."""
    said = []
    if view.countries:
        names = [words.of(roster.countries.loc[code], "name") for code in view.countries]
        said.append(words.say("only {names}", names=words.join(names)))
    if view.regions:
        known = regions_present(roster.countries, set(roster.countries.index))
        names = [getattr(region, words.lang) for region in known if region.code in view.regions]
        said.append(words.say("only {names}", names=words.join(names)))
    if view.roles:
        roles = [words.say(ROLE[role]) for role in view.roles]
        said.append(words.say("only {names}", names=words.join(roles)))
    if view.broad:
        said.append(words.say("roles counted broadly"))
    if view.q:
        said.append(words.say("names with “{text}”", text=view.q))
    if view.ended:
        said.append(words.say("ended ties shown"))
    return said


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


def _said(count: Span, words: Words) -> str:
    return words.range(count.certain, count.possible)
