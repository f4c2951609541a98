"""Faults of the code: one line in the log for each, without anything that a reader chose or typed.

The line goes to standard error with Streamlit's own; whoever runs the app keeps and rotates it.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

from streamlit.logger import get_logger

HOUSE = Path(__file__).resolve().parents[1]
LOG = get_logger("atlas")
UNCAUGHT = "Uncaught app execution"
"""What Streamlit writes before the stack trace of a fault on a page (``streamlit.error_util``)."""


def note(fault: BaseException, where: str, told: str) -> None:
    """Write a fault into the log; its stack trace too where ``logger.level`` is ``debug``.

    Args:
        where: the page or kind of address, in words of the atlas's own.
        told: what the reader sees instead, in a few words.
    """
    LOG.error("Fault: %s: %s; shown: %s", where, in_a_line(fault), told)
    LOG.debug("Its stack trace:", exc_info=fault)


def in_a_line(fault: BaseException) -> str:
    """What kind of fault it is, where it came up, and through which lines of ours.

    Its message is left out, for it may hold a cell of a reader's list or a word of his address.
    """
    kinds = " from ".join(type(one).__name__ for one in _causes(fault))
    frames = traceback.extract_tb(fault.__traceback__)
    places = [
        f"{_short(frame.filename)}:{frame.lineno}"
        for number, frame in enumerate(reversed(frames))
        if number == 0 or Path(frame.filename).is_relative_to(HOUSE)
    ]
    return f"{kinds} at {' < '.join(places) or 'an unknown place'}"


class NoStackTrace(logging.Filter):
    """Keeps Streamlit's stack trace of a fault out of the log, which has its line already."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written."""
        return record.getMessage() != UNCAUGHT


def keep_log_short() -> None:
    """Leave a line for each fault of a page in the log; messages of faults may be a reader's."""
    logger = get_logger("streamlit.error_util")
    if not any(isinstance(one, NoStackTrace) for one in logger.filters):
        logger.addFilter(NoStackTrace())


def _causes(fault: BaseException | None) -> Iterator[BaseException]:
    while fault is not None:
        yield fault
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def _short(file: str) -> str:
    """A file of ours by its path in the project, another's by its last two parts."""
    path = Path(file)
    if path.is_relative_to(HOUSE):
        return path.relative_to(HOUSE).as_posix()
    return "/".join(path.parts[-2:])
