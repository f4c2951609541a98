"""The field's standing phrases: levels, kinds of places, a tie in one line."""

from __future__ import annotations

from typing import Any

from geo.i18n import Words, mark

LEVEL = {
    "sister": mark("sister city"),
    "exchange": mark("friendly exchange"),
    "district": mark("district level"),
}
"""What the level of one tie is called."""

LEVELS_MEANT = mark(
    "Levels are those the Chinese city counts by. Sister city: includes provinces and "
    "regions. Friendly exchange: a separate, lower agreement. District: ties of districts "
    "and towns; examples only, not a full list."
)

ROLE = {
    "capital": mark("capital"),
    "port": mark("port"),
    "both": mark("capital and port"),
    "neither": mark("neither"),
}
"""What a partner is in its country."""

ROLE_STRICT = ROLE | {"port": mark("sea port"), "both": mark("capital and sea port")}
"""The same where roles are counted strictly: then only sea ports are ports."""


ROLES_MEANT = mark(
    "Wide: a province that contains the capital counts as a capital, and river and lake ports "
    "count as ports. Strict: only capitals themselves and sea ports."
)


def roles_called(broad: bool) -> dict[str, str]:
    """What the roles are called (messages), as they are counted."""
    return ROLE if broad else ROLE_STRICT


CAPITAL = {
    "is": mark("national capital"),
    "contains": mark("contains the national capital"),
    "no": mark("not a national capital"),
}

PORT = {
    "sea": mark("sea port"),
    "river": mark("river port"),
    "lake": mark("lake port"),
    "no": mark("no port"),
}

PORT_SIZE = {
    "Large": mark("large"),
    "Medium": mark("medium"),
    "Small": mark("small"),
    "Very Small": mark("very small"),
}
"""Harbour sizes of the World Port Index."""

KIND = {
    "city": mark("city"),
    "prefecture": mark("prefecture"),
    "province": mark("province"),
    "state": mark("state"),
    "region": mark("region"),
    "county": mark("county"),
    "district": mark("district"),
    "municipality": mark("municipality"),
}

SOURCE_KIND = {
    "government": mark("government"),
    "press": mark("press"),
    "scholarship": mark("scholarship"),
    "reference work": mark("reference work"),
    "other": mark("other"),
}


CONTINENTS = {
    "Asia": mark("Asia"),
    "Europe": mark("Europe"),
    "North America": mark("North America"),
    "South America": mark("South America"),
    "Africa": mark("Africa"),
    "Oceania": mark("Oceania"),
    "Antarctica": mark("Antarctica"),
}


def ties_of(words: Words, levels: tuple[str, ...], how_many: int) -> str:
    """What so many ties of these levels are called together."""
    if levels == ("sister",):
        return words.count("sister-city tie", "sister-city ties", how_many)
    if levels == ("exchange",):
        return words.count("friendly-exchange tie", "friendly-exchange ties", how_many)
    if levels == ("district",):
        return words.count("district-level tie", "district-level ties", how_many)
    return words.count("tie", "ties", how_many)


def home_of(words: Words, tie: Any) -> str:
    """The home's name, with its district where the tie is one of a district."""
    home, district = words.of(tie, "home"), words.of(tie, "home_district")
    return words.say("{home}, {district}", home=home, district=district) if district else home


def since(words: Words, tie: Any) -> str:
    """The date of a tie at its precision; its bounds where nothing else is known.

    Args:
        tie: a row of the joined ties, with names as attributes.
    """
    if tie.established or tie.earliest != tie.earliest:  # NaT is not equal to itself
        return words.date(tie.established)
    return words.say(
        "date unknown, between {first} and {last}",
        first=words.date(tie.earliest.date().isoformat()),
        last=words.date(tie.latest.date().isoformat()),
    )


def tie_line(words: Words, tie: Any) -> str:
    """One tie in one line: home, date at its precision, level, how far, and whether it ended.

    Args:
        tie: a row of the joined ties, with names as attributes.
    """
    sentences = [
        home_of(words, tie),
        words.say("hypothetical") if tie.supposed else words.date(tie.established),
        words.say(LEVEL[tie.level]),
        words.say("{n} km", n=words.number(tie.km)),
    ]
    if tie.ended:
        sentences.append(words.say("ended {date}", date=words.date(tie.ended)))
    return " · ".join(sentences)
