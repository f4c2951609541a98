"""Rank in the country, distance, continent: small multiples, one scale for all homes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from geo.figures.choice.profile import (
    CONTINENTS,
    KM_A_BIN,
    RANKS,
    by_continent,
    by_distance,
    by_rank,
)
from geo.figures.choice.profile_charts import bars, histogram
from geo.figures.choice.profile_text import continent_sentence, distance_sentence, rank_sentence
from pages.parts import session
from pages.parts.screen import ground
from pages.parts.strategy.writing import heading, picture, quiet


def ranks(ties: pd.DataFrame) -> None:
    """How large the partners are in their countries."""
    view, roster, words = session.view(), session.roster(), session.words()
    sentence = rank_sentence(ties, view.homes, roster, words)
    heading(words.say("Rank among the cities of its country"), sentence)
    names = {rank: words.say(name) for rank, name in RANKS.items()}
    table = by_rank(ties, view.homes)
    _beside(
        lambda home: bars(table, home, names, roster, words, ground(), sentence), sentence, "ranks"
    )
    without = int(ties["rank"].isna().sum())
    if without:
        quiet(
            words.count(
                "{n} tie with a partner without a known rank is left out of the sentence.",
                "{n} ties with partners without a known rank are left out of the sentence.",
                without,
            )
        )


def distances(ties: pd.DataFrame) -> None:
    """How far away the partners lie."""
    view, roster, words = session.view(), session.roster(), session.words()
    sentence = distance_sentence(ties, view.homes, roster, words)
    heading(words.say("Distance from home"), sentence)
    table = by_distance(ties, view.homes)
    _beside(
        lambda home: histogram(table, home, KM_A_BIN, roster, words, ground(), sentence),
        sentence,
        "distances",
    )


def continents(ties: pd.DataFrame) -> None:
    """On which continents the partners lie."""
    view, roster, words = session.view(), session.roster(), session.words()
    sentence = continent_sentence(ties, view.homes, roster, words)
    heading(words.say("Continents"), sentence)
    table = by_continent(ties, view.homes)
    known = CONTINENTS | {name: name for name in table["category"] if name not in CONTINENTS}
    names = {name: words.say(known[name]) for name in table["category"]}
    _beside(
        lambda home: bars(table, home, names, roster, words, ground(), sentence),
        sentence,
        "continents",
    )


def _beside(drawn: Callable[[str], Any], sentence: str, key: str) -> None:
    """One picture a home, side by side."""
    homes = session.view().homes
    for start in range(0, len(homes), 3):
        some = homes[start : start + 3]
        for home, column in zip(some, st.columns(max(2, len(some)), gap="medium"), strict=False):
            with column:
                picture(partial(drawn, home), sentence, f"{key} {home}")
