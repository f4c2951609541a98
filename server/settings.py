"""What an operator sets in the environment for the server; unset, what suits one machine alone."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

FRAME_ANCESTORS = "FRIENDSHIP_ATLAS_FRAME_ANCESTORS"
REQUESTS = "FRIENDSHIP_ATLAS_REQUESTS_A_MINUTE"
PROXIES = "FRIENDSHIP_ATLAS_TRUSTED_PROXIES"
SOURCE = re.compile(
    r"\*|'self'|'none'|(?:https?://)?(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::(?:\d{1,5}|\*))?",
    re.ASCII | re.IGNORECASE,
)
"""A source of ``frame-ancestors`` (Content Security Policy Level 3)."""


@dataclass(frozen=True)
class Settings:
    """How the server treats those who ask it.

    Attributes:
        frame_ancestors: whose pages may show the atlas in a frame, as in ``'self'
            https://museum.example``; ``'none'`` for nobody. Anyone usually, for there is no account
            and nothing that a click made by mistake changes for others.
        requests_a_minute: data addresses that one client may ask for in a minute, a picture
            counting several times; 0 for as many as it likes.
        trusted_proxies: how many proxies stand before the app, each of which adds to
            ``X-Forwarded-For`` whom it was asked by; without any the header is not read.
    """

    frame_ancestors: str = "*"
    requests_a_minute: int = 120
    trusted_proxies: int = 0


def settings_in(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that an environment holds.

    Raises:
        ValueError: one of them is not understood; a sentence for the operator.
    """
    usual = Settings()
    return Settings(
        _sources(environment, FRAME_ANCESTORS, usual.frame_ancestors),
        _number(environment, REQUESTS, usual.requests_a_minute, 100_000),
        _number(environment, PROXIES, usual.trusted_proxies, 9),
    )


def _sources(environment: Mapping[str, str], name: str, usual: str) -> str:
    written = environment.get(name, "").split() or [usual]
    wrong = [one for one in written if not SOURCE.fullmatch(one)]
    if wrong or ("'none'" in written and len(written) > 1):
        raise ValueError(
            f"{name} is a list such as 'self' https://museum.example, or 'none' alone; "
            f"not understood: {' '.join(wrong or written)}"
        )
    return " ".join(written)


def _number(environment: Mapping[str, str], name: str, usual: int, most: int) -> int:
    written = environment.get(name, "").strip()
    if not written:
        return usual
    if not re.fullmatch(r"[0-9]{1,9}", written) or int(written) > most:
        raise ValueError(f"{name} is a whole number from 0 to {most}; not understood: {written}")
    return int(written)
