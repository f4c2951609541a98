"""The figure: how often each home chose capitals, ports, both, strictly and broadly counted."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from geo.figures.choice.compare import (
    CAPITALS_OR_PORTS,
    COUNTED_AS,
    compare,
    kinds_called,
    kinds_in_short,
    shares_by_kind,
)
from geo.figures.choice.composing import (
    COUNTED,
    bars_are_intervals,
    composed,
    counted_ties,
    left_out_remark,
)
from geo.figures.choice.shares_panel import shares_panel
from geo.figures.choice.shares_text import cautions, comparison_sentence, headline
from geo.figures.choice.tables import changes_until, shares_row
from geo.figures.figure import Figure, Table
from geo.figures.panel import Panel
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.stats.fragility import FRAGILE
from geo.stats.proportions import Share
from geo.ties.roster import role_column

EXACT = mark("Odds ratios: exact, with Fisher’s exact test.")
ODDS = mark(
    "An odds ratio divides the odds that a partner of the one city is of the kind by the same odds "
    "for the other; 1 means no difference. It is no ratio of probabilities: 4 does not mean “four "
    "times as likely”."
)
ROBUST = mark(
    "Partners that would have to be of another kind before the difference is no longer "
    "significant: {parts}."
)
ROBUST_KIND = mark("{kind} {n}")
FRAGILE_KIND = mark("{kind} {n}, which is fragile")

ByKind = dict[str, dict[str, Share]]
"""For each kind of partner the share of every home."""


def shares(scene: Scene) -> Figure:
    """Shares of capitals, ports and both, strictly and broadly counted."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted_ties(scene)
    found = [compare(ties, view.homes, kind) for kind in CAPITALS_OR_PORTS]
    by_kind = {broad: shares_by_kind(ties, view.homes, role_column(broad)) for broad in COUNTED_AS}
    sentences = [
        comparison_sentence(one, view.broad, roster, words) + words.say(".") for one in found
    ]
    exact = [words.say(EXACT), words.say(ODDS)] if found[0].pair else []
    return composed(
        scene,
        headline(found, view.broad, roster, words),
        [_panel(scene, shares, broad) for broad, shares in by_kind.items()] if len(ties) else [],
        remarks=[
            sentences[0],
            *_robust(scene, by_kind[view.broad], found[0].pair),
            *cautions(found[0], roster, words),
            bars_are_intervals(words),
            words.say(COUNTED),
            *left_out_remark(scene),
        ],
        details=[*sentences[1:], *exact],
        tables=[_table(scene, by_kind, found[0].pair)],
    )


def _robust(scene: Scene, by_kind: ByKind, pair: tuple[str, str] | None) -> list[str]:
    """How many partners would have to be of another kind before each difference is in doubt."""
    words, called = scene.words, kinds_called(scene.view.broad)
    if pair is None:
        return []
    counts = [(kind, changes_until(by_home, pair)) for kind, by_home in by_kind.items()]
    parts = [
        words.say(
            FRAGILE_KIND if number <= FRAGILE else ROBUST_KIND,
            kind=words.say(called[kind]),
            n=words.number(number),
        )
        for kind, number in counts
        if number is not None
    ]
    return [words.say(ROBUST, parts=words.clauses(parts))] if parts else []


def _panel(scene: Scene, by_kind: ByKind, broad: bool) -> Panel:
    heading = scene.words.say(COUNTED_AS[broad])
    return shares_panel(scene, by_kind, kinds_in_short(broad), heading, (325, 210))


def _table(scene: Scene, by_kind: Mapping[bool, ByKind], pair: tuple[str, str] | None) -> Table:
    """Counts, and the odds of one home against another: a row a kind, strictly and broadly.

    Args:
        pair: the two homes that are compared; the same two in every row.
    """
    words = scene.words

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Counted"): words.say("wide") if broad else words.say("strict"),
                words.say("Partners"): words.say(kinds_in_short(broad)[kind]),
                **shares_row(scene, by_home, pair),
            }
            for broad, shares in by_kind.items()
            for kind, by_home in shares.items()
        )

    name = words.say("Shares in numbers, odds ratios and Fisher’s test")
    return Table(name, rows, "shares-and-odds")
