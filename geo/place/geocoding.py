"""Places asked of a Nominatim, name by name: only where a reader has switched it on.

Nominatim finds places in OpenStreetMap (© OpenStreetMap contributors, ODbL 1.0). The rules of the
public one hold for every host: at most one question a second from the whole application, by its
name (https://operations.osmfoundation.org/policies/nominatim/).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from geopy import exc
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from geo.i18n import mark
from geo.i18n.escape import FORMULA
from geo.place.candidate import BY_NOMINATIM, Candidate
from geo.place.geocoding_host import Host
from geo.place.http_adapter import ShortAnswers

USER_AGENT = "friendship-city-atlas"
SECONDS_BETWEEN = 1.0
"""Between two questions to a host, whoever of the readers asks."""
TIMEOUT = 10.0
"""Seconds for one answer."""
MOST_NAMES = 100
"""Of one look-up: a hundred seconds of a service that lives on donations."""
MOST_FAILURES = 3
"""Failures in a row after which no further name is asked."""
MOST_LETTERS = 80
"""Of a name in an answer."""
MOST_PLACES = 5
"""Asked for, since the first of them may be a café."""
KINDS = ("place", "boundary")
"""Main keys of OpenStreetMap that inhabited places and divisions have."""
COUNTRIES = {"HK": ["hk", "cn"], "MO": ["mo", "cn"]}
"""Where OpenStreetMap's countries, borders of level 2, are not those of ISO 3166-1."""

TOO_MANY = mark("{host} has had enough questions for now: try again later.")
REFUSED = mark("{host} refuses to answer.")
SLOW = mark("{host} did not answer in time.")
UNREACHED = mark("{host} cannot be reached.")
ERROR = mark("{host} answers with an error.")
NONSENSE = mark("What {host} answers is not understood.")
FAULTS = (
    (exc.GeocoderQuotaExceeded, TOO_MANY),
    (exc.GeocoderInsufficientPrivileges, REFUSED),
    (exc.GeocoderAuthenticationFailure, REFUSED),
    (exc.GeocoderTimedOut, SLOW),
    (exc.GeocoderUnavailable, UNREACHED),
    (exc.GeocoderParseError, NONSENSE),
    (exc.GeocoderServiceError, ERROR),
)
"""What is told of geopy's exceptions: the first that fits."""
FINAL = (TOO_MANY, REFUSED)
"""After which no further name is asked: to ask on would be rude."""


class Answer(NamedTuple):
    """What became of one name.

    Attributes:
        name, country: as they were asked.
        place: where it is; ``None`` if the host knows none, or has not answered.
        fault: why it has not answered, a message of the catalogue with a ``{host}``; "" if it has.
    """

    name: str
    country: str
    place: Candidate | None = None
    fault: str = ""


class Geocoder:
    """A Nominatim that is asked slowly.

    Args:
        host: where it answers.
        seconds_between: two questions.
        timeout: seconds for one answer.
    """

    def __init__(self, host: Host, seconds_between: float, timeout: float) -> None:
        self._nominatim = Nominatim(
            domain=host.domain,
            scheme=host.scheme,
            user_agent=USER_AGENT,
            timeout=timeout,
            proxies={} if host.is_loopback else None,
            adapter_factory=ShortAnswers,
        )
        self._places = RateLimiter(
            self._asked,
            min_delay_seconds=seconds_between,
            error_wait_seconds=seconds_between,
            max_retries=0,
            swallow_exceptions=False,
        )

    def answer(self, name: str, country: str, stopped: Callable[[], bool]) -> Answer | None:
        """What the host says of a name; ``None`` if it was stopped while it waited its turn.

        Args:
            name: of a place.
            country: alpha-2 code of the country that it lies in.
            stopped: whether the reader has stopped meanwhile.
        """
        try:
            found = self._places(name, country, stopped)
            if found is None:
                return None
            places = (_place(one.raw, country) for one in found)
            return Answer(name, country, next(filter(None, places), None))
        except exc.GeocoderServiceError as fault:
            told = next(message for kind, message in FAULTS if isinstance(fault, kind))
            return Answer(name, country, fault=told)
        except (LookupError, AttributeError, TypeError, ValueError, ArithmeticError):
            # geopy reads answers trustingly: a list where a text is due ends as any of these.
            return Answer(name, country, fault=NONSENSE)

    def _asked(self, name: str, country: str, stopped: Callable[[], bool]) -> list[Any] | None:
        if stopped():
            return None
        found = self._nominatim.geocode(
            name,
            exactly_one=False,
            limit=MOST_PLACES,
            country_codes=COUNTRIES.get(country, [country.lower()]),
            language="en",
            addressdetails=True,
            namedetails=True,
        )
        return list(found or ())


@lru_cache(maxsize=64)
def geocoder_at(host: Host) -> Geocoder:
    """The one by which all readers ask a host, so that they ask it slowly together."""
    return Geocoder(host, SECONDS_BETWEEN, TIMEOUT)


def look_up(
    names: Iterable[tuple[str, str]],
    geocoder: Geocoder,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Answer]:
    """One answer for each name, until the reader stops or the host has failed too often.

    Args:
        names: with the alpha-2 code of the country that each lies in.
        geocoder: who is asked.
        stopped: whether the reader has stopped.
    """
    failures = 0
    for name, country in names:
        answer = None if stopped() else geocoder.answer(name, country, stopped)
        if answer is None:
            return
        yield answer
        failures = failures + 1 if answer.fault else 0
        if answer.fault in FINAL or failures == MOST_FAILURES:
            return


def _place(raw: Mapping[str, Any], country: str) -> Candidate | None:
    """A place of an answer; ``None`` for what nobody lives in.

    Raises:
        LookupError, AttributeError, TypeError, ValueError: it is none that Nominatim would give.
    """
    if raw.get("class", KINDS[0]) not in KINDS:
        return None
    lat, lon = float(raw["lat"]), float(raw["lon"])
    if not (abs(lat) <= 90 and abs(lon) <= 180) or (lat, lon) == (0, 0):
        raise ValueError(f"{lat}, {lon} is not on the globe")
    names: Mapping[str, Any] = raw.get("namedetails") or {}
    first = str(raw["display_name"]).partition(",")[0]
    name = _text(names.get("name:en")) or _text(names.get("name")) or _text(first)
    if not name:
        raise ValueError("a place without a name")
    return Candidate(
        name,
        _text(names.get("name:zh-Hans")) or _text(names.get("name:zh")),
        country,
        _text((raw.get("address") or {}).get("state")),
        lat,
        lon,
        None,
        "city",
        True,
        BY_NOMINATIM,
    )


def _text(found: object) -> str:
    """A name of an answer on one line, without signs that do something elsewhere."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(found or ""))
    return " ".join(text.split())[:MOST_LETTERS].lstrip("".join(FORMULA) + " ")
