"""How the networks grew, and what falls due next."""
