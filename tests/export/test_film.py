"""The map through the years: frames, GIF and MP4, read back as a player reads them."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from geo.export.film import layers
from geo.export.film import mp4 as encoding
from geo.export.film.frames import Film, _prepared, base, frame
from geo.export.film.gif import encode_gif
from geo.export.film.mp4 import encode_mp4
from geo.export.formats import Options
from geo.export.request import Request, render_file
from geo.figures.map.figures import world
from geo.figures.map.years import appearing, at_rest, running
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster
from geo.ties.view import View

YEARS = (1994, 1998)


def film_of(roster: Roster, lang: str = "en", **changes: object) -> Film:
    view = View.default(roster, lang).but(years=YEARS, levels=LEVELS)
    return replace(Film(view, height=360, seconds=0.2, hold=1.0), **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def film(small: Roster) -> Film:
    return film_of(small)


@pytest.fixture(scope="module")
def frames(film: Film, small: Roster) -> list[bytes]:
    return [frame(film, year, small) for year in film.years]


@pytest.fixture(scope="module")
def gif(film: Film, frames: list[bytes]) -> bytes:
    return encode_gif(frames, film)


@pytest.fixture(scope="module")
def mp4(film: Film, frames: list[bytes]) -> bytes:
    return encode_mp4(frames, film)


def pixels(picture: bytes | Image.Image) -> np.ndarray:
    read = Image.open(io.BytesIO(picture)) if isinstance(picture, bytes) else picture
    return np.asarray(read.convert("RGB"), dtype=int)


def differing(one: bytes, other: bytes) -> np.ndarray:
    """Which pixels of two pictures are not the same."""
    return (pixels(one) != pixels(other)).any(axis=2)


def test_a_frame_is_an_opaque_picture_of_even_size(film: Film, frames: list[bytes]) -> None:
    assert film.size == (640, 360)
    for one in frames:
        picture = Image.open(io.BytesIO(one))
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", film.size)


@pytest.mark.parametrize("shape", ["16x9", "16x9-4k", "4x3", "1x1", "a4"])
def test_every_format_has_even_sides_in_its_own_shape(small: Roster, shape: str) -> None:
    for height in (240, 361, 719, 1080):
        width, tall = film_of(small, options=Options(format=shape), height=height).size
        assert width % 2 == tall % 2 == 0
        assert abs(tall - height) <= 1
        assert (
            abs(
                width / tall
                - Options(format=shape).shape.width / Options(format=shape).shape.height
            )
            < 0.01
        )


def test_the_years_are_those_of_the_view(film: Film, small: Roster) -> None:
    assert list(film.years) == [1994, 1995, 1996, 1997, 1998]
    with pytest.raises(ValueError, match="The year 1999 is not in the film: 1994–1998"):
        frame(film, 1999, small)


def test_while_the_years_run_only_the_map_and_the_progress_change(
    film: Film, frames: list[bytes], small: Roster
) -> None:
    left, top, right, bottom = _prepared(film, small).canvas.region
    changed = differing(frames[0], frames[-2])
    assert changed[top:bottom, left:right].any()
    outside = changed.copy()
    outside[top:bottom, left:right] = False
    assert set(np.flatnonzero(outside.any(axis=1))) <= set(range(358, 360))
    assert differing(frames[-2], frames[-1])[:top].any()


def test_the_first_year_has_fewer_marks_than_the_last(
    film: Film, frames: list[bytes], small: Roster
) -> None:
    empty = base(film, small)
    inked = [int(differing(one, empty).sum()) for one in frames]
    assert 0 < inked[0] < inked[-1]


def test_progress_runs_along_the_lower_edge(film: Film, frames: list[bytes]) -> None:
    dark = np.array([0x6B, 0x6A, 0x64])
    come = [int((pixels(one)[-1] == dark).all(axis=1).sum()) for one in frames]
    assert come == [128, 256, 384, 512, 640]


def test_a_name_stays_where_it_is(film: Film, frames: list[bytes], small: Roster) -> None:
    prepared = _prepared(film, small)
    left, top, right, bottom = next(box for box, begins, _ in prepared.named if begins == 1994)
    names = [pixels(one)[top:bottom, left:right] for one in frames]
    ink = [name.sum(axis=2) < 420 for name in names]
    assert ink[0].sum() > 3
    assert all((one == ink[0]).all() for one in ink[1:])


def test_a_name_shows_from_the_year_in_which_its_tie_is_certain(film: Film, small: Roster) -> None:
    """Sofia was made between 1995 and 1998: a hollow mark until then, its name in 1998."""
    ties = appearing(small, film.view)
    assert "tianjin-sofia" in ties.index
    begins = {begins for _, begins, _ in _prepared(film, small).named}
    assert {1994, 1997, 1998} <= begins


def test_a_tie_that_ended_within_the_years_is_there_until_then(small: Roster) -> None:
    view = View.default(small).but(years=(1973, 2015))
    assert "wuhan-kobe" in appearing(small, view).index  # 1985–2010
    assert "wuhan-kobe" in appearing(small, view.but(years=(1980, 1990))).index
    assert "tianjin-bergen" in appearing(small, view).index  # 1988–2020


def test_the_last_frame_is_the_still_picture(small: Roster) -> None:
    """But for the clock and the progress, and for a fraction of a pixel."""
    view = View.default(small, "zh").but(levels=LEVELS, ended=True)
    film = Film(view, height=1080)
    moving = pixels(frame(film, view.years[1], small))
    still = pixels(render_file(Request(view, "map"), "png", small))
    left, _, _, bottom = _prepared(film, small).canvas.region
    for one in (moving, still):
        one[bottom - 120 : bottom, left : left + 420] = 0
        one[-6:] = 0
    off = np.abs(moving - still).max(axis=2)
    assert (off > 60).mean() < 0.01


def test_the_gif_has_a_frame_a_year_and_begins_again(film: Film, gif: bytes) -> None:
    picture = Image.open(io.BytesIO(gif))
    assert (picture.format, picture.size, picture.n_frames) == ("GIF", film.size, 5)
    assert picture.info["loop"] == 0
    stay = [one.info["duration"] for one in ImageSequence.Iterator(picture)]
    assert stay == [200, 200, 200, 200, 1200]


def test_the_gif_keeps_the_usual_colours_and_comes_near_the_others(
    gif: bytes, frames: list[bytes]
) -> None:
    read = [pixels(one) for one in ImageSequence.Iterator(Image.open(io.BytesIO(gif)))]
    for one, whole in zip(read, frames, strict=True):
        assert np.abs(one - pixels(whole)).mean() < 1
        assert tuple(one[2, 2]) == (0xFB, 0xFA, 0xF6)


def test_the_gif_is_small(gif: bytes, frames: list[bytes]) -> None:
    assert len(gif) < sum(map(len, frames))


def test_the_mp4_is_one_that_every_player_takes(film: Film, mp4: bytes) -> None:
    with av.open(io.BytesIO(mp4)) as read:
        stream = read.streams.video[0]
        context = stream.codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert (stream.width, stream.height) == film.size
        assert stream.average_rate == 30
        assert stream.frames == 60
        assert read.duration == 2_000_000  # 5 × 0.2 s and 1 s
        drawn = [one.to_image() for one in read.decode(stream)]
    assert len(drawn) == 60
    assert mp4.index(b"moov") < mp4.index(b"mdat")


def test_each_year_of_the_mp4_is_its_frame(mp4: bytes, frames: list[bytes]) -> None:
    with av.open(io.BytesIO(mp4)) as read:
        drawn = [pixels(one.to_image()) for one in read.decode(video=0)]
    for place, one in enumerate(frames):
        assert np.abs(drawn[6 * place + 3] - pixels(one)).mean() < 4
    assert np.abs(drawn[-1] - pixels(frames[-1])).mean() < 4


def test_the_same_film_is_the_same_file(
    film: Film, frames: list[bytes], gif: bytes, mp4: bytes, small: Roster
) -> None:
    again = replace(film, view=film.view.but(partner="lodz"))
    assert frame(again, 1996, small) == frames[2]
    assert encode_gif(frames, film) == gif
    assert encode_mp4(frames, film) == mp4


@pytest.mark.parametrize(("seconds", "hold"), [(0.05, 0.0), (0.07, 0.0), (3.0, 30.0)])
def test_the_years_take_the_time_they_were_given(
    small: Roster, seconds: float, hold: float
) -> None:
    film = film_of(small, seconds=seconds, hold=hold)
    for rate in (100, 30):
        ends = film.ends(rate)
        assert all(after > before for before, after in zip([0, *ends], ends, strict=False))
        assert ends[-1] == round((5 * seconds + hold) * rate)


@pytest.mark.parametrize("sheet", ["light", "dark", "clear", "clear-dark"])
def test_a_film_has_no_transparent_ground(small: Roster, sheet: str) -> None:
    film = film_of(small, options=Options(sheet=sheet), height=240)
    paper = (0x14, 0x18, 0x1E) if "dark" in sheet else (0xFB, 0xFA, 0xF6)
    assert tuple(pixels(frame(film, 1994, small))[2, 2]) == paper


def test_one_year_is_one_frame_and_its_hold(small: Roster) -> None:
    film = film_of(small)
    film = replace(film, view=film.view.but(years=(1994, 1994)))
    frames = [frame(film, 1994, small)]
    picture = Image.open(io.BytesIO(encode_gif(frames, film)))
    assert (getattr(picture, "n_frames", 1), picture.info["duration"]) == (1, 1200)
    with av.open(io.BytesIO(encode_mp4(frames, film))) as read:
        assert read.duration == 1_200_000


def test_a_view_without_ties_has_no_film(small: Roster) -> None:
    view = View.default(small, "en").but(q="nowhere")
    with pytest.raises(ValueError, match="leave no tie"):
        frame(Film(view), 1973, small)
    with pytest.raises(ValueError, match="没有符合"):
        base(Film(view.but(lang="zh")), small)


def scene(roster: Roster, lang: str = "en", **view: Any) -> Scene:
    return Scene(roster, View.default(roster, lang).but(**view), GROUNDS["light"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_said_while_the_years_run_holds_in_every_year(small: Roster, lang: str) -> None:
    """No count of one year stands over another: beside its own years it has no number at all."""
    for view in ({}, {"years": (1985, 2015)}, {"ended": True, "levels": LEVELS}):
        said = running(scene(small, lang, **view))
        never = re.compile("is left out|are left out|未计入")  # of the view, the same in every year
        words = " ".join([said.title, *(one for one in said.remarks if not never.search(one))])
        words = re.sub("48[–～]51", "", words)  # how a range is written
        assert not re.search(r"\d", words), words
        still = world(scene(small, lang, **view))
        assert (said.subtitle, said.title != still.title) == (still.subtitle, True)
        rest = at_rest(scene(small, lang, **view))
        assert (rest.title, rest.remarks, rest.keys) == (still.title, still.remarks, still.keys)


def test_remarks_stand_where_they_are_needed(small: Roster) -> None:
    dateless = "Ties without a known date appear only with the last year."
    ended = "A tie that has ended is shown up to the year before its end."
    assert {dateless, ended} <= set(running(scene(small)).remarks)
    assert dateless not in running(scene(small, years=YEARS)).remarks
    assert "1 tie has no known date and is left out" in " ".join(
        running(scene(small, years=YEARS, levels=LEVELS)).remarks
    )
    assert ended not in running(scene(small, ended=True)).remarks
    assert ended not in running(scene(small, years=YEARS)).remarks


def test_ones_own_title_stands_over_every_year(small: Roster) -> None:
    film = film_of(small, options=Options(title="Ours"))
    prepared = _prepared(film, small)
    for words in (prepared.while_running, prepared.at_rest):
        assert ">Ours</text>" in "".join(words)


def test_too_many_ties_are_refused_in_plain_words(
    small: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "MOST_TIES", 3)
    view = View.default(small, "en").but(years=(1973, 1999))
    with pytest.raises(ValueError, match="up to 3 ties, and here are 7"):
        base(Film(view, height=250), small)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"height": 239}, "A film is 240 to 2,160 pixels high."),
        ({"height": 2161}, "A film is 240 to 2,160 pixels high."),
        ({"seconds": 0.04}, "A year of the film takes 0.05 to 3 seconds."),
        ({"seconds": float("nan")}, "A year of the film takes 0.05 to 3 seconds."),
        ({"seconds": 3.5}, "A year of the film takes 0.05 to 3 seconds."),
        ({"hold": -1.0}, "The last year of the film is held for 0 to 30 seconds."),
        ({"hold": float("inf")}, "The last year of the film is held for 0 to 30 seconds."),
    ],
)
def test_a_number_out_of_bounds_is_refused_in_plain_words(
    small: Roster, changes: dict[str, float], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        film_of(small, **changes)


def test_frames_and_years_must_be_as_many(film: Film, frames: list[bytes]) -> None:
    for bind in (encode_gif, encode_mp4):
        with pytest.raises(ValueError, match="A film of 5 years has 4 frames"):
            bind(frames[1:], film)


def test_without_an_encoder_one_is_told(
    film: Film, frames: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "ENCODER", "libnothing")
    with pytest.raises(ValueError, match="missing encoder: libnothing"):
        encode_mp4(frames, film)
