"""Lists whose session is gone come back from the browser window that still has them."""

from __future__ import annotations

from base64 import b64encode

import pytest

from geo.data import archived
from geo.intake.asked import Asked
from geo.intake.package import package_of
from geo.intake.reading import read_text
from pages.parts import session
from pages.parts.own import lost
from tests.pages.app import lost_lists_of, opened, sound, view_of, with_lost_lists


def test_what_is_no_list_is_refused_and_a_list_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost, "address_of", lambda content, media, name: name)
    at = opened(lang="en")
    assert lost_lists_of(at)["lists"] == []
    for wrong in ("%%%", b64encode(b"PK, not a list").decode()):
        sound(at._run(with_lost_lists(at, "1", [wrong])))
        told = lost_lists_of(at)
        assert told["fault"].startswith("This archive is") and not told["taken"]

    asked = Asked("Qingdao")
    read = read_text("Partner,Country,Established\nHamburg,Germany,1986-05-29\n", asked)
    package = archived(package_of(read, asked).files)
    sound(at._run(with_lost_lists(at, "2", [b64encode(package).decode()] * 2)))
    told = lost_lists_of(at)
    assert (told["taken"], told["fault"]) == ("2", "")
    assert list(at.session_state[session.LISTS].values()) == [package]
    assert "my-qingdao" in view_of(at).homes
