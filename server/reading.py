"""Which file a request asks for, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.types import Scope

from geo.export.pages import PAGES, page_called
from geo.export.view_file import MEDIA, TABLES, ViewFile, asked_view, figure_asked, tables_of
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.style.colours import GROUNDS
from geo.ties.address import as_named, names_other_list
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from server.asked import LONGEST_QUERY, language_asked, parameters, site_for_others

NO_LIST = mark(
    "This address has cities of a reader’s own list, which only the reader’s window knows: "
    "download the files there instead."
)


@dataclass(eq=False)
class Refusal(Exception):
    """What is wrong with an address, in a sentence.

    Attributes:
        status: of HTTP.
        sentence: in the reader's language.
        wait: seconds after which asking again may help; 0 where it does not.
    """

    status: int
    sentence: str
    wait: int = 0


def data_of_the_atlas(scope: Scope) -> Roster:
    """The roster.

    Raises:
        Refusal: the data cannot be read; why, is in the log and on the pages.
    """
    try:
        return load_roster()
    except (ValueError, OSError) as fault:
        words = Words(language_asked(scope))
        sentence = words.say("The data cannot be read at the moment.")
        raise Refusal(503, sentence, 5) from fault


def view_asked(scope: Scope, roster: Roster) -> tuple[dict[str, list[str]], View, list[str]]:
    """The parameters of a request, the view that they ask for, and what is not understood.

    Raises:
        Refusal: the address is too long to be read.
    """
    lang = language_asked(scope)
    if len(scope.get("query_string", b"")) > LONGEST_QUERY:
        raise Refusal(414, Words(lang).say("This address is too long."))
    query = parameters(scope)
    return query, *asked_view(query, roster, lang)


def refuse_what_is_missed(missed: list[str], words: Words) -> None:
    """Nothing, if everything in an address is understood.

    Raises:
        Refusal: it names a reader's own list, or something is not understood.
    """
    if names_other_list(missed):
        raise Refusal(404, words.say(NO_LIST))
    if missed:
        raise Refusal(
            400, words.say("Not understood in the address: {parts}", parts="; ".join(missed))
        )


def file_asked(scope: Scope, roster: Roster) -> ViewFile:
    """The file that a request asks for.

    Raises:
        Refusal: the request is not understood.
    """
    name, kind = scope["data_address"]
    query, view, missed = view_asked(scope, roster)
    words = Words(view.lang)
    page = page_called(name)
    if page is None:
        raise Refusal(
            404,
            words.say(
                "There is no page “{page}” in the atlas; there are: {pages}.",
                page=as_named(name),
                pages=", ".join(filter(None, PAGES)),
            ),
        )
    if kind not in MEDIA:
        raise Refusal(
            400,
            words.say(
                "“{kind}” is not offered: choose {kinds}.",
                kind=as_named(kind),
                kinds=", ".join(MEDIA),
            ),
        )
    refuse_what_is_missed(missed, words)
    picture = figure_asked(query, page, Scene(roster, view, GROUNDS["light"]))
    if picture is None:
        raise Refusal(400, words.say("There is no such picture in this selection."))
    table = _table_asked(query, page, kind, Scene(roster, view, GROUNDS["light"]))
    return ViewFile(view, page, kind, picture, table, site_for_others(scope))


def _table_asked(query: dict[str, list[str]], page: str, kind: str, scene: Scene) -> str:
    """The key of the table that a request asks for; empty for the ties of the view.

    Raises:
        Refusal: the page has no such table, or not as such a file.
    """
    table = next(filter(None, query.get("table", ())), "")
    if not table:
        return ""
    words = scene.words
    if kind not in TABLES:
        kinds = ", ".join(TABLES)
        raise Refusal(
            400, words.say("“{kind}” is not offered: choose {kinds}.", kind=kind, kinds=kinds)
        )
    known = tables_of(page, scene)
    if table not in known:
        raise Refusal(
            400,
            words.say(
                "There is no table “{table}” on this page; there are: {tables}.",
                table=as_named(table),
                tables=", ".join(known) or "–",
            ),
        )
    return table
