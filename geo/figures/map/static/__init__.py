"""The flat map: where it is drawn, where its names stand, and the whole as one chart."""
