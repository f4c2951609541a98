"""Briefs on partners: what they say, and the files that other programs open."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from geo.export.__main__ import main
from geo.export.brief.citing import Citing
from geo.export.brief.compose import brief_of
from geo.export.brief.docx_styles import PARAGRAPHS
from geo.export.brief.record import Brief
from geo.export.brief.request import MOST, BriefRequest, brief_name, render_brief
from geo.export.origin import origin_of
from geo.i18n import Words
from geo.ties.joining import joined
from geo.ties.roster import Roster, roster_of
from geo.ties.view import LANGUAGES
from tests.ties.test_joining import added

DAY = dt.date(2026, 11, 27)
HOSTILE = '<b>#eval("1")</b> *x* $y$ \\ \x07 @ref [a](http://example.org) {=1+1}'


def text_of(brief: Brief) -> str:
    """All that a brief says, a line a part."""
    told = [brief.title, brief.lead, brief.map_caption, brief.note]
    for section in brief.sections:
        rows = section.grid.rows if section.grid else ()
        told += [section.heading, *section.paragraphs, *(cell for row in rows for cell in row)]
        told += [f"{entry.date} {entry.text}" for entry in section.entries]
    return "\n".join([*told, *(source.title for source in brief.sources)])


def test_it_says_what_is_known_in_the_order_of_an_office(roster: Roster) -> None:
    brief = brief_of(roster, "east-java", "en", DAY)
    assert brief.lead == (
        "East Java: sister city of Shanghai since 30 August 2006. No tie with Beijing is on "
        "record. Next round year: 25 years with Shanghai, 30 August 2031."
    )
    headings = [section.heading for section in brief.sections]
    assert headings == [
        "Profile",
        "Ties",
        "How the tie came about",
        "Events since",
        "Other partners in the same country",
        "Anniversaries of the next 10 years",
    ]
    history, since = brief.sections[2].entries, brief.sections[3].entries
    assert history[0].date == "November 1992" and history[-1].date == "30 August 2006"
    assert [entry.date for entry in since] == ["22 November 2006 – 25 November 2006"]
    assert brief.sections[4].paragraphs[1] == "Beijing: Jakarta (4 August 1992)."
    numbers = [source.number for source in brief.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(entry.text.endswith("[2]") for entry in history)
    zh = brief_of(roster, "east-java", "zh", DAY)
    assert zh.lead.startswith("东爪哇省2006年8月30日与上海结为友好城市。未见与北京结好的记录。")
    assert [one.heading[:2] for one in zh.sections] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
        "六、",
    ]
    assert "截至2026年11月26日" in zh.note and "2026年11月27日" in zh.note


def test_whatever_is_not_known_of_a_partner_its_brief_is_whole(roster: Roster) -> None:
    undated = roster.ties[roster.ties["earliest"].isna() | (roster.ties["doubt"] != "")]
    for number, place in enumerate(dict.fromkeys(undated["place"])):
        brief = brief_of(roster, place, LANGUAGES[number % 2], DAY)
        told = text_of(brief)
        assert "nan" not in told.split() and "NaT" not in told and "{" not in told, place
        assert brief.sources and all(section.heading for section in brief.sections)


def test_ended_ties_have_no_anniversary_and_doubts_are_told(roster: Roster) -> None:
    prague = brief_of(roster, "prague", "en", DAY)
    assert "until 9 October 2019" in prague.lead and "Next round year" not in prague.lead
    assert not prague.sections[-1].entries
    doubtful = brief_of(roster, "vladivostok", "en", DAY)
    assert "open to doubt: whether made at all" in text_of(doubtful)
    undated = brief_of(roster, "kyiv", "en", DAY)
    assert "signed between 23 October 1993 and 5 April 1994" in undated.lead
    sofia = brief_of(roster, "sofia", "en", DAY)  # it may have had its fifth already
    assert "Next round year" not in sofia.lead and not sofia.sections[-1].entries
    assert "In which year the tie with Shanghai was signed is not known" in text_of(sofia)


def test_numbers_of_sources_are_written_short(roster: Roster) -> None:
    citing = Citing(roster, Words("en"))
    ids = list(roster.sources.index[:6])
    assert citing.numbers(ids) == "[1–6]"
    assert citing.numbers([ids[5], ids[0], ids[1]]) == "[1, 2, 6]"
    assert citing.after("x", []) == "x" and citing.after("x", ids[:1]) == "x [1]"


@pytest.fixture(scope="module")
def odd(roster: Roster) -> Roster:
    """Our data with a hostile name, and with a list of a reader's own."""
    places = roster.tables["places"].copy()
    places.loc[places["place"] == "kyiv", ["name_en", "name_zh", "full_en"]] = HOSTILE
    named = roster_of({**roster.tables, "places": places}, roster.release, roster.package, "odd")
    return joined(named, [added(named)])


