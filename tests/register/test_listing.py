"""An answer is read defensively: whatever comes, pairs or a sentence."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.i18n import Words
from geo.intake.limits import Refused
from geo.register.listing import FIELDS, Listing, Pair, read_listing
from tests.register.loopback import answer_of, row

TODAY = dt.date(2026, 9, 30)
YOKOHAMA = row("上海市", "上海市", "横滨市", "日本", "1973-11-30", sn="0007")


def read(*rows: Any) -> Listing:
    return read_listing(answer_of(*rows), TODAY)


def pair(**cells: Any) -> tuple[Pair, list[str]]:
    """The pair of a row, and what is said of it."""
    [one] = read(YOKOHAMA | cells).pairs
    return one, [remark.sentence(Words("en")) for remark in one.remarks]


def test_a_row_is_read() -> None:
    assert pair() == (
        Pair(1, "上海市", "上海市", "横滨市", "日本", "JP", "1973-11-30", "0007"),
        [],
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The answer is not JSON: it begins with “”."),
        (b"<!DOCTYPE html><p>\x1b[31m", "not JSON: it begins with “<!DOCTYPE html><p>\ufffd[31m”."),
        ("上海".encode("gb18030"), "not UTF-8"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
        (answer_of(YOKOHAMA)[:-9], "goes wrong or breaks off at character"),
        (b'{"data": {"lists": [{"prov": "\x00"}]}}', "goes wrong or breaks off at character"),
        (b"[" * 100_000, "goes wrong or breaks off"),
        (b'{"code": 0, "msg": "login"}', "no list under data.lists"),
        (b'{"data": {"lists": "none"}}', "no list under data.lists"),
        (b'{"data": {"lists": {"a": {}}}}', "no list under data.lists"),
        (b'{"data": [1]}', "no list under data.lists"),
        (b"null", "no list under data.lists"),
        (answer_of(), "The list of the answer is empty"),
        (answer_of({"town": "横滨"}), 'the first is “{"town": "横滨"}”.'),
        (answer_of(*[7] * 50_001), "more than 50,000 rows"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read_listing(content, TODAY)
    assert sentence in str(refused.value)


def test_a_list_that_php_wrote_as_an_object_is_a_list() -> None:
    content = json.dumps({"data": {"lists": {"0": YOKOHAMA, "5": YOKOHAMA | {"w_city": "大阪市"}}}})
    found = read_listing(content.encode("utf-8-sig"), TODAY)
    assert [one.partner for one in found.pairs] == ["横滨市", "大阪市"]


@pytest.mark.parametrize(
    ("qzsj", "jhsj", "date", "remark"),
    [
        ("1973-11-30 00:00:00", "1973", "1973-11-30", ""),
        ("1973年11月30日", 1973, "1973-11-30", ""),
        (123436800, "1973年", "1973-11-30", ""),
        ("", "1973", "1973", ""),
        (None, None, "", ""),
        ("0000-00-00 00:00:00", "0", "", ""),
        ("1970-01-01 08:00:00", "1985", "1985", "what programs write for no date"),
        ("1973-11-30", "1974", "1973-11-30", "jhsj has “1974”"),
        ("2031-01-01", "", "", "lies in the future"),
        ("1973-02-30", "", "1973-02", "no calendar has"),
        ("soon", "", "", "not understood as a date"),
        (["1973-11-30"], "1973", "1973", "qzsj is not a text"),
        (True, "", "", "qzsj is not a text"),
    ],
)
def test_a_date_is_read_as_it_may_be_written(qzsj: Any, jhsj: Any, date: str, remark: str) -> None:
    one, remarks = pair(qzsj=qzsj, jhsj=jhsj)
    assert one.date == date
    assert len(remarks) == bool(remark)
    assert remark in "".join(remarks)


def test_what_is_odd_in_a_row_is_told() -> None:
    one, remarks = pair(w_city="横\x00滨\u202e市", w_country="Atlantis")
    assert (one.partner, one.country) == ("横滨市", "")
    assert [text.partition(":")[0] for text in remarks] == [
        "w_city has signs that cannot be seen, which are left out",
        "“Atlantis” is no country that is known",
    ]
    assert len(pair(w_city="长" * 9999)[0].partner) == 120


def test_rows_that_cannot_be_used_are_told_with_their_numbers() -> None:
    nobody = YOKOHAMA | {"prov": None, "city": " "}
    found = read(YOKOHAMA, "row", {"prov": "上海"}, nobody, YOKOHAMA | {"sn": "9"})
    assert [one.number for one in found.pairs] == [1]
    assert found.rows == 5
    assert [(number, remark.sentence(Words("zh"))) for number, remark in found.unusable] == [
        (2, "不是带字段的一行：“\"row\"”"),
        (3, "没有友城名称"),
        (4, "没有中方城市：prov和city均为空"),
        (5, "与第1行重复"),
    ]  # fmt: skip


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=3,
)


@settings(max_examples=20)
@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), ANYTHING) | ANYTHING, max_size=4))
def test_no_row_is_lost_whatever_stands_in_it(rows: list[Any]) -> None:
    try:
        found = read(*rows)
    except Refused as refused:
        assert str(refused).endswith(".")
        return
    numbers = [one.number for one in found.pairs] + [number for number, _ in found.unusable]
    assert sorted(numbers) == list(range(1, len(rows) + 1))
    for one in found.pairs:
        assert all(cell.isprintable() for cell in (one.city, one.partner, one.serial))
