"""The map through the years, one frame a year, for a moving picture.

Frames do not depend on one another, so several processes may share the work; each of them prepares
the film once (:mod:`geo.export.film.layers`) and keeps it for its next frame. How frames become one
file is told in :mod:`geo.export.film.gif` and :mod:`geo.export.film.mp4`.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PIL import Image, ImageDraw

from geo.export.film.layers import FilmLayers, film_layers
from geo.export.formats import Options
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.intake.saved import roster_for
from geo.style.colours import mixed
from geo.ties.roster import Roster
from geo.ties.view import View

HEIGHTS = (240, 2160)
SECONDS = (0.05, 3.0)
HOLDS = (0.0, 30.0)
"""Least and most: pixels of height, seconds a year, seconds that the last year stays longer."""

PROGRESS = 4 / 720
"""Height of the line that shows how far the years have come, of the height of the frame."""
TRACK = 0.25
"""How strong the line is where the years have not come yet."""


@dataclass(frozen=True)
class Film:
    """The map through the years of a view; frozen, hashable, small enough for another process.

    Attributes:
        view: whose years are shown one after the other, and in which language; without what it
            supposes, for a film shows what has happened.
        options: format, ground, size of type, own words. A film has no transparent ground.
        height: of a frame, in pixels; its width follows from the format, and both are even.
        seconds: that each year stays.
        hold: seconds that the last year stays longer.
        package, data, brought: the data, as :class:`geo.export.request.Request` has them.

    Raises:
        ValueError: a number is out of bounds.
    """

    view: View
    options: Options = field(default_factory=Options)
    height: int = 720
    seconds: float = 0.3
    hold: float = 3.0
    package: str = ""
    data: str = ""
    brought: tuple[bytes, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "view", self.view.but(suppose=()))
        words = Words(self.view.lang)
        if not HEIGHTS[0] <= self.height <= HEIGHTS[1]:
            raise ValueError(
                words.say("A film is {least} to {most} pixels high.", **_bounds(HEIGHTS, words, 0))
            )
        if not SECONDS[0] <= self.seconds <= SECONDS[1]:
            raise ValueError(
                words.say(
                    "A year of the film takes {least} to {most} seconds.",
                    **_bounds(SECONDS, words, 2),
                )
            )
        if not HOLDS[0] <= self.hold <= HOLDS[1]:
            raise ValueError(
                words.say(
                    "The last year of the film is held for {least} to {most} seconds.",
                    **_bounds(HOLDS, words, 0),
                )
            )

    @property
    def years(self) -> range:
        """The years that are shown."""
        return range(self.view.years[0], self.view.years[1] + 1)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a frame, in pixels; even, as video wants them."""
        shape = self.options.shape
        return _even(self.height * shape.width / shape.height), _even(self.height)

    def ends(self, rate: int) -> list[int]:
        """When each frame is over, in parts of a second from the beginning of the film.

        Args:
            rate: so many parts a second has.
        """
        ends = [round(number * self.seconds * rate) for number in range(1, len(self.years) + 1)]
        return [*ends[:-1], round((len(self.years) * self.seconds + self.hold) * rate)]


def base(film: Film, roster: Roster | None = None) -> bytes:
    """The sheet and the land of the running years, without anything that changes, as PNG.

    Raises:
        ValueError: the view has no ties.
    """
    return _as_png(_prepared(film, roster).sheet)


def frame(film: Film, year: int, roster: Roster | None = None) -> bytes:
    """One year of a film as PNG, in colours without transparency.

    Args:
        roster: made of what the film says of its data where none is given.

    Raises:
        ValueError: the year is not in the film, or the view has no ties.
    """
    if year not in film.years:
        raise ValueError(f"The year {year} is not in the film: {film.years[0]}–{film.years[-1]}.")
    picture = _prepared(film, roster).picture(year)
    _progress(picture, film, year)
    return _as_png(picture)


def opened(made: bytes) -> Image.Image:
    """A frame as it was made, to be put into a file of all."""
    with Image.open(io.BytesIO(made)) as picture:
        return picture.convert("RGB")


def check_number(frames: Sequence[bytes], film: Film) -> None:
    """Nothing, where there is a frame for each year.

    Raises:
        ValueError: there are more or fewer.
    """
    if len(frames) != len(film.years):
        raise ValueError(f"A film of {len(film.years)} years has {len(frames)} frames.")


@lru_cache(maxsize=2)
def _kept(film: Film, roster: Roster) -> FilmLayers:
    """What the frames are put together from, kept for the next frame of the same film."""
    scene = Scene(roster, film.view.pictured, film.options.ground)
    return film_layers(scene, film.options, film.size)


def _prepared(film: Film, roster: Roster | None) -> FilmLayers:
    """The same for all films that look the same, however fast they are."""
    options = replace(film.options, sheet=film.options.ground.name)
    alike = Film(film.view.but(partner=None), options, film.height, data=film.data)
    return _kept(alike, roster or roster_for(film.package, film.brought))


def _progress(picture: Image.Image, film: Film, year: int) -> None:
    """Draw along the lower edge how far the years have come."""
    width, height = film.size
    ground = film.options.ground
    top = height - max(2, round(height * PROGRESS))
    come = round(width * (film.years.index(year) + 1) / len(film.years))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, top, width, height), fill=mixed(ground.paper, ground.faint, TRACK))
    pen.rectangle((0, top, come - 1, height), fill=ground.faint)


def _as_png(picture: Image.Image) -> bytes:
    """A picture as a file that is quickly written: it is only read again, not sent."""
    file = io.BytesIO()
    picture.convert("RGB").save(file, "png", compress_level=1)
    return file.getvalue()


def _even(pixels: float) -> int:
    return 2 * round(pixels / 2)


def _bounds(bounds: tuple[float, float], words: Words, decimals: int) -> dict[str, str]:
    least, most = bounds
    return {
        "least": words.number(least, decimals if least else 0),
        "most": words.number(most, 0),
    }
