"""Your own list: any city's ties, read, mended, and shown beside our data on every page."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.data import archived
from geo.export.own_list import Understood
from geo.i18n import mark
from geo.i18n.escape import in_markdown
from geo.intake.chosen_homes import with_homes
from geo.intake.limits import MAX_BYTES, MAX_ROWS, MAX_SECONDS, Refused
from geo.intake.saved import is_package, list_in
from geo.ties.joining import MOST_ADDED, PREFIX
from geo.ties.select import select
from pages.parts import jobs, session
from pages.parts.html import quiet
from pages.parts.own import draft as drafts
from pages.parts.own.choices import says
from pages.parts.own.draft import Draft
from pages.parts.own.lost import file_name
from pages.parts.own.nominatim import nominatim
from pages.parts.own.preview import as_it_stands
from pages.parts.own.questions import encoding_and_sheets, questions
from pages.parts.own.result import result

FILE, PASTED, FAULT = "own file", "own text", "why a list was not added"
TOO_MANY = mark("No more than {n} cities can be added: forget a list first.")
KINDS = ("csv", "tsv", "txt", "xlsx", "xls", "json", "html", "htm", "md", "zip")


def section() -> None:
    """The whole of it, folded away until a reader wants it."""
    words, now = session.words(), drafts.draft()
    open_now = bool(now or session.lists() or st.session_state.get(session.ADDING))
    with st.expander(
        in_markdown(words.say("Your own list: show the partners of any other city")),
        expanded=open_now,
        icon=":material/upload_file:",
        key="own list",
    ):
        _taken()
        if fault := st.session_state.get(FAULT):
            st.error(in_markdown(fault))
        if now:
            _understood(now)
        _added()


def _taken() -> None:
    """Where a file is dropped or a text pasted, and what is done with it."""
    words = session.words()
    st.file_uploader(
        words.say("A file with one tie a row: CSV, Excel, JSON, HTML or Markdown"),
        list(KINDS),
        key=FILE,
        on_change=_take_file,
        max_upload_size=MAX_BYTES // 2**20,
    )
    with st.popover(words.say("Paste a table instead"), icon=":material/content_paste:"):
        st.text_area(words.say("Table as text"), key=PASTED, height=200, on_change=_take_text)
        st.button(words.say("Read this text"), key="own read text")
    quiet(
        words.say(
            "Up to {size} MB, {rows} rows and {seconds} seconds. The list stays in this browser "
            "window: it is not kept on disk and nobody else sees it.",
            size=MAX_BYTES // 2**20,
            rows=words.number(MAX_ROWS),
            seconds=words.number(MAX_SECONDS),
        )
    )


def _take_file() -> None:
    """Begin with a file; one that was saved here is shown at once."""
    uploaded = st.session_state.get(FILE)
    if uploaded is None:
        return
    st.session_state.pop(FAULT, None)
    content = uploaded.getvalue()
    if is_package(content):
        drafts.forget()
        _show(_free_number(), content)
    else:
        drafts.begin(uploaded.name, content)
        _renumber()


def _take_text() -> None:
    text = st.session_state.get(PASTED) or ""
    if text.strip():
        st.session_state.pop(FAULT, None)
        drafts.begin(text=text)
        _renumber()


def _renumber() -> None:
    """A list that is begun replaces none that is shown."""
    drafts.say(number=_free_number())


def _free_number() -> int:
    now = drafts.draft()
    return max([0, *session.lists(), *([now.number] if now else [])]) + 1


def _understood(now: Draft) -> None:
    """The list as it was understood, and the button that shows it."""
    words = session.words()
    with st.spinner(words.say("Reading the list …")):
        read = drafts.read(now)
    encoding_and_sheets(now, read)
    if read.refused:
        st.error(in_markdown(read.refused.sentence(words)))
        as_it_stands(read)
        return
    if read.understood is None:
        return
    questions(now, read.understood.reading)
    with st.expander(words.say("First rows as they stand, and which column is what")):
        as_it_stands(read)
    result(now, read.understood)
    nominatim(now, read.understood.names_not_found)
    _use(now, read.understood)


def _use(now: Draft, read: Understood) -> None:
    """Which homes of the list are shown, and the button."""
    words, homes = session.words(), read.homes
    others = {number: one for number, one in session.lists().items() if number != now.number}
    room = MOST_ADDED - sum(len(_homes_of(content)) for content in others.values())
    chosen = [home for home in now.homes if home in homes][:room] or list(homes)[: max(room, 0)]
    if len(homes) > 1:
        named = {key: names[words.lang == "zh"] for key, names in homes.items()}
        st.multiselect(
            words.say("Cities of the list that are shown (up to {n})", n=max(room, 1)),
            list(homes),
            format_func=named.__getitem__,
            max_selections=max(room, 1),
            **says("homes", chosen, lambda some: drafts.say(homes=tuple(some))),
        )
    if room <= 0:
        quiet(words.say(TOO_MANY, n=MOST_ADDED))
    if not homes or not read.ties:
        quiet(words.say("No row of the list can be shown yet."))
        return
    with st.container(horizontal=True, gap="small"):
        st.button(
            words.say("Use this list"),
            type="primary",
            icon=":material/check:",
            on_click=partial(_show_homes, now.number, read, tuple(chosen)),
            disabled=not chosen,
            key="own use",
        )
        if now.number not in session.lists():
            st.button(
                words.say("Discard"),
                on_click=_discard,
                icon=":material/close:",
                key="own discard",
            )


def _homes_of(content: bytes) -> list[str]:
    return list(list_in(content).tables["homes"]["home"])


def _show_homes(number: int, read: Understood, homes: tuple[str, ...]) -> None:
    _show(number, archived(with_homes(read.files, homes)))


def _show(number: int, content: bytes) -> None:
    """Show a list beside ours, or say why not."""
    words = session.words()
    st.session_state.pop(FAULT, None)
    lists = {**session.lists(), number: content}
    try:
        if sum(len(_homes_of(one)) for one in lists.values()) > MOST_ADDED:
            raise Refused(TOO_MANY, n=MOST_ADDED)
        session.set_lists(lists)
    except Refused as refused:
        st.session_state[FAULT] = refused.sentence(words)
    except ValueError as fault:
        st.session_state[FAULT] = str(fault)


def _discard() -> None:
    drafts.forget()
    st.session_state.pop(FAULT, None)


def _forget() -> None:
    """Forget all lists, and the files that were made of them."""
    _discard()
    session.set_lists({})
    jobs.forget_all()
    st.session_state.pop(session.ADDING, None)


def _added() -> None:
    """The lists that are shown: where to look at them, save and forget them."""
    words, roster, lists = session.words(), session.roster(), session.lists()
    if not lists:
        return
    added = roster.homes[roster.homes.index.str.startswith(PREFIX)]
    names = words.join(added[f"name_{words.lang}"])
    st.success(in_markdown(words.say("Shown on every page now: {homes}.", homes=names)))
    whole = roster.ties.index[roster.ties["home"].isin(added.index)]
    if left := len(whole.difference(select(roster, session.view()).index)):
        quiet(
            words.count(
                "{n} tie of it is left out by the levels, filters or years chosen.",
                "{n} ties of it are left out by the levels, filters or years chosen.",
                left,
            )
        )
    pages = st.session_state[session.PAGES]
    query = session.view().to_query(roster)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for name in ("map", "choice", "same_country", "slides"):
            st.page_link(pages[name], query_params=query)
    with st.container(horizontal=True, gap="small"):
        for number, content in lists.items():
            st.download_button(
                _label_to_save(content, len(lists) > 1),
                content,
                file_name=file_name(number),
                mime="application/zip",
                icon=":material/save:",
                on_click="ignore",
                key=f"own save {number}",
            )
        st.button(
            words.say("Forget my list"),
            icon=":material/delete:",
            on_click=_forget,
            key="own forget",
        )
    quiet(words.say("Drop the saved package into the box above, here or elsewhere, to open it."))


def _label_to_save(content: bytes, several: bool) -> str:
    """What the button says that saves a list; of several it names the cities."""
    words = session.words()
    label = words.say("Save as package")
    if several:
        own = words.join(list_in(content).tables["homes"][f"name_{words.lang}"])
        label = words.say("{label}: {homes}", label=label, homes=own)
    return in_markdown(label)
