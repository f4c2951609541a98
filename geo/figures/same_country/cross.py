"""Cross tables of counts and names: how many late entries did what, and which."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.panel import Cross, CrossRow
from geo.figures.same_country.latecomers import LATE, Entry
from geo.figures.same_country.relation import RELATIONS
from geo.figures.same_country.text import RELATION
from geo.figures.scene import Scene
from geo.style.colours import home_colours
from geo.ties.names import home_name


def late_entries(entries: Sequence[Entry], scene: Scene) -> Cross:
    """Late entries by home, by whether another had the capital already, and by what came."""
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    came = sorted((one for one in entries if one.order == LATE), key=lambda one: one.day)
    rows = []
    for home in scene.view.homes:
        name = home_name(scene.roster, home, words)
        names = {
            True: words.say("{home} later, capital already a partner", home=name),
            False: words.say("{home} later, capital not yet a partner", home=name),
        }
        for already, title in names.items():
            own = [one for one in came if one.tie.home == home and one.capital_already == already]
            cells = [_cell([e for e in own if e.relation == kind], scene) for kind in RELATIONS]
            if own:
                rows.append(CrossRow(title, colours[home], cells))
    return Cross([words.say(RELATION[kind]) for kind in RELATIONS], rows)


def _cell(came: Sequence[Entry], scene: Scene) -> tuple[str, str]:
    """How many entries, and with which partners."""
    names = [scene.words.of(entry.tie, "name") for entry in came]
    return scene.words.number(len(came)), scene.words.say(", ").join(names)
