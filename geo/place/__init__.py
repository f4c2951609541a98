"""Where things are: distances, great circles, the basemap."""
