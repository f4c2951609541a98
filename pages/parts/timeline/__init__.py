"""The parts of the page on growth: its controls, and the years to be brushed."""
