"""Figures: a folder a question, one description of a figure, one catalogue of them all."""
