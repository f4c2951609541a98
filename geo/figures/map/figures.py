"""The map as a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.figures.captions import caveats, view_line
from geo.figures.figure import Figure
from geo.figures.map import proposals
from geo.figures.map.static.chart import flat_map
from geo.figures.map.static.layout import Layout, lay_out_map
from geo.figures.map.static.rows import MOST_WAYS
from geo.figures.map.text import finding
from geo.figures.panel import Panel, Size, as_drawn
from geo.figures.scene import Scene
from geo.figures.ties_behind import ties_behind
from geo.i18n import Words, mark
from geo.i18n.phrases import CONTINENTS
from geo.style.altair_chart import described
from geo.style.colours import GROUNDS
from geo.ties.counts import tally, unsure
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.tie import shown
from geo.ties.time import CERTAIN
from geo.ties.view import View

FEWEST_NAMED = 12
"""So many partners without a name are named below the map; of more, the number is given."""

DEFINITIONS = (
    mark(
        "A tie is one formal relation of a Chinese city with a partner; sister-city"
        " ties are counted unless the subtitle names other levels."
    ),
    mark(
        "A star is a national capital, a triangle a port, a disc with a star in it "
        "both, a plain disc neither; a mark in two colours is a partner of both "
        "cities."
    ),
)


def world(scene: Scene) -> Figure:
    """The partners of a view on the world."""
    roster, view, words = scene.roster, scene.view, scene.words
    chosen = select(roster, view)
    counts = tally(chosen, view)
    sentence = finding(roster, view, counts, words)
    remarks = caveats(unsure(roster, view), counts, view.shows_whole_period(roster), words)
    remarks += lines_left_out(chosen, words)
    remarks += filter(None, [proposals.remark(roster, view, words)])
    panel = Panel(
        lambda size: described(flat_map(_layout(scene, size), view, sentence)),
        as_drawn,
        note=lambda size: without_names(_layout(scene, size).unnamed, scene),
        scale=1.5,
        alt=by_continent(chosen, words),
    )
    return Figure(
        title=sentence,
        subtitle=view_line(roster, view, words),
        panels=[] if chosen.empty else [panel],
        remarks=remarks,
        definitions=[words.say(text) for text in DEFINITIONS],
        roles=True,
        keys=legend_keys(
            scene,
            possible=bool((chosen["stands"] & (chosen["made"] != CERTAIN)).any()),
            ended=not chosen["stands"].all(),
            supposed=bool(chosen["supposed"].any()),
        ),
        tables=ties_behind(scene, shown(roster, view), "map"),
    )


def by_continent(chosen: pd.DataFrame, words: Words) -> str:
    """How many of the partners lie on each continent, for those who do not see the map."""
    counts = Counter(chosen.drop_duplicates("place")["continent"])
    fullest = sorted(counts, key=lambda name: (-counts[name], name))
    shares = [
        words.say(
            "{value} ({category})", value=words.number(counts[name]), category=words.say(called)
        )
        for name in fullest
        for called in [CONTINENTS.get(name, name)]
    ]
    return words.say(
        "Map of the world; partners by continent: {continents}",
        continents=words.say(", ").join(shares),
    )


def legend_keys(
    scene: Scene, possible: bool, ended: bool, supposed: bool = False
) -> list[tuple[str, str]]:
    """What a hollow mark means, a dashed one, a dashed ring around one, and a diamond, where the
    map has them."""
    words, ink = scene.words, scene.ground.ink
    ring = f'<circle r="0.72" fill="none" stroke="{ink}" stroke-width="0.26"'
    keys = []
    if possible:
        keys.append((f"{ring}/>", words.say("uncertain because its date is inexact")))
    if ended:
        keys.append((f'{ring} stroke-dasharray="0.45 0.3"/>', words.say("ended")))
    if supposed:
        inner = f'<circle r="0.42" fill="none" stroke="{ink}" stroke-width="0.24"/>'
        outer = f'<circle r="0.98" fill="none" stroke="{ink}" stroke-width="0.22"'
        around = f'{outer} stroke-dasharray="0.4 0.33"/>'
        keys.append((inner + around, words.say("hypothetical")))
    return keys + proposals.keys(scene)


def lines_left_out(ties: pd.DataFrame, words: Words) -> list[str]:
    """The sentence where a map of so many ties has no lines from homes to partners."""
    if len(ties) <= MOST_WAYS:
        return []
    return [
        words.say(
            "With more than {n} ties the lines between cities and partners are left out.",
            n=words.number(MOST_WAYS),
        )
    ]


def _layout(scene: Scene, size: Size) -> Layout:
    whole = (round(size[0]), round(size[1]))
    return _kept(scene.roster, scene.view.but(partner=None), scene.ground.name, whole)


@lru_cache(maxsize=32)
def _kept(roster: Roster, view: View, ground: str, size: tuple[int, int]) -> Layout:
    """Where everything stands; what the picture's last year does not show takes no room."""
    ties = select(roster, view)
    return lay_out_map(roster, ties, view, Words(view.lang), GROUNDS[ground], size)


def without_names(slugs: Sequence[str], scene: Scene) -> str:
    """The partners whose names found no room, in a sentence; "" where all have their names."""
    words, places = scene.words, scene.roster.places
    if not slugs:
        return ""
    if len(slugs) > FEWEST_NAMED:
        return words.count(
            "{n} partner is not named on the map, for want of room.",
            "{n} partners are not named on the map, for want of room.",
            len(slugs),
        )
    names: Any = [words.of(places.loc[slug], "name") for slug in slugs]
    return words.say("Not labelled on the map: {names}.", names=words.join(names))
