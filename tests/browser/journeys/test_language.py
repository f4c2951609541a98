"""A reader changes the language in the middle of everything."""

from __future__ import annotations

import pytest

from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser


@pytest.mark.long
def test_language_changed_in_the_middle_of_everything(welcome: Welcome) -> None:
    reader = welcome()
    reader.choose("Country", "Germany")
    reader.choose("Country", "France")
    reader.press("ArrowLeft", times=6)
    reader.page.get_by_role("switch").last.press(" ")
    box = reader.page.get_by_role("combobox", name="Partner")
    box.click()
    box.press_sequentially("Hambu")
    box.press("Enter")
    reader.until(lambda: reader.sees()["the card"] == ["Hamburg 汉堡"], lambda: "no card opens")
    reader.at_rest("a card open")
    english = reader.sees()
    told = {name: values for name, values in reader.query.items() if name != "lang"}
    assert set(told) >= {"country", "years", "partner"}, f"not all is told by {reader.page.url}"
    reader.picture("in English")

    _speak(reader, "中文", told)
    chinese = reader.sees()
    assert chinese["the card"] == ["汉堡 Hamburg"], f"the card says {chinese['the card']}"
    for name in ("the years", "switches"):
        assert chinese[name] == english[name], f"{name} are others in Chinese"
    assert _numbers(chinese) == _numbers(english), "the figures are others in Chinese"
    assert any("\u4e00" <= letter <= "\u9fff" for letter in reader.headline)
    reader.picture("in Chinese")
    reader.reload("in Chinese")

    reader.to("Capital or port?")
    reader.at_rest("in Chinese on Capital or port")
    _speak(reader, "English", {name: told[name] for name in told})
    reader.picture("English again, on Capital or port")
    reader.to("Map")
    reader.until(
        lambda: reader.sees() == english,
        lambda: f"back in English, all is not as it was: {reader.sees()}",
    )


@pytest.mark.long
def test_language_changed_while_the_years_play(welcome: Welcome) -> None:
    reader = welcome()
    reader.years[1].press("Home")
    reader.until(lambda: "years" in reader.query, lambda: "the years do not move")
    reader.play()
    reader.page.get_by_role("radio", name="中文").click()
    reader.until(
        lambda: "中文" in reader.sees()["what is pressed"] and "市" in reader.headline,
        lambda: f"the page does not turn to Chinese: {reader.headline}",
    )
    reader.stands_still()
    reader.at_rest("turned to Chinese while the years played")
    reader.picture("turned while the years played")
    reader.reload("turned to Chinese while the years played")


def _speak(reader: Reader, language: str, told: dict[str, list[str]]) -> None:
    """Change the language, and see that nothing else of the address changes."""
    reader.page.get_by_role("radio", name=language).click()
    wanted = told | {"lang": ["zh" if language == "中文" else "en"]}
    reader.until(
        lambda: reader.query == wanted,
        lambda: f"in {language}, {reader.query} is told instead of {wanted}",
    )
    reader.at_rest(f"in {language}")


def _numbers(seen: dict[str, list[str]]) -> list[str]:
    """The numbers among the key figures."""
    return [word for text in seen["the figures"] for word in text.split() if word[:1].isdigit()]
