"""The pictures of the Strategy page: valid, described, in both languages and on both grounds."""

from typing import Any

import pytest
from geo.figures.choice.trend import ERAS, by_period, by_year, periods

from geo.figures.choice.compare import counted, share_table
from geo.figures.choice.in_force_chart import standing_picture
from geo.figures.choice.periods_chart import period_picture
from geo.figures.choice.profile import RANKS, by_distance, by_rank
from geo.figures.choice.profile_charts import bars, histogram
from geo.figures.choice.shares_chart import share_picture
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View

ROSTER = load_roster()


def pictures(view: View, ground: str, narrow: bool) -> list[dict[str, Any]]:
    words, paper, homes = Words(view.lang), GROUNDS[ground], view.homes
    ties = counted(select(ROSTER, view))
    made = by_period(ties, homes, periods(ERAS, view.years), "capital", ROSTER.period)
    standing = by_year(ties, homes, view.years, "port", ROSTER.as_of)
    common = (ROSTER, words, paper, "what it shows")
    drawn = [
        share_picture(share_table(ties, homes, "role_broad"), *common, narrow),
        period_picture(made, *common),
        standing_picture(standing, view.years, *common, narrow),
        bars(by_rank(ties, homes), homes[0], dict(RANKS), *common),
        histogram(by_distance(ties, homes), homes[0], 2000, *common),
    ]
    return [chart.to_dict() for chart in drawn]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_pictures_are_valid_described_and_on_their_ground(lang: str, ground: str) -> None:
    for spec in pictures(View.default(ROSTER, lang), ground, narrow=lang == "zh"):
        assert spec["description"] == "what it shows"
        assert spec["background"] == GROUNDS[ground].paper


def test_pictures_of_a_few_ties_and_of_one_home() -> None:
    view = View.default(ROSTER).but(years=(1973, 1974))
    assert pictures(view, "light", narrow=True)
    assert pictures(view.but(homes=view.homes[:1], years=ROSTER.period), "light", narrow=False)
