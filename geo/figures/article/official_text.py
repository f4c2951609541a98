"""Official counts in words: what is counted, and each number beside ours."""

from __future__ import annotations

from geo.figures.article.claims import claims_of
from geo.figures.article.official import Stated, stated
from geo.figures.article.official_chart import Dress
from geo.figures.article.ours import COUNTRIES, TOTAL, ours
from geo.i18n import Words, mark
from geo.ties.roster import Roster

COUNTED = {
    TOTAL: mark("ties of all levels"),
    "sister": mark("sister-city ties"),
    "exchange": mark("friendly-exchange ties"),
    "district": mark("district-level ties"),
    COUNTRIES: mark("countries"),
}
"""What a number counts."""

HOW_TO_READ = mark(
    "Line: ties certainly in force in the atlas; band: ties possibly in force, "
    "because dates are inexact. Ties without any date count as certain only "
    "today. Diamonds: published figures; filled: the article’s."
)
HOW_TO_READ_LINES = mark(
    "Lines: ties in force in the atlas at the end of each year, certain and at "
    "most, because dates are inexact. Ties without any date count as certain "
    "only today. Diamonds: published figures; where a year has several, the "
    "last."
)
"""The same of an office's chart, which has no band."""


def panel_title(roster: Roster, home: str, what: str, words: Words) -> str:
    """Home and what is counted."""
    return words.say(
        "{home}, {ties}",
        home=words.of(roster.homes.loc[home], "name"),
        ties=words.say(COUNTED[what]),
    )


def dress(roster: Roster, home: str, what: str, colour: str, words: Words) -> Dress:
    """The words of the chart of one home's numbers of one kind."""
    today, claims = ours(roster, home, what, roster.as_of), claims_of(roster)
    sentences = [beside(one, roster, words) for one in stated(roster, home, what)]
    title = panel_title(roster, home, what, words)
    return Dress(
        colour,
        words.say("atlas: {n}", n=words.range(today.certain, today.possible)),
        sentences,
        words.say("{title}: {numbers}", title=title, numbers=words.say("; ").join(sentences)),
        claims[0].sources[0] if claims else "",
    )


def beside(one: Stated, roster: Roster, words: Words) -> str:
    """An official number beside ours, in a sentence."""
    return words.say(
        "{date}: {n} published, {m} in the atlas",
        date=words.date(str(roster.official_counts.loc[one.count, "as_of"])),
        n=words.number(one.number),
        m=words.range(one.own.certain, one.own.possible),
    )
