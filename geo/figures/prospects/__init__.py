"""Where next? What each home has chosen among the cities of the world, tested on the past."""
