"""The filters: homes, levels, countries, regions, a name; and one click to undo them all."""

from __future__ import annotations

import streamlit as st

from geo.figures.belt_road import definition, older_ties
from geo.i18n.escape import in_markdown
from geo.i18n.phrases import LEVEL, LEVELS_MEANT, ROLES_MEANT, roles_called
from geo.i18n.sorting import order_of
from geo.ties.found_words import name_of, why
from geo.ties.groups import BELT_ROAD, area_name, areas, groups_of
from geo.ties.joining import MOST_CHOSEN
from geo.ties.name_index import COUNTRY, PLACE, REGION
from geo.ties.names import country_name, home_head
from geo.ties.regions import every_region
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS
from geo.ties.search import Found, search
from geo.ties.select import passing
from geo.ties.values import search_text
from geo.ties.view import LONGEST_SEARCH
from pages.parts import session
from pages.parts.finder import Box, finder
from pages.parts.html import quiet
from pages.parts.supposing import suppose_box

WITH_THE_MAP = ("", "slides")
"""Pages that show the map or make pictures of it."""
WITH_WHAT_IF = ("", "prospects")
"""Pages on which a tie can be supposed."""
EXPLAINED = 3
"""Partners for which it is said by which name the filter found them."""


def filter_bar() -> None:
    """Draw the filters into the side bar."""
    with st.sidebar:
        _homes()
        _levels()
        _roles()
        _name()
        finder(_country_box)
        finder(_region_box)
        _group_defined()
        _ended()
        if session.page() in WITH_THE_MAP:
            _proposals()
        if session.page() in WITH_WHAT_IF:
            suppose_box()
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

    def chosen(some: list[str]) -> tuple[str, ...]:
        """Of more than can be looked at those that were chosen before."""
        wanted = [home for home in homes if home in some] or session.all_homes()
        kept = wanted if len(some) <= MOST_CHOSEN or not roster.brought else view.homes
        return tuple(kept)

    st.pills(
        home_head(roster, words),
        homes,
        selection_mode="multi",
        format_func=lambda home: in_markdown(words.of(roster.homes.loc[home], "name")),
        **session.widget(
            "homes",
            list(view.homes),
            "homes",
            chosen,
        ),
    )
    if len(homes) > MOST_CHOSEN and roster.brought:
        quiet(words.say("Up to {n} at once.", n=MOST_CHOSEN))
    if session.page() != "data" and st.button(
        words.say("Add your own list"),
        icon=":material/upload_file:",
        type="tertiary",
        key="add a list",
    ):
        st.session_state[session.ADDING] = True
        st.switch_page(st.session_state[session.PAGES]["data"], query_params=view.to_query(roster))


def _levels() -> None:
    view, words = session.view(), session.words()
    st.pills(
        words.say("Level"),
        LEVELS,
        selection_mode="multi",
        format_func=lambda level: words.say(LEVEL[level]),
        help=words.say(LEVELS_MEANT),
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
        help=words.say(ROLES_MEANT),
        **session.widget("broad", view.broad, "broad"),
    )


def _name() -> None:
    view, words = session.view(), session.words()
    st.text_input(
        words.say("Name"),
        max_chars=LONGEST_SEARCH,
        placeholder=words.say("a city, region or country"),
        **session.widget(
            "name",
            view.q,
            "q",
            lambda text: search_text(text or ""),
        ),
    )
    if view.q:
        _what_is_found(search(session.roster(), view.q, (PLACE,)), view.q)


def _what_is_found(found: Found, text: str) -> None:
    """Why partners are found where their names do not say so; the nearest where none is."""
    words, roster = session.words(), session.roster()
    if not found.nearest:
        for hit in found.hits[:EXPLAINED]:
            if reason := why(roster, words, hit):
                quiet(f"{name_of(roster, words, hit.kind, hit.key)} · {reason}")
        return
    quiet(words.say("Nothing is called “{text}”. The nearest:", text=text))
    with st.container(horizontal=True, gap="small"):
        for number, hit in enumerate(found.hits):
            name = name_of(roster, words, hit.kind, hit.key)
            st.button(
                in_markdown(name),
                on_click=session.change,
                kwargs={"q": name},
                key=f"nearest {number}",
            )


def _country_box() -> Box:
    view, roster, words = session.view(), session.roster(), session.words()
    present = passing(roster, view.but(countries=()))["country"].value_counts()
    names = {
        code: country_name(roster, code, words) for code in set(present.index) | set(view.countries)
    }
    ordered = sorted(
        names, key=lambda code: (-present.get(code, 0), order_of(names[code], words.lang))
    )
    return Box(
        key="countries",
        name=words.say("Country"),
        label=words.say("Country"),
        placeholder=words.say("all"),
        kinds=(COUNTRY,),
        usual=[(COUNTRY, code) for code in ordered if code not in view.countries],
        chosen=[(COUNTRY, code) for code in view.countries],
        called=lambda kind, code: (
            words.say(
                "{name} ({n})",
                name=country_name(roster, code, words),
                n=words.number(present.get(code, 0)),
            ),
            "",
        ),
        take=lambda kind, code: session.change(countries=_with(session.view().countries, code)),
        drop=lambda kind, code: session.change(countries=_without(session.view().countries, code)),
    )


def _region_box() -> Box:
    view, roster, words = session.view(), session.roster(), session.words()
    offered = {area.code: area for area in areas(roster)}
    usual = [*groups_of(roster), *every_region(roster, with_ties=True)]
    return Box(
        key="regions",
        name=words.say("Region"),
        label=words.say("Region"),
        placeholder=words.say("all"),
        kinds=(REGION,),
        usual=[(REGION, code) for code in usual if code not in view.regions],
        chosen=[(REGION, code) for code in view.regions],
        called=lambda kind, code: (area_name(offered[code], roster, words), ""),
        take=lambda kind, code: session.change(regions=_with(session.view().regions, code)),
        drop=lambda kind, code: session.change(regions=_without(session.view().regions, code)),
        hint=words.say(
            "Groups with their members of the day of the data; regions as defined in the United "
            "Nations M49 standard"
        ),
        depth=lambda code: offered[code].depth,
    )


def _group_defined() -> None:
    """What a group means whose members are found one by one, where it is chosen."""
    view, roster, words = session.view(), session.roster(), session.words()
    if BELT_ROAD in view.regions:
        day = roster.as_of
        for sentence in (definition(roster, day, words), older_ties(roster, view, day, words)):
            if sentence:
                quiet(sentence)


def _with(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(sorted({*codes, code}))


def _without(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(one for one in codes if one != code)


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
