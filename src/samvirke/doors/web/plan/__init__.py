"""The plan as staff read it."""
