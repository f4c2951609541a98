"""Many readers at once: how long they wait, how many pictures they get, what it takes."""
