"""Names beside marks, so that no name lies over a name or a mark, the most important first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from geo.place.projection import Box
from geo.style.labels.around import Boxes, Name, Named
from geo.style.labels.candidates import Candidates, candidates, overlap

MOVES, MOST_TRIED = 2, 60
"""So many names may move for one that has no place, and so many places are tried for each."""

Fixed = frozenset[int]
"""Names that stay where they are."""


def place_names(
    named: Sequence[Named],
    size: float,
    frame: Box,
    taken: Sequence[Box] = (),
    far: float = 0.0,
) -> list[Name | None]:
    """Find room for names, in the order given.

    Each is tried right, left, above and below its mark and at the corners between; those that
    find no room there are led out by a line, as far as ``far`` allows, or take the room of one
    name that finds room elsewhere. The rest go without.

    Args:
        named: the most important first.
        size: of the type, in pixels.
        frame: in which names must stay.
        taken: boxes in which no name may stand, the marks among them.
        far: how far from its mark a name may be led out, in pixels.

    Returns:
        For each mark, where its name stands, or nothing.
    """
    return list(_placed(tuple(named), size, frame, tuple(taken), far))


@lru_cache(maxsize=64)
def _placed(
    named: tuple[Named, ...], size: float, frame: Box, taken: tuple[Box, ...], far: float
) -> tuple[Name | None, ...]:
    """Kept, because the same map is drawn by day and by night, and with other words around it."""
    placement = _Placement(named, size, frame, np.array(taken, float).reshape(-1, 4), far)
    for number in range(len(named)):
        placement.assign(number, led=False)
    for number in range(len(named)):
        if number not in placement.assigned and not placement.assign(number, led=bool(far)):
            placement.make_room(number)
    return tuple(placement.assigned.get(number, (None, None))[0] for number in range(len(named)))


class _Placement:
    """Which of its places each name has.

    Args:
        named, size, frame, taken, far: as :func:`place_names` has them.

    Attributes:
        assigned: for each name that has a place, the place and its boxes.
    """

    def __init__(
        self, named: Sequence[Named], size: float, frame: Box, taken: Boxes, far: float
    ) -> None:
        self.named, self.size, self.frame, self.taken, self.far = named, size, frame, taken, far
        self.assigned: dict[int, tuple[Name, Boxes]] = {}
        self._known: dict[tuple[int, bool], Candidates] = {}

    def assign(self, number: int, led: bool, but: Name | None = None) -> bool:
        """Give a name the first of its places that is free, beside its mark or led out."""
        found = self._free(number, led, but)
        if found:
            self.assigned[number] = found
        return found is not None

    def _free(self, number: int, led: bool, but: Name | None) -> tuple[Name, Boxes] | None:
        """The first of a name's places that is free, and its boxes."""
        for far in (False, True) if led else (False,):
            places = self._places(number, far)
            meets, _ = self._meets(places)
            for place in np.flatnonzero(~meets.any(axis=1)):
                name = places.name(place)
                if name != but:
                    return name, places.boxes(place)
        return None

    def make_room(self, number: int, moves: int = MOVES, fixed: Fixed = frozenset()) -> bool:
        """Give a name a place of which one other name, which finds room elsewhere, is moved.

        Args:
            moves: how many names may move, one after the other.
            fixed: names that stay where they are.
        """
        can_move: dict[int, bool] = {}
        for far in (False, True) if self.far else (False,):
            places = self._places(number, far)
            meets, owners = self._meets(places)
            for place in np.flatnonzero(meets.any(axis=1))[:MOST_TRIED]:
                others = set(owners[meets[place]].tolist())
                if len(others) > 1 or others & fixed:
                    continue
                other = others.pop()
                if moves == 1 and other not in can_move:
                    can_move[other] = self._can_move(other)
                if moves > 1 or can_move[other]:
                    found = places.name(place), places.boxes(place)
                    if self._swap(number, found, other, moves - 1, fixed):
                        return True
        return False

    def _swap(
        self, number: int, place: tuple[Name, Boxes], other: int, moves: int, fixed: Fixed
    ) -> bool:
        """Put one name where another stands, if that one finds another place."""
        left = self.assigned.pop(other)
        self.assigned[number] = place
        if self.assign(other, led=bool(self.far), but=left[0]):
            return True
        if moves and self.make_room(other, moves, fixed | {number}):
            return True
        del self.assigned[number]
        self.assigned[other] = left
        return False

    def _can_move(self, number: int) -> bool:
        """Whether a name has another place, as long as no other name comes."""
        left = self.assigned.pop(number)
        found = self._free(number, bool(self.far), left[0])
        self.assigned[number] = left
        return found is not None

    def _places(self, number: int, far: bool) -> Candidates:
        """The places of a name that are in the frame and not taken for good."""
        if (number, far) not in self._known:
            self._known[number, far] = candidates(
                self.named[number], self.size, self.far if far else 0.0, self.frame, self.taken
            )
        return self._known[number, far]

    def _meets(self, places: Candidates) -> tuple[Any, Any]:
        """Which places lie over which standing names: places by boxes, and the boxes' owners."""
        standing = [some for _, some in self.assigned.values()]
        if not standing or not len(places):
            return np.zeros((len(places), 0), bool), np.zeros(0, int)
        owners = np.repeat(list(self.assigned), [len(some) for some in standing])
        others = np.concatenate(standing)
        there = overlap(np.array([places.around]), others)[0]  # few
        return places.over(others[there]), owners[there]