@pytest.fixture(scope="module")
def files(odd: Roster) -> dict[str, bytes]:
    """Two partners, one of them a reader's own, in both languages, as every kind."""
    return {
        kind: render_brief(BriefRequest(("kyiv", "my-kalmar"), "both", kind, DAY), odd)
        for kind in ("docx", "pdf")
    }


def test_word_is_set_by_styles_with_east_asian_faces(files: dict[str, bytes]) -> None:
    document: Any = Document(io.BytesIO(files["docx"]))
    for name in PARAGRAPHS:
        fonts = document.styles[name].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) in ("FangSong", "SimHei"), name
        assert not any("heme" in key for key in fonts.attrib), name
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(part for cell in cells for part in cell.paragraphs)]
    assert {one.style.name for one in paragraphs} <= set(PARAGRAPHS)
    assert not [run for one in paragraphs for run in one.runs if run.font.size or run.font.name]
    titles = [one.text for one in document.paragraphs if one.style.name == "Title"]
    assert len(titles) == 4 and titles[2].startswith("友城简报：卡尔马（瑞典）")
    assert "*x* $y$" in titles[0] and "\x07" not in titles[0]
    pictures = [shape._inline.docPr for shape in document.inline_shapes]
    assert len(pictures) == 4 and all(one.get("descr").strip() for one in pictures)
    assert "PAGE" in document.sections[0].footer._element.xml
    heads = [table for table in document.tables if len(table.columns) == 6]
    assert len(heads) == 4 and all("w:tblHeader" in table._tbl.xml for table in heads)
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert links and all(link.startswith(("http://", "https://")) for link in links)


def test_pdf_is_tagged_and_its_chinese_can_be_read(files: dict[str, bytes]) -> None:
    pdf = PdfReader(io.BytesIO(files["pdf"]))
    told = "\n".join(page.extract_text() for page in pdf.pages)
    assert "友城简报" in told and "与釜山结为友好城市" in told and "Partner brief: Kalmar" in told
    assert "#eval" in told and "*x*" in told  # a name is never markup
    root = pdf.root_object
    assert root["/Lang"] == "zh" and "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    fonts = {str(font) for page in pdf.pages for font in _fonts(page)}
    assert fonts and all("YouchengSans" in font for font in fonts)


def _fonts(page: Any) -> list[Any]:
    return [one.get_object()["/BaseFont"] for one in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_file_says_where_it_comes_from_and_is_the_same_again(
    files: dict[str, bytes], odd: Roster, kind: str
) -> None:
    origin = origin_of(files[kind])
    assert origin and origin.address == "?lang=zh&partner=kyiv" and origin.as_of == odd.as_of
    one = BriefRequest(("my-kalmar",), "en", kind, DAY)
    assert render_brief(one, odd) == render_brief(one, odd)


def test_names_of_files_tell_partners_languages_and_day() -> None:
    one = BriefRequest(("hamburg",), "zh", "docx", DAY)
    assert brief_name(one) == "brief_hamburg_2026-11-27_zh.docx"
    several = [BriefRequest(("hamburg", other), "zh", "docx", DAY) for other in ("oslo", "cork")]
    assert len({brief_name(each) for each in several}) == 2


def test_what_cannot_be_made_is_refused_in_a_sentence(roster: Roster) -> None:
    with pytest.raises(ValueError, match="There is no partner “atlantis”"):
        render_brief(BriefRequest(("atlantis",), "en", "docx", DAY), roster)
    with pytest.raises(ValueError, match=f"一个文件最多包含{MOST}个伙伴"):
        render_brief(BriefRequest(("oslo",) * (MOST + 1), "zh", "pdf", DAY), roster)


def test_the_command_line_makes_the_same_file(
    tmp_path: Path, roster: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--brief", "汉堡", "--format", "docx", "--lang", "both", "--day", "2026-11-27"]
    assert main([str(tmp_path), *asked]) == 0
    request = BriefRequest(("hamburg",), "both", "docx", DAY)
    assert (tmp_path / brief_name(request)).read_bytes() == render_brief(request, roster)
    for wrong, sentence in (
        (["--brief", "Atlantis"], "there is no partner Atlantis"),
        (["--brief", "oslo", "--format", "16x9"], "briefs are made as docx or pdf"),
        (["--lang", "both"], "see --brief"),
    ):
        assert main([str(tmp_path), *wrong]) == 2
        assert sentence in capsys.readouterr().err
