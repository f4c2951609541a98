"""Charts, in Altair: one description for the screen and for a file."""
