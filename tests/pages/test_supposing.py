"""What if: a hypothetical tie laid into the pages and taken out again."""

from __future__ import annotations

import html
import re

from streamlit.testing.v1 import AppTest

from tests.pages.app import map_of, opened, query_of, sound, touched, view_of, written

YANGON = "shanghai:MM:Yangon"


def heading(at: AppTest) -> str:
    found = re.search(r'<h1 class="finding"[^>]*>(.*?)</h1>', written(at))
    assert found
    return html.unescape(found[1])


def labelled(at: AppTest, label: str) -> AppTest:
    """The app after a click on the button with these words."""
    [button] = [one for one in at.button if label in one.label]
    return touched(at, lambda _: button.click())


def test_a_reader_supposes_a_tie_sees_it_everywhere_and_takes_it_back() -> None:
    at = opened(lang="en", country=["MM", "TH"])
    as_it_is, layout = heading(at), map_of(at)["layout"]
    [box] = [one for one in at.text_input if one.label == "with the city"]
    at = touched(at, lambda _: box.set_value("仰光"))
    at = labelled(at, "Yangon · Myanmar")
    assert query_of(at)["suppose"] == [YANGON]
    assert heading(at) != as_it_is
    assert map_of(at)["layout"] != layout
    assert f"Without the hypothetical tie: {as_it_is}." in html.unescape(written(at))
    at = sound(at.switch_page("pages/data.py").run())
    assert "in no file of data" in written(at)
    at = sound(at.switch_page("pages/choice.py").run())
    assert "Yangon (hypothetical)" in written(at)
    assert "if-1" not in written(at)  # it has no card to lead to
    at = labelled(at, "Shanghai–Yangon")
    assert view_of(at).suppose == ()
    assert "Yangon" not in written(at).replace("such as Yangon", "")


def test_why_a_tie_cannot_be_supposed_is_said() -> None:
    at = opened(lang="en", country="MM")
    for name, why in (
        ("Yokohama", "Shanghai has a tie with Yokohama already."),
        ("<b>Nowhere</b>", "No city of this name was found"),
        ("Hangzhou", "No city of this name was found"),
    ):
        [box] = [one for one in at.text_input if one.label == "with the city"]
        at = touched(at, lambda _, box=box, name=name: box.set_value(name))  # type: ignore[misc]
        assert why in html.unescape(written(at))
        assert not view_of(at).suppose
