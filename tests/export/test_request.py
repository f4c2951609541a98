"""Requests: the same file for the same options, in this process and by a worker."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from geo.export import workers
from geo.export.formats import Options
from geo.export.request import KINDS, Request, figure_and_scene, render_file
from geo.export.sheet import lay_out
from geo.figures.catalogue import catalogue, figure_of
from geo.ties.roster import Roster
from geo.ties.view import LANGUAGES, View


def request(roster: Roster, picture: str, lang: str = "en", **options: object) -> Request:
    return Request(View.default(roster, lang), picture, Options(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_same_request_gives_the_same_bytes(kind: str, roster: Roster) -> None:
    assert render_file(request(roster, "shares"), kind) == render_file(
        request(roster, "shares"), kind
    )


def test_each_kind_is_what_it_says(roster: Roster) -> None:
    asked = request(roster, "latecomers")
    picture = Image.open(io.BytesIO(render_file(asked, "png")))
    assert (picture.format, picture.size) == ("PNG", (1920, 1080))
    assert render_file(asked, "pdf").startswith(b"%PDF-")
    assert render_file(asked, "svg").startswith(b"<svg")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_of_the_app_has_a_finding_and_something_to_show(
    lang: str, roster: Roster
) -> None:
    known = catalogue(request(roster, "", lang).scene())
    pages = {"", "choice", "same_country", "timeline", "prospects", "article"}
    assert {one.page for one in known.values()} == pages
    for key in known:
        figure, _ = figure_and_scene(request(roster, key, lang))
        assert figure.title
        assert figure.subtitle
        assert figure.panels


def test_a_picture_that_is_not_there_is_told_with_those_that_are(roster: Roster) -> None:
    asked = request(roster, "no-such-picture")
    with pytest.raises(ValueError, match=r"no picture “no-such-picture”.*map"):
        figure_and_scene(asked)


def test_a_kind_that_is_not_there_is_told_with_those_that_are(roster: Roster) -> None:
    with pytest.raises(ValueError, match="“bmp” is no kind of picture: choose png"):
        render_file(request(roster, "shares"), "bmp")


@pytest.mark.parametrize("key", ["map", "shares", "matrix", "periods", "in-force", "same-country"])
def test_a_view_with_nothing_in_it_says_so(key: str, roster: Roster) -> None:
    empty = Request(View.default(roster).but(q="no such name"), key)
    figure, scene = figure_and_scene(empty)
    assert not figure.panels
    assert "leave no tie" in lay_out(figure, scene, empty.options).svg


def test_two_who_export_at_once_both_get_their_own(roster: Roster) -> None:
    requests = [
        request(roster, "shares", lang, sheet=sheet)
        for lang in LANGUAGES
        for sheet in ("light", "dark")
    ]
    with ThreadPoolExecutor(len(requests)) as readers:
        got = list(readers.map(lambda one: workers.finished(one, "png"), requests))
    assert got == [render_file(one, "png") for one in requests]
    assert len(set(got)) == len(requests)


def test_a_fault_in_a_worker_comes_back_as_its_sentence(roster: Roster) -> None:
    with pytest.raises(ValueError, match="no-such-picture"):
        workers.finished(request(roster, "no-such-picture"), "png")


@pytest.mark.parametrize("key", ["matrix", "same-country"])
def test_a_picture_that_names_every_tie_says_when_there_are_too_many(
    key: str, roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    from geo.figures import captions
    from geo.figures.same_country import strips

    figure_of.cache_clear()
    monkeypatch.setattr(captions, "MOST_NAMED", 100)
    monkeypatch.setattr(strips, "MOST_NAMED", 100)
    figure, scene = figure_and_scene(request(roster, key))
    figure_of.cache_clear()
    assert not figure.panels
    assert "too many to be read by name" in lay_out(figure, scene, Options()).svg
