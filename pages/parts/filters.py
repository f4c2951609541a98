"""The filters: homes, levels, countries, regions, a name; and one click to undo them all."""

from __future__ import annotations

import streamlit as st

from geo.figures.belt_road import definition, older_ties
from geo.i18n.escape import in_markdown
from geo.i18n.phrases import LEVEL, roles_called
from geo.i18n.sorting import order_of
from geo.ties.groups import BELT_ROAD, area_name, areas, groups_of
from geo.ties.names import country_name
from geo.ties.parameters import search_text
from geo.ties.regions import every_region
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS
from geo.ties.select import passing
from pages.parts import session
from pages.parts.html import quiet


def filter_bar() -> None:
    """Draw the filters into the side bar."""
    with st.sidebar:
        _homes()
        _levels()
        _roles()
        _name()
        _countries()
        _regions()
        _ended()
        _proposals()
        st.button(
            session.words().say("Reset"),
            icon=":material/restart_alt:",
            on_click=session.reset,
            key="reset",
            width="stretch",
        )


def _homes() -> None:
    view, roster, words = session.view(), session.roster(), session.words()
    homes = list(roster.homes.index)
    st.pills(
        words.say("Chinese city"),
        homes,
        selection_mode="multi",
        format_func=lambda home: in_markdown(words.of(roster.homes.loc[home], "name")),
        **session.widget(
            "homes",
            list(view.homes),
            "homes",
            lambda some: tuple(home for home in homes if home in some) or tuple(homes),
        ),
    )


def _levels() -> None:
    view, words = session.view(), session.words()
    st.pills(
        words.say("Level"),
        LEVELS,
        selection_mode="multi",
        format_func=lambda level: words.say(LEVEL[level]),
        help=words.say(
            "Levels are those the Chinese city counts by. Sister city: includes provinces and "
            "regions. Friendly exchange: a separate, lower agreement. District: ties of districts "
            "and towns; examples only, not a full list."
        ),
        **session.widget(
            "levels",
            list(view.levels),
            "levels",
            lambda some: tuple(level for level in LEVELS if level in some) or LEVELS[:1],
        ),
    )


def _roles() -> None:
    view, words = session.view(), session.words()
    called = roles_called(view.broad)
    st.pills(
        words.say("Capital or port"),
        ROLES,
        selection_mode="multi",
        format_func=lambda role: words.say(called[role]),
        help=words.say(
            "Whether the partner is a national capital, a port, both or neither; none "
            "chosen means all"
        ),
        **session.widget(
            "roles",
            list(view.roles),
            "roles",
            lambda some: tuple(role for role in ROLES if role in some),
        ),
    )
    st.toggle(
        words.say("Wider definition of capital and port"),
        help=words.say(
            "Wide: a province that contains the capital counts as a capital, and river "
            "and lake ports count as ports. Strict: only capitals themselves and sea "
            "ports."
        ),
        **session.widget("broad", view.broad, "broad"),
    )


def _name() -> None:
    view, words = session.view(), session.words()
    st.text_input(
        words.say("Name"),
        max_chars=80,
        placeholder=words.say("a city, region or country"),
        **session.widget(
            "name",
            view.q,
            "q",
            lambda text: search_text(text or ""),
        ),
    )


def _countries() -> None:
    view, roster, words = session.view(), session.roster(), session.words()
    present = passing(roster, view.but(countries=()))["country"].value_counts()
    names = {
        code: country_name(roster, code, words) for code in set(present.index) | set(view.countries)
    }
    labels = {
        code: words.say("{name} ({n})", name=name, n=words.number(present.get(code, 0)))
        for code, name in names.items()
    }
    st.multiselect(
        words.say("Country"),
        sorted(names, key=lambda code: (-present.get(code, 0), order_of(names[code], words.lang))),
        format_func=labels.__getitem__,
        placeholder=words.say("all"),
        **session.widget(
            "countries",
            list(view.countries),
            "countries",
            lambda some: tuple(sorted(some)) if labels.keys() >= set(some) else view.countries,
            labels=tuple(labels.items()),
        ),
    )


def _regions() -> None:
    view, roster, words = session.view(), session.roster(), session.words()
    present = {*groups_of(roster), *every_region(roster, with_ties=True), *view.regions}
    offered = {area.code: area for area in areas(roster) if area.code in present}
    st.multiselect(
        words.say("Region"),
        list(offered),
        format_func=lambda code: (
            "  " * 2 * offered[code].depth + area_name(offered[code], roster, words)
        ),
        placeholder=words.say("all"),
        help=words.say(
            "Groups with their members of the day of the data; regions as defined in the United "
            "Nations M49 standard"
        ),
        **session.widget(
            "regions",
            list(view.regions),
            "regions",
            lambda some: tuple(sorted(some)) if offered.keys() >= set(some) else view.regions,
        ),
    )
    if BELT_ROAD in view.regions:
        day = roster.as_of
        for sentence in (definition(roster, day, words), older_ties(roster, view, day, words)):
            if sentence:
                quiet(sentence)


def _ended() -> None:
    words = session.words()
    st.toggle(
        words.say("Show ties that have ended"),
        help=words.say("Shown as dashed lines with hollow marks; never included in the totals."),
        **session.widget("ended", session.view().ended, "ended"),
    )


def _proposals() -> None:
    roster, words = session.roster(), session.words()
    if roster.proposals.empty:
        return
    st.toggle(
        words.say("Show cities that the article names"),
        help=words.say(
            "Cities that the article proposes as partners, or names, for South-East Asia: on the "
            "map as dashed diamonds. They are no ties and never included in the totals."
        ),
        **session.widget("proposals", session.view().proposals, "proposals"),
    )
