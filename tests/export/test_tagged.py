"""A picture as a PDF says its language, and what it shows to those who do not see it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from geo.export.request import Request, render_file
from geo.figures.alternative import of_figure
from geo.figures.catalogue import figure_of
from geo.ties.roster import Roster
from geo.ties.view import View


@pytest.mark.parametrize(("lang", "said"), [("zh", "zh-Hans"), ("en", "en-GB")])
def test_a_pdf_is_one_figure_with_its_alternative_in_its_language(
    lang: str, said: str, roster: Roster
) -> None:
    asked = Request(View.default(roster, lang), "shares")
    file = render_file(asked, "pdf", roster)
    pdf = PdfReader(io.BytesIO(file))
    root: Any = pdf.root_object
    assert root["/Lang"] == said
    assert root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    tree = root["/StructTreeRoot"]
    document = tree["/K"]
    (figure,) = (one.get_object() for one in document["/K"])
    assert (document["/S"], figure["/S"]) == ("/Document", "/Figure")
    assert document["/P"].get_object() == tree and figure["/P"].get_object() == document
    scene = asked.scene(roster)
    assert figure["/Alt"].startswith(of_figure(figure_of(scene, "shares"), scene.words))
    page = pdf.pages[0]
    key, (parent,) = tree["/ParentTree"]["/Nums"]
    assert key == page["/StructParents"] and parent.get_object() == figure
    assert figure["/Pg"].get_object() == page
    content = page["/Contents"].get_data()  # type: ignore[union-attr]
    assert content.startswith(b"/Figure <</MCID %d>> BDC" % figure["/K"])
    assert content.rstrip().endswith(b"EMC") and content.count(b"BDC") == content.count(b"EMC")
    assert page.extract_text()
    assert render_file(asked, "pdf", roster) == file
