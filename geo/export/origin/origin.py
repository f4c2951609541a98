"""Where a file comes from: its title, the address of its view, its data, how it is cited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from geo.export.citation import citation
from geo.figures.catalogue import entry_of
from geo.figures.scene import Scene


@dataclass(frozen=True)
class Origin:
    """Where a file comes from.

    Attributes:
        title: what it shows, in a sentence.
        address: of the view: the page's part and the parameters (``choice?lang=en&years=…``),
            behind the address of the atlas where that says something to others.
        version: of the data.
        as_of: the day of the data.
        citation: how to cite it.
    """

    title: str
    address: str
    version: str
    as_of: dt.date
    citation: str


def origin_from(
    scene: Scene, title: str, page: str = "", site: str = "", picture: str = ""
) -> Origin:
    """Where a file of a view comes from.

    Args:
        title: what the file shows.
        page: on which it stands; its own part of the address.
        site: address of the atlas, with a slash at the end; empty where it says nothing to others.
        picture: key of the figure, if it is one.
    """
    query = scene.view.to_query(scene.roster) | ({"picture": [picture]} if picture else {})
    release = scene.roster.release
    return Origin(
        title,
        f"{site}{page}?{urlencode(query, doseq=True)}",
        release.version,
        release.as_of,
        citation(release, site).text(scene.words),
    )


def address_in_atlas(scene: Scene, picture: str) -> str:
    """The page on which a figure stands: its own part of the address; empty for the map."""
    entry = entry_of(scene, picture)
    return entry.page if entry else ""
