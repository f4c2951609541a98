"""Ask the official register of ties once, and say how it differs from the atlas.

    python -m geo.register --host register.example --save answers --json differences.json
    python -m geo.register --file answers/register_2026-11-27_0123456789ab.json --home 上海

It changes nothing in the data. Read the register's terms of use first: the tool does not know them,
and has not yet met the register itself. Ends with 0, or with 2 and a sentence where nothing can be
compared; the JSON then says so too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from geo.data import write_json
from geo.i18n import Words, mark
from geo.intake.limits import Refused
from geo.register.asking import ask, host_of
from geo.register.comparing import compare
from geo.register.listing import read_listing
from geo.register.matching import homes_named
from geo.register.report import Report, json_of, json_of_refusal, lines_of
from geo.register.saved import Answer, load, save
from geo.ties.roster import Roster, load_roster

NO_DATA = mark("The data of the atlas cannot be used: {error}")
NOT_READ = mark("{file} cannot be read or written: {error}.")
SAVED = mark("The answer was saved as {file}; --file reads it again without asking anybody.")
SAVE_WHAT = mark("--save keeps an answer that is asked for: it goes with --host.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask or read, compare, and report.

    Returns:
        0, or 2 where nothing can be compared or written.
    """
    for stream in (sys.stdout, sys.stderr):  # a terminal without “ or 上 gets its code, no crash
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    given = parser().parse_args(arguments)
    words = Words(given.lang)
    try:
        return _report(given, words)
    except Refused as refused:
        reason = refused.sentence(words)
        with suppress(OSError):  # the reason itself is what is told
            if given.json:
                write_json(json_of_refusal(reason), given.json)
        return _complain(reason)
    except BrokenPipeError:  # whoever reads the report has seen enough (… | head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        why = error.strerror or error
        return _complain(words.say(NOT_READ, file=error.filename or given.file, error=why))


def parser() -> argparse.ArgumentParser:
    """What the command line understands."""
    found = argparse.ArgumentParser(
        prog="python -m geo.register",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    source = found.add_mutually_exclusive_group(required=True)
    source.add_argument("--host", help="of the register; is asked once, by https")
    source.add_argument("--file", type=Path, metavar="SAVED", help="an answer that was saved")
    found.add_argument("--save", type=Path, metavar="DIR", help="folder in which it is kept")
    found.add_argument("--home", nargs="+", default=[], help="compared; usually all of the atlas")
    found.add_argument("--json", default="", metavar="OUT", help="file, or - for the terminal")
    found.add_argument("--lang", choices=("en", "zh"), default="en", help="of the report")
    return found


def _report(given: argparse.Namespace, words: Words) -> int:
    roster = _roster()
    homes = homes_named(roster, given.home)  # before anybody is asked for nothing
    answer = _answer(given, words)
    day = answer.asked.date() if answer.asked else dt.date.today()
    listing = read_listing(answer.content, day)
    report = Report(roster, answer, listing, compare(roster, homes, listing.pairs))
    if given.json:
        write_json(json_of(report, words), given.json)
    if given.json != "-":
        print("\n".join(lines_of(report, words)), flush=True)
    return 0


def _roster() -> Roster:
    """The atlas's own data.

    Raises:
        Refused: they cannot be used.
    """
    try:
        return load_roster()
    except (ValueError, OSError) as fault:
        raise Refused(NO_DATA, error=fault) from fault


def _answer(given: argparse.Namespace, words: Words) -> Answer:
    """The answer that the command line means, saved before it is read, lest it be asked for twice.

    Raises:
        Refused: there is none.
        OSError: it cannot be read or saved.
    """
    if given.file:
        if given.save:
            raise Refused(SAVE_WHAT)
        return load(given.file)
    host = host_of(given.host)
    if given.save:
        given.save.mkdir(parents=True, exist_ok=True)
    answer = ask(host)
    if given.save:
        file = save(answer, given.save)
        print(f"geo.register: {words.say(SAVED, file=file)}", file=sys.stderr)
    return answer


def _complain(reason: str) -> int:
    print(f"geo.register: {reason}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
