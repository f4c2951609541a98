"""The figure: what the question gives in every way of counting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from geo.figures.choice.compare import CAPITALS_OR_PORTS, KIND_AT_HEAD, compare
from geo.figures.choice.composing import (
    bars_are_intervals,
    composed,
    counted_ties,
    series_of_shares,
)
from geo.figures.choice.tables import shares_row
from geo.figures.choice.ways import BY_RULE, LARGE_ONLY, Outcome, Pair, Way, outcomes, way_of
from geo.figures.choice.ways_chart import ways_chart
from geo.figures.choice.ways_text import (
    AT_THE_RIGHT,
    HOW_TO_READ,
    SHADED,
    way_name,
    ways_sentence,
    ways_title,
)
from geo.figures.figure import Figure, Remark, Table
from geo.figures.panel import Numbers, Panel, stretched
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.style.chart import home_keys
from geo.style.colours import home_colours
from geo.ties.names import home_names

NARROW_WAYS = 450.0
"""A chart less wide than this, in pixels of a page, leaves its odds ratios out."""

HARBOURS = {
    "": mark("as judged"),
    BY_RULE: mark("index alone"),
    LARGE_ONLY: mark("large harbours"),
}

Outcomes = Mapping[str, Sequence[Outcome]]
"""For each kind of partner what every way gives."""
Pairs = Mapping[str, Pair | None]
"""For each kind of partner the two homes that are compared, if any; the first has the larger share
as the view counts."""


def ways_of_counting(scene: Scene) -> Figure:
    """Whether the answer hangs on the definition."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted_ties(scene)
    pairs = {kind: compare(ties, view.homes, kind).pair for kind in CAPITALS_OR_PORTS}
    found = outcomes(roster, view, pairs)
    remarks = [bars_are_intervals(words)]
    if any(pairs.values()):
        remarks.append(Remark(words.say(AT_THE_RIGHT), native=""))
    if way_of(view):
        remarks.append(Remark(words.say(SHADED), native=""))
    return composed(
        scene,
        ways_title(found, pairs, roster, words),
        [_panel(scene, found[kind], kind, pair) for kind, pair in pairs.items() if len(ties)],
        topic=words.say("Does the result depend on the definition?"),
        remarks=[words.say(HOW_TO_READ), *remarks],
        keys=home_keys(
            home_names(roster, view.homes, words),
            [home_colours(roster.homes, scene.ground)[home] for home in view.homes],
        ),
        tables=[_table(scene, found, pairs)],
    )


def _panel(scene: Scene, of_kind: Sequence[Outcome], kind: str, pair: Pair | None) -> Panel:
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    heading = words.say(KIND_AT_HEAD[kind])
    if pair:
        heading = ways_sentence(of_kind, kind, pair, roster, words)
    shares = {home: [one.shares[home] for one in of_kind] for home in view.homes}
    return Panel(
        lambda size: ways_chart(
            of_kind,
            way_of(view),
            view.homes,
            roster,
            words,
            ground,
            heading,
            size[0] < NARROW_WAYS,
        ),
        stretched,
        heading,
        numbers=Numbers(
            "bar",
            [way_name(one.way, words) for one in of_kind],
            series_of_shares(scene, shares),
            percent=True,
        ),
        scale=1.5,
        least=420,
        tall=300,
    )


def _table(scene: Scene, found: Outcomes, pairs: Pairs) -> Table:
    """A row a kind of partner and way."""
    words = scene.words

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Partners"): words.say(CAPITALS_OR_PORTS[kind]),
                **_way_row(one.way, words),
                **shares_row(scene, one.shares, pairs[kind]),
            }
            for kind, of_kind in found.items()
            for one in of_kind
        )

    return Table(words.say("Every way of counting, and what it gives"), rows, "ways")


def _way_row(way: Way, words: Words) -> dict[str, str]:
    """How a way counts, by heading."""
    exchanges = len(way.levels) > 1
    return {
        words.say("Level"): words.say("sister city and exchange")
        if exchanges
        else words.say("sister city"),
        words.say("Counted"): words.say("wide") if way.broad else words.say("strict"),
        words.say("Ended"): words.say("counted") if way.ended else words.say("not counted"),
        words.say("Capital status"): words.say("at signing")
        if way.at_signing
        else words.say("today"),
        words.say("Harbours"): words.say(HARBOURS[way.harbours]),
    }
