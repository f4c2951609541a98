"""The entrance: page frame, language, navigation, nothing else.

Run with ``streamlit run app.py``.
"""

from pages.parts.frame import open_frame

page = open_frame()
page.run()
