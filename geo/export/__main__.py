"""All pictures of a view into a folder, for whoever makes the figures of a paper.

    python -m geo.export figures --lang en zh --kind pdf svg
    python -m geo.export figures --address "?lang=zh&years=1973&years=2017&region=035"
    python -m geo.export figures --address "slides?lang=en&picture=shares"
    python -m geo.export figures --picture map --kind gif mp4
    python -m geo.export briefs --brief yokohama,hamburg --format docx --lang both

Files are named from the view and are the same, byte for byte, as those the app gives.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from geo.data import PACKAGE
from geo.export.brief.command import BOTH, add_options, brief_files
from geo.export.brief.request import KINDS as BRIEF_KINDS
from geo.export.file_names import deck_name, file_name, film_name
from geo.export.film.frames import Film, frame
from geo.export.formats import FORMATS, SHEETS, Options
from geo.export.pages import page_called
from geo.export.request import (
    ENCODERS,
    KINDS,
    Request,
    deck_of,
    film_of,
    lacking,
    render_file,
    slide_of,
)
from geo.figures.catalogue import catalogue, present_key
from geo.i18n import Words
from geo.ties.address import normalised, read_address
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.view import LANGUAGES, View

USUAL = Options()
FILMS = tuple(ENCODERS)
ALL_KINDS = (*KINDS, "pptx", *FILMS)
FLAGS = ("years", "home", "level", "country", "region", "role")
"""Options that stand for parameters of an address."""
HINT = "geo.export: “python -m geo.check {}” names all that is wrong with these data."


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the files that the command line asks for, and say their names.

    Returns:
        0, or 2 where something asked for does not exist.
    """
    asked = parser().parse_args(arguments)
    try:
        roster = load_roster(asked.data)
    except (ValueError, OSError) as fault:
        print(f"geo.export: {fault}\n{HINT.format(asked.data)}", file=sys.stderr)
        return 2
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
        for name, content in _files(asked, roster):
            _write(asked.out / name, content)
            print(name)
    except (ValueError, OSError) as fault:
        print(f"geo.export: {fault}", file=sys.stderr)
        return 2
    return 0


def _write(path: Path, content: bytes) -> None:
    """Write a file, and tell where something else stood under its name."""
    if path.exists() and path.read_bytes() != content:
        print(f"geo.export: {path.name} was there with other content: replaced.", file=sys.stderr)
    path.write_bytes(content)


