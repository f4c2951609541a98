"""Two readers at once do not disturb each other."""

from __future__ import annotations

import pytest

from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import download, words_of

pytestmark = pytest.mark.browser


@pytest.mark.long
def test_two_readers_at_once(welcome: Welcome) -> None:
    one = welcome()
    other = welcome(locale="zh-CN", scheme="dark")
    one.choose("Country", "Germany")
    other.choose("地区", "大洋洲")
    few, many = one.figure("Partners"), other.figure("伙伴")
    assert few != many
    one.marks(few)
    marks = other.marks(many)

    one.play()
    name = other.pointed_at(marks[0])
    other.click_map(marks[0].x, marks[0].y)
    other.until(lambda: other.sees()["the card"], lambda: f"the card of {name} does not open")
    other.at_rest("the other has opened a card while the one plays")
    theirs = other.sees()
    other.picture("the other, with a card")
    one.until(lambda: one.figure("Partners") > 0, lambda: "no partner comes while the years play")
    one.pause()
    one.at_rest("the one has paused")
    mine = one.sees()
    one.picture("the one, paused")
    assert not mine["the card"], "the card of the other reader opened here"

    assert other.sees() == theirs, "what the one did is seen by the other"
    english, chinese = download(one, "Download picture")[0], download(other, "下载图片")[0]
    assert words_of(english) >= {"de", "en"}, english
    assert words_of(chinese) >= {"009", "zh"}, chinese
    other.button("Close").click()
    other.until(lambda: not other.sees()["the card"], lambda: "the card does not close")
    assert one.sees() == mine, "what the other did is seen by the one"
    one.the_address_brings_it_back("the one")
    other.the_address_brings_it_back("the other")
