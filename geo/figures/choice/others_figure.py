"""The figure: ports given that a city is no capital, beside what a random choice would give."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from geo.figures.choice.compare import COUNTED_AS
from geo.figures.choice.composing import (
    COUNTED,
    bars_are_intervals,
    composed,
    counted_ties,
    left_out_remark,
)
from geo.figures.choice.others import CAPITALS, OTHERS, Expected, Groups, expected, ports_by_group
from geo.figures.choice.shares_panel import shares_panel
from geo.figures.choice.tables import shares_row
from geo.figures.figure import Figure, Remark, Table
from geo.figures.panel import Panel
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.stats.proportions import FEW, THIN, Share, odds
from geo.stats.text import count_of, p_value, percent
from geo.ties.names import home_name
from geo.ties.roster import role_column

CALLED = {CAPITALS: mark("among capitals"), OTHERS: mark("among others")}
TITLE = {
    False: mark("Sea ports among non-capital partners – {homes}"),
    True: mark("Ports among non-capital partners – {homes}"),
}
HEADS = {
    False: mark("Share of sea ports (strict definition)"),
    True: mark("Share of ports (wide definition)"),
}
WHY = mark(
    "A capital is a partner as the capital, whatever its harbour: whether ports play a part of "
    "their own shows only among the other partners."
)
THIN_HERE = mark(
    "{home} has only {n} partners that are no capital, too few to say whether they are ports more "
    "or less often than another city’s."
)
TICKS = mark(
    "Upright strokes: what a random choice of large cities would give (strict definition)."
)
RANDOM = mark(
    "{home}: of {of} partners that are no capital, {ports} are sea ports. If each were a city "
    "drawn at random among those of 300,000 and more in its country that are no capital, {share} "
    "would be; {million} among cities of a million."
)
RANDOM_PLAIN = mark(
    "{home}: of {of} partners that are no capital, {ports} are sea ports. If each were a city "
    "drawn at random among those of 300,000 and more in its country that are no capital, {share} "
    "would be."
)


def ports_among_others(scene: Scene) -> Figure:
    """Ports among capitals and among the others, by both definitions."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = counted_ties(scene)
    groups = {broad: ports_by_group(ties, view.homes, role_column(broad)) for broad in COUNTED_AS}
    chance = {home: expected(ties, home, roster.base_rates) for home in view.homes}
    known = {home: one for home, one in chance.items() if one is not None}
    here = groups[view.broad][OTHERS]
    thin = [home for home, share in here.items() if 0 < share.of < THIN]
    strokes = [Remark(words.say(TICKS), native="")] if known else []
    return composed(
        scene,
        _title(scene, here),
        [_panel(scene, groups[broad], broad, known) for broad in groups] if len(ties) else [],
        topic=words.say("Ports, where capitals are set aside"),
        remarks=[
            words.say(WHY),
            *(
                _random(scene, home, one, groups[False][OTHERS][home])
                for home, one in known.items()
            ),
            *(
                words.say(
                    THIN_HERE,
                    home=home_name(roster, home, words),
                    n=words.number(here[home].of),
                )
                for home in thin
            ),
            *strokes,
            bars_are_intervals(words),
            words.say(COUNTED),
            *left_out_remark(scene),
        ],
        details=_tested(scene, groups),
        tables=[_table(scene, groups)],
    )


def _title(scene: Scene, others: Mapping[str, Share]) -> str:
    """How many of the other partners of each home are ports, and where they are too few."""
    words = scene.words
    if not any(share.of for share in others.values()):
        return words.say("No partner that is not a capital in this selection")
    clauses = [
        words.say(
            "{home} {count} of {of}, too few" if share.of < THIN else "{home} {count} of {of}",
            home=home_name(scene.roster, home, words),
            count=words.number(share.count),
            of=words.number(share.of),
        )
        for home, share in others.items()
    ]
    return words.say(TITLE[scene.view.broad], homes=words.say("; ").join(clauses))


def _random(scene: Scene, home: str, one: Expected, share: Share) -> str:
    words = scene.words
    return words.say(
        RANDOM_PLAIN if one.million is None else RANDOM,
        home=home_name(scene.roster, home, words),
        ports=words.number(share.count),
        of=words.number(share.of),
        share=percent(one.share, words),
        **({} if one.million is None else {"million": percent(one.million, words)}),
    )


def _tested(scene: Scene, groups: Mapping[bool, Groups]) -> list[str]:
    """Fisher's test among the other partners of two homes, by both definitions."""
    words, homes = scene.words, scene.view.homes
    if len(homes) != 2:
        return []
    parts = []
    for broad, of_group in groups.items():
        one, other = (of_group[OTHERS][home] for home in homes)
        found = odds(one, other) if min(one.of, other.of) >= FEW else None
        if found:
            counts = words.clauses(count_of(share, words) for share in (one, other))
            name = words.say("wide") if broad else words.say("strict")
            parts.append(
                words.say(
                    "{name}: {counts} ({p})", name=name, counts=counts, p=p_value(found.p, words)
                )
            )
    if not parts:
        return []
    return [
        words.say(
            "Among partners that are no capital, by Fisher’s exact test – {parts}. A result that "
            "depends on the definition carries no conclusion.",
            parts=words.say("; ").join(parts),
        )
    ]


def _panel(scene: Scene, groups: Groups, broad: bool, chance: Mapping[str, Expected]) -> Panel:
    strokes = {} if broad else {OTHERS: {home: one.share for home, one in chance.items()}}
    heading = scene.words.say(HEADS[broad])
    return shares_panel(scene, groups, CALLED, heading, (360, 160), strokes)


def _table(scene: Scene, groups: Mapping[bool, Groups]) -> Table:
    """A row a definition and group: the ports of each home, and all its partners of the group."""
    words = scene.words

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Counted"): words.say("wide") if broad else words.say("strict"),
                words.say("Partners"): words.say(CALLED[group]),
                **shares_row(scene, shares, None),
            }
            for broad, of_group in groups.items()
            for group, shares in of_group.items()
        )

    return Table(words.say("Ports among capitals and among others"), rows, "non-capitals")
