"""Names that are looked up one by one while the page goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic

from geo.place.candidate import Candidate
from geo.place.geocoding import Answer, geocoder_at, look_up
from geo.place.geocoding_host import Host

SECONDS_UNSEEN = 120.0
"""After which nobody is taken to wait for it; a browser looks once a minute in a hidden tab."""

Name = tuple[str, str]
"""A partner and the alpha-2 code of its country."""


@dataclass(eq=False)
class LookUp:
    """A look-up in a thread of its own, whose answers stay when it is stopped.

    Attributes:
        host: who is asked.
        names: what for.
        answers: so far, in the order of the names.
        running: whether more are to come.
        taken: whether its places are in the list already.
    """

    host: Host
    names: Sequence[Name]
    answers: list[Answer] = field(default_factory=list)
    running: bool = True
    taken: bool = False
    _stopped: Event = field(default_factory=Event)
    _seen: float = field(default_factory=monotonic)

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Ask no further name."""
        self._stopped.set()
        self.running = False

    def seen(self) -> None:
        """Somebody still waits for it."""
        self._seen = monotonic()

    def found(self) -> dict[Name, Candidate]:
        """The places so far, by name and country."""
        return {(one.name, one.country): one.place for one in self.answers if one.place}

    def answered(self) -> set[Name]:
        """Names that the host has answered, though it may know no place of them."""
        return {(one.name, one.country) for one in self.answers if not one.fault}

    def fault(self) -> str:
        """Why the last name has no answer, as :class:`Answer` says it; "" if it has one."""
        return self.answers[-1].fault if self.answers else ""

    def _run(self) -> None:
        try:
            geocoder = geocoder_at(self.host)
            self.answers.extend(look_up(self.names, geocoder, self._is_over))
        finally:
            self.running = False

    def _is_over(self) -> bool:
        return self._stopped.is_set() or monotonic() - self._seen > SECONDS_UNSEEN


@dataclass(eq=False)
class Asking:
    """What a reader has chosen about looking up.

    Attributes:
        host: as it was written.
        on: whether it is switched on.
        current: what is being looked up, or was last.
        answered: what a host has answered before, and need not be asked again.
    """

    host: str
    on: bool = False
    current: LookUp | None = None
    answered: dict[Host, set[Name]] = field(default_factory=dict)

    @property
    def running(self) -> bool:
        """Whether something is being looked up."""
        return self.current is not None and self.current.running

    def begin(self, host: Host, names: Sequence[Name]) -> None:
        """Look up some names."""
        self.stop()
        self.current = LookUp(host, names)
        self.current.start()

    def stop(self) -> None:
        """Ask no further name."""
        if self.current:
            self.current.stop()

    def switch(self, on: bool) -> None:
        """On or off; what is being looked up stops."""
        self.on = on
        self.stop()

    def write(self, host: str | None) -> None:
        """Another host."""
        self.host = (host or "").strip()

    def take(self) -> dict[Name, Candidate]:
        """The places of a look-up that is over, once."""
        if self.current is None or self.current.running or self.current.taken:
            return {}
        self.current.taken = True
        self.answered.setdefault(self.current.host, set()).update(self.current.answered())
        return self.current.found()

    def left(self, host: Host, names: Sequence[Name]) -> list[Name]:
        """Those of some names that a host has not answered yet."""
        return [name for name in names if name not in self.answered.get(host, ())]
