"""What the peers of the benchmark draw is what the atlas shows."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks.peers.data import SIZE, write_data
from benchmarks.peers.registry import HERE, PEERS
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View


def test_the_peers_draw_the_ties_that_the_atlas_shows(tmp_path: Path) -> None:
    roster = load_roster()
    shown = select(roster, View.default(roster))
    write_data(tmp_path, roster)
    written = json.loads((tmp_path / "ties.json").read_text("utf-8"))
    plane = json.loads((tmp_path / "plane.json").read_text("utf-8"))
    ties = written["ties"]
    assert [(tie["home"], tie["place"]) for tie in ties] == list(
        zip(shown["home"], shown["place"], strict=True)
    )
    assert written["period"] == list(roster.period)
    assert len({(mark["name"], *mark["colour"]) for mark in plane["marks"]}) == len(
        {(tie["name"], *tie["colour"]) for tie in ties}
    )
    assert all(0 <= mark["at"][axis] <= SIZE[axis] for mark in plane["marks"] for axis in (0, 1))


def test_every_peer_has_an_app_and_a_reason_for_each_requirement() -> None:
    folders = {peer.folder for peer in PEERS if peer.folder}
    assert folders == {path.parent.name for path in HERE.glob("*/app.py")}
    for folder in folders:
        for line in (HERE / folder / "requirements.txt").read_text("utf-8").splitlines():
            assert re.fullmatch(r"[\w-]+>=[\d.]+,<[\d.]+ +# \S.*", line), f"{folder}: {line}"
