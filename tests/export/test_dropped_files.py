"""Whatever file is dropped on the page *Data*: an origin, or none, and never a fault."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.data import archived
from geo.export.origin import Origin, origin_of, stamped
from geo.export.origin.office import CORE
from geo.export.origin.xmp import packet
from geo.intake.kinds import kind_of
from geo.intake.limits import Refused
from geo.intake.saved import is_package, list_in
from geo.ties.address import read_address
from geo.ties.roster import load_roster
from tests.intake.hostile import cannot_be_unpacked, workbook

ROSTER = load_roster()
ORIGIN = Origin("A title", "choice?lang=en&country=JP", "2.0.0", dt.date(2026, 11, 26), "To cite")


def office(compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A file of an office with nothing in it but where it comes from."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        package.writestr(CORE, "<a/>")
    content = stamped(out.getvalue(), "pptx", ORIGIN)
    assert origin_of(content) == ORIGIN
    return content


FILES = [office(), b"GIF8" + packet(ORIGIN) + b";"]


def holds(content: bytes) -> None:
    """What is true of every file: it has an origin whose address opens a view, or it has none."""
    origin = origin_of(content)
    if origin is not None:
        read_address(parse_qs(origin.address.partition("?")[2]), ROSTER)
        assert isinstance(origin.as_of, dt.date)


@settings(derandomize=True)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=4),
    st.floats(0, 1),
)
def test_a_file_that_was_damaged_on_its_way_is_read_or_not(
    content: bytes, changes: list[tuple[float, int]], kept: float
) -> None:
    damaged = bytearray(content)
    for where, byte in changes:
        damaged[int(where * len(damaged))] = byte
    holds(bytes(damaged))
    holds(bytes(damaged[: int(kept * len(damaged))]))


@settings(derandomize=True)
@given(st.sampled_from([b"", b"PK\x03\x04", b"%PDF", b"<svg>"]), st.binary(max_size=200))
def test_any_bytes_are_a_file(start: bytes, rest: bytes) -> None:
    holds(start + rest)


@pytest.mark.parametrize(("method", "flags"), [(8, 1), (12, 0), (14, 0), (99, 0)])
def test_an_archive_that_cannot_be_unpacked_is_told_apart(method: int, flags: int) -> None:
    assert origin_of(cannot_be_unpacked(FILES[0], method, flags)) is None
    package = cannot_be_unpacked(archived({"datapackage.json": b"{}"}), method, flags)
    assert is_package(package)
    with pytest.raises(Refused):
        list_in(package)
    with pytest.raises(Refused):
        kind_of(cannot_be_unpacked(workbook([["City"]]), method, flags))
