"""Why a partner counts as a capital or a port, in the words of its own row."""

from __future__ import annotations

import pandas as pd

from geo.i18n import Words
from geo.i18n.phrases import CAPITAL, PORT, PORT_SIZE


def evidence(place: pd.Series, words: Words) -> list[str]:
    """What is known of a place's role, a sentence each.

    Args:
        place: a row of the table of places; one without roles gives ``no`` for both.
    """
    capital, then = _cell(place, "capital") or "no", _cell(place, "capital_at_signing")
    port = _cell(place, "port") or "no"
    sentences = [words.say(CAPITAL[capital])]
    if then:
        sentences.append(words.say("at signing: {then}", then=words.say(CAPITAL[then])))
    sentences += [_cell(place, f"capital_note_{words.lang}")]
    sentences += [words.say(PORT[port]), _nearest(place, words)]
    sentences += [_cell(place, f"port_why_{words.lang}"), _rank(place, words)]
    return [line for line in sentences if line]


def _nearest(place: pd.Series, words: Words) -> str:
    """The port of the World Port Index that speaks for the place."""
    if not _cell(place, "wpi_km"):
        return words.say("no port of the World Port Index within 100 km")
    return words.say(
        "World Port Index: {port}, {size}, {km} km",
        port=_cell(place, "wpi_name"),
        size=_size(_cell(place, "wpi_size"), words),
        km=words.number(float(_cell(place, "wpi_km")), 1),
    )


def _size(size: str, words: Words) -> str:
    return words.say(PORT_SIZE[size]) if size in PORT_SIZE else size


def _rank(place: pd.Series, words: Words) -> str:
    if not _cell(place, "rank"):
        return ""
    return words.say("No. {rank} in its country by population", rank=_cell(place, "rank"))


def _cell(place: pd.Series, name: str) -> str:
    return str(place.get(name, "") or "")
