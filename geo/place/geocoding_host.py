"""Which Nominatim is asked: the host that a reader writes, or the one its operator has set."""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from typing import NamedTuple

from geo.i18n import mark

ENVIRONMENT = "FRIENDSHIP_ATLAS_NOMINATIM"
"""The environment variable in which an operator names a Nominatim of their own, at any address:
``nominatim.example.org`` or ``http://127.0.0.1:8088``. Unset, no host is named."""
EXAMPLE = "nominatim.openstreetmap.org"
"""The public one, named as an example and never asked unless a reader writes it."""
NO_HOST = mark("{found} is no host that can be asked: write a name such as {example}.")

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
PUBLIC = re.compile(
    rf"(?:https://)?((?:{LABEL}\.)+[a-z](?:[a-z0-9-]*[a-z0-9])(?:/[\w.~-]+)*)/*", re.A
)
"""A host by its name, on the usual port and encrypted."""
ANY = re.compile(r"(?:(https?)://)?([\w.:~\[\]-]+(?:/[\w.~-]+)*)/*", re.A)


class Host(NamedTuple):
    """Where a Nominatim answers.

    Attributes:
        scheme: https or http.
        domain: its name with port and path, as geopy takes it.
    """

    scheme: str
    domain: str

    @property
    def is_loopback(self) -> bool:
        """Whether it is this very computer."""
        name = re.sub(r"(?<!:):\d+$", "", self.domain.partition("/")[0]).strip("[]")
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"


def operators_host() -> str:
    """The host that the operator has set, "" for none."""
    return os.environ.get(ENVIRONMENT, "").strip()


def host_of(text: str) -> Host | None:
    """The host that a reader has written; ``None`` if it is none that may be asked.

    A reader names hosts of the public network only, encrypted and on their usual port: an atlas on
    a server shall not be a way into the network behind it. What its operator has set is asked as
    it stands.
    """
    written = text.strip()
    if written and written == operators_host():
        found = ANY.fullmatch(written)
        return Host(found[1] or "https", found[2]) if found else None
    public = PUBLIC.fullmatch(written.lower()) if len(written) <= 253 else None
    return Host("https", public[1]) if public else None
