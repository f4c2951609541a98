"""Places asked of a Nominatim on this computer, which answers rightly, slowly, wrongly or not."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from geo.place import geocoding
from geo.place.geocoding import (
    ERROR,
    MOST_FAILURES,
    NONSENSE,
    REFUSED,
    SLOW,
    TOO_MANY,
    UNREACHED,
    Answer,
    Geocoder,
    look_up,
)
from geo.place.geocoding_host import ENVIRONMENT, Host, host_of
from tests.place.geocoding_server import Said, Server, place, serving

SHORT = 0.3
"""Seconds that an answer may take here."""


def asked_of(server: Server, *names: str, country: str = "SK", pause: float = 0.0) -> list[Answer]:
    geocoder = Geocoder(server.host, pause, SHORT)
    return list(look_up([(name, country) for name in names], geocoder))


def test_a_place_is_found_marked_and_asked_for_politely(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as proxy, serving(A=Said([place()]), C=Said([place()])) as server:
        monkeypatch.setenv("no_proxy", "")
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        first, none, third = asked_of(server, "A", "无此地", "C", pause=0.2)
        assert not proxy.asked
    assert first.place is not None and (first.place.lat, first.place.lon) == (48.1486, 17.1077)
    assert first.place[:4] == ("Smallville", "小村", "SK", "Wide County")
    assert first.place.approximate and first.place.why == geocoding.BY_NOMINATIM
    assert none == Answer("无此地", "SK") and third.place
    sent = server.asked[0]
    assert (sent["path"], sent["q"], sent["countrycodes"]) == ("/search", "A", "sk")
    assert sent["User-Agent"] == "friendship-city-atlas"
    assert min(b - a for a, b in zip(server.at, server.at[1:], strict=False)) >= 0.19


def test_nobody_lives_in_a_café_and_hong_kong_is_asked_for_in_china_too() -> None:
    cafe = place("1", "2", **{"class": "amenity"})
    with serving(A=Said([cafe, place()]), B=Said([cafe])) as server:
        first, second = asked_of(server, "A", "B", country="HK")
    assert first.place and first.place.lat == 48.1486
    assert second == Answer("B", "HK")
    assert server.asked[0]["countrycodes"] == "hk,cn"


@pytest.mark.filterwarnings("ignore:Latitude normalization")  # geopy's, before it refuses one
@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (Said("slow down", 429, {"Retry-After": "soon"}), TOO_MANY),
        (Said("<h1>no</h1>", 403), REFUSED),
        (Said("who?", 401), REFUSED),
        (Said("oh", 500), ERROR),
        (Said("", 302, {"Location": "/search?q=elsewhere"}), ERROR),
        (Said({"error": {"code": 400}}), ERROR),
        (Said([place()], pause=3 * SHORT), SLOW),
        (Said([place()], pause=0.6 * SHORT, drops=9), SLOW),
        (Said("busy", 503), SLOW),
        (Said("<html>Welcome to the café</html>"), NONSENSE),
        (Said(""), NONSENSE),
        (Said("[" * 100_000), NONSENSE),
        (Said("[" + " " * 2_000_000 + "]"), NONSENSE),
        (Said("[{}]"), NONSENSE),
        (Said("42"), NONSENSE),
        (Said('["here"]'), NONSENSE),
        (Said([place(lat=999)]), NONSENSE),
        (Said([place(lon="999")]), NONSENSE),
        (Said([place(lat="NaN")]), NONSENSE),
        (Said([place(lat=10**400)]), NONSENSE),
        (Said([place(lat=None, lon=None)]), NONSENSE),
        (Said([place(lat=0, lon=0)]), NONSENSE),
        (Said([place(lat=["48"], lon={})]), NONSENSE),
        (Said([place(namedetails=["name"])]), NONSENSE),
        (Said([place(namedetails=None, display_name="=+-")]), NONSENSE),
    ],
)
def test_what_is_no_answer_is_told_and_nothing_else_is_asked(said: Said, fault: str) -> None:
    with serving(A=said) as server:
        assert asked_of(server, "A") == [Answer("A", "SK", None, fault)]
        assert server.names == ["A"]


def test_a_name_in_an_answer_is_one_short_line_that_nothing_runs() -> None:
    names = {"name:en": "\u202e=cmd|' /C\n\x00calc'" + "x" * 500, "name:zh": None}
    with serving(A=Said([place(namedetails=names)])) as server:
        found = asked_of(server, "A")[0].place
    assert found and found.name_en.startswith("cmd|' /C calc'xxx") and len(found.name_en) <= 80
    assert found.name_zh == ""


def test_a_host_that_fails_is_soon_left_alone() -> None:
    said = {"fine": Said([place()]), "other": Said("oh", 500), "enough": Said("", 429)}
    with serving(**said) as server:
        assert [bool(one.fault) for one in asked_of(server, "a", "b", "fine", *"cdefg")] == [
            True,
            True,
            False,
            *[True] * MOST_FAILURES,
        ]
        assert [one.fault for one in asked_of(server, "fine", "enough", "fine")] == ["", TOO_MANY]
    closed = Geocoder(server.host, 0, SHORT)
    assert [one.fault for one in look_up([(name, "SK") for name in "abcde"], closed)] == (
        [UNREACHED] * MOST_FAILURES
    )


def test_a_name_that_hangs_up_is_no_crash() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        host = Host("http", f"127.0.0.1:{deaf.getsockname()[1]}")
        assert [one.fault for one in look_up([("A", "SK")], Geocoder(host, 0, SHORT))] == [SLOW]


def test_nothing_is_sent_once_the_reader_has_stopped() -> None:
    with serving(other=Said([place()])) as server:
        stops = iter([False, False, False, True])  # asked before and after each pause
        geocoder = Geocoder(server.host, 0.05, SHORT)
        names = [(name, "SK") for name in "abc"]
        assert len(list(look_up(names, geocoder, lambda: next(stops)))) == 1
        assert server.names == ["a"]


def test_all_readers_ask_a_host_by_one_pace() -> None:
    host = Host("https", "nominatim.example.org")
    assert geocoding.geocoder_at(host) is geocoding.geocoder_at(Host(*host))
    assert geocoding.SECONDS_BETWEEN >= 1


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("nominatim.example.org", ("https", "nominatim.example.org")),
        (" https://Example.org/nominatim/ ", ("https", "example.org/nominatim")),
        ("", None),
        ("localhost", None),
        ("127.0.0.1", None),
        ("[::1]", None),
        ("169.254.169.254", None),
        ("0x7f.1", None),
        ("http://example.org", None),
        ("example.org:8080", None),
        ("user@example.org", None),
        ("example.org/search?q=a", None),
        ("example.org/../x#", None),
        ("例え.jp", None),
        ("a" * 64 + ".org", None),
        ("file:///etc/passwd", None),
    ],
)
def test_a_reader_names_hosts_of_the_public_network_only(text: str, host: Any) -> None:
    assert host_of(text) == host


@pytest.mark.parametrize(
    ("text", "loopback"),
    [
        ("http://127.0.0.1:8088", True),
        ("http://localhost:8088/nominatim/", True),
        ("http://[::1]:8088", True),
        ("https://nominatim.internal:8443", False),
    ],
)
def test_what_the_operator_has_set_is_asked_as_it_stands(
    monkeypatch: pytest.MonkeyPatch, text: str, loopback: bool
) -> None:
    assert host_of(text) is None
    monkeypatch.setenv(ENVIRONMENT, text)
    found = host_of(text)
    assert found and text.startswith(f"{found.scheme}://{found.domain}")
    assert found.is_loopback is loopback
