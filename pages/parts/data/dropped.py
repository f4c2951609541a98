"""A picture or table of the atlas, dropped here: its selection opens, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st

from geo.export.changes import Change, changes_since, order
from geo.export.origin import Origin, origin_of
from geo.export.pages import PAGES, page_called
from geo.export.view_file import figure_asked
from geo.figures.catalogue import figure_of, own_view
from geo.figures.scene import Scene
from geo.i18n.escape import in_markdown
from geo.ties.address import OTHER_LIST, names_other_list, normalised, read_address
from geo.ties.view import Query, View
from pages.parts import session
from pages.parts.html import heading, quiet, show_html

KINDS = ("png", "svg", "pdf", "pptx", "xlsx", "gif", "mp4")
MEGABYTES = 50
"""Of a file that is read; the largest film has about ten."""
LONGEST_ADDRESS = 4000
"""Characters of the parameters of an address that are read."""
FILE = "dropped file"


@dataclass(frozen=True)
class Asked:
    """What the address of an origin asks for here.

    Attributes:
        page: a key of :data:`geo.export.pages.PAGES`.
        query: its parameters.
        view: which they ask for, in the language of the file.
        missed: what of them is not understood.
    """

    page: str
    query: Query
    view: View
    missed: list[str]


def section() -> None:
    """The box for a file, and what the file says."""
    words = session.words()
    heading(words.say("Where does this picture come from?"))
    dropped = st.file_uploader(
        words.say(
            "Drop a picture, slide, film or table of the atlas here: the selection it shows opens, "
            "and you read what has changed in the data since. The file is not kept."
        ),
        list(KINDS),
        max_upload_size=MEGABYTES,
        key=FILE,
        on_change=_follow,
    )
    if dropped is None:
        return
    origin = origin_of(dropped.getvalue())
    if origin is None:
        st.info(
            words.say(
                "This file does not say that it comes from the atlas. Programs that send or edit "
                "pictures often remove such notes."
            )
        )
        return
    _tell(origin, asked_by(origin))


def asked_by(origin: Origin) -> Asked:
    """What the address of an origin asks for; whoever wrote it, it is read as any address."""
    path, _, asked = origin.address.partition("?")
    query = normalised(parse_qs(asked[:LONGEST_ADDRESS]))
    page = page_called(path.rsplit("/", 1)[-1])
    view, missed = read_address(query, session.roster(), session.view().lang)
    return Asked("" if page is None else page, query, view, missed)


def _follow() -> None:
    """Open the selection of a file that has just been dropped, in the reader's own language."""
    dropped = st.session_state.get(FILE)
    origin = origin_of(dropped.getvalue()) if dropped is not None else None
    if origin:
        view = asked_by(origin).view
        st.session_state[session.VIEW] = view.but(lang=session.view().lang)


def _tell(origin: Origin, asked: Asked) -> None:
    """What the file is, and what has changed since its data."""
    words, release = session.words(), session.roster().release
    show_html(
        "origin",
        title=origin.title,
        about=words.say(
            "Made from data {version}, as of {date}.",
            version=origin.version,
            date=words.date(origin.as_of.isoformat()),
        ),
        citation=origin.citation,
    )
    quiet(words.say("Its selection is now open on this page and all others."))
    if names_other_list(asked.missed):
        quiet(words.say(OTHER_LIST))
    elif asked.missed:
        missed = "; ".join(asked.missed)
        quiet(words.say("Not understood in the address: {parts}", parts=missed))
    st.page_link(
        st.session_state[session.PAGES][asked.page or "map"],
        label=in_markdown(
            words.say("Go to the page “{page}”", page=words.say(PAGES[asked.page].title))
        ),
        icon=":material/arrow_forward:",
        query_params=session.view().to_query(session.roster()),
    )
    if origin.version == release.version:
        quiet(words.say("The data have not changed since."))
    elif order(origin.version) > order(release.version):
        quiet(words.say("It was made from later data than these."))
    else:
        _changed(origin, asked)


def _changed(origin: Origin, asked: Asked) -> None:
    """The title with the data of today, and what the change log says."""
    words, roster = session.words(), session.roster()
    scene = Scene(roster, asked.view.pictured, session.scene().ground)
    key = figure_asked(asked.query, asked.page, scene) if "picture" in asked.query else None
    if key:
        title = figure_of(Scene(roster, own_view(scene.view, key), scene.ground), key).title
        if title == origin.title:
            quiet(words.say("With the data of today its title is the same."))
        else:
            quiet(words.say("With the data of today its title is: {title}", title=title))
    changes = changes_since(Path(roster.package), origin.version, words.lang)
    if changes:
        _log(changes)


def _log(changes: list[Change]) -> None:
    words = session.words()
    label = words.say(
        "What has changed in the data since: {versions}",
        versions=words.row(one.version for one in changes),
    )
    with st.expander(in_markdown(label), expanded=True):
        english = words.lang != "en" and any(one.lang == "en" for one in changes)
        quiet(words.say("The change log is kept in English.") if english else "")
        show_html("changes", changes=changes)
