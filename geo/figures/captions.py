"""What must be said beside figures: how sure they are, and where they come from."""

from __future__ import annotations

from geo.i18n import Words, mark, sentences
from geo.i18n.folding import folded
from geo.i18n.phrases import LEVEL, roles_called
from geo.i18n.sorting import in_order
from geo.ties.counts import Tally, Unsure
from geo.ties.groups import area_name, areas
from geo.ties.name_index import PLACE
from geo.ties.names import country_name
from geo.ties.roster import Roster
from geo.ties.search import search
from geo.ties.view import View


def caveats(unsure: Unsure, counts: Tally, whole: bool, words: Words) -> list[str]:
    """How sure the figures are: dates not known or not exact, ties that ended, a sentence each.

    Args:
        whole: whether the view shows the whole period.
    """
    return [
        *_of_ranges(counts, words),
        *_of_undated(unsure, whole, words),
        *_of_bounds(unsure, words),
        *_of_hidden(unsure, words),
    ]


def dates_left_open(unsure: Unsure, whole: bool, words: Words) -> list[str]:
    """What holds of every figure with dates: ties without one, and ties hidden as they ended.

    Args:
        whole: whether the view shows the whole period.
    """
    return [*_of_undated(unsure, whole, words), *_of_hidden(unsure, words)]


def source_line(roster: Roster, words: Words) -> str:
    """Where the figures come from: sources, data version, as-of day, licence."""
    release = roster.release
    line = words.say(
        "Source: Friendship-city atlas, data {version}, as of {date}, {licence}; "
        "{n} sources, listed for each tie. Basemap: Natural Earth.",
        version=release.version,
        date=words.date(release.as_of.isoformat()),
        licence=release.licence.replace("CC-BY-", "CC BY "),
        n=words.number(len(roster.sources)),
    )
    return sentences([line, words.say(OF_BROUGHT)]) if roster.brought else line


OF_BROUGHT = mark(
    "Cities added by the reader: as their lists have them; which partners are capitals or ports "
    "is computed, and what is not known counts as neither."
)


TWO_NUMBERS = mark(
    "Where two numbers are given (48–51), the first is certain; the second is "
    "the most there can be, because some dates are inexact."
)


def _of_ranges(counts: Tally, words: Words) -> list[str]:
    return [] if counts.ties.possible == counts.ties.certain else [words.say(TWO_NUMBERS)]


def _of_undated(unsure: Unsure, whole: bool, words: Words) -> list[str]:
    if not unsure.undated:
        return []
    if whole:
        return [
            words.count(
                "{n} tie has no known date and is included because all years are selected.",
                "{n} ties have no known date and are included because all years are selected.",
                unsure.undated,
            )
        ]
    return [
        words.count(
            "{n} tie has no known date and is left out; it is counted only when all "
            "years are selected.",
            "{n} ties have no known date and are left out; they are counted only when "
            "all years are selected.",
            unsure.undated,
        )
    ]


def _of_bounds(unsure: Unsure, words: Words) -> list[str]:
    if not unsure.bounded:
        return []
    return [
        words.count(
            "For {n} tie only a range of possible dates is known; while it is uncertain"
            " whether it had begun, its mark is hollow.",
            "For {n} ties only a range of possible dates is known; while it is "
            "uncertain whether they had begun, their marks are hollow.",
            unsure.bounded,
        )
    ]


def _of_hidden(unsure: Unsure, words: Words) -> list[str]:
    if not unsure.hidden:
        return []
    return [
        words.count(
            "{n} ended tie is not shown.",
            "{n} ended ties are not shown.",
            unsure.hidden,
        )
    ]


MOST_NAMED = 1200
"""More ties than this cannot be read by name in one picture, or in a dozen."""


def too_many_ties(ties: int, words: Words) -> str:
    """Why a picture that names every tie is not drawn; "" where it can be."""
    if ties <= MOST_NAMED:
        return ""
    return words.say(
        "{n} ties are too many to be read by name: narrow the selection by filters or years.",
        n=words.number(ties),
    )


def view_line(roster: Roster, view: View, words: Words) -> str:
    """Homes, levels, years and filters of a view in one line."""
    homes = words.row(words.of(roster.homes.loc[home], "name") for home in view.homes)
    levels = words.row(words.say(LEVEL[level]) for level in view.levels)
    return " · ".join([homes, levels, words.years(*view.years), *narrowing(roster, view, words)])


def narrowing(roster: Roster, view: View, words: Words) -> list[str]:
    """What the view leaves out, filter by filter, for the line under the sentence.

    Countries stand in the order of their names in the reader's language, groups (with the day that
    is meant) before regions, continents before their parts.
    """
    sentences = []
    if view.countries:
        names = in_order((country_name(roster, code, words) for code in view.countries), words.lang)
        sentences.append(words.say("only {names}", names=words.join(names)))
    if view.regions:
        day = words.date(roster.as_of.isoformat())
        names = [
            words.say("{group} on {day}", group=area_name(area, roster, words), day=day)
            if area.is_group
            else area_name(area, roster, words)
            for area in areas(roster)
            if area.code in view.regions
        ]
        sentences.append(words.say("only {names}", names=words.join(names)))
    if view.roles:
        called = roles_called(view.broad)
        roles = [words.say(called[role]) for role in view.roles]
        sentences.append(words.say("only {names}", names=words.join(roles)))
    if view.broad:
        sentences.append(words.say("wider definition of capital and port"))
    if view.q:
        sentences.append(_searched(roster, view.q, words))
    if view.ended:
        sentences.append(words.say("ended ties shown"))
    return sentences


def _searched(roster: Roster, text: str, words: Words) -> str:
    """How partners were found by a text: it stands in the name of each, or some are called or sound
    so, or are spelt nearly so."""
    found = roster.places.loc[list(search(roster, text, (PLACE,)).keys(PLACE))]
    shown = found[["name_en", "name_zh", "full_en", "full_zh"]].itertuples(index=False)
    if all(any(folded(text) in folded(name) for name in names) for names in shown):
        return words.say("names with “{text}”", text=text)
    return words.say("found by “{text}”", text=text)
