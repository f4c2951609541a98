"""What is made ready before the first reader comes, so that he waits no longer than the second.

The health check answers only when this is done: a proxy sends nobody to a replica that would let
him wait for imports, data and the first figures.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace

from anyio import move_on_after, to_thread
from streamlit import runtime

from geo.export import workers
from geo.export.formats import Options
from geo.export.pages import PAGES
from geo.export.request import Request
from geo.figures.catalogue import figure_of, own_view
from geo.figures.opening import opening
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster, load_roster
from geo.ties.view import LANGUAGES, View
from server import packing, preload
from server.preload import Ready

COLD = "FRIENDSHIP_ATLAS_COLD"
"""Set to anything, the server opens at once and its first readers wait: for work on the code."""
SECONDS = 90.0
"""After which the server is opened all the same; the first readers wait for the rest."""


async def warm() -> None:
    """Read the data, draw the entrance once, compose the first figures, start the workers.

    What cannot be made ready is left to whoever asks for it, who is told what is wrong.
    """
    if os.environ.get(COLD):
        return
    workers.open()
    packing.pack_beside(preload.files())
    with suppress(ValueError, OSError), move_on_after(SECONDS):
        await runtime.get_instance().does_script_run_without_error()
        await to_thread.run_sync(_first_figures, abandon_on_cancel=True)


def _first_figures() -> None:
    """The map and what every page says first, in both languages, and one picture by a worker."""
    from pages.parts import world_map  # components register with a server that runs

    preload.SCRIPTS[:] = [world_map.script()]
    roster = load_roster()
    for lang in LANGUAGES:
        scene = Scene(roster, View.default(roster, lang), GROUNDS["light"])
        for ground in GROUNDS.values():
            for narrow, address in world_map.ready(replace(scene, ground=ground)):
                preload.LAYOUTS[Ready(scene.view.filters_only, ground.name, narrow)] = address
        for path, page in PAGES.items():
            view = own_view(scene.view, page.figure)
            _ = figure_of(Scene(roster, view, scene.ground), page.figure).title
            opening(scene, path, page.figure)
    workers.finished(_map(roster), "png")


def _map(roster: Roster) -> Request:
    """A picture of the map, as the first reader would ask for it."""
    view = View.default(roster, LANGUAGES[1])
    return Request(own_view(view.pictured, "map"), "map", Options(), roster.package, roster.key)
