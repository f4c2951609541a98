"""What the atlas is about, in one line: whose partners are capitals, whose are ports."""

from __future__ import annotations

from geo.figures.choice.compare import CAPITALS_OR_PORTS, kinds_called, shares_by_kind
from geo.figures.choice.composing import counted_ties
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.stats.proportions import FEW, Share
from geo.stats.text import percent
from geo.ties.names import home_name


def about(scene: Scene) -> str:
    """For capitals and for ports the share of every home, of the same ties as the page on them.

    Returns:
        Nothing where no tie is counted, or where the view is filtered by what the partners are.
    """
    words, homes, scene = scene.words, scene.view.homes, scene.supposed
    found = shares_by_kind(counted_ties(scene), homes)
    called = kinds_called(scene.view.broad)
    known = [home for home in homes if found["capital"][home].of]
    if scene.view.roles or not known:
        return ""
    kinds = words.say("; ").join(
        words.say(
            "{kind}: {shares}",
            kind=words.say(called[kind]),
            shares=words.row(
                words.say(
                    "{home} {share}",
                    home=home_name(scene.roster, home, words),
                    share=_share(found[kind][home], words),
                )
                for home in known
            ),
        )
        for kind in CAPITALS_OR_PORTS
    )
    day = words.date(scene.roster.release.as_of.isoformat())
    return words.say("Partners that are {kinds}. Data as of {date}.", kinds=kinds, date=day)


def _share(share: Share, words: Words) -> str:
    """In per cent; of few as a count."""
    if share.of >= FEW:
        return percent(share.share, words)
    return words.say("{a} of {n}", a=words.number(share.count), n=words.number(share.of))
