from itertools import pairwise

import pandas as pd
import pytest

from geo.figures.same_country.intervals_chart import Row, intervals_chart
from geo.figures.same_country.lanes import GAP, MARK, Setting, lay_out, width_of
from geo.figures.same_country.order import rivals
from geo.figures.same_country.timeline_chart import rivals_chart
from geo.i18n import Words
from geo.stats.proportions import share
from geo.style.colours import GROUNDS, home_colours
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View

ROSTER = load_roster()
VIEWS = [
    View.default(ROSTER),
    View.default(ROSTER, "zh").but(levels=("sister", "exchange", "district"), ended=True),
    View.default(ROSTER).but(countries=("LA",)),
    View.default(ROSTER).but(levels=("district",), countries=("AT",)),
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("plot", [262.0, 730.0])
def test_no_label_lies_on_another(view: View, plot: float) -> None:
    ground = GROUNDS["light"]
    setting = Setting(plot, plot < 400, home_colours(ROSTER.homes, ground), ground.paper)
    found = rivals(ROSTER, view)
    frames = lay_out(found, select(ROSTER, view), ROSTER, view, Words(view.lang), setting)
    assert len(frames.marks) == len(select(ROSTER, view))
    assert list(frames.rows["code"]) == list(found.index)
    scale = plot / (frames.domain[1] - frames.domain[0])
    for _, lane in frames.marks.groupby("y"):
        rooms = sorted(_room(mark, frames.domain[0], scale) for mark in lane.itertuples())
        for before, after in pairwise(rooms):
            assert before[1] + GAP <= after[0] + 0.01


def _room(mark: pd.Series, start: float, scale: float) -> tuple[float, float]:
    middle = (mark.x - start) * scale
    left = min(middle - MARK, (mark.x0 - start) * scale)
    right = max(middle + MARK, (mark.x1 - start) * scale)
    wide = width_of(mark.label)
    return (left, right + wide) if mark.side == "right" else (left - wide, right)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("narrow", [True, False])
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_strip_can_be_drawn(view: View, narrow: bool, ground: str) -> None:
    found = rivals(ROSTER, view)
    verdicts = dict.fromkeys(found.index, ("first", "relation"))
    chart = rivals_chart(
        found,
        select(ROSTER, view),
        ROSTER,
        view,
        Words(view.lang),
        GROUNDS[ground],
        verdicts,
        narrow,
        "what it shows",
    )
    spec = chart.to_dict()
    assert spec["description"] == "what it shows"
    assert spec["background"] == GROUNDS[ground].paper


def test_a_share_of_nothing_is_drawn_without_a_point() -> None:
    rows = [Row("none", share(0, 0), "0 of 0", "#123456"), Row("all", share(2, 2), "2", "#123456")]
    chart = intervals_chart(rows, GROUNDS["light"], "shares", narrow=False)
    assert len(chart.layer[1].data) == 1
