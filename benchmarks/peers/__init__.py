"""The same ties, land and years in small apps of their own, visited beside the atlas."""
