"""Who is compared: where each app lies, how it is started, where its slider of years is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
STREAMLIT = (
    "-m streamlit run app.py --server.address=127.0.0.1 --server.port={port} "
    "--server.headless=true --server.enableStaticServing=true --browser.gatherUsageStats=false"
)
PANEL = (
    "-m panel serve app.py --address=127.0.0.1 --port={port} --allow-websocket-origin=* "
    "--static-dirs land=static"
)
SCRIPT = "app.py {port}"
THUMB = "role=slider >> nth=1"
"""The later one of two handles."""


@dataclass(frozen=True)
class Peer:
    """One page that is measured.

    Attributes:
        name: as it stands in the table, and as ``--only`` takes it, in small letters.
        folder: of the app; that of the atlas has no folder here.
        command: what follows the interpreter; ``{port}`` is filled in.
        slider: where the arrow keys move the last year, as Playwright finds it.
        path: of the page below the server's address.
        sizes: whether it is measured with made-up rosters too.
    """

    name: str
    folder: str
    command: str
    slider: str = THUMB
    path: str = "/"
    sizes: bool = False

    @property
    def python(self) -> Path | str:
        """Its interpreter; the atlas runs in the environment that measures."""
        return environment_of(self.folder) / "bin" / "python" if self.folder else sys.executable


def environment_of(folder: str) -> Path:
    """Where the virtual environment of an app lies: beside the project, named in .gitignore."""
    return HERE.parents[1] / ".peers" / folder


ATLAS = Peer("atlas", "", STREAMLIT, ".wm-last", sizes=True)
PEERS = (
    ATLAS,
    Peer("deck.gl sketch", "deckgl_sketch", STREAMLIT, "input.year", sizes=True),
    Peer("Streamlit + pydeck", "streamlit_pydeck", STREAMLIT),
    Peer("without collection", "streamlit_pydeck", f"{STREAMLIT} --runner.postScriptGC=false"),
    Peer("Panel + deck.gl", "panel_deckgl", PANEL, path="/app"),
    Peer("Dash + Plotly", "dash_plotly", SCRIPT),
    Peer("Streamlit + folium", "streamlit_folium", STREAMLIT),
    Peer("Vega", "vega", SCRIPT, 'input[name="until"]'),
)
BARE = PEERS[2]
"""The page that the goals are set by."""
