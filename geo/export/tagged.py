"""A picture as a tagged PDF: its language, and one figure with its alternative text."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from geo.i18n import LOCALES

BEGIN, END = b"/Figure <</MCID 0>> BDC\n", b"\nEMC\n"
"""Around all that a page draws, so that the structure can point to it (ISO 32000-1, 14.6)."""


def tagged(pdf: bytes, alternative: str, lang: str) -> bytes:
    """The same document with a structure tree of one figure (ISO 32000-1, 14.7 and 14.8).

    All that its page draws belongs to the figure, which is read out as its alternative text. Equal
    documents stay equal.

    Args:
        pdf: of one page, whose content is one stream.
        alternative: what it shows, for those who do not see it.
        lang: ``zh`` or ``en``.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    page, root = writer.pages[0], writer.root_object
    content = DecodedStreamObject()
    drawn = page.get_contents()
    assert drawn is not None  # which would be an empty page
    content.set_data(BEGIN + drawn.get_data() + END)
    writer._replace_object(page.raw_get("/Contents"), content.flate_encode())
    page.update(_named(StructParents=NumberObject(0), Tabs=NameObject("/S")))
    root.update(
        _named(
            Lang=TextStringObject(str(LOCALES[lang]).replace("_", "-")),
            MarkInfo=_named(Marked=BooleanObject(True)),
            ViewerPreferences=_named(DisplayDocTitle=BooleanObject(True)),
            StructTreeRoot=_structure(writer, alternative),
        )
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _structure(writer: PdfWriter, alternative: str) -> IndirectObject:
    """The tree: a document of one figure, which is what the first page draws."""
    page = writer.pages[0]
    assert page.indirect_reference
    tree, document = DictionaryObject(), DictionaryObject()
    at_tree, at_document = writer._add_object(tree), writer._add_object(document)
    box = _named(O=NameObject("/Layout"), BBox=page.mediabox, Placement=NameObject("/Block"))
    figure = writer._add_object(
        _element(
            "Figure",
            at_document,
            NumberObject(0),
            Pg=page.indirect_reference,
            Alt=TextStringObject(alternative),
            A=box,
        )
    )
    document.update(_element("Document", at_tree, ArrayObject([figure])))
    numbers = ArrayObject([NumberObject(0), ArrayObject([figure])])
    tree.update(
        _named(
            Type=NameObject("/StructTreeRoot"),
            K=at_document,
            ParentTree=_named(Nums=numbers),
            ParentTreeNextKey=NumberObject(1),
        )
    )
    return at_tree


def _element(
    kind: str, parent: IndirectObject, inside: PdfObject, **more: PdfObject
) -> DictionaryObject:
    """One element of the structure."""
    return _named(
        Type=NameObject("/StructElem"), S=NameObject(f"/{kind}"), P=parent, K=inside, **more
    )


def _named(**entries: PdfObject) -> DictionaryObject:
    """A dictionary of a PDF."""
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})