def parser() -> argparse.ArgumentParser:
    """What the command line understands."""
    found = argparse.ArgumentParser(
        prog="python -m geo.export",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("out", type=Path, help="folder for the files; made if it is not there")
    found.add_argument("--data", type=Path, default=PACKAGE, help="folder of the data package")
    what = found.add_argument_group("what is shown")
    what.add_argument("--address", default="", help="address of a view, as the app writes it")
    what.add_argument(
        "--lang", nargs="+", choices=(*LANGUAGES, BOTH), help="usually that of the address"
    )
    what.add_argument("--years", nargs=2, metavar=("FIRST", "LAST"))
    what.add_argument("--home", nargs="+", metavar="HOME")
    what.add_argument("--level", nargs="+", choices=LEVELS)
    what.add_argument("--country", nargs="+", metavar="XX", help="ISO 3166-1 alpha-2")
    what.add_argument("--region", nargs="+", metavar="M49", help="UN M49 code")
    what.add_argument("--role", nargs="+", choices=ROLES)
    what.add_argument("--broad", action="store_true", help="count roles broadly")
    what.add_argument("--ended", action="store_true", help="show ties that have ended")
    how = found.add_argument_group("how it is made")
    how.add_argument(
        "--picture", nargs="+", metavar="KEY", help="usually that of the address, or all of them"
    )
    how.add_argument("--list", action="store_true", help="only name the pictures of the view")
    how.add_argument("--kind", nargs="+", choices=ALL_KINDS, default=["png"])
    how.add_argument(
        "--format", choices=(*FORMATS, *BRIEF_KINDS), help="usually 16x9; of a brief docx"
    )
    how.add_argument("--sheet", choices=SHEETS, default="light", help="the ground")
    how.add_argument("--large", action="store_true", help="larger type, for the back rows")
    how.add_argument("--approval", default="", help="map approval number for the footer")
    how.add_argument("--organisation", default="", help="your own line for the footer")
    how.add_argument("--seconds-a-year", type=float, default=0.3, help="of a film")
    how.add_argument("--hold", type=float, default=3.0, help="seconds at the end of a film")
    add_options(found)
    return found


def views(asked: argparse.Namespace, roster: Roster) -> list[View]:
    """The views that the command line asks for, one a language.

    Raises:
        ValueError: something in them is not understood, or not in the data.
    """
    flags = {name: list(getattr(asked, name)) for name in FLAGS if getattr(asked, name)}
    flags |= {name: ["1"] for name in ("broad", "ended") if getattr(asked, name)}
    query = _query(asked.address) | flags
    found: list[View] = []
    missed: list[str] = []
    for lang in dict.fromkeys(asked.lang or [""]):
        view, missed = read_address(query | ({"lang": [lang]} if lang else {}), roster)
        found.append(view)
    if missed:
        raise ValueError(f"Not understood, or not in the data: {'; '.join(missed)}.")
    if asked.years and found[0].years != tuple(sorted(map(int, asked.years))):
        raise ValueError(
            f"--years {' '.join(asked.years)}: the data go from {roster.period[0]} to "
            f"{roster.period[1]}."
        )
    return found


def _query(address: str) -> dict[str, list[str]]:
    """The parameters of an address, or of the part of one behind its question mark.

    Raises:
        ValueError: it is neither.
    """
    bare = "=" in address and "?" not in address
    parts = urlsplit(f"?{address}" if bare else address)
    if not parts.query and "/" not in parts.path and page_called(parts.path) is None:
        raise ValueError(f"--address {address}: not understood; write one as the app does.")
    return normalised(parse_qs(parts.query, keep_blank_values=True))


def _files(asked: argparse.Namespace, roster: Roster) -> Iterator[tuple[str, bytes]]:
    """The files, one after the other: name and content."""
    if asked.brief:
        yield from brief_files(asked, roster)
        return
    if asked.format in BRIEF_KINDS or BOTH in (asked.lang or ()):
        raise ValueError("--format docx, --format pdf and --lang both are of briefs: see --brief.")
    options = Options(
        format=asked.format or USUAL.format,
        sheet=asked.sheet,
        large=asked.large,
        approval=asked.approval,
        organisation=asked.organisation,
    )
    for view in views(asked, roster):
        requests = _requests(asked, view, options, roster)
        if asked.list:
            print(*(request.picture for request in requests), sep="\n")
            continue
        for kind in dict.fromkeys(asked.kind):
            if kind in KINDS:
                for request in requests:
                    name = file_name(view, request.picture, kind, options)
                    yield name, render_file(request, kind, roster)
            elif kind == "pptx":
                slides = [slide_of(request, asked.address, roster) for request in requests]
                known = list(catalogue(requests[0].scene(roster)))
                yield deck_name(requests, known), deck_of(slides, requests[0], roster)
            else:
                if why := lacking(kind, Words(view.lang)):
                    raise ValueError(why)
                film = Film(view, options, seconds=asked.seconds_a_year, hold=asked.hold)
                frames = [frame(film, year, roster) for year in film.years]
                yield film_name(film, kind), film_of(frames, film, kind, roster)


def _requests(
    asked: argparse.Namespace, view: View, options: Options, roster: Roster
) -> list[Request]:
    """A request for each picture asked for, by its option or by the address; else for all."""
    first = Request(view, "", options)
    known = catalogue(first.scene(roster))
    chosen = asked.picture or list(filter(None, _query(asked.address).get("picture", ())))
    chosen = [present_key(key) for key in chosen]
    unknown = [key for key in chosen if key not in known]
    if unknown:
        raise ValueError(
            f"There is no picture {', '.join(unknown)} in this view; there are: {', '.join(known)}."
        )
    return [replace(first, picture=key) for key in dict.fromkeys(chosen or known)]


if __name__ == "__main__":
    raise SystemExit(main())
