"""One request, and an end to every answer: slow, refusing and nonsensical ones too."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest

from geo.intake.limits import Refused
from geo.register.asking import ask, host_of
from tests.register.loopback import Handler, answer_of, serving

SOON = 0.4


def test_everything_is_asked_for_in_one_request_that_says_who_asks() -> None:
    content = answer_of("ä")
    with serving(lambda handler: handler.give(content)) as register:
        answer = ask(host_of(register.host))
        [(method, path, head, body)] = register.requests
    assert (answer.content, answer.host) == (content, register.host.removeprefix("http://"))
    assert answer.asked is not None
    assert (method, path) == ("POST", "/index/friend_city/ajax")
    assert parse_qs(body.decode(), keep_blank_values=True) == {
        **{f"filter[{field}]": [""] for field in ("prov", "city", "w_city", "w_country")},
        "filter[qzsj]": [""],
        "filter[qzsj_end]": [""],
        "is_ajax": ["1"],
    }
    assert head["User-Agent"].startswith("friendship-city-atlas ")
    assert head["Content-Type"].startswith("application/x-www-form-urlencoded")


def chunked(handler: Handler) -> None:
    """Promises 255 bytes and hangs up after three."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"ff\r\n{12")


def drips_its_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.drip(b"[")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (lambda one: one.give(b"", 302, Location="http://other.example"), "sends elsewhere (302, "),
        (lambda one: one.give(b"<h1>no</h1>", 403), "refuses with status 403 (“Forbidden”)"),
        (lambda one: one.give(b"", 503), "refuses with status 503"),
        (lambda one: one.give(b"\x1f\x8b", Content_Encoding="gzip"), "answers packed (“gzip”)"),
        (lambda one: one.give(b"[]" * 99), "answers with more than 0 MB"),
        (lambda one: one.give(b"{}", Content_Length="99"), "breaks off after 2 bytes"),
        (chunked, "breaks off after"),
        (lambda one: one.wfile.write(b"SSH-2.0\x1b[2J\n"), "does not answer as a web server does"),
        (lambda one: None, "does not answer as a web server does"),
        (lambda one: one.drip(b""), f"gave no whole answer within {SOON} seconds"),
        (lambda one: one.drip(b"H"), f"gave no whole answer within {SOON} seconds"),
        (drips_its_body, f"gave no whole answer within {SOON} seconds"),
    ],
)  # fmt: skip
def test_every_other_answer_ends_soon_in_a_sentence(
    answer: Callable[[Handler], None], sentence: str
) -> None:
    with serving(answer) as register:
        start = time.monotonic()
        with pytest.raises(Refused) as refused:
            ask(host_of(register.host), SOON, most=100)
        assert time.monotonic() - start < SOON + 2
        assert len(register.requests) == 1  # not once more, and not elsewhere
    assert sentence in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_nobody_at_home_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Refused, match=rf"127\.0\.0\.1:{port} cannot be reached: .*refused"):
        ask(host_of(f"http://127.0.0.1:{port}"))


def test_a_server_without_https_is_not_asked_without_it() -> None:
    with serving(lambda handler: handler.give(answer_of())) as register:
        with pytest.raises(Refused, match=r"cannot be reached: .*SSL"):
            ask(host_of(register.host.replace("http://", "https://")))
        assert register.requests == []


def test_https_is_asked_and_http_on_this_machine_alone() -> None:
    assert host_of("register.example") == (True, "register.example", None)
    assert host_of("https://register.example:8443/") == (True, "register.example", 8443)
    assert host_of("http://[::1]:80") == (False, "::1", 80)
    assert not host_of("http://localhost").secure
    with pytest.raises(Refused, match="in the open"):
        host_of("http://register.example")
    with pytest.raises(Refused, match="in the open"):
        host_of("http://127.0.0.1.register.example")


@pytest.mark.parametrize(
    "text",
    ["", "https://", "file:///etc", "a b", "register.example/list", "me:secret@register.example",
     "register.example:port", "register.example:99999", "https://[", "register.example?a=1"],
)  # fmt: skip
def test_what_is_no_host_is_not_asked(text: str) -> None:
    with pytest.raises(Refused, match="is no host: write one such as register"):
        host_of(text)
