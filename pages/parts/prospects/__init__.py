"""Parts of the page on prospects."""
