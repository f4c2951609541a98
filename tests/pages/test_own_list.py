"""A reader's own list on the page of the data, and on the others, without a browser."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.i18n import Words
from geo.ties.view import LANGUAGES
from pages.parts import session
from pages.parts.own import draft as drafts
from tests.pages.app import opened, opened_on, read, sound, state_of, view_of

LIST = """友好城市,国家,结好时间
横滨市,日本,1990年5月8日
阿姆斯特丹,荷兰,1994年
<b>鬼城</b>,无此国,1995
""".encode("gb18030")
BOTH = pytest.mark.parametrize("lang", LANGUAGES)


def uploaded(name: str = "天津市.csv", content: bytes = LIST, **query: Any) -> AppTest:
    """The page of the data once a file was dropped on it."""
    at = opened_on("data", **query)
    at.session_state[drafts.DRAFT] = drafts.Draft(1, name, content)
    return sound(at.run())


def button(at: AppTest, key: str) -> Any:
    return at.button(key=key)


def told(at: AppTest) -> str:
    blocks = [*at.markdown, *at.error, *at.success]
    return " ".join([read(at), *(block.value for block in blocks)]).replace("\\", "")


def used(at: AppTest) -> AppTest:
    return sound(button(at, "own use").click().run())


@BOTH
def test_a_list_is_read_and_its_rows_are_told_apart(lang: str) -> None:
    at = uploaded(lang=lang)
    sentence = Words(lang).say(
        "Rows used: {good}; used with a remark: {remarked}; refused: {refused}",
        good="2",
        remarked="0",
        refused="1",
    )
    assert sentence in told(at)
    assert at.text_input(key="own 1 home").value in ("Tianjin", "天津", "天津市")
    assert at.selectbox(key="own 1 encoding").value == "gb18030"


def test_a_used_list_is_on_every_page_and_forgotten_by_a_button() -> None:
    at = used(uploaded(lang="zh"))
    assert view_of(at).homes == ("shanghai", "beijing", "my-tianjin")
    told_address = view_of(at).to_query(at.session_state[session.JOINED])
    assert told_address["home"] == ["shanghai", "beijing", "my-tianjin"]
    for page in ("map", "choice", "same_country", "article", "slides", "data"):
        sound(at.switch_page(f"pages/{page}.py").run())
        assert view_of(at).homes[-1] == "my-tianjin", page
    words = Words("zh")
    assert words.say("Shown on every page now: {homes}.", homes="天津") in told(at)
    at.session_state[session.VIEW] = view_of(at).but(levels=("district",))
    sound(at.run())
    left = words.count(
        "{n} tie of it is left out by the levels, filters or years chosen.",
        "{n} ties of it are left out by the levels, filters or years chosen.",
        2,
    )
    assert left in told(at)
    sound(button(at, "own forget").click().run())
    assert view_of(at).homes == ("shanghai", "beijing")
    assert state_of(at, session.JOINED) is None or not at.session_state[session.JOINED].brought
    assert state_of(at, drafts.DRAFT) is None


def test_what_was_uploaded_outlives_pages_languages_and_errors() -> None:
    at = uploaded(lang="en")
    at.text_input(key="own 1 home").set_value("Harbin")
    sound(at.run())
    sound(at.switch_page("pages/choice.py").run())
    at.session_state[session.VIEW] = view_of(at).but(lang="zh")
    sound(at.run())
    sound(at.switch_page("pages/data.py").run())
    assert at.session_state[drafts.DRAFT].content == LIST
    assert at.text_input(key="own 1 home").value == "Harbin"


def test_another_reader_sees_nothing_of_it() -> None:
    used(uploaded(lang="en"))
    other = opened(lang="en", home=["shanghai", "my-tianjin"])
    assert "my-tianjin" not in other.session_state[session.VIEW].homes
    assert "stayed in the browser window where it was added" in read(other)
    assert "Not understood" not in read(other)


def test_a_column_is_set_by_the_reader() -> None:
    at = uploaded("x.csv", b"A,B,C\nYokohama,Osaka,Japan\n", lang="en")
    assert ["name the city" in str(one.value) for one in at.warning] == [True]
    assert not [table for table in at.dataframe if table.value.empty], "it would say so in English"
    refused = next(table.value for table in at.dataframe if "Reason" in table.value)
    assert list(refused["Country"]) == ["Japan"]
    at.text_input(key="own 1 home").set_value("Tianjin")
    sound(at.run())
    at.selectbox(key="own 1 column  1 en").set_value("partner")
    sound(at.run())
    assert drafts.READ in at.session_state
    reading = at.session_state[drafts.READ][1].understood.reading
    assert [row.partner for row in reading.rows] == ["Osaka"]


def test_refused_rows_are_mended_by_what_the_reader_writes() -> None:
    at = uploaded(lang="en")
    now = at.session_state[drafts.DRAFT]
    mended = {("", 4): {"partner": "鹿特丹", "country": "荷兰"}}
    at.session_state[drafts.DRAFT] = drafts.replace(now, mended=mended)
    sound(at.run())
    assert "Rows used: 3; used with a remark: 0; refused: 0" in told(at)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ties.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("ties.csv", b""),
        ("ties.xlsx", b"PK\x03\x04" + bytes(80)),
        ("ties.csv", b"Partner,Country\n"),
    ],
)
@BOTH
def test_hostile_files_get_a_sentence_and_the_page_lives(
    lang: str, name: str, content: bytes
) -> None:
    at = opened_on("data", lang=lang)
    at.session_state[drafts.DRAFT] = drafts.Draft(1, name, content)
    sound(at.run())
    assert at.error or Words(lang).say("No row of the list can be shown yet.") in read(at)
    assert not [one for one in at.button if one.key == "own use"]


def test_html_and_formulas_in_names_stay_text() -> None:
    rows = "Partner,Country\n=HYPERLINK(1),Japan\n<img src=x onerror=1>,Japan\nOsaka,Japan\n"
    at = used(uploaded("Tianjin.csv", rows.encode(), lang="en"))
    assert "onerror" not in "".join(one.proto.body for one in at.get("html"))
    assert all(not str(cell).startswith("=") for cell in at.session_state[session.JOINED].ties)


def test_a_saved_package_opens_the_list_elsewhere() -> None:
    at = used(uploaded(lang="en"))
    content = at.session_state[session.LISTS][1]
    assert "ties.csv" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    other = opened_on("data", lang="en")
    assert not other.session_state[session.VIEW].homes[2:]
    roster = at.session_state[session.JOINED]
    assert roster.brought == (content,)
