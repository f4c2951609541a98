"""Faults that nobody thought of: a line in the log without the reader's words, and a sentence."""

from __future__ import annotations

from typing import NoReturn

import pytest

from server import data_address, head
from server.data_address import DataAddress
from server.faults import in_a_line
from server.settings import Settings
from tests.logs import heard
from tests.server.asgi import answer_of, scope_of

SECRET = "a word of the reader’s\nand another"


def broken(*_: object) -> NoReturn:
    raise KeyError(SECRET)


def test_a_file_that_cannot_be_made_is_a_sentence_and_a_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(data_address, "file_asked", broken)
    scope = scope_of("/choice.png", b"lang=zh&q=secret") | {"data_address": ("choice", "a\nkind")}
    with heard() as lines:
        answer = answer_of(DataAddress(Settings()).handle, scope)
    assert (answer.status, answer.text[-1]) == (500, "。")
    assert len(lines) == 1
    assert lines[0].startswith("Fault: file of page “choice” (zh): KeyError at tests/server/test_f")
    assert " < server/data_address.py:" in lines[0]
    assert "secret" not in lines[0] and "reader" not in lines[0]


def test_a_page_whose_head_cannot_be_made_is_sent_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(head, "with_head", broken)
    page = [{"headers": [(b"content-type", b"text/html")]}, {"body": b"<title>x</title>"}]
    with heard() as lines:
        assert head.rewritten(page, scope_of("/choice"), "choice") == page
    assert len(lines) == 1 and "head of page “choice”" in lines[0]


def test_causes_are_named_without_what_they_say() -> None:
    try:
        try:
            broken()
        except KeyError as fault:
            raise ValueError(SECRET) from fault
    except ValueError as fault:
        assert in_a_line(fault).startswith("ValueError from KeyError at tests/server/test_faults.")
    assert in_a_line(RuntimeError(SECRET)) == "RuntimeError at an unknown place"
