"""The atlas's own roster, and a small one of three homes that holds every awkward case."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner
from xdist.scheduler import LoadFileScheduling

from geo.ties.roster import Roster, load_roster
from tests.small_package import write_small_package

BROWSER = "tests/browser/"


class BrowserApart(LoadFileScheduling):
    """Gives all tests of the browser to one process: two browsers would starve each other.

    The others go by files, for what is kept between tests is kept by a process.
    """

    def _split_scope(self, nodeid: str) -> str:
        scope: str = super()._split_scope(nodeid)
        return BROWSER if scope.startswith(BROWSER) else scope


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BrowserApart:
    """How the tests are dealt out to the two processes."""
    return BrowserApart(config, log)


settings.register_profile(
    "atlas",
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("atlas")


@pytest.fixture(scope="session", autouse=True)
def _components_of_packages_once() -> None:
    """Streamlit looks through every installed package for components, for each app tested anew:
    most of the time that opening one takes, with the same result."""
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(scope="session", autouse=True)
def _workers_end() -> Iterator[None]:
    """The workers that tests have started are there for all that follow, and end with them."""
    yield
    if used := sys.modules.get("geo.export.workers"):
        used.close()


@pytest.fixture(scope="session")
def roster() -> Roster:
    return load_roster()


@pytest.fixture(scope="session")
def small_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_small_package(folder)
    return folder


@pytest.fixture(scope="session")
def small(small_package: Path) -> Roster:
    return load_roster(small_package)
