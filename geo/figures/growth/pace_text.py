"""The pace in sentences: by stretch, against the turning points, and the silences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geo.figures.growth.pace import NEAR, Pace, PaceByHome, Silence, covered, near
from geo.figures.growth.turning import Mark
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.stats.text import p_value
from geo.ties.names import home_name

METHOD = mark(
    "Stretches of one pace: parted so that ties at a constant pace in each fit best (a Poisson "
    "process, dynamic programming), no more of them than the Bayesian information criterion "
    "allows, three years at the least; p by 999 random orders of all ties at one pace. Without a "
    "p below 5% no change is told. A stretch’s own interval takes its years as given, though they "
    "were found in the same ties."
)
RIBBONS = mark("Ribbons: ties a year in each period with exact 95% Poisson intervals (Garwood).")
CHANCE = mark(
    "{covered} of the {n} years lie in the year of a turning point or in the two years after one, "
    "so that a change of pace would often fall there by chance."
)


def pace_title(scene: Scene, found: PaceByHome) -> str:
    """The fastest stretch of each home; its pace throughout where it did not change."""
    words = scene.words
    told = [
        _fastest(home_name(scene.roster, home, words), one, words) for home, one in found.items()
    ]
    homes = words.say("; ").join(told)
    if not any(one.changes for one in found.values()):
        return words.say("Pace of new ties: {homes}", homes=homes)
    return words.say("Fastest pace: {homes}", homes=homes)


def _fastest(home: str, one: Pace, words: Words) -> str:
    if not one.changes:
        count = sum(rate.count for _, rate in one.stretches)
        years = sum(rate.years for _, rate in one.stretches)
        return words.say(
            "{home} {rate} ties a year throughout", home=home, rate=_rate(count / years, words)
        )
    span, fastest = max(one.stretches, key=lambda stretch: stretch[1].rate)
    return words.say(
        "{home} {rate} ties a year in {years}",
        home=home,
        rate=_rate(fastest.rate, words),
        years=words.years(*span),
    )


def _rate(rate: float, words: Words) -> str:
    """Ties a year; of few ties with two digits, or it would say that there are none."""
    return words.number(rate, 1 if rate >= 0.1 or not rate else 2)


def pace_heading(scene: Scene, home: str, one: Pace) -> str:
    """One home's changes of pace, with what chance would do."""
    words = scene.words
    name = home_name(scene.roster, home, words)
    if not one.changes:
        return words.say(
            "{home}: no significant change of pace ({p})",
            home=name,
            p=p_value(one.p, words),
        )
    turns = [
        words.say("faster from {year}", year=year)
        if late.rate > early.rate
        else words.say("slower from {year}", year=year)
        for (_, early), (_, late), year in zip(
            one.stretches, one.stretches[1:], one.changes, strict=False
        )
    ]
    return words.say(
        "{home}: {turns} ({p})", home=name, turns=words.row(turns), p=p_value(one.p, words)
    )


def near_sentences(scene: Scene, found: PaceByHome, marks: Sequence[Mark]) -> list[str]:
    """Which changes of pace lie near which marks, and how often they would by chance."""
    words, told = scene.words, []
    for home, one in found.items():
        for year in one.changes:
            close = near(year, marks)
            if close:
                told.append(
                    words.say(
                        "{home}’s change in {year} falls in the year of a turning point or the {n} "
                        "after it: {marks}.",
                        home=home_name(scene.roster, home, words),
                        year=year,
                        n=words.number(NEAR),
                        marks=words.row(
                            words.say("{name} ({year})", name=each.name, year=each.year)
                            for each in close
                        ),
                    )
                )
    if not marks or not any(one.changes for one in found.values()):
        return told
    first, last = scene.view.years
    chance = words.say(
        CHANCE,
        covered=words.number(covered(scene.view.years, marks)),
        n=words.number(last - first + 1),
    )
    return [*told, chance]


def silence_sentences(scene: Scene, found: dict[str, list[Silence]]) -> list[str]:
    """The longest time without a new tie of each home, and the one that is not over."""
    words, told = scene.words, []
    for home, some in found.items():
        name = home_name(scene.roster, home, words)
        if some:
            told.append(
                words.say(
                    "{home}’s longest time without a new tie: {years} years, {since} to {until}.",
                    home=name,
                    years=words.number(some[0].years, 1),
                    since=_day(some[0].since, words),
                    until=_day(some[0].until, words),
                )
            )
        told += [
            words.say(
                "{home} has made no tie since {since}: {years} years so far.",
                home=name,
                since=_day(one.since, words),
                years=words.number(one.years, 1),
            )
            for one in some[1:]
            if not one.after
        ]
    return told


def _day(day: dt.date, words: Words) -> str:
    return words.date(day.isoformat())
