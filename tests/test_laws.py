"""The laws of the house: what may import what, what things are called, and that nothing hangs on
one machine.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
LIBRARY = sorted((HOUSE / "geo").rglob("*.py"))
FLOORS = (
    "data",
    "place",
    "ties",
    "intake",
    "register",
    "stats",
    "style",
    "figures",
    "export",
    "check",
    "prospects",
)
"""From the ground up; the last are doors on the command line."""
RUNNING = [
    HOUSE / "app.py",
    *(HOUSE / "server").rglob("*.py"),
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


def test_all_of_geo_works_without_a_screen_and_without_what_may_be_left_out() -> None:
    """And the server, which has its files made by others, does not import what makes them."""
    code = """
import importlib, pkgutil, sys
for absent in ("streamlit", "av", "frictionless"):
    sys.modules[absent] = None
import geo
import geo.export.brief.request, geo.export.request, geo.export.workers
assert not {"docx", "typst"} & set(sys.modules)
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


def test_geo_imports_no_screen() -> None:
    screens = [
        f"{path.relative_to(HOUSE)}:{line}: {module}"
        for path in LIBRARY
        for module, line in imported(path)
        if module.split(".")[0] in {"streamlit", "pages", "server", "app", "tests"}
    ]
    assert not screens


def upward(path: Path) -> list[str]:
    """What a file of geo/ imports from a floor above its own."""
    mine = floor_of(path)
    if mine == "__init__":
        return [f"{path}: geo/__init__.py imports nothing" for _ in imported(path)]
    assert mine == "i18n" or mine in FLOORS, f"{mine} has no floor in the plan of the house"
    below = ("i18n",) if mine == "i18n" else ("i18n", *FLOORS[: FLOORS.index(mine) + 1])
    return [
        f"{path.relative_to(HOUSE)}:{line}: {module}"
        for module, line in imported(path)
        if module.split(".")[0] == "geo" and module != "geo" and module.split(".")[1] not in below
    ]


def test_imports_inside_geo_point_down() -> None:
    assert not [line for path in LIBRARY for line in upward(path)]


def test_an_upward_import_would_be_seen() -> None:
    assert upward_in("geo/ties/x.py", "from geo.figures.catalogue import catalogue")
    assert upward_in("geo/i18n/x.py", "import geo.ties.roster")
    assert not upward_in("geo/figures/x.py", "from geo.ties.roster import Roster")


def upward_in(name: str, code: str) -> list[str]:
    """The same of a file that is not there."""
    mine = name.split("/")[1]
    below = ("i18n",) if mine == "i18n" else ("i18n", *FLOORS[: FLOORS.index(mine) + 1])
    modules = [
        node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.parse(code).body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return [module for module in modules if module and module.split(".")[1] not in below]


def test_questions_do_not_know_each_other() -> None:
    questions = {path.name for path in (HOUSE / "geo" / "figures").iterdir() if path.is_dir()}
    strangers = [
        f"{path.relative_to(HOUSE)}:{line}: {module}"
        for path in LIBRARY
        if path.parts[-2] != "figures" and "figures" in path.parts
        for mine in [path.relative_to(HOUSE / "geo" / "figures").parts[0]]
        for module, line in imported(path)
        if module.startswith("geo.figures.") and module.split(".")[2] in questions - {mine}
    ]
    assert questions >= {"map", "choice", "same_country", "article"}
    assert not strangers


def test_pages_compose_nothing() -> None:
    """No arithmetic of figures and no charts on pages: these come from the catalogue."""
    forbidden = re.compile(r"^(altair|geo\.stats|geo\.figures\.\w+\.(figures|\w*chart\w*))\b")
    found = [
        f"{path.relative_to(HOUSE)}:{line}: {module}"
        for path in (HOUSE / "pages").rglob("*.py")
        for module, line in imported(path)
        if forbidden.match(module)
    ]
    assert not found


FOREIGN_NAMES = re.compile(
    r"(?<![a-z])(said|laid|gathered|press|pressed|cels?|reel|workshop|works|wish(es)?|stage)(?![a-z])"
)


def names_in(code: str) -> Iterator[tuple[str, int]]:
    """Every name that a file gives: of functions, classes, parameters, variables."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def test_names_are_the_names_of_the_field() -> None:
    found = [
        f"{path.relative_to(HOUSE)}:{line}: {name}"
        for path in RUNNING
        if "tests" not in path.relative_to(HOUSE).parts[:1]
        for name, line in names_in(path.read_text("utf-8"))
        if FOREIGN_NAMES.search(name.lower().replace("_", " "))
    ]
    found += [str(path.relative_to(HOUSE)) for path in RUNNING if FOREIGN_NAMES.search(path.stem)]
    assert not found


def test_no_file_names_a_folder_of_one_machine() -> None:
    machine = re.compile(r"(?<![\w./…-])/(?:work|root|home|Users|tmp|mnt)/\w|\b[A-Z]:\\\w")
    endings = {".py", ".md", ".toml", ".csv", ".json", ".po", ".css", ".js", ".cff", ".txt", ""}
    folders = (
        "geo",
        "pages",
        "server",
        "tests",
        "tools",
        "data",
        "docs",
        "benchmarks",
        "static",
        ".streamlit",
    )
    files = [path for path in HOUSE.iterdir() if path.is_file() and path.name != ".git"]
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


def test_nothing_is_read_from_outside_the_project() -> None:
    folder = "sha" + "red"
    outside = re.compile(rf"""["'/]{folder}/|/\s*["']{folder}["']""")
    found = [
        f"{path.relative_to(HOUSE)}:{number}: {line}"
        for path in RUNNING
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if outside.search(line)
    ]
    assert not found
