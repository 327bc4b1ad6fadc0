"""Changes of the tables of locked squares."""
