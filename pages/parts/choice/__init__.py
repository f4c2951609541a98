"""The parts of the page on capitals and ports, one a module."""
