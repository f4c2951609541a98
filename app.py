"""The entrance: page frame, language, navigation, nothing else. Run with ``streamlit run app.py``."""

import streamlit as st

from pages.parts.frame import open_frame

page = open_frame()
with st.spinner("", show_time=False):
    page.run()
