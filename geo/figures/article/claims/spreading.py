"""Statements about the spread over the world, the pace of the years, and what else has dates."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from geo.figures.article.claims.case import Case, slugs
from geo.figures.article.claims.dated import nothing_known
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.mostly import ends, majority, shares_sentence
from geo.figures.article.claims.parameters import whole, year
from geo.figures.article.claims.presence import there
from geo.figures.article.claims.verdict import Part, agreed, more
from geo.i18n import mark
from geo.i18n.dates import first_day, last_day
from geo.i18n.sorting import in_order
from geo.ties.counts import Span
from geo.ties.groups import GROUPS, members
from geo.ties.regions import TIERS
from geo.ties.time import CERTAIN, NO, made_between

UNINHABITED = "Antarctica"
DAYS_OF_A_YEAR = 365.25


@KINDS.add(
    "spread",
    mark("Met if every inhabited continent has a tie and none has more than half of them."),
)
def spread(case: Case) -> Outcome:
    """Whether a home's ties are spread over the world: ``home``."""
    home = case.one("home")
    ties = case.ties(home)
    continents = sorted(set(case.roster.countries["continent"]) - {UNINHABITED})
    if ties.empty or not continents:
        return nothing_known(case.words.say("There is no tie to look at"))
    reached = [there(ties[ties["continent"] == name]) for name in continents]
    most = max(continents, key=lambda name: int((ties["continent"] == name).sum()))
    held = ends(ties, ties["continent"] == most)
    crowded = majority(held)
    figure = case.words.say(
        "{n} of {m} continents; the largest has {share} of the ties",
        n=case.words.number(sum(answer is True for answer in reached)),
        m=case.words.number(len(continents)),
        share=shares_sentence(held, case.words),
    )
    parts = (
        Part(
            case.words.say(
                "Continents with a tie: {n} of {m}", n=reached.count(True), m=len(continents)
            ),
            None if None in reached and False not in reached else all(reached),
        ),
        Part(
            case.words.say(
                "On the continent with the most: {n}", n=shares_sentence(held, case.words)
            ),
            None if crowded is None else not crowded,
        ),
    )
    return Outcome(figure, parts, slugs(ties))


@KINDS.add("none_until", mark("Met if the city had made no tie by the end of that year."))
def none_until(case: Case) -> Outcome:
    """Whether a home had no tie until a year was over: ``home``, ``year``."""
    home, over = case.one("home"), case.year("year")
    ties = case.made(home)
    early = made_between(ties, (1, over), (1, 1))  # no whole period: a tie without a date is open
    early = early.mask(ties["earliest"].isna(), "possible")
    sure, perhaps = int((early == CERTAIN).sum()), int((early != NO).sum())
    first = ties.sort_values("earliest").head(1)
    sentence = case.words.count(
        "{n} tie by the end of {year}",
        "{n} ties by the end of {year}",
        perhaps,
        n=case.words.range(sure, perhaps),
        year=over,
    )
    begun = case.words.say("; ").join(case.tie(row) for _, row in first.iterrows())
    answer = agreed({sure == 0, perhaps == 0})
    figure = case.words.say("{count}; the first: {tie}", count=sentence, tie=begun or "–")
    return Outcome(figure, (Part(sentence, answer),), slugs(ties[early != NO], first))


@KINDS.add(
    "pace",
    mark(
        "Met if in each of these periods more ties a year were made than on average"
        " from the year of the city’s first tie to that day, for every possible "
        "date of the ties; ties that ended later are counted."
    ),
)
def pace(case: Case) -> Outcome:
    """Whether ties were made faster in some periods: ``home``, ``periods`` (1979-1989, …)."""
    ties = case.made(case.one("home"))
    periods = [_period(text) for text in case.many("periods")]
    first_tie = ties["earliest"].min()
    if pd.isna(first_tie) or first_tie.date() > case.day:
        return nothing_known(case.words.say("No tie is known to have been made by that day"))
    start, until = int(first_tie.year), case.day.year
    usual = _a_year(_made(ties, (start, until)), until - start + 1)
    frames, parts, figures = [], [], []
    for first, last in periods:
        made = made_between(ties, (first, last), (1, 1))
        count = _made(ties, (first, last))
        rate = _a_year(count, last - first + 1)
        sentence = case.words.say(
            "{first}–{last}: {n} ties, {rate} a year",
            first=first,
            last=last,
            n=case.span(count),
            rate=_rate(case, rate),
        )
        parts.append(Part(sentence, more(*rate, *usual)))
        figures.append(sentence)
        frames.append(ties[made != NO])
    average = case.words.say(
        "{first}–{last}: {rate} a year on average",
        first=start,
        last=until,
        rate=_rate(case, usual),
    )
    return Outcome(case.words.say("; ").join([*figures, average]), tuple(parts), slugs(*frames))


