"""The list beside the map: its heads put it in order, its rows open cards."""

from __future__ import annotations

import pytest

from geo.i18n.sorting import order_of
from geo.ties.roster import load_roster
from geo.ties.select import select
from pages.parts.chooser import LISTED
from tests.pages.app import after_restart, opened, query_of, sound, view_of, with_list

ROSTER = load_roster()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_head_sorts_and_opens_nothing_and_a_row_opens_its_card(lang: str) -> None:
    at = opened(lang=lang, region="150")
    ties = select(ROSTER, view_of(at))
    names = ROSTER.places[f"name_{lang}"]
    assert list(at.session_state[LISTED]) == list(ties.sort_values(["earliest", "place"])["place"])

    sound(at._run(with_list(at, columns=["partner"])))
    assert view_of(at).partner is None, "a head is no row"
    listed = [names[place] for place in at.session_state[LISTED]]
    assert listed == sorted(ties[f"name_{lang}"], key=lambda name: order_of(name, lang))
    assert query_of(at) == {"lang": [lang], "region": ["150"], "list": ["partner"]}

    sound(at._run(with_list(at)))
    assert view_of(at).partner is None, "nor is it the second time"
    assert [names[place] for place in at.session_state[LISTED]] == listed[::-1]

    copied = opened(**query_of(at))
    assert copied.session_state[LISTED] == at.session_state[LISTED], "the address keeps the order"
    wanted = at.session_state[LISTED][2]
    sound(at._run(with_list(at, cells=[(2, "since")])))
    assert view_of(at).partner == wanted


def test_the_usual_order_is_not_in_the_address() -> None:
    at = opened(lang="en", list="partner")
    sound(at._run(with_list(at, columns=["since"])))
    assert query_of(at) == {"lang": ["en"]}
    sound(at._run(with_list(at)))
    assert query_of(at) == {"lang": ["en"], "list": ["since-"]}


def test_a_row_chosen_on_a_page_that_outlived_its_session_opens_its_card() -> None:
    at = opened(lang="en", country="JP", list="partner-")
    wanted = at.session_state[LISTED][2]
    assert view_of(after_restart(at, with_list(at, cells=[(2, "partner")]))).partner == wanted
