"""The colours of the atlas: warm paper or night, and the data as the only colour on it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Ground:
    """The neutral colours that everything lies on, as ``#rrggbb``.

    Attributes:
        name: ``light`` or ``dark``.
        paper: the page, and the sea.
        land: the land.
        ink: text.
        faint: text of less weight.
    """

    name: str
    paper: str
    land: str
    ink: str
    faint: str


GROUNDS = {
    "light": Ground("light", paper="#fbfaf6", land="#e4e0d3", ink="#23262b", faint="#6b6a64"),
    "dark": Ground("dark", paper="#14181e", land="#2a313a", ink="#e9e6dd", faint="#a09c91"),
}


def channels(hexadecimal: str) -> tuple[int, int, int]:
    """Red, green and blue of a ``#rrggbb`` colour, each 0 to 255."""
    red, green, blue = (int(hexadecimal[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def mixed(below: str, above: str, share: float) -> str:
    """A ``#rrggbb`` colour laid over another one, ``share`` of it."""
    pairs = zip(channels(below), channels(above), strict=True)
    return "#" + "".join(f"{round(under + (over - under) * share):02x}" for under, over in pairs)


def home_colours(homes: pd.DataFrame, ground: Ground) -> dict[str, str]:
    """The colour of each home on a ground, from the table of homes."""
    colours: dict[str, str] = homes[f"color_{ground.name}"].to_dict()
    return colours
