"""Who came first: the pictures of the Rivals page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

import pandas as pd

from geo.figures.captions import MOST_NAMED, too_many_ties, view_line
from geo.figures.figure import Figure, Numbers, Panel, Scene, Series, stretched, widened
from geo.figures.same_country.coverage import coverage, parted
from geo.figures.same_country.intervals_chart import (
    Row,
    coverage_rows,
    deterred_rows,
    intervals_chart,
)
from geo.figures.same_country.latecomers import deterred, entries, late
from geo.figures.same_country.latecomers_text import deterred_sentence
from geo.figures.same_country.order import SORTS, contested, rivals
from geo.figures.same_country.text import (
    ENTERED,
    HOW_TO_READ,
    STATES,
    THE_BAND,
    alone_sentence,
    coverage_sentence,
    headline,
    order_unknown,
    verdict_lines,
)
from geo.figures.same_country.timeline_chart import rivals_chart
from geo.style.altair_theme import described
from geo.ties.groups import Area, area_name, areas
from geo.ties.names import home_names
from geo.ties.roster import Roster
from geo.ties.select import last_day_shown, select
from geo.ties.view import View

NARROW = 660.0
"""Shares less wide than this in pixels of a page have their names above them, not before them."""
LANES = 26
"""So many lanes of the strip fit on a picture; more countries go on the next one."""
MOST_PARTS = 12
"""So many pictures of a strip are made at the most."""


def parts(scene: Scene, alone: bool) -> list[pd.DataFrame]:
    """The countries in which homes meet, or one is alone, in so many pictures as they need.

    Returns:
        Rows of :func:`geo.figures.same_country.order.rivals`, a frame a picture.
    """
    return _parts(scene.roster, scene.view, scene.view.order, alone)


@lru_cache(maxsize=64)
def _countries(roster: Roster, view: View, sort: str) -> pd.DataFrame:
    return rivals(roster, view, sort if sort in SORTS else SORTS[0])


@lru_cache(maxsize=64)
def _parts(roster: Roster, view: View, sort: str, alone: bool) -> list[pd.DataFrame]:
    """Countries dealt out so that every picture is about equally full."""
    if len(select(roster, view)) > MOST_NAMED:
        return []
    countries = _countries(roster, view, sort)
    if countries.empty:
        return []
    met = contested(countries)
    shown = countries.drop(met.index) if alone else met
    ties = select(roster, view).groupby(["country", "home"]).size()
    lanes = [
        sum(1 + int(ties.get((code, home), 0)) // 6 for home in homes)
        for code, homes in zip(shown.index, shown["homes"], strict=True)
    ]
    several = min(MOST_PARTS, ceil(sum(lanes) / LANES)) or 1
    full = max(sum(lanes) / several, 1.0)
    place = (pd.Series(lanes, index=shown.index, dtype=float).cumsum() - 0.5) // full
    groups = place.clip(upper=several - 1)
    return [shown[groups == number] for number in sorted(set(groups))]


@lru_cache(maxsize=64)
def _entries(roster: Roster, view: View) -> pd.DataFrame:
    return entries(roster, view)


def strip(scene: Scene, alone: bool, part: int) -> Figure:
    """One part of the strip of countries.

    Args:
        alone: whether it is of the countries with one home, not of those in which homes meet.
        part: which part, counted from 0.
    """
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    if too_many := too_many_ties(len(select(roster, view)), words):
        return Figure(too_many, view_line(roster, view, words), [], instead=too_many)
    all_parts = parts(scene, alone)
    countries = _countries(roster, view, SORTS[0])
    title = headline(roster, view, countries, late(_entries(roster, view)), words)
    if alone:
        title = alone_sentence(roster, view, countries, words) or title
    panels, remarks = [], [words.say(HOW_TO_READ)]
    if part < len(all_parts):
        shown = all_parts[part]
        ties = select(roster, view)
        verdicts = verdict_lines(shown, roster, words)
        panels = [
            Panel(
                lambda size: described(
                    rivals_chart(
                        shown,
                        ties,
                        roster,
                        view,
                        words,
                        ground,
                        verdicts,
                        False,
                        title,
                        width=size[0],
                    )
                ),
                widened,
            )
        ]
        if not alone:
            remarks = [order_unknown(shown, words), words.say(THE_BAND), *remarks]
    subtitle = view_line(roster, view, words)
    if len(all_parts) > 1:
        of = words.say(
            "part {part} of {parts}",
            part=words.number(part + 1),
            parts=words.number(len(all_parts)),
        )
        subtitle = f"{subtitle} · {of}"
    return Figure(title, subtitle, panels, remarks=[text for text in remarks if text])


def kept_away(scene: Scene) -> Figure:
    """Whether a taken capital kept a home away from it."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    found = _entries(roster, view)
    names = home_names(roster, view.homes, words)
    sentences = [
        words.say(
            "{sentence}.",
            sentence=deterred_sentence(name, deterred(found, home), words).rstrip("."),
        )
        for home, name in zip(view.homes, names, strict=True)
    ]
    rows = deterred_rows(found, roster, view, words, ground)
    remark = words.say(ENTERED)
    title = " ".join(sentences)
    there = bool(select(roster, view).shape[0])
    return Figure(
        title,
        view_line(roster, view, words),
        [_intervals(scene, rows, title)] if there else [],
        remarks=[remark],
    )


def covered(scene: Scene) -> Figure:
    """Which share of an area's states each home covers."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    area = area_of(roster, view)
    found = coverage(roster, view, area)
    without = parted(roster, view, area).get((), [])
    name = area_name(area, roster, words)
    sentence = coverage_sentence(roster, name, found, len(without), words)
    rows = coverage_rows(found, roster, words, ground)
    remarks = [
        words.say(
            STATES,
            day=words.date(last_day_shown(roster, view).isoformat()),
        )
    ]
    if without:
        names = sorted(words.of(roster.countries.loc[code], "name") for code in without)
        listed = words.say(", ").join(names)
        remarks.insert(
            0, f"{words.say('without any tie')}{words.say(': ')}{listed}{words.say('.')}"
        )
    return Figure(
        sentence,
        f"{name} · {view_line(roster, view, words)}",
        [_intervals(scene, rows, sentence)] if found[0].share.of else [],
        remarks=remarks,
    )


ARTICLE_AREA = "035"
"""South-eastern Asia, which the article's table 1 is about: what is shown first."""


def area_of(roster: Roster, view: View) -> Area:
    """The area that the reader has chosen, else the one region of the filter, or the article's."""
    regions = view.regions if len(view.regions) == 1 else (ARTICLE_AREA,)
    wanted = (view.area,) if view.area else regions
    offered = areas(roster)
    return next((area for area in offered if area.code in wanted), offered[0])


def _intervals(scene: Scene, rows: Sequence[Row], sentence: str) -> Panel:
    numbers = Numbers(
        "bar",
        [row.name for row in rows],
        [
            Series(
                scene.words.say("Share, 95% interval"),
                rows[0].colour,
                [row.share.share if row.share.of else None for row in rows],
                [row.share.low for row in rows],
                [row.share.high for row in rows],
                colours=[row.colour for row in rows],
            )
        ],
        percent=True,
    )
    return Panel(
        lambda size: described(
            intervals_chart(list(rows), scene.ground, sentence, size[0] < NARROW)
        ),
        stretched,
        numbers=numbers,
        scale=2.5,
        least=360,
        tall=46 + 60 * len(rows),
    )
