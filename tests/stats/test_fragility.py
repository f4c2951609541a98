"""How many changes a difference bears, by trying every table with another library."""

from __future__ import annotations

from itertools import count

import pytest
from scipy.stats import fisher_exact
from scipy.stats.contingency import odds_ratio

from geo.stats.fragility import changes_until_unclear
from geo.stats.proportions import share


def by_trial(more: tuple[int, int], less: tuple[int, int]) -> int:
    """The fewest changes after which scipy's exact interval holds 1."""
    for changes in count():
        for own in range(changes + 1):
            x, y = more[0] - own, less[0] + changes - own
            if x < 0 or y > less[1] or x + y in (0, more[1] + less[1]):
                continue
            table = [[x, more[1] - x], [y, less[1] - y]]
            if odds_ratio(table).confidence_interval(0.95).low <= 1:
                return changes
    raise AssertionError


@pytest.mark.parametrize(
    ("more", "less"),
    [((44, 55), (16, 68)), ((51, 68), (22, 55)), ((18, 55), (9, 68)), ((9, 9), (1, 8))],
)
def test_the_fewest_changes_are_those_of_a_trial_of_every_table(
    more: tuple[int, int], less: tuple[int, int]
) -> None:
    assert changes_until_unclear(share(*more), share(*less)) == by_trial(more, less)


def test_what_is_not_significant_has_none() -> None:
    assert changes_until_unclear(share(5, 10), share(4, 10)) is None
    assert fisher_exact([[5, 5], [4, 6]]).pvalue > 0.05
