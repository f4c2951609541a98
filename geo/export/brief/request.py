"""Briefs to be made: on which partners, in which languages, as which kind of file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import urlencode

from geo.export.brief.compose import briefs_of
from geo.export.brief.record import Brief
from geo.export.brief.small_map import small_map
from geo.export.citation import citation
from geo.export.file_names import digest
from geo.export.origin import Origin, stamped
from geo.export.render import png
from geo.i18n import Words, mark
from geo.intake.saved import roster_for
from geo.ties.roster import Roster
from geo.ties.view import View

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""Kinds of files, and their media types."""
IN = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
"""What a brief may be written in, and the languages of that, in their order."""
SHARP = 2.2
"""Pixels of a map in Word to one of its layout: about 300 to an inch of paper."""
MOST = 60
"""Partners in one file: more are more than an office prints."""
TOO_MANY = mark("A file holds briefs on up to {most} partners; {n} are asked for.")


@dataclass(frozen=True)
class BriefRequest:
    """A file of briefs to be made; frozen, hashable, small enough for another process.

    Attributes:
        places: slugs of the partners, in the order of the file.
        langs: a key of :data:`IN`.
        kind: a key of :data:`KINDS`.
        day: from which anniversaries are reckoned.
        package, data, site, brought: as :class:`geo.export.request.Request` has them.
    """

    places: tuple[str, ...]
    langs: str
    kind: str
    day: dt.date
    package: str = ""
    data: str = ""
    site: str = ""
    brought: tuple[bytes, ...] = field(default=(), compare=False, repr=False)

    @property
    def lang(self) -> str:
        """The first of its languages."""
        return IN[self.langs][0]


def render_brief(request: BriefRequest, roster: Roster | None = None) -> bytes:
    """The file that a request asks for; the same, byte for byte, for the same.

    Args:
        roster: where it is at hand; else it is loaded from the package.

    Raises:
        ValueError: there is no such partner, there are too many, or a map cannot be drawn.
    """
    words = Words(request.lang)
    if len(request.places) > MOST:
        raise ValueError(words.say(TOO_MANY, most=MOST, n=len(request.places)))
    roster = roster or roster_for(request.package, request.brought)
    briefs = briefs_of(roster, request.places, IN[request.langs], request.day)
    maps = [small_map(roster, brief.place, brief.lang) for brief in briefs]
    origin = _origin(request, roster, briefs)
    # What writes them is large and needed by the worker that does, not by the server.
    if request.kind == "docx":
        from geo.export.brief.docx import write_docx

        made = write_docx(briefs, [png(drawn, SHARP) for drawn in maps])
    else:
        from geo.export.brief.pdf import write_pdf

        made = write_pdf(briefs, maps, origin.citation)
    return stamped(made, request.kind, origin)


def _origin(request: BriefRequest, roster: Roster, briefs: list[Brief]) -> Origin:
    """Where the file comes from: the card of its first partner."""
    view = View.default(roster, request.lang).but(partner=request.places[0])
    release = roster.release
    query = urlencode(view.to_query(roster), doseq=True)
    return Origin(
        briefs[0].title,
        f"{request.site}?{query}",
        release.version,
        release.as_of,
        citation(release, request.site).text(Words(request.lang)),
    )


def brief_name(request: BriefRequest) -> str:
    """The name of the file: ``brief_yokohama_2026-11-27_zh.docx``; of several, which digest."""
    first, *more = request.places
    several = f"-and-{len(more)}-more-{digest(request.places)}" if more else ""
    return f"brief_{first[:60]}{several}_{request.day}_{request.langs}.{request.kind}"
