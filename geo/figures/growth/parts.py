"""What the curves of growth are parted by: level, continent, role; or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.figures.scene import Scene
from geo.i18n.phrases import CONTINENTS, LEVEL, roles_called
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, role_column
from geo.ties.time import Flags


@dataclass(frozen=True)
class Part:
    """Some of the ties, by what parts them.

    Attributes:
        name: what they are called in the reader's language; empty for all of them.
        flags: for each tie whether it is one of them.
    """

    name: str
    flags: Flags


def parts_of(scene: Scene, ties: pd.DataFrame) -> list[Part]:
    """The parts of a view's ties; those without any are left out.

    Continents stand in the order of their number of ties, levels and roles in their own. A role is
    that at the time of signing, as what was chosen.
    """
    words, split = scene.words, scene.view.split
    if split == "level":
        names, cells = {one: LEVEL[one] for one in LEVELS}, ties["level"]
    elif split == "role":
        called = roles_called(scene.view.broad)
        names = {one: called[one] for one in ROLES}
        cells = ties[role_column(scene.view.broad, at_signing=True)]
    elif split == "region":
        present = Counter(ties["continent"].tolist())
        order = sorted(present, key=lambda name: (-present[name], name))
        names, cells = {one: CONTINENTS.get(one, one) for one in order}, ties["continent"]
    else:
        return [Part("", np.ones(len(ties), dtype=bool))]
    column = cells.to_numpy(dtype=object)
    found = [
        Part(_at_head(words.say(name)), (column == one).astype(bool)) for one, name in names.items()
    ]
    return [part for part in found if part.flags.any()]


def _at_head(name: str) -> str:
    """A name where a line begins with it."""
    return name[:1].upper() + name[1:]
