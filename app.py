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
    from pages.parts.fault import show_fault
    from server.start import lifespan, middleware, routes

    app = st.App(
        __file__,
        routes=routes(),
        middleware=middleware(),
        lifespan=lifespan,
        on_script_error=show_fault,
    )
