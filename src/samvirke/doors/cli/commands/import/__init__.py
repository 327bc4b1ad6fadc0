"""Bring things in: incidents, boundaries, and what counts are divided by."""
