"""The roster of ties: who, with whom, since when, at which level, in which view."""
