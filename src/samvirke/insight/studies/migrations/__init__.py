"""How the tables of studies came to be."""
