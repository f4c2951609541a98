"""Statements about who is where: partners in a country, countries without one, exceptions."""

from __future__ import annotations

import pandas as pd

from geo.figures.article.claims.case import Case, slugs
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.verdict import Part
from geo.i18n import mark
from geo.i18n.phrases import ROLE_STRICT
from geo.ties.roles import is_capital, is_port
from geo.ties.roster import role_column
from geo.ties.time import CERTAIN


def there(ties: pd.DataFrame) -> bool | None:
    """Whether any of the ties is in force: certainly, perhaps (``None``), or not."""
    if ties.empty:
        return False
    return True if bool((ties["state"] == CERTAIN).any()) else None


def absent(ties: pd.DataFrame) -> bool | None:
    """The opposite of :func:`there`."""
    found = there(ties)
    return None if found is None else not found


@KINDS.add(
    "none_in", mark("Met if none of these cities has a tie in any of these countries on that day.")
)
def none_in(case: Case) -> Outcome:
    """Whether homes have no partner in countries: ``homes``, ``country``."""
    frames, parts = [], []
    for home in case.many("homes"):
        ties = case.ties(home)
        frames.append(ties)
        for code in case.many("country"):
            here = ties[ties["country"] == code]
            parts.append(Part(_found(case, home, code, here), absent(here)))
    places = case.words.say(", ").join(case.country(code) for code in case.many("country"))
    found = case.words.say("; ").join(part.sentence for part in parts if part.answer is not True)
    figure = found or case.words.say("{name}: no tie", name=places)
    taken = slugs(*(ties for ties in frames if not ties.empty))
    return Outcome(figure, tuple(parts), taken)


@KINDS.add(
    "alone_in",
    mark(
        "Met if the city has a tie in the country on that day and no other city in "
        "our data has one there."
    ),
)
def alone_in(case: Case) -> Outcome:
    """Whether a home is the only one in a country: ``home``, ``country``."""
    home, code = case.one("home"), case.one("country")
    ties = case.ties()
    parts = []
    for other in case.roster.homes.index:
        here = ties[ties["home"] == other]
        answer = there(here) if other == home else absent(here)
        parts.append(Part(_found(case, str(other), code, here), answer))
    figure = case.words.say("; ").join(case.tie(row) for _, row in ties.iterrows())
    nobody = case.words.say("{name}: no tie", name=case.country(code))
    return Outcome(figure or nobody, tuple(parts), slugs(ties))


@KINDS.add("partners_named", mark("Met if each place or country named has a tie on that day."))
def partners_named(case: Case) -> Outcome:
    """Whether places are partners: ``home``, ``named`` (slugs of places, or codes of countries)."""
    home = case.one("home")
    ties = case.ties(home)
    parts, frames, known = [], [], []
    for name in case.many("named"):
        by_country = name in case.roster.countries.index
        here = ties[ties["country" if by_country else "place"] == name]
        sentence = case.country(name) if by_country else case.place(name)
        lines = [case.tie(row) for _, row in here.iterrows()]
        none = case.words.say("{name}: no tie", name=sentence)
        parts.append(Part(case.words.say("; ").join(lines) or none, there(here)))
        frames.append(here)
        known += [sentence] * bool(lines)
    figure = case.words.say(
        "{n} of {m}: {names}",
        n=case.words.number(len(known)),
        m=case.words.number(len(parts)),
        names=case.words.join(known) or case.words.say("none"),
    )
    return Outcome(figure, tuple(parts), slugs(*frames))


@KINDS.add(
    "split_country",
    mark(
        "Met if, in the country, every partner of the one city is the national "
        "capital, no partner of the other is, and one of the other’s is a sea port "
        "(strict definition)."
    ),
)
def split_country(case: Case) -> Outcome:
    """Whether one home holds the capital and the other a port: ``capital``, ``port``, homes."""
    capitals, ports = (case.ties(case.one(name)) for name in ("capital", "port"))
    role = role_column(broad=False)
    parts = (
        Part(
            _roles(case, case.one("capital"), capitals),
            not capitals.empty and bool(is_capital(capitals[role]).all()),
        ),
        Part(
            _roles(case, case.one("port"), ports),
            not ports.empty
            and not bool(is_capital(ports[role]).any())
            and bool(is_port(ports[role]).any()),
        ),
    )
    figure = case.words.say("; ").join(part.sentence for part in parts)
    return Outcome(figure, parts, slugs(capitals, ports))


@KINDS.add(
    "exceptions",
    mark(
        "The rule: the one city has capitals, the other has none. Met if each tie "
        "named breaks it or, where both cities have the capital, shares it, and no "
        "further tie in the region breaks it, by the strict and by the wide "
        "definition."
    ),
)
def exceptions(case: Case) -> Outcome:
    """Whether these ties alone break the rule: ``capital``, ``other`` (homes), ``expect``."""
    homes = (case.one("capital"), case.one("other"))
    ties, expected = case.ties(*homes), case.many("expect")
    breaking = {broad: ties[_breaks(ties, homes[0], role_column(broad))] for broad in (False, True)}
    parts = [_expected(case, slug, breaking[False]) for slug in expected]
    for broad, found in breaking.items():
        more = found[~found.index.isin(expected)]
        names = case.words.say("; ").join(case.tie(row) for _, row in more.iterrows())
        parts.append(Part(_further(case, broad, names), absent(more)))
    seen = case.words.join(case.words.of(row, "name") for _, row in breaking[False].iterrows())
    wide = case.words.join(case.words.of(row, "name") for _, row in breaking[True].iterrows())
    none = case.words.say("none")
    figure = case.words.say(
        "Exceptions, strict: {strict}; wide: {broad}", strict=seen or none, broad=wide or none
    )
    return Outcome(figure, tuple(parts), slugs(*breaking.values(), ties))


def _breaks(ties: pd.DataFrame, capital_home: str, column: str) -> pd.Series:
    """Ties of the one home without a capital, and of any other home with one."""
    breaks: pd.Series = (ties["home"] == capital_home) != is_capital(ties[column])
    return breaks


def _expected(case: Case, slug: str, breaking: pd.DataFrame) -> Part:
    known = slug in case.roster.ties.index
    name = case.tie(case.roster.ties.loc[slug]) if known else slug
    found = breaking[breaking.index == slug]
    if found.empty:
        return Part(case.words.say("{tie}: no exception", tie=name), False if known else None)
    return Part(case.words.say("{tie}: an exception", tie=name), there(found))


def _further(case: Case, broad: bool, names: str) -> str:
    none = case.words.say("none")
    if broad:
        return case.words.say("Further exceptions, wide: {ties}", ties=names or none)
    return case.words.say("Further exceptions, strict: {ties}", ties=names or none)


def _roles(case: Case, home: str, ties: pd.DataFrame) -> str:
    """A home's partners with what they are."""
    role = role_column(broad=False)
    sentences = [
        case.words.say(
            "{name} ({role})",
            name=case.words.of(row, "name"),
            role=case.words.say(ROLE_STRICT[row[role]]),
        )
        for _, row in ties.iterrows()
    ]
    listed = case.words.row(sentences) or case.words.say("none")
    return case.words.say("{home}: {partners}", home=case.home(home), partners=listed)


def _found(case: Case, home: str, code: str, ties: pd.DataFrame) -> str:
    if ties.empty:
        return case.words.say(
            "{home}: no tie in {where}", home=case.home(home), where=case.country(code)
        )
    return case.words.say("; ").join(case.tie(row) for _, row in ties.iterrows())
