"""What a partner is in its country, and how we know, in the words of its own row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from geo.i18n import Words
from geo.i18n.phrases import CAPITAL, PORT, PORT_SIZE


@dataclass(frozen=True)
class Evidence:
    """One thing that a place is.

    Attributes:
        sentence: what it is.
        remark: why; "" if nothing is known of it.
        sources: ids.
    """

    sentence: str
    remark: str
    sources: tuple[str, ...]


def role_evidence(place: pd.Series, words: Words) -> list[Evidence]:
    """Capital, port and rank of a place, each with its evidence.

    Args:
        place: a row of the table of places; of one that says nothing of roles nothing is said.
    """
    return [*_capital(place, words), *_port(place, words), *_rank(place, words)]


def evidence(place: pd.Series, words: Words) -> list[str]:
    """The same line by line, without sources."""
    lines = [(one.sentence, one.remark) for one in role_evidence(place, words)]
    return [line for pair in lines for line in pair if line]


def _capital(place: pd.Series, words: Words) -> list[Evidence]:
    today, then = _cell(place, "capital"), _cell(place, "capital_at_signing")
    if not today:
        return []
    sentence = words.say(CAPITAL[today])
    if then:
        sentence = words.say(
            "{today} today; {then} at signing", today=sentence, then=words.say(CAPITAL[then])
        )
    return [
        _with_remark(
            place, words, sentence, [_note(place, "capital_note", words)], "capital_source"
        )
    ]


def _port(place: pd.Series, words: Words) -> list[Evidence]:
    """The class of port, the port of the World Port Index that speaks for it, and why."""
    port = _cell(place, "port")
    if not port:
        told = words.say("whether it has a port is not known")
        return [Evidence(told, "", ())] if _cell(place, "computed") else []
    remarks = [_nearest(place, words), _note(place, "port_why", words)]
    return [_with_remark(place, words, words.say(PORT[port]), remarks, "port_source")]


def _nearest(place: pd.Series, words: Words) -> str:
    """The port of the World Port Index that speaks for the place."""
    if not _cell(place, "wpi_km"):
        return words.say("no port of the World Port Index within 100 km")
    size = _cell(place, "wpi_size")
    return words.say(
        "evidence: {port}, {km} km away ({size}; World Port Index no. {number})",
        port=_cell(place, "wpi_name"),
        size=words.say(PORT_SIZE[size]) if size in PORT_SIZE else size,
        number=_cell(place, "wpi"),
        km=words.number(float(_cell(place, "wpi_km")), 1),
    )


def _rank(place: pd.Series, words: Words) -> list[Evidence]:
    rank, population = _cell(place, "rank"), _cell(place, "population")
    remarks = [_note(place, "rank_note", words)]
    if population:
        name, n = _cell(place, "population_of"), words.people(float(population))
        year = _cell(place, "population_year")
        dated = words.say("{name}: {n} ({year})", name=name, n=n, year=year)
        undated = words.say("{name}: {n} (year not known)", name=name, n=n)
        remarks.insert(0, dated if year else undated)
    if rank:
        sentence = words.say("rank {n} in its country by population", n=rank)
        return [_with_remark(place, words, sentence, remarks, "population_source")]
    if not any(remarks):
        return []
    return [_with_remark(place, words, words.say("rank by population not known"), remarks, "")]


def _with_remark(
    place: pd.Series, words: Words, sentence: str, remarks: Iterable[str], source: str
) -> Evidence:
    sources = tuple(part.strip() for part in _cell(place, source).split(";") if part.strip())
    remark = words.say("; ").join(filter(None, remarks))
    return Evidence(sentence, remark, sources)


def _note(place: pd.Series, name: str, words: Words) -> str:
    return _cell(place, f"{name}_{words.lang}")


def _cell(place: pd.Series, name: str) -> str:
    return str(place.get(name, "") or "")
