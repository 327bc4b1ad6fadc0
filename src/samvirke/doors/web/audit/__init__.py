"""Readings of protected matter that a supervisor ought to look at."""
