"""The atlas's own roster, and a small one of three homes that holds every awkward case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from geo.ties.roster import Roster, load_roster
from tests.small_package import write_small_package


class BrowsersApart(LoadScopeScheduling):
    """Gives the tests of the browser to two processes, journeys to one of them, and all others one
    by one to whoever is free: browsers mostly wait, and more than two would starve each other."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith("tests/browser/"):
            return "journeys" if nodeid.startswith("tests/browser/journeys/") else "browser"
        return nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BrowsersApart:
    """How the tests are dealt out to the processes."""
    return BrowsersApart(config, log)


settings.register_profile(
    "atlas",
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("atlas")


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
