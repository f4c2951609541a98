"""Say the lowest version of each package that a file of requirements allows, one a line.

    python tools/lowest.py > lowest.txt
    pip install -r requirements-dev.txt -c lowest.txt

installs them, so that the tests can say whether they suffice. What these packages need themselves
is left to pip.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements.txt"


def lowest(text: str) -> Iterator[str]:
    """Each requirement of a file at the lowest version that it allows: ``pandas==3.0``.

    Args:
        text: the file; what stands behind ``#`` is a remark, lines of options are left out.

    Raises:
        ValueError: a requirement names no lowest version, or is not understood.
    """
    for line in text.splitlines():
        wanted = line.partition("#")[0].strip()
        if not wanted or wanted.startswith("-"):
            continue
        asked = Requirement(wanted)
        versions = [one.version for one in asked.specifier if one.operator in (">=", "==", "~=")]
        if len(versions) != 1:
            raise ValueError(f"{wanted}: no lowest version is named")
        yield f"{asked.name}=={versions[0]}"


def main() -> None:
    """Print them for requirements.txt."""
    try:
        print(*lowest(REQUIREMENTS.read_text("utf-8")), sep="\n")
    except ValueError as fault:
        sys.exit(f"{REQUIREMENTS.name}: {fault}")


if __name__ == "__main__":
    main()
