"""What all figures of this question have in common: whose choices, as of when, what they say."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.captions import narrowing
from geo.figures.figure import Figure, Table
from geo.figures.panel import Panel
from geo.figures.prospects.model import LEAST, Question, made_by, question
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.i18n.phrases import LEVEL
from geo.ties.names import home_name

NARROW = 540.0
"""A chart less wide than this, in pixels of a page, leaves more of its width to its words."""
NO_CITIES = mark(
    "This data package has no table of cities to choose from (agglomerations.csv, capitals.csv)."
)
TOO_FEW = mark(
    "Too few choices to learn from: {homes}. A model of ten terms needs at least {least} ties with "
    "cities of the tables whose dates are known."
)
NO_FORECAST = mark(
    "This describes past choices. It knows nothing of politics, money or persons, and predicts "
    "nothing about them."
)
CITIES = mark(
    "Cities: the {n} urban agglomerations of 300,000 and more of the UN’s World Urbanization "
    "Prospects 2018 and the smaller national capitals, outside China; parts of larger "
    "agglomerations are left out. A revision of 2025 exists and could not be had."
)
MODEL = mark(
    "Model: at each tie, which of all cities that could be chosen was chosen (conditional logit, "
    "ridge penalty 1, fixed before any test). Known then: ties made before, the last count of "
    "population, capitals of the year. Ports and the list of cities are of today."
)


def asked_of(scene: Scene) -> Question | None:
    """The question for the homes and levels of a view."""
    return question(scene.roster, scene.view.homes, scene.view.levels)


def year_of(scene: Scene) -> int:
    """The year as of whose end cities are ranked: the last of the view."""
    return scene.view.years[1]


def able(asked: Question, year: int) -> list[str]:
    """The homes that had made choices enough for a model by the end of a year."""
    return [home for home in asked.homes if len(made_by(asked, home, year)) >= LEAST]


def offered(scene: Scene) -> bool:
    """Whether a view has prospects: its package has cities, and a home has choices enough."""
    ties = scene.roster.ties
    mine = ties[ties["home"].isin(scene.view.homes) & ties["level"].isin(scene.view.levels)]
    if not (mine["home"].value_counts() >= LEAST).any():
        return False
    asked = asked_of(scene)
    return asked is not None and bool(able(asked, year_of(scene)))


def refusal(scene: Scene) -> str:
    """Why nothing can be told; "" where something can."""
    words, asked = scene.words, asked_of(scene)
    if asked is None:
        return words.say(NO_CITIES)
    year = year_of(scene)
    if able(asked, year):
        return ""
    return words.say(TOO_FEW, homes=_counts(scene, asked, asked.homes), least=words.number(LEAST))


def left_out(scene: Scene) -> list[str]:
    """Which homes of the view have too few choices, where others have enough."""
    asked = asked_of(scene)
    if asked is None:
        return []
    some = [home for home in asked.homes if home not in able(asked, year_of(scene))]
    if not some:
        return []
    words = scene.words
    return [
        words.say(TOO_FEW, homes=_counts(scene, asked, some), least=words.number(LEAST)),
    ]


def _counts(scene: Scene, asked: Question, homes: Sequence[str]) -> str:
    words = scene.words
    return words.row(
        words.say(
            "{home} {n}",
            home=home_name(scene.roster, home, words),
            n=words.number(len(made_by(asked, home, year_of(scene)))),
        )
        for home in homes
    )


def composed(
    scene: Scene,
    title: str,
    panels: Sequence[Panel],
    *,
    topic: str = "",
    columns: int = 2,
    remarks: Sequence[str] = (),
    details: Sequence[str] = (),
    tables: Sequence[Table] = (),
    keys: Sequence[tuple[str, str]] = (),
    filtered: bool = False,
    explained: bool = False,
    instead: str = "",
) -> Figure:
    """One figure of the question, with what all of them say.

    Args:
        scene: what it is composed from.
        title, panels, topic, columns, remarks, details, tables, keys, instead: as
            :class:`Figure` has them.
        filtered: whether the filters by country, region and role count in it.
        explained: whether a page says below it what the model and the cities are.
    """
    words, asked = scene.words, asked_of(scene)
    cities = "" if asked is None else words.say(CITIES, n=words.number(_large(asked)))
    return Figure(
        title=title,
        subtitle=subtitle(scene, filtered),
        panels=panels,
        topic=topic,
        columns=columns,
        remarks=[*remarks, *left_out(scene), words.say(NO_FORECAST)],
        details=[*details, *(filter(None, [words.say(MODEL), cities]) if explained else ())],
        definitions=[*filter(None, [words.say(MODEL), cities])],
        keys=keys,
        tables=tables,
        instead=instead,
    )


def _large(asked: Question) -> int:
    return sum(1 for row in asked.cities.rows if "wup" in row)


def refused(scene: Scene, topic: str, why: str = "") -> Figure:
    """A figure that says why nothing can be told; for want of choices, if no reason is given."""
    words = scene.words
    return Figure(
        words.say("No prospects for this selection"),
        subtitle(scene, False),
        [],
        topic=topic,
        instead=why or refusal(scene),
    )


def subtitle(scene: Scene, filtered: bool) -> str:
    """Homes, levels, the year, and the filters where they count."""
    words, view, roster = scene.words, scene.view, scene.roster
    homes = words.row(home_name(roster, home, words) for home in view.homes)
    levels = words.row(words.say(LEVEL[level]) for level in view.levels)
    parts = [homes, levels, words.say("as of {day}", day=day_of(scene, year_of(scene)))]
    if filtered:
        parts += narrowing(roster, view.but(q="", ended=False, broad=False), words)
        parts += [words.say("only countries without an own tie")] if view.untied else []
    return " · ".join(parts)


def day_of(scene: Scene, year: int) -> str:
    """The end of a year, or the as-of day, in words."""
    return scene.words.date(min(f"{year}-12-31", scene.roster.as_of.isoformat()))


def city_name(asked: Question, city: int, words: Words) -> str:
    """A city's name; the English one where no Chinese one is known."""
    row = asked.cities.rows[city]
    return (row["chinese"] if words.lang == "zh" else "") or row["name"]
