"""Statements about order: which tie is the first, who came before whom."""

from __future__ import annotations

import pandas as pd

from geo.figures.article.claims.case import Case, slugs
from geo.figures.article.claims.dated import all_levels, dated, listed, none_of, nothing_known
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.verdict import Part
from geo.i18n import mark


@KINDS.add(
    "first_tie",
    mark(
        "Met if the tie was made on that day and no other tie of the city can have "
        "been made before."
    ),
)
def first_tie(case: Case) -> Outcome:
    """Whether a tie is its home's first: ``tie``, ``date``."""
    slug, date = case.one("tie"), case.one("date")
    if slug not in case.roster.ties.index:
        return nothing_known(case.words.say("{tie}: not in our data", tie=slug))
    row = case.roster.ties.loc[slug]
    others = case.made(str(row["home"])).drop(index=slug, errors="ignore")
    before = _before(others, row)
    certain = bool((before["latest"] < row["earliest"]).any())
    parts = (
        dated(case, case.ties(levels=all_levels(case)), slug, date),
        Part(_others_sentence(case, before, str(row["home"])), none_of(not before.empty, certain)),
    )
    return Outcome(case.tie(row), parts, (slug, *slugs(before)))


@KINDS.add(
    "only_one_earlier",
    mark(
        "Met if the earlier tie is in our data, and no other city of the country "
        "has an earlier one; our data hold a few cities only."
    ),
)
def only_one_earlier(case: Case) -> Outcome:
    """Whether one tie of any home is older than a tie: ``tie``, ``than``."""
    slug, than = case.one("tie"), case.one("than")
    ties = case.roster.ties
    if than not in ties.index:
        return nothing_known(case.words.say("{tie}: not in our data", tie=than))
    row = ties.loc[than]
    before = _before(case.made().drop(index=[than, slug], errors="ignore"), row)
    known = slug in ties.index
    first = (
        Part(case.tie(ties.loc[slug]), _earlier(ties.loc[slug], row))
        if known
        else Part(case.words.say("The other city is not in our data"), None)
    )
    certain = bool((before["latest"] < row["earliest"]).any())
    homes = case.words.join(case.roster.homes[f"name_{case.words.lang}"])
    second = Part(
        case.words.say(
            "Earlier than {tie}: {others}", tie=case.tie(row), others=listed(case, before)
        )
        if certain
        else case.words.say(
            "No other earlier tie of {homes}; of further cities no data", homes=homes
        ),
        False if certain else None,
    )
    return Outcome(
        first.sentence, (first, second), (than, *([slug] if known else []), *slugs(before))
    )


@KINDS.add(
    "came_first",
    mark(
        "Met if the one tie is certainly older than the other, both are in force, "
        "and the one partner is a region that contains the capital which is the "
        "other."
    ),
)
def came_first(case: Case) -> Outcome:
    """Whether one home came first, with what holds the other's partner: ``first``, ``second``."""
    both = (case.one("first"), case.one("second"))
    if not set(both) <= set(case.roster.ties.index):
        return nothing_known(case.words.say("Not both ties are in our data"))
    one, other = (case.roster.ties.loc[slug] for slug in both)
    standing = set(case.ties(levels=all_levels(case)).index)
    order = case.words.say("{one}; {other}", one=case.tie(one), other=case.tie(other))
    holds = (
        one["country"] == other["country"]
        and one["capital"] == "contains"
        and other["capital"] == "is"
    )
    named = {"one": case.words.of(one, "name"), "other": case.words.of(other, "name")}
    parts = (
        Part(order, _earlier(one, other)),
        Part(
            case.words.say("{one} contains the capital, {other}", **named)
            if holds
            else case.words.say("{one} does not contain {other} as the capital", **named),
            bool(holds),
        ),
        Part(
            case.words.say("Both ties are in force")
            if set(both) <= standing
            else case.words.say("Not both ties are in force"),
            set(both) <= standing,
        ),
    )
    return Outcome(order, parts, both)


def _earlier(one: pd.Series, other: pd.Series) -> bool | None:
    """Whether a tie is older than another; ``None`` where their dates leave both open."""
    if one["latest"] < other["earliest"]:
        return True
    return False if other["latest"] <= one["earliest"] else None


def _before(ties: pd.DataFrame, than: pd.Series) -> pd.DataFrame:
    """Ties that were, or may have been, made before another."""
    return ties[ties["earliest"].isna() | (ties["earliest"] < than["latest"])]


def _others_sentence(case: Case, before: pd.DataFrame, home: str) -> str:
    if before.empty:
        return case.words.say("{home} has no earlier tie", home=case.home(home))
    return case.words.say("Perhaps earlier: {ties}", ties=listed(case, before))
