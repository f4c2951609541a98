"""All that is known of a partner in words, and the evidence of its role."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.i18n import Words
from geo.ties.evidence import evidence, role_evidence
from geo.ties.partner import partner_of
from geo.ties.roster import Roster
from geo.ties.view import View


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_partner_is_told_whole(roster: Roster, lang: str) -> None:
    view = View.default(roster, lang)
    for place, row in roster.places.iterrows():
        partner = partner_of(roster, view, str(place))
        ties = roster.ties[roster.ties["place"] == place]
        assert (partner.name, len(partner.ties)) == (row[f"name_{lang}"], len(ties))
        assert len(partner.roles) >= 2
        for role in partner.roles:
            assert role.sentence
            assert set(role.sources) <= set(roster.sources.index)
        for tie in partner.ties:
            assert all((tie.name, tie.level, *tie.facts, *tie.notes))
            assert tie.sources
            assert {one for event in tie.events for one in event.sources} <= {
                source.source for source in tie.sources
            }
            assert all(source.title and source.about for source in tie.sources)


def test_the_evidence_of_a_role_is_one(roster: Roster) -> None:
    """What a card and a tooltip say: the same sentences, a tooltip without the sources."""
    for _, place in roster.places.iterrows():
        for lang in ("en", "zh"):
            told = role_evidence(place, Words(lang))
            lines = [line for one in told for line in (one.sentence, one.remark) if line]
            assert evidence(place, Words(lang)) == lines
    yokohama = role_evidence(roster.places.loc["yokohama"], Words("en"))
    assert [one.sentence for one in yokohama][:2] == ["not a national capital", "sea port"]
    assert "Yokohama" in yokohama[1].remark


@pytest.mark.parametrize(("lang", "said"), [("en", "year not known"), ("zh", "年份不详")])
def test_people_without_a_year_say_so(roster: Roster, lang: str, said: str) -> None:
    for _, place in roster.places.iterrows():
        lines = " ".join(evidence(place, Words(lang)))
        assert "()" not in lines and "（年）" not in lines
        assert (said in lines) == (place["population_year"] == "")


def test_a_place_without_a_word_on_its_role_and_a_source_without_a_row(small: Roster) -> None:
    bare = replace(small, sources=small.sources.iloc[:0])
    partner = partner_of(bare, View.default(bare, "en"), "oita")
    assert partner.roles == ()
    assert [(one.source, one.title, one.url) for one in partner.ties[0].sources] == [
        ("HAND", "HAND", "")
    ]


def test_what_the_view_leaves_out_is_told(small: Roster) -> None:
    view = View.default(small, "en").but(years=(1990, 2000))
    notes = {tie.name: tie.notes[-1:] for tie in partner_of(small, view, "oita").ties}
    assert notes["Wuhan"] == ("Not made in the years shown.",)
    assert notes["Wuhan, Hongshan"] == ("The present filters leave this tie out.",)
    ended = partner_of(small, view.but(years=(1980, 2020)), "bergen").ties[0]
    assert ended.notes[-1] == "Not on the map: it had ended by the last year shown."
