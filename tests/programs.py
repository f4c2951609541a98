"""Programs that tests need beside Python: where they are, or why a test is left out."""

from __future__ import annotations

import os
from shutil import which

import pytest


def program(*names: str) -> str:
    """The path of the first of some programs that is on this machine.

    Without any the test is skipped; where CI is set it fails, because there it must run.

    Args:
        names: of the program, as it may be called.
    """
    everywhere = f"{os.environ.get('PATH', '')}:/usr/sbin"  # where only root's path leads
    for name in names:
        if found := which(name, path=everywhere):
            return found
    reason = f"not on this machine: {' or '.join(names)}"
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        pytest.fail(reason)
    pytest.skip(reason)
