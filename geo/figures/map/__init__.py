"""The map of the world."""
