"""How the reader wants a picture: the widgets, kept in the session."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.export.formats import FORMATS, LONGEST_LINE, LONGEST_TITLE, SHEETS, Options
from geo.figures.catalogue import Entry, own_view
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.escape import in_markdown
from geo.style.text import undrawable
from geo.ties.view import LANGUAGES, View
from pages.parts import session
from pages.parts.delivery import address_of_view, on_this_machine
from pages.parts.frame import NAMES
from pages.parts.keeping import keeps, kept
from pages.parts.screen import ground

FORMAT, SHEET, LARGE, LANGUAGE = "slide format", "slide sheet", "slide large", "slide language"
APPROVAL, ORGANISATION, ADDRESS = "slide approval", "slide organisation", "slide address"

OWN_LINES = ("title", "subtitle")
"""What a reader can write on a picture in words of their own, of each picture by itself."""


def picture_box(known: dict[str, Entry]) -> str:
    """The picture that the reader chooses; the address names it."""
    words = session.words()
    asked = session.display().picture
    shown = asked if asked in known else next(iter(known))
    key = f"slide picture {words.lang}"
    if st.session_state.get(key) != shown:
        st.session_state[key] = shown
    st.selectbox(
        words.say("Picture"),
        list(known),
        format_func=lambda one: name_of(known[one], words),
        key=key,
        on_change=lambda: session.set_display(picture=st.session_state[key]),
    )
    return shown


def name_of(entry: Entry, words: Words) -> str:
    """What a picture is called; of several parts, which one."""
    name = words.say(entry.name)
    return f"{name} ({words.number(entry.part)})" if entry.part else name


def view_of_slides() -> View:
    """The present view in the language of the slides."""
    chosen = kept(LANGUAGE, None)
    lang = chosen if chosen in LANGUAGES else session.view().lang
    return session.view().pictured.but(lang=lang)


def look() -> Options:
    """Format, ground and size of type, and in which language the picture speaks."""
    words = session.words()
    usual = session.view().lang
    st.segmented_control(
        words.say("Language of the picture"),
        LANGUAGES,
        format_func=NAMES.__getitem__,
        required=True,
        **keeps(LANGUAGE, kept(LANGUAGE, usual) or usual),
    )
    st.selectbox(
        words.say("Format"),
        list(FORMATS),
        format_func=lambda one: words.say(FORMATS[one].label),
        **keeps(FORMAT, "16x9"),
    )
    st.selectbox(
        words.say("Background"),
        list(SHEETS),
        format_func=lambda one: words.say(SHEETS[one]),
        **keeps(SHEET, ground().name),
    )
    st.toggle(words.say("Larger type (for large rooms)"), **keeps(LARGE, False))
    return Options(
        format=kept(FORMAT, "16x9"), sheet=kept(SHEET, ground().name), large=kept(LARGE, False)
    )


def own_words(picture: str, title: str, subtitle: str) -> dict[str, str | None]:
    """Title and subtitle, filled in with the computed ones, to be changed.

    Returns:
        ``title`` and ``subtitle`` as the reader wrote them; ``None`` where they are the computed
        ones.
    """
    words = session.words()
    own = {
        "title": _own_line(picture, "title", words.say("Title"), title, LONGEST_TITLE),
        "subtitle": _own_line(picture, "subtitle", words.say("Subtitle"), subtitle, LONGEST_LINE),
    }
    if any(text is not None for text in own.values()):
        st.button(
            words.say("Restore automatic text"),
            icon=":material/restart_alt:",
            on_click=_forget,
            args=(picture,),
            key="computed words",
            type="tertiary",
        )
    lacking = undrawable("".join(text or "" for text in own.values()))
    if lacking:
        st.warning(
            words.say(
                "The font of the pictures has no {letters}: left out in pictures, kept in "
                "PowerPoint’s text.",
                letters=in_markdown(lacking),
            ),
            icon=":material/font_download_off:",
        )
    return own


def _own_line(picture: str, what: str, label: str, computed: str, longest: int) -> str | None:
    """One line: the reader's own if there is one, else the computed one, whatever the view."""
    kept_as = _kept_as(what, picture)
    own: str | None = st.session_state.get(kept_as)
    key = f"slide {what}"
    shown = computed if own is None else own
    if st.session_state.get(key) != shown:
        st.session_state[key] = shown

    def keep() -> None:
        text = " ".join(str(st.session_state[key]).split())
        st.session_state[kept_as] = None if text in ("", computed) else text

    st.text_area(label, max_chars=longest, key=key, on_change=keep, height=88)
    return own


def in_own_words(options: Options, picture: str) -> Options:
    """Options with the title and subtitle that the reader has written for a picture, if any.

    Args:
        picture: its key; each picture has words of its own.
    """
    title, subtitle = (st.session_state.get(_kept_as(what, picture)) for what in OWN_LINES)
    return replace(options, title=title, subtitle=subtitle)


def _kept_as(what: str, picture: str) -> str:
    return f"own {what} of {picture} in {view_of_slides().lang}"


def _forget(picture: str) -> None:
    for what in OWN_LINES:
        st.session_state[_kept_as(what, picture)] = None


def footer(entry: Entry) -> dict[str, str]:
    """What stands in the footer beside the source.

    Args:
        entry: of the picture, which the address leads to.
    """
    words = session.words()
    st.text_input(
        words.say("Map approval number (审图号)"),
        max_chars=60,
        placeholder=words.say("none"),
        **keeps(APPROVAL, ""),
    )
    st.text_input(
        words.say("Your organisation’s line"),
        max_chars=120,
        placeholder=words.say("none"),
        **keeps(ORGANISATION, ""),
    )
    public = not on_this_machine()
    st.toggle(words.say("Address of this page in the footer"), **keeps(ADDRESS, public))
    return {
        "approval": _approval(kept(APPROVAL, "") or "", Words(view_of_slides().lang)),
        "organisation": kept(ORGANISATION, "") or "",
        "address": address(entry) if kept(ADDRESS, public) else "",
    }


def _approval(number: str, words: Words) -> str:
    """The number as the footer says it."""
    number = number.strip()
    if not number:
        return ""
    if number.startswith("审图号"):
        return number
    return words.say("Map approval number {number}", number=number)


def address(entry: Entry) -> str:
    """Where a picture of the slides stands in the app."""
    view = own_view(view_of_slides(), entry.key)
    return address_of_view(view.to_query(session.roster()), entry.page)


def scene(options: Options) -> Scene:
    """What the pictures of the page are drawn from."""
    return Scene(session.roster(), view_of_slides(), options.ground)
