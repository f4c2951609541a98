"""The laws of the house: what may import what, and that nothing hangs on one machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
LIBRARY = sorted((HOUSE / "geo").rglob("*.py"))
FLOORS = ("data", "place", "ties", "stats", "style", "figures", "export", "check")
"""From the ground up; ``check`` is the door on the command line."""
RUNNING = [
    HOUSE / "app.py",
    *(HOUSE / "pages").rglob("*.py"),
    *LIBRARY,
    *(HOUSE / "tests").rglob("*.py"),
]


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, in full, wherever in the file, and the line."""
    package = path.relative_to(HOUSE).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *filter(None, [node.module])])
            yield module, node.lineno
            yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)


def floor_of(path: Path) -> str:
    return path.relative_to(HOUSE / "geo").with_suffix("").parts[0]


def test_all_of_geo_works_where_streamlit_is_absent() -> None:
    code = """
import importlib, pkgutil, sys
sys.modules["streamlit"] = None
import geo
names = [module.name for module in pkgutil.walk_packages(geo.__path__, "geo.")]
for name in names:
    importlib.import_module(name)
from geo.ties.roster import load_roster
print(len(names), len(load_roster().ties))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    modules, ties = map(int, done.stdout.split())
    assert modules == len([path for path in LIBRARY if path != HOUSE / "geo" / "__init__.py"])
    assert ties > 0


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: str(path.relative_to(HOUSE)))
def test_geo_imports_no_screen(path: Path) -> None:
    screens = [
        f"line {line}: {module}"
        for module, line in imported(path)
        if module.split(".")[0] in {"streamlit", "pages", "app", "tests"}
    ]
    assert not screens


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: str(path.relative_to(HOUSE)))
def test_imports_inside_geo_point_down(path: Path) -> None:
    mine = floor_of(path)
    if mine == "__init__":
        assert not list(imported(path)), "geo/__init__.py imports nothing, so that every floor may"
        return
    assert mine == "i18n" or mine in FLOORS, f"{mine} has no floor in the plan of the house"
    below = ("i18n",) if mine == "i18n" else ("i18n", *FLOORS[: FLOORS.index(mine) + 1])
    upward = [
        f"line {line}: {module}"
        for module, line in imported(path)
        if module.split(".")[0] == "geo" and module != "geo" and module.split(".")[1] not in below
    ]
    assert not upward


def test_no_file_names_a_folder_of_one_machine() -> None:
    machine = re.compile(r"(?<![\w./…-])/(?:work|root|home|Users|tmp|mnt)/\w|\b[A-Z]:\\\w")
    endings = {".py", ".md", ".toml", ".csv", ".json", ".po", ".css", ".js", ".cff", ".txt", ""}
    folders = (
        "geo",
        "pages",
        "tests",
        "tools",
        "data",
        "docs",
        "benchmarks",
        "static",
        ".streamlit",
    )
    files = [path for path in HOUSE.iterdir() if path.is_file()]
    files += [path for folder in (*folders, ".ci") for path in (HOUSE / folder).rglob("*")]
    read = [
        path
        for path in files
        if path.is_file() and path.suffix in endings and "__pycache__" not in path.parts
    ]
    assert len(read) > len(LIBRARY)
    found = [
        f"{path.relative_to(HOUSE)}: {match.group()}"
        for path in read
        for match in machine.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


@pytest.mark.parametrize("path", RUNNING, ids=lambda path: str(path.relative_to(HOUSE)))
def test_nothing_is_read_from_outside_the_project(path: Path) -> None:
    folder = "sha" + "red"
    outside = re.compile(rf"""["'/]{folder}/|/\s*["']{folder}["']""")
    lines = path.read_text("utf-8").splitlines()
    found = [f"line {n}: {line}" for n, line in enumerate(lines, 1) if outside.search(line)]
    assert not found
