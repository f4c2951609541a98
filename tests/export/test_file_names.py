"""Names of files: told from the view, never shared, and safe on every system."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.export.file_names import LONGEST, deck_name, file_name, film_name
from geo.export.film.frames import Film
from geo.export.formats import FORMATS, SHEETS, Options
from geo.export.request import Request
from geo.figures.catalogue import CHOICES, catalogue, figure_of, own_view
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from tests.views import views

ROSTER = load_roster()
USUAL = View.default(ROSTER, "en")
CODES = tuple(sorted(set(ROSTER.ties["country"])))
OPTIONS = st.builds(
    Options,
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from(sorted(SHEETS)),
    st.booleans(),
    st.sampled_from([None, "Ours", "我们的"]),
    organisation=st.sampled_from(["", "Office", "外办"]),
)


def test_a_usual_name_tells_homes_picture_years_and_language() -> None:
    view = USUAL.but(years=(1973, 2025))
    assert file_name(view, "shares", "png") == "shanghai-beijing_shares_1973-2025_en.png"


def test_what_is_unusual_is_in_the_name() -> None:
    view = USUAL.but(lang="zh", regions=("035",), countries=("JP",), roles=("port",), ended=True)
    view = view.but(broad=True, q="new", area="asean", order="date", turn=2001, periods=(1990,))
    options = Options(format="a4", sheet="dark", large=True)
    head = "shanghai-beijing_{}_1973-2026_jp-035-port_named-new_broad_with-ended{}_zh_a4_dark_large"
    for key, own in (
        ("map", ""),
        ("same-country-2", "_area-asean_by-date"),
        ("periods", "_from-1990_turn-2001"),
    ):
        assert file_name(view, key, "pdf", options) == head.format(key, own) + ".pdf"


def test_a_search_that_cannot_be_written_out_has_a_name_of_its_own() -> None:
    names = {
        file_name(USUAL.but(q=q), "map", "png")
        for q in ("", "圣保罗", "北京", "sao paulo", "São Paulo", "sao-paulo", "port")
    } | {file_name(USUAL.but(roles=("port",)), "map", "png")}
    assert len(names) == 8


def test_many_countries_leave_years_language_and_kind() -> None:
    names = {
        file_name(USUAL.but(lang=lang, countries=some), "map", kind)
        for lang in ("zh", "en")
        for some in (CODES[:50], CODES[:51], CODES[1:51])
        for kind in ("png", "svg")
    }
    assert len(names) == 12
    for name in names:
        assert re.fullmatch(
            r"shanghai-beijing_map_1973-2026_[a-z-]{50,}_(zh|en)_[a-z2-7]{8}\.(png|svg)", name
        )
        assert len(name) <= LONGEST + len(".png")


@given(
    one=st.tuples(views(ROSTER, search=st.text(max_size=90)), OPTIONS),
    other=st.tuples(views(ROSTER), OPTIONS),
    key=st.sampled_from(["map", "same-country-3", "periods"]),
)
def test_two_pictures_never_share_a_name_and_any_name_is_safe(
    one: tuple[View, Options], other: tuple[View, Options], key: str
) -> None:
    names = [file_name(view, key, "png", options) for view, options in (one, other)]
    same = (one[0].pictured, one[1]) == (other[0].pictured, other[1])
    assert (names[0] == names[1]) == same
    for name, (view, _) in zip(names, (one, other), strict=True):
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.png", name)
        assert len(name) <= LONGEST + len(".png")
        assert f"_{view.lang}" in name


@pytest.mark.parametrize(
    "changes",
    [{"title": "Ours"}, {"title": ""}, {"subtitle": "x"}, {"approval": "GS(2026)1"},
     {"organisation": "Office"}, {"address": "https://example.org/?lang=en"}],
)  # fmt: skip
def test_ones_own_words_are_told_apart(changes: dict[str, Any]) -> None:
    own = file_name(USUAL, "map", "png", Options(**changes))
    assert own != file_name(USUAL, "map", "png")
    assert own.startswith("shanghai-beijing_map_1973-2026_en_")


@pytest.mark.parametrize("text", ["../../etc", "a/b", "CON", "<script>", "上海", "\x00", "…" * 80])
def test_a_search_text_cannot_leave_the_folder(text: str) -> None:
    name = file_name(USUAL.but(q=text), "map", "png")
    assert re.fullmatch(r"[a-z0-9_-]+\.png", name)


def test_films_of_another_size_or_pace_are_told_apart() -> None:
    film = Film(USUAL)
    assert film_name(film, "gif") == "shanghai-beijing_film_1973-2026_en.gif"
    assert film_name(replace(film, height=1080), "mp4").endswith("_en_1080p.mp4")
    changed = [{"seconds": 0.2}, {"hold": 2.0}, {"options": Options(title="Ours")}, {"height": 480}]
    names = {film_name(replace(film, **change), "gif") for change in changed}  # type: ignore[arg-type]
    assert len(names) == 4
    assert film_name(film, "gif") not in names
    assert film_name(replace(film, view=USUAL.but(turn=2001)), "gif") == film_name(film, "gif")


def test_decks_of_other_pictures_are_told_apart() -> None:
    known = ["map", "shares", "matrix"]
    requests = [Request(USUAL, key) for key in known]
    assert deck_name(requests, known) == "shanghai-beijing_deck_1973-2026_en.pptx"
    assert deck_name(requests[1:2], known) == "shanghai-beijing_shares_1973-2026_en.pptx"
    own = replace(requests[0], options=Options(title="Ours"))
    others = [requests[:2], requests[1:], [own, *requests[1:]]]
    names = {deck_name(some, known) for some in others}
    assert len(names) == 3
    assert all(name.startswith("shanghai-beijing_deck_1973-2026_en_") for name in names)


def test_a_figure_depends_on_no_choice_of_another_page(roster: Roster) -> None:
    """So that a name may leave these out."""
    changes: dict[str, Any] = {
        "area": "150", "order": "date", "periods": "decades", "turn": 1995, "verdict": "fails",
        "proposals": True, "split": "region", "marks": ("wto-2001",), "events": "hamburg",
        "own_marks": ((2008, "Games"),), "due": "2027", "round_years": (10, 33),
        "untied": True, "weights": (("capital", 0),), "city": "mm-yangon",
    }  # fmt: skip
    assert {choice for some in CHOICES.values() for choice in some} == set(changes)
    usual = Scene(roster, USUAL, GROUNDS["light"])
    changed = usual.but(**changes)
    for key, entry in catalogue(changed).items():
        own = own_view(changed.view, key)
        kept = CHOICES.get(key, CHOICES.get(entry.page, ()))
        assert own == USUAL.but(**{choice: changes[choice] for choice in kept})
        one, other = (figure_of(Scene(roster, view, usual.ground), key) for view in
                      (changed.view, own))  # fmt: skip
        assert (one.title, one.subtitle, one.remarks, one.details) == (
            other.title, other.subtitle, other.remarks, other.details
        )  # fmt: skip
        assert [panel.heading for panel in one.panels] == [panel.heading for panel in other.panels]
        assert [panel.numbers for panel in one.panels] == [panel.numbers for panel in other.panels]
