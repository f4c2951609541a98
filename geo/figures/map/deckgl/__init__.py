"""The world map to explore: what it draws, its layers, and the whole."""
