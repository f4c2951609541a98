"""One request to the register: its address, and an answer within bounds of time and size.

What is asked, and in which fields, is all that is known of the register's query page.
"""

from __future__ import annotations

import datetime as dt
import re
import ssl
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from ipaddress import ip_address
from threading import Thread
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode, urlsplit

from geo.i18n import mark
from geo.intake.limits import MAX_BYTES, Refused
from geo.register.saved import Answer
from geo.ties.cell_rules import quoted

PATH = "/index/friend_city/ajax"
FIELDS = ("prov", "city", "w_city", "w_country", "qzsj", "qzsj_end")
"""What the query page filters by; empty ones ask for everything."""
FORM = urlencode({f"filter[{field}]": "" for field in FIELDS} | {"is_ajax": "1"})
HEADERS = {
    "User-Agent": "friendship-city-atlas (geo.register; a single request, started by hand)",
    "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
    "Accept": "application/json",
}
SECONDS = 60.0
"""For one answer from the look-up of the host to its last byte."""

NO_HOST = mark("{found} is no host: write one such as register.example.")
ONLY_HTTPS = mark("{found} would be asked in the open: https is asked, http on this machine alone.")
NO_ANSWER = mark("{host} cannot be reached: {error}.")
NOT_HTTP = mark("{host} does not answer as a web server does: {found}.")
REDIRECTED = mark(
    "{host} sends elsewhere ({status}, {found}), which is not followed: name that host if you "
    "trust it."
)
STATUS = mark("{host} refuses with status {status} ({found}): try later, and not often.")
PACKED = mark("{host} answers packed ({found}), though that was not asked for.")
TOO_SLOW = mark("{host} gave no whole answer within {most} seconds.")
TOO_MUCH = mark("{host} answers with more than {most} MB; so much is not read.")
BROKEN_OFF = mark("The answer of {host} breaks off after {n} bytes.")

Given = TypeVar("Given")


class Host(NamedTuple):
    """Who is asked: whether by https, name, port (``None`` for the usual one)."""

    secure: bool
    name: str
    port: int | None

    def __str__(self) -> str:
        name = f"[{self.name}]" if ":" in self.name else self.name
        return f"{name}:{self.port}" if self.port else name


def host_of(text: str) -> Host:
    """The host that a reader names, by https unless it is this machine.

    Raises:
        Refused: it is none, has a path or a password, or would be asked without encryption.
    """
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        name, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refused(NO_HOST, found=quoted(text)) from None
    extra = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if extra or not re.fullmatch(r"[\w.:-]+", name) or parts.scheme not in ("http", "https"):
        raise Refused(NO_HOST, found=quoted(text))
    if parts.scheme == "http" and not _is_this_machine(name):
        raise Refused(ONLY_HTTPS, found=quoted(text))
    return Host(parts.scheme == "https", name, port)


def _is_this_machine(name: str) -> bool:
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def ask(host: Host, seconds: float = SECONDS, most: int = MAX_BYTES) -> Answer:
    """The register's answer to a request for all of it.

    Args:
        seconds: for everything; a server that sends a byte now and then has no more.
        most: bytes of the answer.

    Raises:
        Refused: there is no such answer, and why.
    """
    asked = dt.datetime.now(dt.UTC).replace(microsecond=0)
    try:
        content = _within(seconds, lambda: _content(host, seconds, most))
    except TimeoutError:
        raise Refused(TOO_SLOW, host=host, most=f"{seconds:g}") from None
    except IncompleteRead as error:
        raise Refused(BROKEN_OFF, host=host, n=f"{len(error.partial):,}") from error
    except HTTPException as error:
        raise Refused(NOT_HTTP, host=host, found=quoted(str(error))) from error
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise Refused(NO_ANSWER, host=host, error=str(why).rstrip(".")) from error
    return Answer(content, str(host), asked)


def _within(seconds: float, job: Callable[[], Given]) -> Given:
    """What a job gives, if it is done in time.

    Time-outs of sockets begin anew with every byte, and looking up a host has none: so the job has
    a thread of its own, which is left alone when time is over and keeps no program from ending.

    Raises:
        TimeoutError: it is not done. And whatever the job raises.
    """
    done: Future[Given] = Future()

    def run() -> None:
        try:
            done.set_result(job())
        except Exception as error:
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    return done.result(timeout=seconds)


def _content(host: Host, seconds: float, most: int) -> bytes:
    with closing(_connection(host, seconds)) as connection:
        connection.request("POST", PATH, FORM, HEADERS)
        response = connection.getresponse()
        _check_head(host, response)
        content = response.read(most + 1)
        if len(content) > most:
            raise Refused(TOO_MUCH, host=host, most=f"{most / 2**20:.0f}")
        if response.length:  # what the head has announced and did not come
            raise IncompleteRead(content, response.length)
        return content


def _connection(host: Host, seconds: float) -> HTTPConnection:
    if host.secure:
        context = ssl.create_default_context()
        return HTTPSConnection(host.name, host.port, timeout=seconds, context=context)
    return HTTPConnection(host.name, host.port, timeout=seconds)


def _check_head(host: Host, response: HTTPResponse) -> None:
    """Nothing, if the list itself follows.

    Raises:
        Refused: the server sends elsewhere, refuses, or packs its answer.
    """
    status = response.status
    if 300 <= status < 400:
        found = quoted(response.headers.get("Location", ""))
        raise Refused(REDIRECTED, host=host, status=status, found=found)
    if status != 200:
        raise Refused(STATUS, host=host, status=status, found=quoted(response.reason))
    packed = response.headers.get("Content-Encoding", "identity")
    if packed.strip().casefold() not in ("", "identity"):
        raise Refused(PACKED, host=host, found=quoted(packed))
