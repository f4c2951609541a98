"""The Article page as a reader meets it, without a browser."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from geo.figures.article.claims import claims_of, examine
from geo.figures.article.text import VERDICT, headline
from geo.i18n import Words
from geo.ties.roster import load_roster
from geo.ties.view import VERDICTS
from pages.parts import session
from tests.pages.app import opened_on

ROSTER = load_roster()
CLAIMS = claims_of(ROSTER)
BOTH = pytest.mark.parametrize("lang", ["en", "zh"])


def opened(narrow: bool = False, /, **query: str | list[str]) -> AppTest:
    return opened_on("article", narrow, **query)


def written(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.get("html"))


def statements(at: AppTest) -> int:
    return written(at).count('<div class="claim">')


@BOTH
@pytest.mark.parametrize("narrow", [False, True])
def test_every_statement_is_there_with_its_verdicts(lang: str, narrow: bool) -> None:
    at = opened(narrow, lang=lang)
    assert not at.exception
    words, tested = Words(lang), examine(ROSTER, lang, CLAIMS)
    sentence = html.unescape(written(at))
    assert re.search(rf'<h1 class="finding"[^>]*>{re.escape(headline(tested, words))}', sentence)
    assert statements(at) == len(CLAIMS)
    for each in tested:
        cell = sentence.split(words.of(each.claim, "statement"))[1].split('<div class="claim">')[0]
        found = re.findall(r'<span class="verdict"><img [^>]*>(.*?)</span>', cell)
        assert found[:2] == [
            words.say(VERDICT[each.then.verdict]),
            words.say(VERDICT[each.today]),
        ]
        assert each.then.figure in cell


@pytest.mark.parametrize(
    "query",
    [
        {"home": "beijing"},
        {"q": "nowhere at all"},
        {"years": ["1974", "1974"], "country": "FR", "role": "port"},
        {"level": ["sister", "exchange", "district"], "ended": "1", "broad": "1"},
        {"lang": "xx", "years": ["a", "b"], "home": "nobody", "region": "<b>", "level": "?"},
    ],
    ids=str,
)
@BOTH
def test_filters_change_no_verdict(query: dict[str, str], lang: str) -> None:
    at = opened(**({"lang": lang} | query))
    assert not at.exception
    assert statements(at) == len(CLAIMS)
    shown = "en" if query.get("lang") == "xx" else lang
    assert headline(examine(ROSTER, shown, CLAIMS), Words(shown)) in html.unescape(written(at))
    assert "<b>nobody" not in written(at)


@BOTH
def test_statements_can_be_picked_by_their_verdict(lang: str) -> None:
    """The choice is the view's, so it stands in the address and outlives a change of language."""
    at = opened(lang=lang)
    tested = examine(ROSTER, lang, CLAIMS)
    for shown in VERDICTS:
        at.button_group(key="verdict").set_value(shown).run()
        assert not at.exception
        passing = [each for each in tested if shown in (each.then.verdict, changed(each))]
        assert statements(at) == len(passing)
        assert at.session_state[session.VIEW].to_query(ROSTER)["verdict"] == [shown]
    other = "zh" if lang == "en" else "en"
    at.session_state[session.VIEW] = at.session_state[session.VIEW].but(lang=other)
    at.run()
    assert not at.exception
    assert statements(at) == sum(each.changed for each in tested), "the choice stays"
    at.button_group(key="verdict").set_value(None).run()
    assert statements(at) == len(tested)
    assert at.session_state[session.VIEW].verdict == ""


def changed(tested: object) -> str:
    return "changed" if getattr(tested, "changed", False) else ""


def test_an_address_opens_the_statements_of_a_verdict() -> None:
    at = opened(lang="en", verdict="fails")
    fails = [each for each in examine(ROSTER, "en", CLAIMS) if each.then.verdict == "fails"]
    assert statements(at) == len(fails) > 0
    assert at.button_group(key="verdict").value == "fails"


@BOTH
def test_one_click_shows_the_rows_and_leads_to_the_card(lang: str) -> None:
    at = opened(lang=lang, region="035", ended="1")
    assert '<div class="rows"' not in written(at)
    at.session_state[f"judged table-complete {lang}"] = True
    at.run()
    assert not at.exception
    sentence = written(at)
    assert sentence.count('<div class="rows"') == 1
    tested = next(
        each for each in examine(ROSTER, lang, CLAIMS) if each.claim.slug == "table-complete"
    )
    assert len(re.findall(r"<tr>\s*<td><a ", sentence)) == len(tested.ties)
    links = [html.unescape(link) for link in re.findall(r'href="(\./\?[^"]*)"', sentence)]
    assert len(links) == len(tested.ties)
    for link, place in zip(
        sorted(links),
        sorted(f"partner={ROSTER.ties.loc[tie, 'place']}" for tie in tested.ties),
        strict=True,
    ):
        assert f"lang={lang}" in link
        assert "region=035" in link
        assert "ended=1" in link
        assert place in link


def test_every_statement_can_be_opened() -> None:
    at = opened(lang="en")
    for claim in CLAIMS:
        at.session_state[f"judged {claim.slug} en"] = True
    at.run()
    assert not at.exception
    for each in examine(ROSTER, "en", CLAIMS):
        assert each.rule in html.unescape(written(at))
        for part in (*each.then.parts, *each.now.parts):
            assert part.sentence in html.unescape(written(at))


def test_a_package_without_statements_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = replace(ROSTER, claims=ROSTER.claims.iloc[:0])
    monkeypatch.setattr(session, "roster", lambda: bare)
    at = opened(lang="en")
    assert not at.exception
    assert "There is no statement to test" in written(at)
    assert "These data come without statements." in [box.value for box in at.info]
    assert not statements(at)


def test_charts_and_tables_carry_their_words() -> None:
    at = opened(lang="en")
    at.session_state["judged table-complete en"] = True
    at.run()
    charts = at.get("vega_lite_chart")
    assert len(charts) >= 2
    assert all(chart.proto.alt for chart in charts)
    tables = re.findall(r"<table.*?</table>", written(at), re.DOTALL)
    assert len(tables) == 2
    for table in tables:
        assert re.search(r"<caption>[^<]+</caption>", table)
        assert 'scope="col"' in table
