"""An answer of the register, kept as it came, with the day of asking and its checksum beside it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from geo.i18n import mark
from geo.intake.limits import Refused, check_size
from geo.ties.cell_rules import quoted

ABOUT = ".about.json"
"""Ending of the small file beside an answer that says when and whom one has asked."""

CHANGED = mark(
    "{file} is not what was saved: its checksum is {found}, that of the answer was {expected}."
)
ABOUT_UNREADABLE = mark("{file}, which tells when the answer was given, cannot be read.")


@dataclass(frozen=True)
class Answer:
    """What the register has answered.

    Attributes:
        content: every byte as it came.
        host: who was asked; "" if that is not known.
        asked: when (UTC); ``None`` if that is not known.
    """

    content: bytes
    host: str = ""
    asked: dt.datetime | None = None

    @property
    def sha256(self) -> str:
        """The checksum, in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


def save(answer: Answer, folder: Path) -> Path:
    """Write an answer that was asked for into a folder, which is made if need be.

    Returns:
        The file, named from date and checksum so that no other answer is overwritten.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    day = answer.asked.date().isoformat() if answer.asked else "undated"
    file = folder / f"register_{day}_{answer.sha256[:12]}.json"
    about = {
        "host": answer.host,
        "asked": answer.asked.isoformat() if answer.asked else "",
        "bytes": len(answer.content),
        "sha256": answer.sha256,
    }
    file.write_bytes(answer.content)
    file.with_suffix(ABOUT).write_text(json.dumps(about, indent=2) + "\n", "utf-8")
    return file


def load(file: Path) -> Answer:
    """An answer that was saved here, or by whatever other means.

    Raises:
        Refused: it is too large, or it is not what was saved.
        OSError: it cannot be read.
    """
    check_size(file.stat().st_size)
    content, beside = file.read_bytes(), file.with_suffix(ABOUT)
    if not beside.is_file():
        return Answer(content)
    try:
        check_size(beside.stat().st_size)
        match json.loads(beside.read_bytes()):
            case {"host": str(host), "asked": str(asked), "sha256": str(expected)}:
                when = dt.datetime.fromisoformat(asked) if asked else None
            case _:
                raise ValueError
    except (ValueError, RecursionError):
        raise Refused(ABOUT_UNREADABLE, file=beside) from None
    answer = Answer(content, host, when)
    if answer.sha256 != expected:
        raise Refused(CHANGED, file=file, found=answer.sha256, expected=quoted(expected))
    return answer
