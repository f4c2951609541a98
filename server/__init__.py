"""What the server answers beside the pages: the data of a view, and the head of every page."""
