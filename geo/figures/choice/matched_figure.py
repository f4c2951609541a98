"""The figure: who has the capital, and who a port, in the countries where both homes are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from geo.figures.captions import too_many_ties
from geo.figures.choice.compare import CAPITALS_OR_PORTS
from geo.figures.choice.composing import composed, counted_ties, left_out_remark
from geo.figures.choice.fields import Field, Matrix, Partner, told_fields
from geo.figures.choice.matched import (
    BOTH,
    FIRST,
    NEITHER,
    SECOND,
    Matched,
    Pair,
    Shared,
    matched,
    shared_countries,
)
from geo.figures.choice.matched_text import (
    MOST_SHARED,
    NO_PAIR,
    ONE_HOME,
    SAME,
    alone_sentence,
    coin_sentence,
)
from geo.figures.choice.matrix_drawing import draw_matrix
from geo.figures.figure import Figure, Table
from geo.figures.panel import Panel
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.stats.text import percent
from geo.style.colours import home_colours
from geo.ties.names import home_name, home_names

LAYOUT = ((BOTH, FIRST), (SECOND, NEITHER))
"""Rows of the first home, which has it or has not; columns of the second."""
NAMES = {"capital": mark("The capital"), "port": mark("A port")}
NAMES_STRICTLY = NAMES | {"port": mark("A sea port")}
"""What a home has or has not."""
HAS, HAS_NOT = mark("{home} has it"), mark("{home} has not")
WHO_HAS = {
    BOTH: mark("both"),
    FIRST: mark("only {one}"),
    SECOND: mark("only {other}"),
    NEITHER: mark("neither"),
}
KINDS = tuple(CAPITALS_OR_PORTS)


def matched_countries(scene: Scene) -> Figure:
    """The countries where both homes are, by who has the capital, and by who has a port."""
    words, roster = scene.words, scene.roster
    pair, countries = shared_countries(scene, KINDS)
    if pair is None:
        return _without_pair(scene)
    found = [matched(countries, pair, kind) for kind in KINDS]
    too_many = too_many_ties(len(countries), words)
    several = len(scene.view.homes)
    most = [words.say(MOST_SHARED, n=words.number(several))] if several > len(pair) else []
    return composed(
        scene,
        alone_sentence(found[0], roster, words),
        [] if too_many else [_panel(scene, one) for one in found],
        remarks=[
            *(
                words.say(
                    "{name}: {sentence}", name=_name(one, scene), sentence=coin_sentence(one, words)
                )
                for one in found
            ),
            words.say(SAME),
            *most,
            *left_out_remark(scene),
        ],
        tables=[_table(scene, pair, countries)],
        instead=too_many,
    )


def _without_pair(scene: Scene) -> Figure:
    """Where no two homes share a country: why, or the usual sentence of an empty view."""
    words = scene.words
    why = words.say(ONE_HOME if len(scene.view.homes) < 2 else NO_PAIR)
    return composed(
        scene,
        words.say("No country is shared in this selection"),
        [],
        instead=why if len(counted_ties(scene)) else "",
    )


def _name(one: Matched, scene: Scene) -> str:
    return scene.words.say((NAMES if scene.view.broad else NAMES_STRICTLY)[one.kind])


def _split(one: Matched, scene: Scene) -> str:
    """The kind, and in how many countries each home alone has it."""
    (first, x), (second, y) = one.ahead
    return scene.words.say(
        "{name}: only {one} {x}, only {other} {y}",
        name=_name(one, scene),
        one=home_name(scene.roster, first, scene.words),
        other=home_name(scene.roster, second, scene.words),
        x=scene.words.number(x),
        y=scene.words.number(y),
    )


def _panel(scene: Scene, one: Matched) -> Panel:
    found = matched_matrices(scene)
    return Panel(
        lambda size: draw_matrix(found, one.kind, scene, size),
        scale=2.1,
        least=300,
        tall=180,
        alt=told_fields(found[one.kind], scene.words),
    )


@lru_cache(maxsize=64)
def matched_matrices(scene: Scene) -> dict[str, Matrix]:
    """For each kind of partner the shared countries in four fields; none where none is shared.

    A country stands as a :class:`Partner` whose ``place`` is its code.
    """
    roster, words, ground = scene.roster, scene.words, scene.ground
    pair, countries = shared_countries(scene, KINDS)
    if pair is None:
        return {}
    homes = home_names(roster, pair, words)
    colours = home_colours(roster.homes, ground)
    tints = {FIRST: colours[pair[0]], SECOND: colours[pair[1]]}
    rows, columns = ([words.say(text, home=home) for text in (HAS, HAS_NOT)] for home in homes)
    return {
        kind: Matrix(
            _split(matched(countries, pair, kind), scene),
            ground.ink,
            rows,
            columns,
            [
                [_field(who, kind, countries, tints.get(who, ""), words) for who in of_row]
                for of_row in LAYOUT
            ],
        )
        for kind in KINDS
    }


def _field(who: str, kind: str, countries: Sequence[Shared], tint: str, words: Words) -> Field:
    here = [one for one in countries if one.who[kind] == who]
    return Field(
        who,
        words.number(len(here)),
        percent(len(here) / len(countries), words),
        [Partner("", one.code, one.name, one.name) for one in here],
        tint,
    )


def partners_there(scene: Scene, code: str) -> list[str]:
    """The partners of each of the two homes in a country that they share, a line each."""
    words = scene.words
    pair, countries = shared_countries(scene, KINDS)
    found = [one for one in countries if one.code == code]
    if pair is None or not found:
        return []
    return [
        words.say(
            "{home}: {names}", home=home_name(scene.roster, home, words), names=words.row(names)
        )
        for home, names in zip(pair, found[0].partners, strict=True)
    ]


def _table(scene: Scene, pair: Pair, countries: Sequence[Shared]) -> Table:
    """A row a shared country."""
    words, broad = scene.words, scene.view.broad
    names = home_names(scene.roster, pair, words)
    called = {who: words.say(text, one=names[0], other=names[1]) for who, text in WHO_HAS.items()}
    heads = NAMES if broad else NAMES_STRICTLY

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Country"): one.name,
                **{words.say(heads[kind]): called[one.who[kind]] for kind in KINDS},
                **dict(zip(names, (words.row(some) for some in one.partners), strict=True)),
            }
            for one in countries
        )

    return Table(words.say("Every shared country"), rows, "matched")
