"""Briefs from the command line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator

from geo.export.brief.request import KINDS, BriefRequest, brief_name, render_brief
from geo.ties.called import place_names, plain
from geo.ties.roster import Roster

BOTH = "both"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let the command line understand what it asks of briefs."""
    group = parser.add_argument_group("briefs on partners instead")
    group.add_argument("--brief", metavar="PARTNER[,PARTNER]", help="names or slugs; one file")
    group.add_argument(
        "--day", type=day, help="from which anniversaries are reckoned; usually today's"
    )


def day(text: str) -> dt.date:
    """A day as the command line has it.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"“{text}” is no day: write 2027-01-31") from fault


def brief_files(asked: argparse.Namespace, roster: Roster) -> Iterator[tuple[str, bytes]]:
    """The briefs that the command line asks for, a file a language: name and content.

    Args:
        asked: ``brief`` (partners, commas between), ``format``, ``lang``, ``day``.

    Raises:
        ValueError: there is no such partner, or the format is none of a brief.
    """
    kind = asked.format or next(iter(KINDS))
    if kind not in KINDS:
        raise ValueError(f"--format {kind}: briefs are made as {' or '.join(KINDS)}.")
    known = place_names(roster)
    names = [name.strip() for name in asked.brief.split(",") if name.strip()]
    missing = [name for name in names if plain(name) not in known]
    if missing or not names:
        raise ValueError(f"--brief: there is no partner {', '.join(missing) or 'named'}.")
    places = tuple(dict.fromkeys(known[plain(name)] for name in names))
    today = asked.day or dt.datetime.now(dt.UTC).date()
    for lang in dict.fromkeys(asked.lang or ["zh"]):
        request = BriefRequest(places, lang, kind, today)
        yield brief_name(request), render_brief(request, roster)
