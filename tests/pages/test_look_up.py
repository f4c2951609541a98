"""Looking up places of a list that were not found: when a reader says so, and till stopped."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.i18n import Words
from geo.place import geocoding
from geo.place.geocoding_host import ENVIRONMENT, Host
from geo.ties.view import View
from pages.parts import session
from pages.parts.own import draft as drafts
from pages.parts.own import lookup
from pages.parts.own.lookup import Asking, LookUp
from tests.pages.app import read, sound
from tests.place.geocoding_server import Said, place, serving

LIST = b"""Sister city,Country
Kobe,Japan
Qwxzy Minor,Slovakia
Qwxzy Major,Slovakia
"""
MINOR, MAJOR = ("Qwxzy Minor", "SK"), ("Qwxzy Major", "SK")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geocoding, "SECONDS_BETWEEN", 0.01)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def asking_of(at: AppTest) -> Asking:
    found: Asking = at.session_state[drafts.LOOK_UP]
    return found


def page() -> None:
    """The section of a reader's own list, alone."""
    from pages.parts.own.section import section

    section()


def opened(lang: str) -> AppTest:
    """The section with a list of two places that no gazetteer knows."""
    at = AppTest.from_function(page, default_timeout=60)
    at.session_state[session.VIEW] = View(lang=lang, years=(1973, 2026), homes=("shanghai",))
    at.session_state[drafts.DRAFT] = drafts.Draft(1, "Tianjin.csv", LIST)
    return sound(at.run())


def test_nothing_is_asked_before_the_reader_presses_and_what_is_found_joins_the_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(**{MINOR[0]: Said([place()]), MAJOR[0]: Said(pause=30)}) as server:
        written = f"http://{server.host.domain}"
        monkeypatch.setenv(ENVIRONMENT, written)
        at = opened("en")
        assert not at.toggle(key="own 1 nominatim").value
        assert not [one for one in at.button if one.key == "own 1 look up"]
        sound(at.toggle(key="own 1 nominatim").set_value(True).run())
        assert server.host.domain in read(at) and "Nothing is sent before" in read(at)
        sound(at.text_input(key="own 1 nominatim host").set_value("http://10.0.0.1").run())
        assert at.button(key="own 1 look up").disabled
        assert "is no host that can be asked" in at.error[0].value
        sound(at.text_input(key="own 1 nominatim host").set_value(written).run())
        assert not server.asked
        sound(at.button(key="own 1 look up").click().run())
        until(lambda: server.names == [MINOR[0], MAJOR[0]])
        sound(at.button(key="own 1 stop").click().run())
        assert [one["countrycodes"] for one in server.asked] == ["sk", "sk"]
        assert set(at.session_state[drafts.DRAFT].looked_up) == {MINOR}
        understood = at.session_state[drafts.READ][1].understood
        assert b"Qwxzy Minor" in understood.files["places.csv"]
        assert "1 of 2; places found: 1" in read(at)
        server.answers[MAJOR[0]] = Said([])
        sound(at.button(key="own 1 look up").click().run())
        until(lambda: not asking_of(at).running)
        sound(at.run())
        assert "1 of 1; places found: 0" in read(at)
        assert server.names == [MINOR[0], MAJOR[0], MAJOR[0]]
        assert not [one for one in at.button if one.key == "own 1 look up"]
        sound(at.button(key="own discard").click().run())
        assert drafts.LOOK_UP not in at.session_state


def test_a_stop_keeps_what_was_found_and_a_fault_is_told_in_a_sentence() -> None:
    said = {"a": Said([place()]), "b": Said([place()], pause=0.5), "d": Said("no", 403)}
    with serving(**said) as server:
        asking = Asking("")
        asking.begin(server.host, [(name, "SK") for name in "abc"])
        current = asking.current
        assert current is not None
        until(lambda: server.names == ["a", "b"])
        asking.switch(False)
        assert not current.running and set(asking.take()) == {("a", "SK")}
        assert not asking.take()
        names = [(name, "SK") for name in "abcd"]
        assert asking.left(server.host, names) == names[1:]
        assert asking.left(Host("https", "example.org"), names) == names
        asking.begin(server.host, names[3:])
        until(lambda: not asking.running)
        assert asking.current is not None
        told = Words("zh").say(asking.current.fault(), host="example.org")
        assert told == "example.org拒绝答复。"
        assert server.names == ["a", "b", "d"]


def test_a_look_up_that_nobody_waits_for_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "SECONDS_UNSEEN", 0.0)
    with serving() as server:
        alone = LookUp(server.host, [MINOR, MAJOR])
        alone.start()
        until(lambda: not alone.running)
        assert not server.asked
