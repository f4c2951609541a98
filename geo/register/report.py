"""What the comparison has found, as lines for a reader and as JSON for a machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from geo.data import Release
from geo.i18n import Words, mark
from geo.i18n.phrases import LEVEL, home_of, since
from geo.register.comparing import VERDICTS, Comparison, Finding, Verdict
from geo.register.listing import Listing
from geo.register.matching import Placed
from geo.register.saved import Answer
from geo.ties.names import home_names
from geo.ties.roster import Roster

USUAL_ROWS = 3187
"""Pairs in the register in September 2026, as it then said of itself."""
MOST_REMARKS = 20
"""Lines about odd rows that a reader gets; JSON has them all."""

HEADS: dict[Verdict, str] = {
    "closes": mark("The register has a day that the atlas lacks ({n})"),
    "narrows": mark("The register has a closer date, without a day ({n})"),
    "otherwise": mark("Dated otherwise ({n})"),
    "new": mark("In the register, not in the atlas ({n})"),
    "unmatched": mark("In the register, matched with no tie for certain ({n})"),
    "elsewhere": mark("The same partner at another level, or of another district ({n})"),
    "missing": mark("Not in the register ({n})"),
    "ended": mark("Not in the register, and ended ({n})"),
    "other level": mark(
        "Not in the register, and no sister-city ties, which it may not list, or not by their "
        "district ({n})"
    ),
    "still listed": mark("In the register, though ended ({n})"),
    "again": mark("Further rows of the same two cities ({n})"),
    "agrees": mark("In agreement, or undated there ({n})"),
}


class Report(NamedTuple):
    """All that a report is made from."""

    roster: Roster
    answer: Answer
    listing: Listing
    comparison: Comparison


def lines_of(report: Report, words: Words) -> Iterator[str]:
    """The report in the reader's language, a line at a time."""
    yield from _head(report, words)
    for verdict in VERDICTS:
        findings = report.comparison.of(verdict)
        if findings:
            yield ""
            yield words.say(HEADS[verdict], n=words.number(len(findings)))
        if verdict != "agrees":
            yield from (f"  {_line(one, report.roster, words)}" for one in findings)
    yield from _odd_rows(list(_remarks(report, words)), words)


def _head(report: Report, words: Words) -> Iterator[str]:
    answer, found = report.answer, report.comparison
    asked = words.date(answer.asked.date().isoformat() if answer.asked else "")
    yield words.say("Answer of the register ({date}), SHA-256 {sum}", date=asked, sum=answer.sha256)
    yield words.say(
        "{rows} rows, {pairs} of them of {homes}",
        rows=words.number(report.listing.rows),
        pairs=words.number(len(found.pairs)),
        homes=words.join(home_names(report.roster, found.homes + found.silent, words)),
    )
    if found.homes:
        yield words.say(
            "The atlas has {ties} ties of {homes}, {inexact} of them without a day; the register "
            "would close {closes}.",
            ties=words.number(found.ties),
            homes=words.join(home_names(report.roster, found.homes, words)),
            inexact=words.number(found.inexact),
            closes=words.number(len(found.of("closes"))),
        )
    yield from _doubts(report, words)


def _doubts(report: Report, words: Words) -> Iterator[str]:
    """What makes the comparison doubtful as a whole."""
    if report.listing.rows < USUAL_ROWS:
        yield words.say(
            "The register had {usual} pairs in September 2026: the answer may be a part of it, and "
            "what is not in it may yet be in the register.",
            usual=words.number(USUAL_ROWS),
        )
    for home in home_names(report.roster, report.comparison.silent, words):
        yield words.say("No row is one of {home}: nothing is said of its ties.", home=home)


def _line(one: Finding, roster: Roster, words: Words) -> str:
    """One finding in a line."""
    parts = [_tie(one.tie, words)] if one.tie else []
    if one.pair:
        parts.append(_pair(one.pair, roster, words))
    if one.perhaps:
        names = words.join(_named(tie, words) for tie in one.perhaps)
        parts.append(words.say("perhaps {names}", names=names))
    return ("；" if words.lang == "zh" else "; ").join(parts)


