"""How the atlas and its data are cited."""

from __future__ import annotations

import streamlit as st

from geo.export.citation import citation
from pages.parts import session
from pages.parts.delivery import site
from pages.parts.html import heading


def section() -> None:
    """The citation as text, for BibTeX and for reference managers, to copy or to download."""
    words = session.words()
    cited = citation(session.roster().release, site())
    heading(words.say("To cite"))
    st.code(cited.text(words), language=None, wrap_lines=True)
    with st.container(horizontal=True, gap="small"):
        for label, ending, content, media in (
            ("BibTeX", "bib", cited.bibtex(), "application/x-bibtex"),
            ("RIS", "ris", cited.ris(), "application/x-research-info-systems"),
        ):
            st.download_button(
                label,
                content.encode(),
                file_name=f"friendship-city-atlas-{cited.release.version}.{ending}",
                mime=media,
                icon=":material/format_quote:",
                on_click="ignore",
                key=f"cite {ending}",
            )
    with st.expander("BibTeX · RIS"):
        st.code(cited.bibtex(), language="latex")
        st.code(cited.ris(), language=None)
