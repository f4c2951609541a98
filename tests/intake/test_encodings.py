"""Bytes to text: evidence decides, and a reader can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.intake.encodings import decode, encoding_named, guesses, is_sure
from geo.intake.limits import Refused

LISTS = {
    "gb18030": "城市,国家,结好时间\n横滨市,日本,1973年11月30日\n汉堡市,德国,1986年5月29日\n",
    "cp950": "城市名,國家,締約日\n橫濱市,日本,1973年11月30日\n漢堡市,德國,1986年5月29日\n",
    "cp949": "도시,국가,체결일\n요코하마시,일본,1973.11.30\n함부르크,독일,1986.05.29\n",
    "cp932": "都市名,国,提携年月日\n横浜市,日本,1973年11月30日\nハンブルク,ドイツ,1986年5月29日\n",
    "cp1250": "Miasto,Kraj,Data\nŁódź,Polska,1994\nWrocław,Polska,1996\n",
    "cp1252": "Stadt;Land;seit\nMünchen;Deutschland;1990\nKöln;Österreich;1980\n",
    "utf-8": "城市,国家\n横滨市,日本\n",
    "utf-16": "城市\t国家\n横滨市\t日本\n",
}


@pytest.mark.parametrize("encoding", LISTS)
def test_an_encoding_is_found_by_evidence(encoding: str) -> None:
    content = LISTS[encoding].encode(encoding)
    best, *_ = found = guesses(content)
    assert best.encoding == encoding
    assert is_sure(found)
    assert decode(content, best.encoding) == LISTS[encoding]


@pytest.mark.parametrize("encoding", ["cp950", "cp949", "cp932"])
def test_what_decodes_as_gb18030_into_rubbish_is_not_taken_for_it(encoding: str) -> None:
    content = LISTS[encoding].encode(encoding)
    assert content.decode("gb18030") != LISTS[encoding]  # without an error: that is the trap
    scores = {guess.encoding: guess.score for guess in guesses(content)}
    assert scores[encoding] - scores.get("gb18030", 0) > 0.5


def test_one_letter_is_enough_where_the_heads_are_polish() -> None:
    text = "Miasto partnerskie;Kraj\nAstana (Akmoła);Kazachstan\n"
    assert guesses(text.encode("cp1250"))[0].encoding == "cp1250"


def test_marks_and_zeros_tell_unicode() -> None:
    text = LISTS["utf-16"]
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding), guesses(text.encode(encoding))[0].encoding) == text
    plain = "City\tCountry\nKobe\tJapan\n"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert guesses(plain.encode(encoding))[0].encoding == encoding


def test_samples_for_a_choice_show_the_names() -> None:
    found = guesses("东京,大阪\n".encode("gb18030"))
    assert found[0].sample == "东京,大阪"
    assert len({guess.sample for guess in found}) > 1


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Big5", "cp950"), ("GBK", "gb18030"), ("Shift-JIS", "cp932"), ("latin-1", "cp1252")],
)
def test_a_reader_may_name_an_encoding_as_people_do(name: str, encoding: str) -> None:
    assert encoding_named(name) == encoding


@pytest.mark.parametrize("name", ["", "rot13", "zlib", "unicode_escape", "klingon", "idna", "a\0b"])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="is no encoding that is read here"):
        encoding_named(name)


def test_a_mixture_is_read_as_far_as_it_goes() -> None:
    content = "城市,国家\n横滨市,日本\n大阪市,日本\n神户市,日本\n".encode() + "釜山,韩国\n".encode(
        "gbk"
    )
    text = decode(content, guesses(content)[0].encoding)
    assert "横滨市,日本" in text
    assert "\ufffd" in text


@given(st.binary(max_size=400))
def test_any_bytes_have_a_best_guess_that_decodes(content: bytes) -> None:
    found = guesses(content)
    assert found
    assert isinstance(decode(content, found[0].encoding), str)


@given(st.sampled_from(sorted(LISTS)), st.integers(1, 3))
def test_a_longer_list_is_no_less_sure(encoding: str, times: int) -> None:
    text = LISTS[encoding]
    body = "".join(text.splitlines(keepends=True)[1:])
    assert guesses((text + body * times).encode(encoding))[0].encoding == encoding