def _named(tie: Any, words: Words) -> str:
    home, partner, country = home_of(words, tie), words.of(tie, "name"), words.of(tie, "country")
    return words.say("{home} – {partner} ({country})", home=home, partner=partner, country=country)


def _tie(tie: Any, words: Words) -> str:
    parts = [_named(tie, words), words.say(LEVEL[tie.level]), since(words, tie)]
    if tie.ended:
        parts.append(words.say("ended {date}", date=words.date(tie.ended)))
    return " · ".join(parts)


def _pair(placed: Placed, roster: Roster, words: Words) -> str:
    pair = placed.pair
    return words.say(
        "register, row {n}: {home} – {partner} ({country}), {date}",
        n=pair.number,
        home=" ".join(dict.fromkeys(filter(None, (pair.province, pair.city)))),
        partner=pair.partner,
        country=pair.country_name or "?",
        date=words.date(pair.date),
    )


def _odd_rows(remarks: list[tuple[int, str]], words: Words) -> Iterator[str]:
    """What is said of single rows, as far as a reader will read it."""
    if remarks:
        yield ""
        yield words.say("Odd rows, and rows left out ({n})", n=words.number(len(remarks)))
    for number, reason in remarks[:MOST_REMARKS]:
        yield f"  {words.say('row {n}: {reason}', n=number, reason=reason)}"
    if len(remarks) > MOST_REMARKS:
        yield "  …"


def _remarks(report: Report, words: Words) -> Iterator[tuple[int, str]]:
    """What is said of rows that cannot be used, and of those of our homes."""
    yield from ((n, remark.sentence(words)) for n, remark in report.listing.unusable)
    for one in report.comparison.pairs:
        yield from ((one.pair.number, remark.sentence(words)) for remark in one.pair.remarks)


def json_of(report: Report, words: Words) -> dict[str, Any]:
    """The same for a machine: every finding under its verdict, ``refused`` as ``None``."""
    answer, found = report.answer, report.comparison
    return _frame(answer, report.roster.release) | {
        "rows": report.listing.rows,
        "homes": list(found.homes),
        "silent": list(found.silent),
        "ties": found.ties,
        "inexact": found.inexact,
        "findings": {key: [_finding(one) for one in found.of(key)] for key in VERDICTS},
        "remarks": [{"row": n, "reason": text} for n, text in _remarks(report, words)],
        "refused": None,
    }


def json_of_refusal(reason: str) -> dict[str, Any]:
    """What a machine gets where nothing was compared."""
    return {"findings": {}, "remarks": [], "refused": reason}


def _frame(answer: Answer, release: Release) -> dict[str, Any]:
    return {
        "host": answer.host,
        "asked": answer.asked.isoformat() if answer.asked else None,
        "sha256": answer.sha256,
        "bytes": len(answer.content),
        "data": {"version": release.version, "as_of": release.as_of.isoformat()},
    }


def _finding(one: Finding) -> dict[str, Any]:
    ours: dict[str, Any] = {}
    if one.tie:
        days = (one.tie.earliest, one.tie.latest)
        earliest, latest = (None if day != day else day.date().isoformat() for day in days)
        ours = {"tie": one.tie.Index, "established": one.tie.established}
        ours |= {"earliest": earliest, "latest": latest, "ended": one.tie.ended}
    theirs: dict[str, Any] = {}
    if one.pair:
        pair = one.pair.pair
        theirs = {"row": pair.number, "sn": pair.serial, "home": one.pair.home}
        theirs |= {"district": one.pair.district, "place": one.pair.place}
        theirs |= {"w_city": pair.partner, "w_country": pair.country_name, "date": pair.date}
    return {"atlas": ours, "register": theirs, "perhaps": [tie.Index for tie in one.perhaps]}
