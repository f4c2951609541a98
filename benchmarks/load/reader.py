"""What readers do: move the years, filter, open a card, take a picture, and think between."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.error import URLError

from playwright.async_api import Error
from websockets.exceptions import WebSocketException

from benchmarks.load.session import Failed, Session

FIRST, LAST = 1973, 2026
MAP = "world map"
OFTEN = {"move": 4, "filter": 3, "card": 2, "picture": 1}
"""How often people do each, as they were watched to: mostly years, now and then a picture."""

FAULTS = (Failed, OSError, URLError, WebSocketException, KeyError, Error)
"""What goes wrong for a reader, whose next act may go well."""
PICTURE = "png map"
"""Key of the button that makes it."""
Act = Callable[["Reader"], Awaitable[None]]


@dataclass
class Seen:
    """What happened to all readers: seconds by what was done, and sentences of what failed."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    async def timed(self, name: str, act: Callable[[], Awaitable[None]]) -> None:
        """Do something, and note how long it took, or why it failed."""
        began = time.perf_counter()
        try:
            await act()
        except FAULTS as fault:
            self.failures.append(f"{name}: {type(fault).__name__} {fault}")
            await asyncio.sleep(1)  # as one who reads what went wrong
            return
        self.seconds.setdefault(name, []).append(time.perf_counter() - began)


@dataclass
class Reader:
    """One reader and what is seen of him.

    Args:
        session: his connection.
        seen: where it is noted.
        acts: what he does, and how often.
        pause: seconds that he thinks between two things, on average; none for a machine.
        chance: what decides.
    """

    session: Session
    seen: Seen
    acts: dict[str, int]
    pause: float
    chance: random.Random
    layout: str = ""
    places: list[str] = field(default_factory=list)
    seq: int = 0

    async def stay(self, seconds: float) -> None:
        """Come, do one thing after another for so long from the first page on, leave."""
        try:
            await self.seen.timed("first page", self._come)
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                if self.pause:
                    await asyncio.sleep(self.chance.expovariate(1 / self.pause))
                (name,) = self.chance.choices(list(self.acts), list(self.acts.values()))
                if name == "picture" and PICTURE not in self.session.elements:
                    continue  # he has filtered until nothing is left to be pictured
                await self.seen.timed(name, getattr(self, f"_{name}"))
        finally:
            await self.session.close()

    async def _come(self) -> None:
        await self.session.open()
        await self._drawn()

    async def _move(self) -> None:
        if "slider" in self.session.elements:  # the bare page
            fragment = self.session.set("slider", double_array_value=[*map(float, self._years())])
        else:
            self.seq += 1
            told = {"years": {"years": self._years(), "seq": self.seq}}
            fragment = self.session.set(MAP, json_value=json.dumps(told))
        await self.session.run(fragment)
        await self._drawn()

    async def _filter(self) -> None:
        key = self.chance.choice(["homes", "levels", "roles"])
        options = [one.content for one in self.session.elements[key].options]
        some = self.chance.sample(options, self.chance.randint(1, len(options)))
        await self.session.run(self.session.set(key, string_array_value=some))
        await self._drawn()

    async def _card(self) -> None:
        slug = self.chance.choice(self.places) if self.places else ""
        await self.session.trigger(MAP, "partner", {"slug": slug})

    async def _picture(self) -> None:
        content = await self.session.picture(PICTURE)
        if not content.startswith(b"\x89PNG"):
            raise Failed("the picture is none")

    async def _take(self) -> None:
        """What a picture-maker does: another view, its picture, at once the next."""
        await self.seen.timed("move", self._move)
        await self.seen.timed("picture", self._picture)

    async def _drawn(self) -> None:
        """Fetch the layout of the map, where it is a new one, as the browser does."""
        element = self.session.elements.get(MAP)
        if element is None:
            return
        address = json.loads(element.json)["layout"]
        if address != self.layout:
            found = json.loads(await self.session.fetch(address))
            self.layout = address
            self.places = [one["place"] for one in found["places"]]

    def _years(self) -> list[int]:
        first = self.chance.randint(FIRST, LAST - 1)
        return [first, self.chance.randint(first, LAST)]
