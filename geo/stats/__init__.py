"""Statistics: proportions with their intervals, odds, change points. No word about cities here."""
