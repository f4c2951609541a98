"""A reader moves the years, lets them play, walks about and comes back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser


def test_years_moved_played_and_paused(welcome: Welcome) -> None:
    reader = welcome()
    reader.until(lambda: len(reader.years_seen) == 2, lambda: "there are no years")
    whole = reader.years_seen
    reader.press("ArrowLeft", times=41)
    reader.press("ArrowRight", times=3, handle=0)
    moved = [whole[0] + 3, whole[1] - 41]
    _comes_to(reader, moved)
    reader.at_rest("the years moved")
    reader.reload("after the years moved")

    reader.play()
    copied = reader.copied_link()
    told = [int(year) for year in parse_qs(urlsplit(copied).query)["years"]]
    assert moved[1] < told[1] <= reader.years_seen[1], f"{told} of {moved} was copied at play"
    in_time = reader.pause()  # at once: a slow machine has played to the end within a picture
    reader.at_rest("paused")
    paused = reader.years_seen
    assert moved[1] < paused[1], f"{moved} was played to {paused}"
    assert paused[1] < whole[1] or not in_time, "the years did not stop when told to pause"
    reader.the_address_brings_it_back("paused")
    assert reader.years_seen == paused, "the years went on although they were paused"

    reader.years[1].press("End")
    reader.press("ArrowLeft", times=4)
    _comes_to(reader, [moved[0], whole[1] - 4])
    reader.play()
    reader.picture("playing")
    _comes_to(reader, [moved[0], whole[1]])
    reader.at_rest("played to the end")
    reader.picture("played to the end")
    reader.play()
    assert reader.years_seen[1] < whole[1], "play does not begin anew after the last year"
    reader.pause()
    reader.at_rest("begun anew and paused")


@pytest.mark.long
def test_years_left_while_they_play(welcome: Welcome) -> None:
    reader = welcome()
    reader.page.get_by_role("radio", name="中文").click()
    reader.at_rest("turned to Chinese")
    reader.press("ArrowLeft", times=40)
    first, last = reader.years_seen
    reader.play()
    reader.to("Capital or port?")  # clicked faster than a hand does: nothing may be lost
    reader.at_rest("on Capital or port, come while the years played")
    gone = reader.years_seen
    assert gone[0] == first
    assert gone[1] > last, f"the page shows {gone}, and later years than {last} had been played"
    reader.picture("gone to Capital or port while they played")
    reader.reload("Capital or port, come while the years played")
    reader.page.go_back()
    reader.map.wait_for()
    reader.at_rest("back from Capital or port")
    assert reader.years_seen == gone, f"{reader.years_seen} on the map, {gone} on Capital or port"
    reader.picture("back on the map")


def _comes_to(reader: Reader, years: list[int]) -> None:
    """Wait until these years are on the slider."""
    reader.until(
        lambda: reader.years_seen == years,
        lambda: f"the slider shows {reader.years_seen} instead of {years}",
    )
