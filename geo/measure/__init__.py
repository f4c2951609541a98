"""Numbers out of ties."""
