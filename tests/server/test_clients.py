"""Who is answered, and how often: token buckets, proxies, names of the atlas, settings."""

from __future__ import annotations

import pytest
import streamlit as st
from starlette.responses import PlainTextResponse

from server import clients
from server.clients import TokenBuckets, client_of
from server.data_address import PRICE_OF_PICTURE, DataAddress
from server.hosts import AllowedHosts
from server.settings import FRAME_ANCESTORS, PROXIES, REQUESTS, Settings, settings_in
from tests.server.asgi import Answer, answer_of, scope_of


def test_a_bucket_holds_a_minute_and_fills_again() -> None:
    clock = [0.0]
    buckets = TokenBuckets(60, lambda: clock[0])
    assert [buckets.seconds_to_wait("a", 20) for _ in range(3)] == [0, 0, 0]
    assert buckets.seconds_to_wait("a", 20) == 20
    assert buckets.seconds_to_wait("b", 20) == 0, "one client waits for another"
    clock[0] = 19.0
    assert buckets.seconds_to_wait("a", 20) == 1, "who asks too early must not wait longer for it"
    clock[0] = 20.0
    assert buckets.seconds_to_wait("a", 20) == 0
    clock[0] = 9999.0
    assert [bool(buckets.seconds_to_wait("a")) for _ in range(61)] == [False] * 60 + [True]
    assert TokenBuckets(2, lambda: 0).seconds_to_wait("a", 9) == 0, "a picture can be had at all"
    assert not any(TokenBuckets(0).seconds_to_wait("a", 9) for _ in range(999))


def test_clients_are_not_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MOST_CLIENTS", 3)
    buckets = TokenBuckets(1, lambda: 0.0)
    for client in "abcab":
        buckets.seconds_to_wait(client)
    buckets.seconds_to_wait("d")
    assert len(buckets._buckets) == 3
    assert buckets.seconds_to_wait("b") > 0, "who asks most is forgotten first"
    assert buckets.seconds_to_wait("c") == 0


@pytest.mark.parametrize(
    ("proxies", "forwarded", "peer", "client"),
    [
        (0, "9.9.9.9", "10.0.0.1", "10.0.0.1"),
        (1, "9.9.9.9", "10.0.0.1", "9.9.9.9"),
        (1, "6.6.6.6, 9.9.9.9", "10.0.0.1", "9.9.9.9"),
        (2, "6.6.6.6, 9.9.9.9, 10.0.0.2", "10.0.0.1", "9.9.9.9"),
        (2, "9.9.9.9", "10.0.0.1", "10.0.0.1"),
        (1, "", "10.0.0.1", "10.0.0.1"),
        (1, "<script>", "10.0.0.1", "10.0.0.1"),
        (1, "[2001:db8:1:2:3::9]", "10.0.0.1", "2001:db8:1:2::/64"),
        (0, "", "2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        (0, "", "::ffff:10.0.0.1", "10.0.0.1"),
        (0, "", "testclient", clients.NOBODY),
    ],
)
def test_a_client_is_known_by_what_trusted_proxies_say(
    proxies: int, forwarded: str, peer: str, client: str
) -> None:
    assert client_of(scope_of("/", peer=peer, **{"x-forwarded-for": forwarded}), proxies) == client


def test_who_asks_too_often_is_told_in_a_sentence_when_to_come_again() -> None:
    route = DataAddress(Settings(requests_a_minute=2 * PRICE_OF_PICTURE))

    def asked(kind: str, query: bytes = b"", peer: str = "10.0.0.1") -> Answer:
        scope = scope_of(f"/nowhere.{kind}", query, peer) | {"data_address": ("nowhere", kind)}
        return answer_of(route.handle, scope)

    assert [asked("png").status for _ in range(3)] == [404, 404, 429]
    refused = asked("csv", b"lang=zh")
    assert (refused.status, refused.headers["cache-control"]) == (429, "no-store")
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.headers["retry-after"] in refused.text and refused.text.endswith("。")
    assert asked("csv").text.startswith("Too many requests from your network address")
    assert asked("csv", peer="10.0.0.2").status == 404


def test_only_the_names_that_are_listed_are_answered_to(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AllowedHosts(PlainTextResponse("the atlas"))
    assert answer_of(app, scope_of("/", host="any.example")).status == 200
    listed = ["atlas.example", "*.museum.example"]
    option = st.get_option
    monkeypatch.setattr(
        "streamlit.config.get_option",
        lambda name: listed if name == "server.allowedHosts" else option(name),
    )
    for host in ("atlas.example", "ATLAS.example:8501", "a.museum.example"):
        assert answer_of(app, scope_of("/choice", host=host)).status == 200
    for host in ("evil.example", "atlas.example.evil.example", "127.0.0.1", "a@atlas.example", ""):
        answer = answer_of(app, scope_of("/choice", b"lang=zh", host=host))
        assert (answer.status, answer.text[-1]) == (421, "。")
    assert answer_of(app, scope_of("/_stcore/health", host="10.0.0.9")).status == 200


def test_settings_are_read_or_refused_with_their_names() -> None:
    assert settings_in({}) == Settings()
    assert settings_in(
        {FRAME_ANCESTORS: " 'self'  https://*.example.org:443 ", REQUESTS: "0", PROXIES: "2"}
    ) == Settings("'self' https://*.example.org:443", 0, 2)
    for name, wrong in [
        (FRAME_ANCESTORS, "https://a.example; script-src *"),
        (FRAME_ANCESTORS, "'none' 'self'"),
        (FRAME_ANCESTORS, "javascript:alert(1)"),
        (REQUESTS, "-1"),
        (REQUESTS, "many"),
        (PROXIES, "10"),
        (PROXIES, "１"),
    ]:
        with pytest.raises(ValueError, match=name):
            settings_in({name: wrong})
