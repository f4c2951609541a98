"""How large the environment of the image is, package by package.

    python -m venv image && image/bin/pip install --require-hashes -r requirements.lock
    image/bin/python -m benchmarks.sizes [--least 5]

counts what the files of each locked package take once installed, compiled code with them, and
writes a table of the largest.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

HOUSE = Path(__file__).resolve().parents[1]
MB = 1_000_000
OURS = "the atlas"


@dataclass(frozen=True)
class Size:
    """A package as it is installed.

    Attributes:
        size: of its files, in bytes.
        needed_by: packages that ask for it, the atlas first.
    """

    name: str
    version: str
    size: int
    needed_by: tuple[str, ...]


def plain(name: str) -> str:
    """A package's name as all its spellings have it in common (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needs(found: Distribution) -> Iterator[str]:
    """What a package asks for in this environment, without its extras."""
    for line in found.requires or ():
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate({"extra": ""}):
            yield plain(asked.name)


def sizes(locked: Iterable[str], own: Iterable[str]) -> list[Size]:
    """The packages of a lock file, the largest first.

    Args:
        locked: their names.
        own: those that the atlas itself asks for.

    Raises:
        PackageNotFoundError: one is not installed in this environment.
    """
    there = {plain(name): distribution(name) for name in locked}
    asking: dict[str, list[str]] = {name: [] for name in there}
    for name in map(plain, own):
        asking[name].append(OURS)
    for name, found in there.items():
        for other in set(needs(found)) & set(there):
            asking[other].append(name)
    made = [
        Size(name, found.version, _installed(found), tuple(asking[name]))
        for name, found in there.items()
    ]
    return sorted(made, key=lambda one: -one.size)


def _installed(found: Distribution) -> int:
    """What the files of a package take, in bytes; a file that is gone takes nothing."""
    paths = {Path(str(file.locate())) for file in found.files or ()}
    return sum(path.stat().st_size for path in paths if path.is_file())


def table(packages: list[Size], least: float) -> str:
    """The packages that take so many MB at least, the rest and the sum, as Markdown."""
    large = [one for one in packages if one.size >= least * MB]
    rest, every = packages[len(large) :], sum(one.size for one in packages)
    rows = [
        f"| {one.name} {one.version} | {one.size / MB:.1f} | {', '.join(one.needed_by)} |"
        for one in large
    ]
    small = f"| {len(rest)} others, each under {least:g} MB | {_sum(rest):.1f} | |"
    whole = f"| {len(packages)} packages | {every / MB:.0f} | |"
    return "\n".join(["| package | MB | asked for by |", "|---|--:|---|", *rows, small, whole])


def _sum(packages: list[Size]) -> float:
    return sum(one.size for one in packages) / MB


def names_in(file: str) -> list[str]:
    """The packages that a file of requirements names, one a line."""
    lines = (HOUSE / file).read_text("utf-8").splitlines()
    return [found[0] for line in lines if (found := re.match(r"[A-Za-z0-9][\w.-]*", line))]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--least", type=float, default=5, help="MB of a package with its own row")
    least = parser.parse_args().least
    try:
        print(table(sizes(names_in("requirements.lock"), names_in("requirements.txt")), least))
    except PackageNotFoundError as fault:
        sys.exit(f"{fault.name} is not installed here: pip install -r requirements.lock")


if __name__ == "__main__":
    main()
