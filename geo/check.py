"""Check a data package from the command line: ``python -m geo.check [FOLDER]``.

Prints one line a fault and ends with 1; says nothing and ends with 0 if all is well; ends with 2 if
there is no such folder, or nothing that checks it.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from geo.data import PACKAGE
from geo.figures.article.claims import claims_of, wrong_claims
from geo.ties.checks import Fault, faults
from geo.ties.roster import load_roster

CHECKER = "frictionless"
"""What holds tables against their schema; the atlas as it is served does without it."""


def main(words: Sequence[str] | None = None) -> int:
    """Check the folder named on the command line and say what is wrong with it.

    Args:
        words: of the command line, without the program's name; the real one's if ``None``.

    Returns:
        0 if nothing is wrong, 1 if there are faults, 2 if nothing could be checked.
    """
    parser = argparse.ArgumentParser(prog="python -m geo.check", description=__doc__)
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=PACKAGE,
        metavar="FOLDER",
        help="folder of the data package (default: the package of this repository)",
    )
    folder: Path = parser.parse_args(words).folder
    for stream in (sys.stdout, sys.stderr):  # a terminal without “ or 上 gets its code, no crash
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if not folder.is_dir():
        print(f"There is no folder {folder} to check.", file=sys.stderr)
        return 2
    if find_spec(CHECKER) is None:
        print(
            f"Nothing is checked: the package {CHECKER} is not installed here"
            " (pip install -r requirements-dev.txt).",
            file=sys.stderr,
        )
        return 2
    found = faults(folder) or _wrong_claims(folder)
    for fault in found:
        print(fault)
    return 1 if found else 0


def _wrong_claims(folder: Path) -> list[Fault]:
    """Statements whose tests cannot be run; only a package without other faults is asked."""
    roster = load_roster(folder)
    wrong = wrong_claims(roster, claims_of(roster))
    return [Fault("claims", *where) for where in wrong]


if __name__ == "__main__":
    sys.exit(main())
