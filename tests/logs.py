"""What the loggers of the atlas and of Streamlit write, line by line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from server.faults import LOG


class Lines(logging.Handler):
    """Keeps what would stand in the log; a record with a stack trace has many lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += self.format(record).splitlines()


@contextmanager
def heard() -> Iterator[list[str]]:
    """The lines that are written meanwhile by the loggers that write of faults."""
    loggers = [LOG, logging.getLogger("streamlit.error_util")]
    handler = Lines()
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
