"""Rank, distance and continent of the partners, said in sentences."""

from __future__ import annotations

import pandas as pd

from geo.figures.choice.compare import Comparison, contrast
from geo.figures.choice.profile import by_continent, distances_differ, median_km
from geo.figures.choice.shares_text import counts, difference
from geo.i18n import Words, mark
from geo.i18n.phrases import CONTINENTS
from geo.stats.text import p_value
from geo.ties.names import home_name
from geo.ties.roster import Roster


def rank_sentence(ties: pd.DataFrame, homes: tuple[str, ...], roster: Roster, words: Words) -> str:
    """How often each home's partner is its country's largest city, where its rank is known."""
    ranked = ties[ties["rank"].notna()]
    if ranked.empty:
        return words.say("No partner in this selection has a known rank")
    return words.say(
        "Partners that are their country’s largest city: {counts}",
        counts=counts(_largest(ranked, homes).shares, roster, words),
    )


def rank_difference(
    ties: pd.DataFrame, homes: tuple[str, ...], roster: Roster, words: Words
) -> list[str]:
    """How sure the difference in largest cities is; nothing where there is nothing to compare."""
    ranked = ties[ties["rank"].notna()]
    if ranked.empty:
        return []
    sentence = difference(_largest(ranked, homes), roster, words)
    return [sentence] if sentence else []


def _largest(ranked: pd.DataFrame, homes: tuple[str, ...]) -> Comparison:
    return contrast((ranked["rank"] == 1).to_numpy(), ranked, homes, "largest")


def unranked_remark(ties: pd.DataFrame, words: Words) -> list[str]:
    """How many ties the shares leave out, because the partner's rank is not known."""
    without = int(ties["rank"].isna().sum())
    if not without:
        return []
    return [
        words.count(
            "{n} tie with a partner without a known rank counts in no share.",
            "{n} ties with partners without a known rank count in no share.",
            without,
        )
    ]


def distance_sentence(
    ties: pd.DataFrame, homes: tuple[str, ...], roster: Roster, words: Words
) -> str:
    """How far away the median partner of each home lies."""
    medians = median_km(ties, homes)
    if not medians:
        return words.say("No tie matches this selection")
    parts = [
        words.say("{n} km from {home}", n=words.number(km), home=home_name(roster, home, words))
        for home, km in medians.items()
    ]
    return words.say("Median distance to a partner: {parts}", parts=words.clauses(parts))


def distance_difference(ties: pd.DataFrame, homes: tuple[str, ...], words: Words) -> list[str]:
    """How sure it is that two homes differ in distance; nothing where there are not two."""
    medians = median_km(ties, homes)
    p = distances_differ(ties, *medians) if len(medians) == 2 else None
    if p is None:
        return []
    message = (
        mark("The difference is statistically significant ({p}).")
        if p < 0.05
        else mark("The difference is not statistically significant ({p}).")
    )
    return [words.say(message, p=p_value(p, words))]


def continent_sentence(
    ties: pd.DataFrame, homes: tuple[str, ...], roster: Roster, words: Words
) -> str:
    """Which continent holds the most ties, and what share of each home's."""
    if ties.empty:
        return words.say("No tie matches this selection")
    spread = by_continent(ties, homes)
    name = CONTINENTS.get(spread.classes[0], spread.classes[0])
    return words.say(
        "The continent with the most partners is {continent}: {counts}",
        continent=words.say(name),
        counts=counts(spread.fullest(), roster, words),
    )
