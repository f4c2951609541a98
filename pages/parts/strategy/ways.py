"""The table of definitions: what the question gives in every way of counting."""

from __future__ import annotations

import streamlit as st

from geo.figures.choice.compare import CAPITALS_OR_PORTS, Comparison
from geo.figures.choice.definitions import WAYS, Outcome, Way, outcome, way_of
from geo.figures.choice.text import ways_sentence
from geo.i18n.escape import in_html
from geo.stats.text import count_of, interval, ratio
from geo.ties.names import home_name
from pages.parts import session
from pages.parts.strategy.writing import heading, quiet

Outcomes = dict[str, list[Outcome]]
"""For each kind of partner what every way gives, in the order of the ways."""


def ways(found: list[Comparison]) -> None:
    """The fifth part.

    Args:
        found: the comparisons of the present view, one a kind; the ends of the first are compared.
    """
    roster, view, words = session.roster(), session.view(), session.words()
    pairs = {one.kind: (one.more, one.less) if one.more and one.less else None for one in found}
    outcomes = {
        kind: [outcome(roster, view, way, kind, pairs[kind]) for way in WAYS]
        for kind in CAPITALS_OR_PORTS
    }
    sentences = [
        ways_sentence(outcomes[kind], kind, pair, roster, words)
        for kind, pair in pairs.items()
        if pair is not None
    ]
    if not sentences:
        sentences = [words.say("Every way of counting, and what it gives")]
    heading(words.say("Does it hang on the definition?"), sentences[0])
    if len(sentences) > 1:
        st.html(f'<p class="sentence said-3">{in_html(sentences[1])}</p>')
    st.html(_table(outcomes, pairs))
    if way_of(view) is not None:
        quiet(words.say("In bold: as this page counts at present."))


def _table(outcomes: Outcomes, pairs: dict[str, tuple[str, str] | None]) -> str:
    """One row a way, grouped by kind of partner."""
    here = way_of(session.view())
    rows = [_row(way, at, outcomes, here == way, pairs) for at, way in enumerate(WAYS)]
    return (
        f'<div class="ways-frame"><table class="ways"><thead>{_head(pairs)}</thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _head(pairs: dict[str, tuple[str, str] | None]) -> str:
    words, roster, view = session.words(), session.roster(), session.view()
    of_kind = {"capital": words.say("Capitals"), "port": words.say("Ports")}
    homes = [home_name(roster, home, words) for home in view.homes]
    wide = "".join(
        f'<th class="apart" colspan="{len(homes) + (pair is not None)}">'
        f"{in_html(of_kind[kind])}</th>"
        for kind, pair in pairs.items()
    )
    first = [words.say("Level"), words.say("Counted"), words.say("Ended"), words.say("Capital as")]
    cells = [f"<th>{in_html(text)}</th>" for text in first]
    for pair in pairs.values():
        cells += [
            f"<th{' class=apart' if at == 0 else ''}>{in_html(home)}</th>"
            for at, home in enumerate(homes)
        ]
        if pair:
            names = [home_name(roster, home, words) for home in pair]
            against = words.say("Odds ratio {one} : {other}", one=names[0], other=names[1])
            cells.append(f"<th>{in_html(against)}</th>")
    return f'<tr><th colspan="4"></th>{wide}</tr><tr>{"".join(cells)}</tr>'


def _row(
    way: Way, at: int, outcomes: Outcomes, here: bool, pairs: dict[str, tuple[str, str] | None]
) -> str:
    words, view = session.words(), session.view()
    texts = [
        words.say("sister city") if len(way.levels) == 1 else words.say("sister city and exchange"),
        words.say("broadly") if way.broad else words.say("strictly"),
        words.say("counted") if way.ended else words.say("not counted"),
        words.say("at signing") if way.at_signing else words.say("today"),
    ]
    cells = [f"<td>{in_html(text)}</td>" for text in texts]
    for kind, pair in pairs.items():
        found = outcomes[kind][at]
        cells += [
            f"<td{' class=apart' if first == 0 else ''}>"
            f"{in_html(count_of(found.share(home), words))}</td>"
            for first, home in enumerate(view.homes)
        ]
        if pair:
            cells.append(f"<td>{in_html(_odds(found))}</td>")
    marks = " ".join([*(["here"] if here else []), *(["new-block"] if at % 4 == 0 else [])])
    return f'<tr class="{marks}">{"".join(cells)}</tr>'


def _odds(found: Outcome) -> str:
    words = session.words()
    if found.odds is None:
        return "–"
    return f"{ratio(found.odds.ratio, words)} ({interval(found.odds, words)})"
