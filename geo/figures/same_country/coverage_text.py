"""How far the homes cover an area, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.belt_road import definition, older_ties
from geo.figures.same_country.coverage import Coverage
from geo.i18n import Words, mark, sentences
from geo.i18n.sorting import in_order
from geo.ties.groups import BELT_ROAD, Area, knows_states
from geo.ties.names import country_name, home_names
from geo.ties.roster import Roster
from geo.ties.select import last_day_shown
from geo.ties.view import View

STATES = mark(
    "Countries: members of the United Nations in the area on {day}, China "
    "excepted; ended ties are not counted. All are counted, none is a sample."
)
COUNTRIES = mark(
    "Countries: all countries and territories of the area, China excepted, "
    "because the data do not say which are members of the United Nations; ended"
    " ties are not counted. All are counted, none is a sample."
)


def coverage_sentence(
    roster: Roster, area: str, covered: Sequence[Coverage], gaps: int, words: Words
) -> str:
    """How many of an area's states each home covers, and how many none does.

    Args:
        area: its name.
        gaps: how many states no home has a tie with.
    """
    states = covered[0].share.of
    if not states:
        return words.say("{area}: no country in this selection", area=area)
    shares = words.row(
        words.say(
            "{home} has partners in {n}" if number == 0 else "{home} in {n}",
            home=home_names(roster, (found.home,), words)[0],
            n=words.range(found.share.count, found.possible),
        )
        for number, found in enumerate(covered)
        if found.home
    )
    return words.count(
        "{area}: of its {n} country {shares}; {gaps} have none",
        "{area}: of its {n} countries {shares}; {gaps} have none",
        states,
        area=area,
        shares=shares,
        gaps=words.number(gaps),
    )


def gaps_sentence(roster: Roster, gaps: Sequence[str], words: Words) -> str:
    """The states of an area that no home has a tie with, by name; "" where there is none."""
    if not gaps:
        return ""
    listed = words.say(", ").join(names_of(roster, gaps, words))
    return words.say("Without a partner: {names}.", names=listed)


def names_of(roster: Roster, codes: Sequence[str], words: Words) -> list[str]:
    """The names of some countries, in the order of their names."""
    return in_order((country_name(roster, code, words) for code in codes), words.lang)


def basis(roster: Roster, view: View, area: Area, words: Words) -> str:
    """What counts as a state of the area, and on which day."""
    if not knows_states(roster):
        return words.say(COUNTRIES)
    last = last_day_shown(roster, view)
    day = words.date(last.isoformat())
    states = words.say(STATES, day=day)
    if area.code == BELT_ROAD:
        meant = [definition(roster, last, words), older_ties(roster, view, last, words)]
    else:
        meant = [words.say("Members on {day}.", day=day)] if area.is_group else []
    return sentences(filter(None, [*meant, states]))
