"""Briefs on partners, as files: from the card of one, from a list of several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import streamlit as st

from geo.export import workers
from geo.export.brief.request import IN, KINDS, MOST, BriefRequest, brief_name, render_brief
from geo.i18n import mark
from pages.parts import session
from pages.parts.delivery import site
from pages.parts.downloads import for_download
from pages.parts.html import quiet
from pages.parts.keeping import keeps, kept

LANGS = {"zh": "中文", "en": "English", "both": mark("Both")}
LABELS = {"docx": "Word", "pdf": "PDF"}
SECONDS_A_PARTNER = 6.0
"""That a worker may take for one partner, beside what it may take at all."""


def brief_box(places: Sequence[str], key: str) -> None:
    """The button that opens the choice of language and the files.

    Args:
        places: slugs of the partners, at least one; more than :data:`MOST` are left out.
        key: of what it stands under.
    """
    words = session.words()
    name = f"language of briefs, {key}"
    with st.popover(
        words.say("Brief") if len(places) == 1 else words.say("Briefs"),
        icon=":material/description:",
        key=f"brief {key}",
    ):
        quiet(_about(places))
        st.segmented_control(
            words.say("Language"),
            list(IN),
            format_func=lambda lang: words.say(LANGS[lang]),
            required=True,
            **keeps(name, words.lang),
        )
        with st.container(horizontal=True, gap="small"):
            for kind, media in KINDS.items():
                request = _request(places[:MOST], kept(name, words.lang), kind)
                st.download_button(
                    LABELS[kind],
                    for_download(partial(_made, request), words),
                    file_name=brief_name(request),
                    mime=media,
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"brief {key} as {kind}",
                )


def _about(places: Sequence[str]) -> str:
    words = session.words()
    about = words.count(
        "{n} partner, one or two pages: profile, ties and how sure their dates are, events, "
        "anniversaries, sources.",
        "{n} partners, one or two pages each: profile, ties and how sure their dates are, events, "
        "anniversaries, sources.",
        min(len(places), MOST),
    )
    if len(places) <= MOST:
        return about
    return about + " " + words.say("A file holds the first {most}.", most=MOST)


def _request(places: Sequence[str], langs: str, kind: str) -> BriefRequest:
    roster = session.roster()
    return BriefRequest(
        tuple(places), langs, kind, today(), roster.package, roster.key, site(), roster.brought
    )


def _made(request: BriefRequest) -> bytes:
    """The file, from a worker: no reader's page waits for it."""
    seconds = 60.0 + SECONDS_A_PARTNER * len(request.places)
    return workers.submit(render_brief, request, seconds=seconds, urgent=True).result()


def today() -> dt.date:
    """The day on which the reader looks, by the clock of the server."""
    return dt.datetime.now(dt.UTC).date()
