"""The entrance: what the server answers, and for a reader page frame, language, navigation.

Run with ``streamlit run app.py``. The server imports this file once and takes ``app`` from it; for
every reader Streamlit runs it as a script, ``__main__``.
"""

import streamlit as st

if __name__ == "__main__":
    from pages.parts.frame import open_frame

    page = open_frame()
    page.run()
else:
    from starlette.middleware import Middleware

    from server.assets import Assets
    from server.calendar_address import CalendarAddress
    from server.data_address import DataAddress
    from server.head import PageHead
    from server.start import lifespan

    app = st.App(
        __file__,
        routes=[CalendarAddress(), DataAddress()],
        middleware=[Middleware(Assets), Middleware(PageHead)],
        lifespan=lifespan,
    )
