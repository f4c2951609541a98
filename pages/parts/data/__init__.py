"""Parts of the page of the data."""
