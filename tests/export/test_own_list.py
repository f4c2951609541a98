"""A reader's list in a process of its own: whatever becomes of that, the reader is told."""

from __future__ import annotations

import csv
import io
import os
import sys
import time
from collections.abc import Iterator

import pytest

from geo.export import own_list
from geo.export.own_list import Outcome, processes
from geo.export.own_list.outcome import MOST_MENDED, SHOWN, outcome_of
from geo.i18n import Words
from geo.intake.asked import Asked
from geo.intake.limits import TOO_SLOW, Refused


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    own_list.close()


def takes_more_than_there_is(*_: object) -> Outcome:
    return Outcome(Refused("{n} bytes were there.", n=len(bytearray(2 * processes.MEMORY))))


def finds_room_beside_a_table(*_: object) -> Outcome:
    """What a process may take is set before its first table; by then it may be a little more."""
    import pyarrow as pa

    processes.MEMORY += 80 * 2**20  # in this process alone
    processes._bound_memory.__wrapped__()
    pa.array(["Osaka"] * 1000)
    return Outcome(Refused("{n} bytes were there.", n=len(bytearray(100 * 2**20))))


def dies(*_: object) -> Outcome:
    os._exit(1)


def never_ends(*_: object) -> Outcome:
    while True:
        time.sleep(0.1)


def test_a_list_is_read_apart_and_comes_back() -> None:
    told = own_list.read("友好城市,国家\n横滨市,日本\n".encode("gb18030"), "", "天津.csv", Asked())
    assert told.understood
    assert told.understood.homes == {"tianjin": ("Tianjin", "天津")}
    refused = own_list.read(b"\x89PNG\r\n\x1a\n", "", "x.csv", Asked()).refused
    here = outcome_of(b"\x89PNG\r\n\x1a\n", "", "x.csv", Asked()).refused
    assert refused and here
    assert refused.sentence(Words("zh")) == here.sentence(Words("zh"))


@pytest.mark.parametrize("read", [takes_more_than_there_is, dies])
def test_too_much_memory_is_told(read: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "outcome_of", read)
    refused = own_list.read(b"x", "", "x.csv", Asked()).refused
    assert refused
    assert refused.message == processes.TOO_HEAVY


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process has a bound")
def test_a_table_takes_no_more_than_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    own_list.close()  # a process that has seen no table yet
    monkeypatch.setattr(processes, "outcome_of", finds_room_beside_a_table)
    refused = own_list.read(b"x", "", "x.csv", Asked()).refused
    assert refused
    assert refused.message == "{n} bytes were there."


def test_what_never_ends_is_ended_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "outcome_of", never_ends)
    monkeypatch.setattr(processes, "STARTING", 0.0)
    refused = own_list.read(b"x", "", "x.csv", Asked(seconds=0.5)).refused
    assert refused
    assert refused.message == TOO_SLOW
    assert "0.5" in refused.sentence(Words("zh"))


def test_of_a_long_list_the_first_rows_are_shown_and_all_are_counted_and_given() -> None:
    good = [f"横滨市,日本,{1900 + n % 100}年,城市{n}" for n in range(SHOWN + 5)]
    lost = [f"无此城{n},无此国,1990年,天津" for n in range(MOST_MENDED + 7)]
    text = "\n".join(["友好城市,国家,结好时间,城市", *good, *lost])
    told = outcome_of(b"", text, "", Asked(home="")).understood
    assert told
    assert told.refused >= len(lost)
    assert told.good + told.remarked + told.refused == len(good) + len(lost)
    assert len(told.reading.rows) <= SHOWN
    assert len(told.refusals) == MOST_MENDED
    assert all(len(layout.rows) < 10 for _, layout in told.reading.layouts)
    for lang, head in (("en", "Reason"), ("zh", "原因")):
        rows = list(csv.DictReader(io.StringIO(told.refused_files[lang].decode("utf-8-sig"))))
        assert len(rows) == told.refused
        assert all(row[head] for row in rows)
