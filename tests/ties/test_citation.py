"""Sources in the language of the reader, where their originals have it."""

from __future__ import annotations

from geo.data import PACKAGE
from geo.i18n import Words
from geo.ties.citation import publisher_of, title_of
from geo.ties.roster import Roster
from tests.plain import rows_of

ZH, EN = Words("zh"), Words("en")


def test_chinese_originals_are_cited_in_chinese_to_readers_of_chinese(roster: Roster) -> None:
    article = roster.sources.loc["ARTICLE"]
    assert title_of(article, ZH) == article["title_zh"] != article["title"]
    assert publisher_of(article, ZH) == article["publisher_zh"] != ""
    assert title_of(article, EN) == article["title"]
    assert publisher_of(article, EN) == article["publisher"]


def test_what_has_no_chinese_form_is_cited_as_it_is(roster: Roster) -> None:
    foreign = roster.sources[roster.sources["title_zh"] == ""].iloc[0]
    assert title_of(foreign, ZH) == foreign["title"]
    older = foreign.drop(["title_zh", "publisher_zh"])
    assert title_of(older, ZH) == foreign["title"]
    assert publisher_of(older, ZH) == foreign["publisher"]


def test_every_chinese_form_is_in_chinese() -> None:
    """A Latin title in the Chinese column would be a mistaken copy."""
    for row in rows_of(PACKAGE, "sources"):
        for cell in (row["title_zh"], row["publisher_zh"]):
            assert not cell or any("\u4e00" <= letter <= "\u9fff" for letter in cell), row["source"]
