"""What a partner is in its country, and the evidence for it."""

from __future__ import annotations

import pandas as pd

from geo.i18n.escape import in_html
from geo.i18n.phrases import CAPITAL, PORT, PORT_SIZE
from pages.parts import session


def role_of_place(place: pd.Series) -> str:
    """Capital, port and rank of a place with their evidence, as HTML.

    Args:
        place: a row of the table of places.
    """
    parts = [_capital(place), _port(place), _rank(place)]
    return "".join(f'<p class="evidence">{part}</p>' for part in parts if part)


def _capital(place: pd.Series) -> str:
    words = session.words()
    if not place.get("capital"):
        return ""
    sentence = words.say(CAPITAL[place["capital"]])
    then = place.get("capital_at_signing", "")
    if then:
        sentence = words.say(
            "{today} today; {then} at signing", today=sentence, then=words.say(CAPITAL[then])
        )
    return _with_remark(sentence, words.of(place, "capital_note"), place.get("capital_source", ""))


def _port(place: pd.Series) -> str:
    """The class of port, the port of the World Port Index that speaks for it, and why."""
    words = session.words()
    if not place.get("port"):
        return ""
    remark = [words.of(place, "port_why")]
    if place.get("wpi"):
        remark.insert(
            0,
            words.say(
                "nearest evidence: {port} ({size}, World Port Index {number}), {km} km",
                port=place["wpi_name"],
                size=words.say(PORT_SIZE[place["wpi_size"]]),
                number=place["wpi"],
                km=words.number(float(place["wpi_km"]), 1),
            ),
        )
    return _with_remark(
        words.say(PORT[place["port"]]),
        words.say("; ").join(filter(None, remark)),
        place.get("port_source", ""),
    )


def _rank(place: pd.Series) -> str:
    words = session.words()
    remark = words.of(place, "rank_note") if "rank_note_en" in place else ""
    if place.get("population"):
        counted = words.say(
            "{name}: {n} thousand ({year})",
            name=place["population_of"],
            n=words.number(float(place["population"])),
            year=place["population_year"],
        )
        remark = words.say("; ").join(filter(None, [counted, remark]))
    if not place.get("rank"):
        return _with_remark(words.say("rank by population not known"), remark, "") if remark else ""
    sentence = words.say("rank {n} in its country by population", n=place["rank"])
    return _with_remark(sentence, remark, place.get("population_source", ""))


def _with_remark(sentence: str, remark: str, sources: str) -> str:
    cited = f" [{', '.join(sources.split(';'))}]" if sources else ""
    return f"<b>{in_html(sentence)}</b> <span class=quiet>{in_html(remark + cited)}</span>"