def _period(text: str) -> tuple[int, int]:
    """The first and the last year of a period.

    Raises:
        ValueError: they are none, or the wrong way round.
    """
    first, _, last = text.partition("-")
    if year(first) > year(last):
        raise ValueError(f"the period {text} ends before it begins")
    return year(first), year(last)


def _made(ties: pd.DataFrame, years: tuple[int, int]) -> Span:
    """How many of the ties were made in a period; those without a date perhaps."""
    made = made_between(ties, years, (1, 1))
    undated = int(ties["earliest"].isna().sum())
    return Span(int((made == CERTAIN).sum()), int((made != NO).sum()) + undated)


def _a_year(count: Span, years: int) -> tuple[float, float]:
    return count.certain / years, count.possible / years


def _rate(case: Case, rate: tuple[float, float]) -> str:
    low, high = (case.words.number(end, 1) for end in rate)
    return low if low == high else f"{low}–{high}"


@KINDS.add(
    "membership",
    mark("Met if the region has so many countries, and so many of them are members on that day."),
)
def membership(case: Case) -> Outcome:
    """How many of a region belong to a group: ``region``, ``group``, ``members``, ``of``."""
    codes = case.roster.countries[[f"{tier}_m49" for tier in TIERS]]
    inside = set(case.roster.countries.index[codes.isin(case.many("region")).any(axis=1)])
    known, group = case.roster.memberships, case.one("group")
    if not inside or known.empty or group not in set(known["group"]):
        name = case.words.say(GROUPS[group]) if group in GROUPS else group
        return nothing_known(case.words.say("Memberships of {name} are not in our data", name=name))
    joined = inside & members(case.roster, group, case.day)
    missing = in_order((case.country(code) for code in inside - joined), case.words.lang)
    n, m = case.words.number(len(joined)), case.words.number(len(inside))
    figure = (
        case.words.say("{n} of {m}, without {names}", n=n, m=m, names=case.words.join(missing))
        if missing
        else case.words.say("all {m}", m=m)
    )
    met = (len(joined), len(inside)) == (case.number("members"), case.number("of"))
    sentence = case.words.say("{n} of {m} are members", n=n, m=m)
    return Outcome(figure, (Part(sentence, met),))


@KINDS.add(
    "talks",
    mark(
        "Met if the years from the first dated event to the day of the tie, "
        "rounded, are the stated ones, whatever day an inexact date means."
    ),
)
def talks(case: Case) -> Outcome:
    """How long ties took from the first talk to the signature: ``ties``, pairs of tie and years."""
    parts, figures, known = [], [], []
    cited: set[str] = set()
    for slug, stated in case.pairs("ties"):
        events = case.roster.events[case.roster.events["tie"] == slug].sort_values("date")
        if slug not in case.roster.ties.index or events.empty:
            parts.append(Part(case.words.say("{tie}: not in our data", tie=slug), None))
            continue
        tie, event = case.roster.ties.loc[slug], events.iloc[0]
        known.append(slug)
        cited |= {source.strip() for source in str(event["sources"]).split(";")}
        years = _years(event["date"].split("/")[0], tie)
        sentence = case.words.say(
            "{partner}: {years} years",
            partner=case.words.of(tie, "name"),
            years=_rate(case, years) if years else "?",
        )
        answer = agreed(round(end) == whole(stated) for end in years) if years else None
        parts.append(Part(sentence, answer))
        figures.append(sentence)
    remark = (
        case.words.say(
            "Our only source for when the talks began is the article itself: this tests its "
            "arithmetic, not its facts."
        )
        if cited and cited == {case.one("tested", "")}
        else ""
    )
    return Outcome(case.words.say("; ").join(figures) or "–", tuple(parts), tuple(known), remark)


def waited(case: Case, slug: str) -> tuple[float, float] | None:
    """The fewest and the most years from a tie's first dated event to it, where both are known."""
    events = case.roster.events[case.roster.events["tie"] == slug].sort_values("date")
    if slug not in case.roster.ties.index or events.empty:
        return None
    return _years(events.iloc[0]["date"].split("/")[0], case.roster.ties.loc[slug])


def _years(begun: str, tie: pd.Series) -> tuple[float, float] | None:
    """The fewest and the most years from an event to a tie."""
    first, last = first_day(begun), last_day(begun)
    if first is None or last is None or pd.isna(tie["earliest"]):
        return None
    return _between(last, tie["earliest"].date()), _between(first, tie["latest"].date())


def _between(start: dt.date, end: dt.date) -> float:
    return (end - start).days / DAYS_OF_A_YEAR


@KINDS.add("beyond", mark("Our data do not measure this, so it cannot be determined."))
def beyond(case: Case) -> Outcome:
    """A statement that our data cannot test."""
    sentence = case.words.say("Not in our data")
    return Outcome(sentence, (Part(sentence, None),))
