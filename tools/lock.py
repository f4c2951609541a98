"""Write requirements.lock: every package of the image at one version, with its checksum.

    python tools/lock.py

asks pip what it would install for requirements.txt into an empty environment and writes it down.
The checksums are those of wheels for the Python and the machine that run this: run it with
Python 3.11 on Linux x86-64, which is what the image is.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[1]
REQUIREMENTS, LOCK = HOUSE / "requirements.txt", HOUSE / "requirements.lock"
HEAD = (
    "# Every package of the image, for Python 3.11 on Linux x86-64; written by tools/lock.py.\n"
    "# pip install --require-hashes --only-binary=:all: -r requirements.lock\n"
)


def report() -> Mapping[str, Any]:
    """What pip would install, as pip reports it.

    Raises:
        CalledProcessError: pip finds no set of versions; it has said why.
    """
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"]
    command += ["--quiet", "--only-binary=:all:", "--report", "-", "-r", str(REQUIREMENTS)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return dict(json.loads(told))


def locked(found: Mapping[str, Any]) -> str:
    """The lines of the lock file, sorted by name, of a report of pip's."""
    lines = []
    for one in found["install"]:
        about, hashes = one["metadata"], one["download_info"]["archive_info"]["hashes"]
        lines.append(
            f"{about['name'].lower()}=={about['version']} --hash=sha256:{hashes['sha256']}"
        )
    return HEAD + "".join(f"{line}\n" for line in sorted(lines))


def main() -> None:
    """Write the lock file."""
    LOCK.write_text(locked(report()), "utf-8")


if __name__ == "__main__":
    main()
