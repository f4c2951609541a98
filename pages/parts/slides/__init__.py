"""The parts of the Slides page, one a module."""
