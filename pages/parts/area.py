"""Any area of the world on the Rivals page: the article's table 1, coverage, gaps."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.export.tables import as_csv
from geo.figures.same_country.coverage import coverage, parted, ties_in
from geo.figures.same_country.intervals_chart import coverage_rows, intervals_chart
from geo.figures.same_country.text import STATES, coverage_sentence
from geo.i18n.escape import in_html
from geo.ties.groups import Area, area_name, areas
from geo.ties.names import home_names
from geo.ties.select import last_day_shown
from pages.parts import session
from pages.parts.keeping import keeps
from pages.parts.picture import show_chart
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import ground, narrow

ARTICLE_AREA = "035"
"""South-eastern Asia, which the article's table 1 is about: what is shown first."""


def area_section() -> None:
    """The picker, the sentence, the coverage, the gaps by name, the table and its download."""
    roster, view, words = session.roster(), session.view(), session.words()
    area = _picked()
    covered = coverage(roster, view, area)
    parts = parted(roster, view, area)
    gaps = len(parts.get((), []))
    sentence = coverage_sentence(roster, area_name(area, roster, words), covered, gaps, words)
    st.html(f'<h2 class="sentence">{in_html(sentence)}</h2>')
    if covered[0].share.of:
        rows = coverage_rows(covered, roster, words, ground())
        show_chart(intervals_chart(rows, ground(), sentence, narrow()))
        st.html(_parts(parts))
        picture_bar("coverage")
    _table(area)
    st.html(f'<p class="quiet">{in_html(_basis(area))}</p>')


def _picked() -> Area:
    """The area that the reader has picked; at first the filter's region, or the article's."""
    roster, view, words = session.roster(), session.view(), session.words()
    offered = areas(roster)
    regions = view.regions if len(view.regions) == 1 else (ARTICLE_AREA,)
    usual = next((at for at, area in enumerate(offered) if area.code in regions), 0)
    picked: Area | None = st.selectbox(
        words.say("Area"),
        offered,
        format_func=lambda area: "  " * 2 * area.depth + area_name(area, roster, words),
        **keeps("rivals area", offered[usual]),
    )
    return picked or offered[usual]


def _parts(parts: dict[tuple[str, ...], list[str]]) -> str:
    """The states by the homes that have a tie there; those of nobody, the gaps, last."""
    roster, words = session.roster(), session.words()
    lines = ""
    for homes, codes in parts.items():
        names = sorted(words.of(roster.countries.loc[code], "name") for code in codes)
        who = (
            words.join(home_names(roster, homes, words)) if homes else words.say("without any tie")
        )
        listed = words.say(", ").join(names)
        lines += (
            f"<tr><th>{in_html(who)}</th>"
            f"<td><b>{words.number(len(codes))}</b> {in_html(listed)}</td></tr>"
        )
    return f'<table class="cross"><tbody>{lines}</tbody></table>'


def _table(area: Area) -> None:
    """The ties of the area as the article's table 1, to read and to take along."""
    roster, view, words = session.roster(), session.view(), session.words()
    ties = ties_in(roster, view, area)
    if ties.empty:
        return
    full = roster.places.loc[ties["place"], f"full_{words.lang}"]
    table = pd.DataFrame(
        {
            words.say("Home"): list(ties[f"home_{words.lang}"]),
            words.say("Partner"): list(full),
            words.say("Country"): list(ties[f"country_{words.lang}"]),
        }
    )
    since, iso = words.say("Since"), list(ties["established"])
    st.dataframe(
        table.assign(**{since: [words.date(date) for date in iso]}),
        hide_index=True,
        width="stretch",
        height="content" if len(table) <= 14 else 420,
    )
    st.download_button(
        words.say("Download this table (CSV)"),
        as_csv(table.assign(**{since: iso})),
        file_name=f"friendship-cities-{area.code}-{view.years[0]}-{view.years[1]}.csv",
        mime="text/csv",
        icon=":material/download:",
        key="rivals table",
    )


def _basis(area: Area) -> str:
    """What counts as a state of the area, and on which day."""
    roster, words = session.roster(), session.words()
    day = words.date(last_day_shown(roster, session.view()).isoformat())
    basis = words.say(STATES, day=day)
    if not area.is_group:
        return basis
    return words.say("Members on {day}.", day=day) + " " + basis
