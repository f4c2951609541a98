"""Where next, in numbers: ``python -m geo.prospects --json OUT``.

Writes the weights, the past tests and the ranks of the prospects as JSON, the same to the digit for
the same data; ``-`` writes to the screen. Ends with 2 where nothing can be told, and says why.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geo.data import PACKAGE, write_json
from geo.figures.prospects.model import LEAST, choices_of, question
from geo.figures.prospects.report import report
from geo.ties.roster import LEVELS, load_roster
from geo.ties.view import TURNING_YEAR, View


def main(arguments: list[str] | None = None) -> int:
    """Write the report that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m geo.prospects", description=__doc__)
    parser.add_argument("--json", required=True, metavar="OUT", help="file to write, or -")
    parser.add_argument("--data", type=Path, default=PACKAGE, metavar="FOLDER")
    parser.add_argument("--home", action="append", metavar="HOME", help="slug; may be repeated")
    parser.add_argument("--level", action="append", choices=LEVELS)
    parser.add_argument("--year", type=int, help="as of the end of this year")
    parser.add_argument("--turn", type=int, default=TURNING_YEAR, help="before and since")
    asked = parser.parse_args(arguments)
    try:
        roster = load_roster(asked.data)
        usual = View.default(roster)
        homes = tuple(home for home in roster.homes.index if home in (asked.home or usual.homes))
        if unknown := set(asked.home or ()) - set(homes):
            raise ValueError(f"There is no home “{min(unknown)}” in the data.")
        found = question(roster, homes, tuple(asked.level or usual.levels))
        if found is None:
            raise ValueError("The data have no table of agglomerations to choose from.")
        if all(len(choices_of(found, home)) < LEAST for home in homes):
            raise ValueError(f"No home has {LEAST} choices of cities; fewer say too little.")
        told = report(found, asked.year or roster.as_of.year, asked.turn)
        write_json(told, asked.json, indent=1)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
