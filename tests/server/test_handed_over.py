"""What pages hand over outlives the run that let go of it, and is thrown away in the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from server.handed_over import SECONDS, keep

READER, PLACE = "dontcare", "1.2"
"""Streamlit's name for the session where there is none, and where on the page its file stands."""


@pytest.fixture
def clock() -> list[float]:
    """What time it is, to be changed."""
    return [1000.0]


@pytest.fixture
def manager(clock: list[float]) -> MediaFileManager:
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    keep(manager, lambda: clock[0])
    return manager


def there(manager: MediaFileManager, url: str) -> bool:
    return manager.read_file(url.rpartition("/")[2].partition(".")[0]) is not None


def others_finish(manager: MediaFileManager) -> None:
    """Two runs of other readers end; Streamlit throws some files away at the second only."""
    manager.remove_orphaned_files()
    manager.remove_orphaned_files()


def handed_in(manager: MediaFileManager) -> str:
    return manager.add(b"a map", "application/json", PLACE)


def replaced(manager: MediaFileManager) -> str:
    url = handed_in(manager)
    manager.add(b"another map", "application/json", PLACE)
    return url


def made(manager: MediaFileManager) -> str:
    return manager.execute_deferred(manager.add_deferred(lambda: b"PNG", "image/png", PLACE))


@pytest.mark.parametrize("hand", [handed_in, replaced, made])
def test_a_file_outlives_the_runs_of_others_and_goes_in_the_end(
    manager: MediaFileManager, clock: list[float], hand: Callable[[MediaFileManager], str]
) -> None:
    url = hand(manager)
    manager.clear_session_refs(READER)  # the reader's next run begins
    others_finish(manager)
    clock[0] += SECONDS - 1
    others_finish(manager)
    assert there(manager, url)
    clock[0] += 1
    others_finish(manager)
    assert not there(manager, url)


def test_a_button_of_the_last_run_works_until_the_next_has_drawn_its_own(
    manager: MediaFileManager, clock: list[float]
) -> None:
    button = manager.add_deferred(lambda: b"PNG", "image/png", PLACE)
    manager.clear_session_refs(READER)
    others_finish(manager)
    assert there(manager, manager.execute_deferred(button))
    clock[0] += SECONDS
    others_finish(manager)
    with pytest.raises(MediaFileStorageError, match="not found"):
        manager.execute_deferred(button)


def test_what_is_shown_stays_however_long(manager: MediaFileManager, clock: list[float]) -> None:
    url = handed_in(manager)
    button = manager.add_deferred(lambda: b"PNG", "image/png", "another place")
    for _ in range(3):
        clock[0] += 2 * SECONDS
        others_finish(manager)
    assert there(manager, url)
    assert there(manager, manager.execute_deferred(button))


def test_what_came_back_waits_anew(manager: MediaFileManager, clock: list[float]) -> None:
    handed_in(manager)
    manager.clear_session_refs(READER)
    others_finish(manager)
    clock[0] += SECONDS - 1
    url = handed_in(manager)
    others_finish(manager)
    manager.clear_session_refs(READER)
    clock[0] += SECONDS - 1
    others_finish(manager)
    assert there(manager, url)


def test_a_file_that_is_made_once_more_waits_anew(
    manager: MediaFileManager, clock: list[float]
) -> None:
    """The usual view's picture is the same file for all who ask for it."""
    url = made(manager)
    others_finish(manager)
    clock[0] += SECONDS - 1
    assert made(manager) == url
    others_finish(manager)
    clock[0] += SECONDS - 1
    others_finish(manager)
    assert there(manager, url)


def test_without_it_streamlit_throws_a_made_file_away_before_it_is_fetched() -> None:
    """Why this exists: where it fails, the house can be rid of it."""
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    url = made(manager)
    others_finish(manager)
    assert not there(manager, url)
