"""How the tables of emerging signals came to be."""
