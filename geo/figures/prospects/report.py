"""All numbers of the prospects as one plain record, for programs and for checking them again."""

from __future__ import annotations

from typing import Any

from geo.figures.prospects.counts import Following, following, left_out
from geo.figures.prospects.history import CHOICE
from geo.figures.prospects.model import (
    LEAST,
    PENALTY,
    Question,
    choices_of,
    fitted,
    second_opinion,
)
from geo.figures.prospects.named import ARTICLE_YEAR, named
from geo.figures.prospects.past import CUTS, FEWEST, Test, ever_after, joined, next_years, together
from geo.figures.prospects.ranking import ranking
from geo.figures.prospects.terms import TERMS
from geo.stats.choice import Fit
from geo.stats.ranking import FIRST, SAMPLES, SEED, Estimate
from geo.ties.view import TURNING_YEAR

DIGITS = 6
"""Places after the point that are written: the same on every machine."""
LISTED = 100


def report(asked: Question, year: int, turn: int = TURNING_YEAR) -> dict[str, Any]:
    """Specification, weights, past tests and ranks of every home as of the end of a year.

    Args:
        turn: the year before and since which choices are compared.
    """
    return {
        "data": {"version": asked.roster.release.version, "as_of": asked.roster.as_of.isoformat()},
        "specification": {
            "terms": list(TERMS),
            "penalty": PENALTY,
            "least_choices": LEAST,
            "cut_offs": list(CUTS),
            "first": FIRST,
            "bootstrap_samples": SAMPLES,
            "bootstrap_seed": SEED,
        },
        "cities": len(asked.cities),
        "levels": list(asked.levels),
        "homes": {home: _home(asked, home, year, turn) for home in asked.homes},
        "past_test_of_all": _test(together(asked)),
    }


def _home(asked: Question, home: str, year: int, turn: int) -> dict[str, Any]:
    mine = asked.history.home == home
    return {
        "ties": int(mine.sum()),
        "choices": len(choices_of(asked, home)),
        "not_choices": [
            {
                "tie": asked.history.ties[at],
                "why": str(asked.history.standing[at]),
                "city": asked.cities.keys[asked.history.city[at]]
                if asked.history.city[at] >= 0
                else None,
            }
            for at in mine.nonzero()[0]
            if asked.history.standing[at] != CHOICE
        ],
        "weights": _fit(fitted(asked, home, year)),
        "weights_before": _fit(fitted(asked, home, turn - 1)),
        "weights_since": _fit(fitted(asked, home, year, turn)),
        "second_opinion": _fit(second_opinion(asked, home, year)),
        "turn": turn,
        "following_before": _following(following(asked, home, None, turn - 1)),
        "following_since": _following(following(asked, home, turn, year)),
        "across_the_turn": left_out(asked, home, turn),
        "past_test": _test(joined(asked, home)),
        "past_test_next_five_years": {
            str(cut): _test(next_years(asked, home, cut)) for cut in CUTS
        },
        "past_test_ever_after": {str(cut): _test(ever_after(asked, home, cut)) for cut in CUTS},
        "ranking": _ranking(asked, home, year),
        "named_in_the_article": [
            {
                "reading": one.reading,
                "places": {str(when): place for when, place in one.places.items()},
                "of": {str(when): number for when, number in one.of.items()},
            }
            for one in named(asked, home, tuple(sorted({ARTICLE_YEAR, year})))
        ],
    }


def _fit(fit: Fit | None) -> dict[str, Any] | None:
    if fit is None:
        return None
    rows = zip(TERMS, fit.weights, fit.intervals, strict=True)
    return {
        "choices": fit.choices,
        "log_likelihood": _number(fit.likelihood),
        "terms": {
            term: {"weight": _number(weight), "low": _number(low), "high": _number(high)}
            for term, weight, (low, high) in rows
        },
    }


def _following(one: Following) -> dict[str, Any]:
    return {
        name: _number(getattr(one, name)) if "size" in name else getattr(one, name)
        for name in one.__dataclass_fields__
    }


def _test(test: Test) -> dict[str, Any]:
    """A past test; of one with too few forecasts only how many they are."""
    told = {
        "forecasts": test.of,
        "enough": test.of >= FEWEST,
        "windows": [
            {"cut": one.cut, "until": one.until, "fitted": one.fitted, "ties": list(one.ties)}
            for one in test.windows
        ],
        "left_out": list(test.left_out),
    }
    if test.of < FEWEST:
        return told
    return told | {
        "measures": {name: _estimates(one) for name, one in test.summaries.items()},
        "model_against": {name: _estimates(one) for name, one in test.against.items()},
    }


def _estimates(some: dict[str, Estimate]) -> dict[str, list[float]]:
    return {
        name: [_number(one.value), _number(one.low), _number(one.high)]
        for name, one in some.items()
    }


def _ranking(asked: Question, home: str, year: int) -> list[dict[str, Any]]:
    found = ranking(asked, home, year)
    if found is None:
        return []
    return [
        {
            "place": place,
            "city": asked.cities.keys[found.known.free[row]],
            "score": _number(found.scores[row]),
        }
        for place, row in enumerate(found.order[:LISTED].tolist(), 1)
    ]


def _number(value: float) -> float:
    return round(float(value), DIGITS) + 0.0  # and no minus before a nought
