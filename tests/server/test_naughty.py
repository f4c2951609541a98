"""Whatever stands in an address: a valid view or a clear sentence, and nothing of it as HTML."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement
from starlette.routing import Match

from geo.export.pages import FORMER_PAGES, PAGES
from geo.ties.address import LONGEST, MOST, NEAR_NAMES, OTHERS, read_address
from geo.ties.parameters import READERS
from geo.ties.roster import load_roster
from pages.parts.display import Display
from server.asked import LONGEST_QUERY
from server.data_address import DataAddress
from server.head import with_head
from server.reading import Refusal, file_asked
from server.settings import Settings
from tests.logs import heard
from tests.naughty import MARKUP, VALUES
from tests.server.asgi import Answer, answer_of, scope_of

ROSTER = load_roster()
NAMES = sorted({*READERS, *OTHERS, *NEAR_NAMES, "table", "as", "nonsense"})
ROUTE = DataAddress(Settings(requests_a_minute=0))
BYTES = st.binary(max_size=60).map(lambda raw: quote(raw, safe="&=;+%"))
"""Percent-encoded bytes, many of them no UTF-8 and no ASCII."""


def written(query: dict[str, list[str]]) -> bytes:
    return urlencode(query, doseq=True, errors="surrogatepass").encode()


def answer(path: str, query: bytes = b"") -> Answer | None:
    """What the data address answers, or nothing where a path is none of its."""
    scope = scope_of(path, query)
    match, more = ROUTE.matches(scope)
    return None if match is Match.NONE else answer_of(ROUTE.handle, scope | more)


def holds(found: Answer | None, may_be_elsewhere: bool = False) -> None:
    """What is true of every answer: the file, or a plain sentence that is no fault."""
    if found is None:
        assert may_be_elsewhere
        return
    assert found.status in (200, 400, 404, 414), found.text
    if found.status != 200:
        assert found.headers["content-type"].startswith("text/plain")
        is_clear(found.text)
    assert all(value.isprintable() for value in found.headers.values())


def is_clear(sentence: str) -> None:
    """What is true of every sentence that says what is wrong with an address."""
    assert sentence.isprintable() and 10 < len(sentence) < 1000


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value[:12]))
def test_every_parameter_takes_every_value(value: str) -> None:
    for query in (
        {name: [value] for name in NAMES},
        {name: [value, "x", value, ""] for name in NAMES},
        {value: [value], "lang": ["zh"]},
    ):
        view, missed = read_address(query, ROSTER)
        own = view.to_query(ROSTER)
        assert read_address(own, ROSTER) == (view, []), "the view is not one of its own addresses"
        assert all(line.isprintable() for line in missed)
        assert len(missed) <= MOST + 1
        assert all(len(line) <= (MOST + 3) * (LONGEST + 2) for line in missed)
        asked = Display.from_query(query)
        assert Display.from_query(asked.but(present=True).to_query("slides")).picture in (
            asked.picture,
            "",
        )


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value[:12]))
def test_every_data_address_answers_every_value(value: str) -> None:
    long = len(value) > LONGEST_QUERY
    queries = {name: written({name: [value]}) for name in (NAMES[:1] if long else NAMES)}
    refused = {name for name in queries if long or read_address({name: [value]}, ROSTER)[1]}
    for page in PAGES:
        for name in refused:
            with pytest.raises(Refusal) as told:
                file_asked(scope_of("/", queries[name]) | {"data_address": (page, "csv")}, ROSTER)
            is_clear(told.value.sentence)
    with heard() as lines:
        for name in {"q", "table", "picture"} & set(queries):
            holds(answer("/.json", queries[name]))
        holds(answer("/choice", written({"as": [value]})), not value)
        for path in (f"/{value}.csv", f"/{value}/data.csv", f"/data.csv/{value}", f"/{value}"):
            holds(answer(path), True)
    assert not lines


def test_repeated_keys_and_bytes_that_are_no_text_are_answered() -> None:
    for query in (
        b"lang=zh&lang=en&country=JP&country=JP&years=1980&years=1990&years=2000",
        b"q=%ff%fe&country=%ed%a0%80", b"%00=%00", b"&&&==&=a&a", b"q=%", b"q=%u0041%zz",
        b"\xff\xfe=\x80", b"&".join([b"country=JP"] * 350), b"a=1&" * 999,
        b"x" * (LONGEST_QUERY + 1),
    ):  # fmt: skip
        for page in (*PAGES, *FORMER_PAGES):
            holds(answer(f"/{page}.csv", query))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_an_address_is_html_in_the_head_of_a_page(page: str) -> None:
    def head(query: bytes, host: str) -> HtmlElement:
        scope = scope_of(f"/{page}", query, host="a.example", x_forwarded_host=host)
        return html.fromstring(
            with_head('<html lang="en"><head><title>S</title></head></html>', scope, page)
        )

    def links(root: HtmlElement) -> list[dict[str, str]]:
        return [dict(element.attrib) for element in root.iter("link")]

    usual = links(head(b"", "a.example"))
    for value in (MARKUP, f'"><script>alert(1)</script>{MARKUP}', "</title><b>", "' onload='x"):
        root = head(written({name: [value] for name in NAMES})[:LONGEST_QUERY], value)
        assert all(one in usual for one in links(root))
        others = [element for element in root.iter() if element.tag != "link"]
        assert {element.tag for element in others} <= {"html", "head", "title", "meta"}
        assert {name for element in others for name in element.attrib} <= {
            "lang", "name", "property", "content",
        }  # fmt: skip


@settings(derandomize=True)
@given(st.lists(st.tuples(st.sampled_from([*NAMES, ""]), BYTES), max_size=4), BYTES)
def test_any_bytes_are_an_address(pairs: list[tuple[str, str]], rest: str) -> None:
    query = "&".join([*(f"{name}={value}" for name, value in pairs), rest])
    holds(answer("/data.csv", query.encode()))
