"""Siting: where so many of a kind should stand, beside where they stand today, and what people chose."""
