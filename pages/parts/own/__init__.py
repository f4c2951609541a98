"""A list of the reader’s own: taken, understood, mended, shown beside our data."""
