"""How geopy asks a host that nobody vouches for: once, that host alone, for a short answer."""

from __future__ import annotations

import json
from http.client import HTTPException, HTTPResponse
from ssl import SSLContext
from time import monotonic
from typing import Any
from urllib.error import HTTPError
from urllib.request import (
    HTTPRedirectHandler,
    HTTPSHandler,
    ProxyHandler,
    Request,
    build_opener,
)

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable

MOST_BYTES = 1_000_000
"""Of an answer; five places with all their names are some 50 kB."""
CHUNK = 65_536


class _NoRedirect(HTTPRedirectHandler):
    """Leaves a redirect for what it is: the reader agreed to one host, not to the next."""

    def redirect_request(self, *_: Any) -> None:
        """No request: the redirect is then an answer like other errors."""


class ShortAnswers(BaseSyncAdapter):
    """An adapter of geopy without redirects and retries, bounded in time and size.

    Args:
        proxies: by scheme; ``{}`` for none, ``None`` for those of the environment.
        ssl_context: how a host proves its name; ``None`` for the usual way.
    """

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: SSLContext | None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._open = build_opener(
            ProxyHandler(proxies), HTTPSHandler(context=ssl_context), _NoRedirect()
        ).open

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """What an answer says.

        Raises:
            GeocoderParseError: it is no JSON; and what :meth:`get_text` raises.
        """
        try:
            return json.loads(self.get_text(url, timeout=timeout, headers=headers))
        except (ValueError, RecursionError) as fault:
            raise GeocoderParseError("no JSON") from fault

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """An answer.

        Args:
            timeout: seconds for a connection, for every part of an answer and for the whole.

        Raises:
            AdapterHTTPError: the host answers with a status that is no success.
            GeocoderTimedOut, GeocoderUnavailable: it does not answer in time, or not at all.
            GeocoderParseError: it answers more than an answer can be.
        """
        try:
            with self._open(Request(url, headers=headers), timeout=timeout) as answer:
                return _body(answer, timeout)
        except HTTPError as fault:
            fault.close()
            named = {name.lower(): value for name, value in fault.headers.items()}
            raise AdapterHTTPError(
                str(fault.code), status_code=fault.code, headers=named, text=""
            ) from fault
        except (OSError, HTTPException) as fault:
            if isinstance(getattr(fault, "reason", fault), TimeoutError):
                raise GeocoderTimedOut("no answer in time") from fault
            raise GeocoderUnavailable(str(fault)) from fault


def _body(answer: HTTPResponse, seconds: float) -> str:
    """The text of an answer that ends, and soon: a drop every nine seconds is no answer either."""
    end, read = monotonic() + seconds, bytearray()
    while part := answer.read1(CHUNK):
        read += part
        if len(read) > MOST_BYTES:
            raise GeocoderParseError("too long")
        if monotonic() > end:
            raise GeocoderTimedOut("no end in time")
    return read.decode("utf-8", "replace")
