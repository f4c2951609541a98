"""Handing data to the browser by address, outside the page's own messages."""

from __future__ import annotations

from streamlit import runtime


def address_of(content: bytes, mimetype: str, name: str) -> str:
    """An address under which the browser finds ``content``, as long as the session shows it.

    The address is made from the content, so equal content is fetched once and never again.
    Streamlit keeps its own pictures and downloads in the same store; it has no public name yet.

    Args:
        name: of the place on the page that shows it; what stood there before is forgotten.
    """
    address: str = runtime.get_instance().media_file_mgr.add(content, mimetype, name)
    return address
