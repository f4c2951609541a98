"""Files out of a view."""
