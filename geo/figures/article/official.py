"""Official counts beside ours: each on its own day, and ours over the years."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pandas as pd

from geo.i18n import Words
from geo.i18n.dates import last_day
from geo.i18n.phrases import ties_of
from geo.ties.counts import Span
from geo.ties.roster import LEVELS, Roster
from geo.ties.time import CERTAIN, NO, ended_by, in_force, undated

TOTAL, COUNTRIES = "total", "countries"
COUNTED = (TOTAL, *LEVELS, COUNTRIES)
"""What official counts give: ties of all levels, of one level, or their countries."""

FEWEST_FOR_A_PICTURE = 3


def ours(roster: Roster, home: str, what: str, day: dt.date, countries_of_all: bool = True) -> Span:
    """Our own count of what an official count gives, at the end of a day.

    Args:
        roster: what is known.
        home: slug of the home.
        what: one of :data:`COUNTED`.
        day: the day; a tie without any date may be in force on any day, and is on the as-of day.
        countries_of_all: whether countries are counted over all levels, or over sister ties only.
    """
    ties = roster.ties[roster.ties["home"] == home]
    if what in LEVELS:
        ties = ties[ties["level"] == what]
    elif what == COUNTRIES and not countries_of_all:
        ties = ties[ties["level"] == LEVELS[0]]
    state = in_force(ties, day)
    if day >= roster.as_of:
        state = state.mask(undated(ties) & ~ended_by(ties, day), CERTAIN)
    sure, perhaps = ties[state == CERTAIN], ties[state != NO]
    if what == COUNTRIES:
        return Span(sure["country"].nunique(), perhaps["country"].nunique())
    return Span(len(sure), len(perhaps))


@lru_cache(maxsize=4)
def official(roster: Roster) -> pd.DataFrame:
    """Every number of the official counts beside ours, one a row.

    Returns:
        Columns ``count`` (key), ``home``, ``what`` (one of :data:`COUNTED`), ``day`` (the last day
        that the date can mean), ``stated``, ``certain``, ``possible`` (ours), ``source``. Countries
        are counted over all levels where the count gives a total, else over sister ties.
    """
    rows = []
    for key, row in roster.official_counts.iterrows():
        day = last_day(row["as_of"])
        for what in COUNTED:
            if not row[what] or day is None:
                continue
            own = ours(roster, row["home"], what, day, countries_of_all=bool(row[TOTAL]))
            rows.append(
                {
                    "count": key,
                    "home": row["home"],
                    "what": what,
                    "day": pd.Timestamp(day),
                    "stated": int(row[what]),
                    "certain": own.certain,
                    "possible": own.possible,
                    "source": row["source"],
                }
            )
    columns = ["count", "home", "what", "day", "stated", "certain", "possible", "source"]
    return pd.DataFrame(rows, columns=columns)


def drawn(roster: Roster, homes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Home and what is counted, wherever there are enough official numbers for a picture."""
    found = official(roster)
    ways = [(home, what) for home in homes for what in (TOTAL, *LEVELS)]
    number = found.groupby(["home", "what"]).size()
    return [way for way in ways if number.get(way, 0) >= FEWEST_FOR_A_PICTURE]


@lru_cache(maxsize=32)
def band(roster: Roster, home: str, what: str) -> pd.DataFrame:
    """Our own count over the years, a row a day on which it changes.

    Returns:
        Columns ``day``, ``certain``, ``possible``; from the year before the first official number
        to the as-of day. Ties without any date stay possible to the end: that all of them are
        certain on the as-of day itself is no event.
    """
    stated = official(roster)
    first = stated[(stated["home"] == home) & (stated["what"] == what)]["day"].min()
    start = dt.date((first.year if pd.notna(first) else roster.period[0]) - 1, 1, 1)
    ties = roster.ties[roster.ties["home"] == home]
    if what in LEVELS:
        ties = ties[ties["level"] == what]
    known = pd.concat([ties["earliest"], ties["latest"], ties["gone"]]).dropna()
    days = {day.date() for day in known if start <= day.date() <= roster.as_of}
    eve = roster.as_of - dt.timedelta(days=1)
    counted = {
        day: ours(roster, home, what, min(day, eve)) for day in sorted(days | {start, roster.as_of})
    }
    return pd.DataFrame(
        [
            {"day": pd.Timestamp(day), "certain": span.certain, "possible": span.possible}
            for day, span in counted.items()
        ]
    )


def agreement(roster: Roster, homes: tuple[str, ...], words: Words) -> str:
    """How many official numbers lie within ours, in a sentence."""
    found = official(roster)
    found = found[found["home"].isin(homes)]
    if found.empty:
        return words.say("There is no official count to compare ours with")
    inside = (found["certain"] <= found["stated"]) & (found["stated"] <= found["possible"])
    off = found.assign(
        by=(found["certain"] - found["stated"])
        .clip(lower=0)
        .where(found["stated"] < found["certain"], found["stated"] - found["possible"])
    )[~inside]
    agree = words.say(
        "{n} of {m} numbers in official counts lie within what our ties allow",
        n=words.number(int(inside.sum())),
        m=words.number(len(found)),
    )
    if off.empty:
        return agree
    worst = off.sort_values("by").iloc[-1]
    return words.say(
        "{agree}; the farthest off is {count} for {home} in {year}, by {by}",
        agree=agree,
        count=count_sentence(
            worst["what"], Span(int(worst["stated"]), int(worst["stated"])), words
        ),
        home=words.of(roster.homes.loc[worst["home"]], "name"),
        year=worst["day"].year,
        by=words.number(int(worst["by"])),
    )


def count_sentence(what: str, found: Span, words: Words) -> str:
    """A count with its unit: 63–64 sister-city ties, 57 countries."""
    n = words.range(found.certain, found.possible)
    if what == COUNTRIES:
        return words.count("{n} country", "{n} countries", found.possible, n=n)
    levels = LEVELS if what == TOTAL else (what,)
    return words.say("{n} {ties}", n=n, ties=ties_of(words, levels, found.possible))
