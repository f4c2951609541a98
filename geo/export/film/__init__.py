"""The map through the years as a moving picture."""
