"""Whether the colours of the atlas can be read and told apart by every reader, and in print."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from geo.style.colours import GROUNDS, Ground, home_colours, mixed
from geo.style.vision import SEEN_BY, contrast, distance, lightness
from geo.ties.roster import Roster

HOUSE = Path(__file__).resolve().parents[2]
TEXT, MARK = 4.5, 3.0
"""Least contrast of text and of what else must be seen (WCAG 2.2, 1.4.3 and 1.4.11)."""
APART, APART_IN_GREY = 12.0, 12.0
"""Least distance in L*a*b*, and in L* alone where print leaves no colour."""
FADED = re.compile(r"([^{}]*)\{[^{}]*?\bopacity: (0?\.\d+|1)[;\s}]")
GROUND = pytest.mark.parametrize("ground", GROUNDS.values(), ids=list(GROUNDS))


def test_contrast_and_distance_are_those_of_the_standards() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance("#ff0000", "#00ff00") == pytest.approx(170.6, abs=0.2)
    assert lightness("#777777") == pytest.approx(50.0, abs=0.1)
    assert distance("#b02020", "#5a5a10", "protanopia") < distance("#b02020", "#5a5a10") / 2
    for matrix in SEEN_BY.values():  # who sees fewer colours sees white and grey as others do
        assert matrix.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-3)


@GROUND
def test_text_and_marks_stand_out_from_what_they_lie_on(ground: Ground, roster: Roster) -> None:
    assert contrast(ground.ink, ground.paper) >= 7
    assert contrast(ground.ink, ground.land) >= 7
    assert contrast(ground.faint, ground.paper) >= TEXT
    for colour in home_colours(roster.homes, ground).values():
        assert contrast(colour, ground.paper) >= TEXT, colour  # names of homes are written in it
        assert contrast(colour, ground.land) >= MARK, colour


@GROUND
def test_our_homes_are_told_apart_with_any_colour_vision_and_in_grey_print(
    ground: Ground, roster: Roster
) -> None:
    for one, other in combinations(home_colours(roster.homes, ground).values(), 2):
        assert all(distance(one, other, reader) > APART for reader in SEEN_BY)
        assert abs(lightness(one) - lightness(other)) > APART_IN_GREY


@GROUND
def test_text_of_less_weight_can_still_be_read(ground: Ground) -> None:
    """What is half transparent; what is hidden until it is wanted has another value then."""
    faded = {
        (path.name, rule.strip(), float(share))
        for path in (HOUSE / "pages").rglob("*.css")
        for rule, share in FADED.findall(path.read_text("utf-8"))
    }
    assert len(faded) > 20
    for name, rule, share in faded:
        seen = mixed(ground.paper, ground.ink, share)
        assert contrast(seen, ground.paper) >= TEXT, f"{name}: {rule}"
