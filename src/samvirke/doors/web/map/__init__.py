"""The map of the district, with a table of everything on it."""
