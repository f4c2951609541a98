"""Read a list of partner cities in whatever form it comes, and say what was understood.

    python -m geo.intake list.csv --json out.json
    python -m geo.intake list.xlsx --home "Xi'an" --json out.json --package roster
    python -m geo.intake list.csv --encoding big5 --country KR --column partner=城市 --json -

Ends with 0, or with 2 and a sentence if the file is not read; the JSON then says so too.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from geo.data import write_json
from geo.i18n import Words, mark
from geo.intake.asked import Asked
from geo.intake.limits import Refused, check_size
from geo.intake.package import package_of, sentences, write_package
from geo.intake.reading import Reading, read_file
from geo.intake.report import report_of, report_of_refusal
from geo.place.country_names import country_code

QUESTIONS = {
    "encoding": mark("The encoding is a guess: look whether the names are right."),
    "home": mark("The file does not say whose list it is: name the city."),
    "country": mark("The file does not say in which country the partners lie: name it."),
    "day_first": mark("Dates such as 03/04/1999 may begin with the day or the month: say which."),
}
ANSWERS = {
    "encoding": "--encoding",
    "home": "--home",
    "country": "--country",
    "day_first": "--day-first | --month-first",
}
"""The options that answer the questions."""
UNKNOWN_CODE = mark("“{found}” is no country that is known: give a code such as JP.")
NO_COLUMN = mark("“{found}” names no column: write FIELD=HEAD, such as partner=City.")
NOT_READ = mark("{file} cannot be read or written: {error}.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the file that the command line names.

    Returns:
        0, or 2 where it is not read or nothing can be written.
    """
    for stream in (sys.stdout, sys.stderr):  # a terminal without “ or 上 gets its code, no crash
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    given = parser().parse_args(arguments)
    words = Words(given.lang)
    try:
        reading = _read(given)
        write_json(report_of(reading, words), given.json)
        _say_more(given, reading, words)
    except Refused as refused:
        reason = refused.sentence(words)
        write_json(report_of_refusal(reason), given.json)
        return _complain(reason)
    except OSError as error:
        name = error.filename or given.file
        return _complain(words.say(NOT_READ, file=name, error=error.strerror or error))
    return 0


def parser() -> argparse.ArgumentParser:
    """What the command line understands."""
    found = argparse.ArgumentParser(
        prog="python -m geo.intake",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("file", type=Path, help="CSV, TSV, Excel (.xlsx), JSON, HTML or Markdown")
    found.add_argument("--home", default="", help="whose list it is, or which of its homes")
    found.add_argument("--encoding", default="", help="usually found out")
    found.add_argument("--country", default="", metavar="XX", help="of partners without one")
    found.add_argument(
        "--column", nargs="+", default=[], metavar="FIELD=HEAD", help="which column is what"
    )
    order = found.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", help="03/04/1999 is 3 April")
    order.add_argument("--month-first", action="store_true", help="03/04/1999 is 4 March")
    found.add_argument("--lang", choices=("en", "zh"), default="en", help="of the reasons")
    found.add_argument("--json", required=True, metavar="OUT", help="file, or - for the terminal")
    found.add_argument("--package", type=Path, metavar="DIR", help="folder for a data package")
    return found


def _read(given: argparse.Namespace) -> Reading:
    check_size(given.file.stat().st_size)
    return read_file(given.file.read_bytes(), given.file.name, _asked(given))


def _asked(given: argparse.Namespace) -> Asked:
    """What the command line says of the file.

    Raises:
        Refused: a country or column in it is none.
    """
    country = country_code(given.country) if given.country else ""
    if country is None:
        raise Refused(UNKNOWN_CODE, found=given.country[:40])
    columns = {}
    for pair in given.column:
        of, equals, head = pair.partition("=")
        if not equals:
            raise Refused(NO_COLUMN, found=pair[:40])
        columns[of] = head
    day_first = True if given.day_first else False if given.month_first else None
    return Asked(given.home, given.encoding, country, columns, day_first)


def _say_more(given: argparse.Namespace, reading: Reading, words: Words) -> None:
    """Ask what the file does not tell, and write the package if one is wanted."""
    for question in reading.questions:
        asks = words.say(QUESTIONS[question])
        print(f"geo.intake: {asks} ({ANSWERS[question]})", file=sys.stderr)
    if given.package:
        packed = package_of(reading)
        write_package(packed, given.package)
        for line in sentences(packed, words):
            print(f"geo.intake: {line}", file=sys.stderr)


def _complain(reason: str) -> int:
    print(f"geo.intake: {reason}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
