"""Indicators: what a plan's focus area is followed by, one declared file each."""
