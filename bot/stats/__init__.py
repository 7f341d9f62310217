"""Statistics: nflverse's tables in a SQLite file of their own, and every question we can ask of them."""
