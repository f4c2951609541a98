"""The screens of the app; geo/ does the work."""
