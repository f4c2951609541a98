"""The parts of the Strategy page, one a module."""
