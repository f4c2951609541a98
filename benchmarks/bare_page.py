"""A bare page with the same ties: a slider, a table, a chart; what Streamlit itself takes."""

import pandas as pd
import streamlit as st

from geo.ties.roster import load_roster

ties = load_roster().ties
first, last = st.slider("Years", 1973, 2026, (1973, 2026), key="years")
years = ties["earliest"].dt.year
shown = ties[years.between(first, last)]
st.dataframe(shown[["name_en", "home_en", "established"]], hide_index=True)
counts = shown.groupby([years, "home_en"]).size().unstack(fill_value=0)
st.bar_chart(pd.DataFrame(counts))
