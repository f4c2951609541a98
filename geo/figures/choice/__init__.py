"""Capital or port: what a home chooses."""
